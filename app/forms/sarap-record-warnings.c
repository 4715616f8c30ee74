#include "forms/sarap-record-warnings.h"

#include "forms/sarap-warning-row.h"
#include "procedure/sarap-file-warnings.h"
#include "procedure/sarap-sentences.h"
#include "shell/sarap-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Most warnings shown: nobody reads a hundred before one record is saved */
#define MOST_SHOWN 50

typedef void (*AnswerFunc) (gboolean save, gpointer data);

#define SARAP_TYPE_RECORD_WARNINGS (sarap_record_warnings_get_type ())
G_DECLARE_FINAL_TYPE (
    SarapRecordWarnings, sarap_record_warnings, SARAP, RECORD_WARNINGS, AdwMessageDialog)

struct _SarapRecordWarnings
{
  AdwMessageDialog parent_instance;

  AnswerFunc func; /* NULL once it has the answer */
  gpointer data;

  /* Template */
  GtkBox *warnings;
  GtkLabel *more;
  GtkLabel *star;
  GtkSizeGroup *chips;
};

G_DEFINE_FINAL_TYPE (SarapRecordWarnings, sarap_record_warnings, ADW_TYPE_MESSAGE_DIALOG)

static void
warnings_answer (SarapRecordWarnings *self, gboolean save)
{
  AnswerFunc func = g_steal_pointer (&self->func);

  if (func != NULL)
    func (save, self->data);
}

static void
sarap_record_warnings_response (AdwMessageDialog *dialog, const char *response)
{
  warnings_answer (SARAP_RECORD_WARNINGS (dialog), g_str_equal (response, "save"));
}

/* A dialog that goes with its window was not answered */
static void
sarap_record_warnings_dispose (GObject *object)
{
  warnings_answer (SARAP_RECORD_WARNINGS (object), FALSE);
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_RECORD_WARNINGS);
  G_OBJECT_CLASS (sarap_record_warnings_parent_class)->dispose (object);
}

static void
sarap_record_warnings_class_init (SarapRecordWarningsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_record_warnings_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = sarap_record_warnings_response;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/forms/sarap-record-warnings.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapRecordWarnings, warnings);
  gtk_widget_class_bind_template_child (widget_class, SarapRecordWarnings, more);
  gtk_widget_class_bind_template_child (widget_class, SarapRecordWarnings, star);
  gtk_widget_class_bind_template_child (widget_class, SarapRecordWarnings, chips);
}

static void
sarap_record_warnings_init (SarapRecordWarnings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_warnings (SarapRecordWarnings *self, GPtrArray *warnings)
{
  guint more = warnings->len - MIN (warnings->len, MOST_SHOWN);
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);
  gboolean starred = FALSE;

  for (guint i = 0; i < MIN (warnings->len, MOST_SHOWN); i++)
    {
      const SarapFileWarning *warning = warnings->pdata[i];

      gtk_box_append (self->warnings, sarap_warning_row_new (&warning->warning, self->chips));
      starred = starred || warning->warning.house_rule;
    }
  gtk_label_set_text (self->more, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), more > 0);
  gtk_label_set_text (self->star, sarap_format_own_reading ());
  gtk_widget_set_visible (GTK_WIDGET (self->star), starred);
}

void
sarap_record_warnings_ask (GtkWindow *parent,
                           GPtrArray *warnings,
                           void (*func) (gboolean save, gpointer data),
                           gpointer data)
{
  SarapRecordWarnings *self =
      g_object_new (SARAP_TYPE_RECORD_WARNINGS, "transient-for", parent, NULL);

  self->func = func;
  self->data = data;
  show_warnings (self, warnings);
  sarap_dialog_present (ADW_MESSAGE_DIALOG (self));
}
