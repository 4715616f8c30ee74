#pragma once

#include "shell/sarap-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SarapActing:
 *
 * The role of the person: chosen by the person in a local file, given by the account on a server.
 */
#define SARAP_TYPE_ACTING (sarap_acting_get_type ())
G_DECLARE_FINAL_TYPE (SarapActing, sarap_acting, SARAP, ACTING, GtkPopover)

/**
 * sarap_acting_new:
 * @session: the session whose identity it shows and changes
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *sarap_acting_new (SarapSession *session);

G_END_DECLS
