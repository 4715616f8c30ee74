#include "shell/sarap-about.h"

#include "sarap-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * sarap_about_present:
 * @parent: (nullable): the window it belongs to
 *
 * Shows what this program is.
 */
void
sarap_about_present (GtkWindow *parent)
{
  adw_show_about_window (
      parent, "application-name", _ ("Sarap"), "application-icon", SARAP_APPLICATION_ID, "version",
      SARAP_VERSION, "developer-name", _ ("The developers of Sarap"), "license-type",
      GTK_LICENSE_GPL_3_0, "comments",
      _ ("The attestation of officers of the customs bodies of Kazakhstan: who must be attested, "
         "when, by which commission, and why, with the paragraph of the Instruction for each."),
      /* TRANSLATORS: names of the translators, one a line */
      "translator-credits", _ ("translator-credits"), NULL);
}
