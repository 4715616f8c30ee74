#pragma once

#include "shell/sarap-progress.h"
#include "shell/sarap-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapWelcome:
 *
 * The one question of a first start: a demonstration, a local file, or a server. Also where a
 * database that could not be opened is told of.
 *
 * Signals: "connect" (name, password): a server is to be opened; "stop": what is being opened is not
 * wanted any more.
 */
#define SARAP_TYPE_WELCOME (sarap_welcome_get_type ())
G_DECLARE_FINAL_TYPE (SarapWelcome, sarap_welcome, SARAP, WELCOME, AdwBin)

/**
 * sarap_welcome_new:
 * @session: the session that gets the database
 * @has_demo: whether a demonstration can be made
 *
 * Returns: (transfer floating): the question
 */
SarapWelcome *sarap_welcome_new           (SarapSession *session, gboolean has_demo);

/* Shows the question between a file and a server */
/* The menu of the languages, which is the main one there */
void sarap_welcome_open_menu (SarapWelcome *self);
void          sarap_welcome_show_question (SarapWelcome *self);
/* Shows the form of a server */
void          sarap_welcome_show_server   (SarapWelcome *self);

/**
 * sarap_welcome_show_opening:
 * @self: the question
 * @name: name of the database that is being opened
 *
 * Says that a database is being opened; a form that was filled in stays as it is.
 */
void          sarap_welcome_show_opening  (SarapWelcome *self, const char *name);

/**
 * sarap_welcome_show_progress:
 * @self: the question
 * @progress: the demonstration being made
 */
void          sarap_welcome_show_progress (SarapWelcome *self, SarapProgress *progress);

/**
 * sarap_welcome_show_error:
 * @self: the question
 * @name: name of the database that could not be opened
 * @error: why
 *
 * Says why, in place, and what to do: where only a password is missing, it is asked for.
 */
void          sarap_welcome_show_error    (SarapWelcome *self, const char *name, const GError *error);

/* The topic of the help about what is asked */
const char   *sarap_welcome_get_help      (SarapWelcome *self);

G_END_DECLS
