#include "procedure/sarap-instruction.h"

#include "base/sarap-language.h"
#include "sarap-instruction-resources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
sarap_instruction_format_text (guint paragraph)
{
  g_autofree char *path = g_strdup_printf ("/kz/sarap/instruction/%s.txt", sarap_language_get ());
  /* a paragraph begins with a line of its number */
  g_autofree char *line = g_strdup_printf ("§%u\n", paragraph);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (sarap_instruction_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char *text, *end;

  g_assert (bytes != NULL);
  /* a resource ends with a zero byte */
  text = strstr (g_bytes_get_data (bytes, NULL), line);
  if (text == NULL)
    return NULL;
  text += strlen (line);
  end = strstr (text, "\n§");
  return g_strchomp (end != NULL ? g_strndup (text, (gsize) (end - text)) : g_strdup (text));
}

char *
sarap_instruction_format_title (guint paragraph)
{
  return g_strdup_printf (_ ("Paragraph %u of the Instruction"), paragraph);
}

const char *
sarap_instruction_get_source (void)
{
  /* TRANSLATORS: under the text of a paragraph. Say whose words the file of your language in
     data/instruction has: the Kazakh one the Instruction's own, the Russian one a translation */
  return _ ("In short, in the words of this program. The Instruction itself is in Kazakh.");
}
