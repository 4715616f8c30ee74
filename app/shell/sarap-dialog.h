#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * sarap_dialog_present:
 * @dialog: a question, with its default response set
 *
 * Shows the dialog with the focus on the default response. libadwaita 1.2 would focus the uppermost
 * button, which Enter would then press.
 */
void sarap_dialog_present (AdwMessageDialog *dialog);

G_END_DECLS
