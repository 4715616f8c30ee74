#pragma once

#include "shell/sarap-host.h"

G_BEGIN_DECLS

/**
 * SarapTestHost:
 *
 * A bare window in which a test shows a form or a list by itself. It remembers what is said.
 */
#define SARAP_TYPE_TEST_HOST (sarap_test_host_get_type ())
G_DECLARE_FINAL_TYPE (SarapTestHost, sarap_test_host, SARAP, TEST_HOST, GtkApplicationWindow)

/* Once, before any widget */
void sarap_test_host_init_widgets (void);
/* Opens the database and shows the window with @child; closed with gtk_window_destroy() */
SarapTestHost *sarap_test_host_new (const char *database, SarapDate today, GtkWidget *child);
/* "" when nothing has been said since the last call; to be freed */
char *sarap_test_host_take_said (SarapTestHost *self);
guint sarap_test_host_n_said (SarapTestHost *self);
/* Takes back the last step, and does again the one taken back last; they wait until that is said */
void sarap_test_host_undo (SarapTestHost *self);
void sarap_test_host_redo (SarapTestHost *self);

G_END_DECLS
