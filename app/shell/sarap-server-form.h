#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapServerForm:
 *
 * The form for connecting to a server. Signals: "connect" (name, password), "back".
 */
#define SARAP_TYPE_SERVER_FORM (sarap_server_form_get_type ())
G_DECLARE_FINAL_TYPE (SarapServerForm, sarap_server_form, SARAP, SERVER_FORM, AdwBin)

/**
 * sarap_server_form_ask_password:
 * @self: a form
 * @name: name of a database
 *
 * Asks only for the password of that database.
 */
void sarap_server_form_ask_password (SarapServerForm *self, const char *name);

/* Asks for the address of a server; the last one is filled in */
void sarap_server_form_ask_server   (SarapServerForm *self);

/* Shows an error above the fields; NULL hides it */
void sarap_server_form_show_error   (SarapServerForm *self, const char *text);

/* While it connects, only “back” can be used */
void sarap_server_form_set_busy     (SarapServerForm *self, gboolean busy);

/* Focuses the first field to fill in */
void sarap_server_form_focus        (SarapServerForm *self);
/* Focuses the password and selects its text */
void sarap_server_form_focus_password (SarapServerForm *self);

G_END_DECLS
