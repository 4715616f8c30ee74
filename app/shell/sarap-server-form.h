#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapServerForm:
 *
 * What is needed to connect to a server. Signals: "connect" (name, password), "back".
 */
#define SARAP_TYPE_SERVER_FORM (sarap_server_form_get_type ())
G_DECLARE_FINAL_TYPE (SarapServerForm, sarap_server_form, SARAP, SERVER_FORM, AdwBin)

/**
 * sarap_server_form_ask_password:
 * @self: a form
 * @name: name of a database
 *
 * Asks for nothing but the password of that database.
 */
void sarap_server_form_ask_password (SarapServerForm *self, const char *name);

/* Asks for the address of a server, with the last one filled in */
void sarap_server_form_ask_server   (SarapServerForm *self);

/* In place, above the fields; %NULL takes it away */
void sarap_server_form_show_error   (SarapServerForm *self, const char *text);

/* While it is being connected there is nothing to do but to go back */
void sarap_server_form_set_busy     (SarapServerForm *self, gboolean busy);

/* Puts the focus on the first field that is to be filled in */
void sarap_server_form_focus        (SarapServerForm *self);
/* Puts the focus on the password, with what stands there selected */
void sarap_server_form_focus_password (SarapServerForm *self);

G_END_DECLS
