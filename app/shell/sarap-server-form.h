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

void sarap_server_form_ask_password (SarapServerForm *self, const char *name);
void sarap_server_form_ask_server   (SarapServerForm *self);
void sarap_server_form_show_error   (SarapServerForm *self, const char *text);
void sarap_server_form_set_busy     (SarapServerForm *self, gboolean busy);
void sarap_server_form_focus        (SarapServerForm *self);
void sarap_server_form_focus_password (SarapServerForm *self);

G_END_DECLS
