#pragma once

#include "shell/sarap-progress.h"
#include "shell/sarap-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapWelcome:
 *
 * The only question of a first start: a demonstration, a local file, or a server. It also reports a
 * database that could not be opened.
 *
 * Signals: "connect" (name, password): open a server; "stop": cancel opening.
 */
#define SARAP_TYPE_WELCOME (sarap_welcome_get_type ())
G_DECLARE_FINAL_TYPE (SarapWelcome, sarap_welcome, SARAP, WELCOME, AdwBin)

/**
 * sarap_welcome_new:
 * @session: the session to open the database in
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
 * Shows that a database is being opened; a filled form stays unchanged.
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
 * @error: the reason
 *
 * Shows the reason and what to do. If only a password is missing, it asks for that.
 */
void          sarap_welcome_show_error    (SarapWelcome *self, const char *name,
                                           const GError *error);

/* The topic of the help about the current question */
const char   *sarap_welcome_get_help      (SarapWelcome *self);

G_END_DECLS
