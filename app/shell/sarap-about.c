#include "shell/sarap-about.h"

#include "procedure/sarap-sentences.h"
#include "sarap-config.h"

#include <glib/gi18n-lib.h>

void
sarap_about_present (GtkWindow *parent)
{
  const char *authors[] = { _ ("The developers of Sarap"), NULL };
  g_autofree char *comments = g_strdup_printf (
      "%s\n\n%s",
      _ ("The attestation of officers of the customs bodies of Kazakhstan: who must be attested, "
         "when, by which commission, and why, with the paragraph of the Instruction for each."),
      sarap_format_instruction ());
  GtkWidget *dialog =
      g_object_new (GTK_TYPE_ABOUT_DIALOG, "transient-for", parent, "modal", TRUE, "program-name",
                    _ ("Sarap"), "logo-icon-name", SARAP_APPLICATION_ID, "version", SARAP_VERSION,
                    "authors", authors, "license-type", GTK_LICENSE_GPL_3_0, "comments", comments,
                    /* TRANSLATORS: names of the translators, one a line */
                    "translator-credits", _ ("translator-credits"), NULL);

  gtk_window_present (GTK_WINDOW (dialog));
}
