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

SarapWelcome *sarap_welcome_new           (SarapSession *session, gboolean has_demo);
void          sarap_welcome_show_question (SarapWelcome *self);
void          sarap_welcome_show_server   (SarapWelcome *self);
void          sarap_welcome_show_opening  (SarapWelcome *self, const char *name);
void          sarap_welcome_show_progress (SarapWelcome *self, SarapProgress *progress);
void          sarap_welcome_show_error    (SarapWelcome *self, const char *name, const GError *error);
const char   *sarap_welcome_get_help      (SarapWelcome *self);

G_END_DECLS
