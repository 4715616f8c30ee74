#include "forms/sarap-record-conflict.h"

#include "forms/sarap-history-format.h"
#include "forms/sarap-record-format.h"
#include "shell/sarap-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SARAP_TYPE_RECORD_CONFLICT (sarap_record_conflict_get_type ())
G_DECLARE_FINAL_TYPE (
    SarapRecordConflict, sarap_record_conflict, SARAP, RECORD_CONFLICT, AdwMessageDialog)

struct _SarapRecordConflict
{
  AdwMessageDialog parent_instance;

  SarapConflictFunc func; /* NULL once it has the answer */
  gpointer data;

  /* Template */
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (SarapRecordConflict, sarap_record_conflict, ADW_TYPE_MESSAGE_DIALOG)

static void
conflict_answer (SarapRecordConflict *self, SarapConflictAnswer given)
{
  SarapConflictFunc func = g_steal_pointer (&self->func);

  if (func != NULL)
    func (given, self->data);
}

static void
sarap_record_conflict_response (AdwMessageDialog *dialog, const char *response)
{
  SarapRecordConflict *self = SARAP_RECORD_CONFLICT (dialog);

  if (g_str_equal (response, "theirs"))
    conflict_answer (self, SARAP_CONFLICT_THEIRS);
  else if (g_str_equal (response, "mine"))
    conflict_answer (self, SARAP_CONFLICT_MINE);
  else
    conflict_answer (self, SARAP_CONFLICT_BACK);
}

/* A dialog that goes with its window was not answered */
static void
sarap_record_conflict_dispose (GObject *object)
{
  conflict_answer (SARAP_RECORD_CONFLICT (object), SARAP_CONFLICT_BACK);
  gtk_widget_dispose_template (GTK_WIDGET (object), SARAP_TYPE_RECORD_CONFLICT);
  G_OBJECT_CLASS (sarap_record_conflict_parent_class)->dispose (object);
}

static void
sarap_record_conflict_class_init (SarapRecordConflictClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sarap_record_conflict_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = sarap_record_conflict_response;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/kz/sarap/Sarap/forms/sarap-record-conflict.ui");
  gtk_widget_class_bind_template_child (widget_class, SarapRecordConflict, grid);
}

static void
sarap_record_conflict_init (SarapRecordConflict *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
attach (GtkGrid *grid, const char *text, int column, int row, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_label_set_selectable (GTK_LABEL (label), column > 0);
  gtk_widget_set_can_focus (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static char *
conflict_say_value (SarapRecord *record, guint field, const SarapBodies *bodies)
{
  const SarapRecordType *type = sarap_record_get_record_type (record);
  const char *body =
      sarap_record_type_field (type, "body") >= 0 ? sarap_record_get (record, "body") : NULL;

  return sarap_record_say_value (type, field, sarap_record_values (record)[field], body, bodies);
}

/* Attaches a field to the grid if it differs, or if it does not, as @differing says; returns the
   number of rows that it took */
static int
attach_field (GtkGrid *grid,
              guint field,
              SarapRecord *theirs,
              SarapRecord *mine,
              const SarapBodies *bodies,
              gboolean differing,
              int row)
{
  const SarapField *f = &sarap_record_get_record_type (mine)->fields[field];
  g_autofree char *their_text = conflict_say_value (theirs, field, bodies);
  g_autofree char *my_text = conflict_say_value (mine, field, bodies);
  g_autofree char *marked = g_strdup_printf ("≠ %s", _ (f->label));
  gboolean differs = !g_str_equal (their_text, my_text);
  const char *css_class = differs ? "differs" : "dim-label";

  if (f->refers == &sarap_officer_type || differs != differing || (!differs && *my_text == '\0'))
    return 0;
  attach (grid, differs ? marked : _ (f->label), 0, row, css_class);
  attach (grid, *their_text != '\0' ? their_text : "—", 1, row, css_class);
  attach (grid, *my_text != '\0' ? my_text : "—", 2, row, css_class);
  return 1;
}

/* Fields that differ are first; row 0 has the headings */
static void
show_comparison (SarapRecordConflict *self,
                 SarapRecord *theirs,
                 SarapRecord *mine,
                 const SarapBodies *bodies)
{
  const SarapRecordType *type = sarap_record_get_record_type (mine);
  int row = 1;

  for (guint i = 0; i < type->n_fields; i++)
    row += attach_field (self->grid, i, theirs, mine, bodies, TRUE, row);
  for (guint i = 0; i < type->n_fields; i++)
    row += attach_field (self->grid, i, theirs, mine, bodies, FALSE, row);
}

static const char *
conflict_say_what_happened (SarapRecord *theirs, SarapRecord *mine)
{
  if (theirs == NULL)
    return _ ("Somebody else removed this record in the meantime. What you typed is still here: "
              "you can add it again, or let it be removed.");
  if (mine == NULL)
    return _ ("Somebody else changed this record in the meantime. You can leave it as they made "
              "it, or remove it nevertheless.");
  return _ ("Somebody else changed this record in the meantime. Nothing was written; what you "
            "typed is still here. What differs is marked.");
}

/* Says who made the last change, and when */
static char *
conflict_say_who (const SarapHistoryLine *line, const SarapBodies *bodies)
{
  g_autofree char *moment = sarap_history_say_moment (line);
  g_autofree char *actor = sarap_history_say_actor (line, bodies);

  /* TRANSLATORS: %1$s: a user, and what they act as; %2$s: a day and a time */
  return g_strdup_printf (_ ("The last change: %1$s, %2$s."), actor, moment);
}

void
sarap_record_conflict_ask (GtkWindow *parent,
                           SarapRecord *theirs,
                           SarapRecord *mine,
                           const SarapHistoryLine *line,
                           const SarapBodies *bodies,
                           SarapConflictFunc func,
                           gpointer data)
{
  g_autofree char *who = line != NULL ? conflict_say_who (line, bodies) : NULL;
  g_autofree char *text = g_strjoin ("\n\n", conflict_say_what_happened (theirs, mine), who, NULL);
  SarapRecordConflict *self =
      g_object_new (SARAP_TYPE_RECORD_CONFLICT, "transient-for", parent, "body", text, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  self->func = func;
  self->data = data;
  if (theirs == NULL)
    {
      adw_message_dialog_set_response_label (dialog, "theirs", _ ("Let it be _removed"));
      adw_message_dialog_set_response_label (dialog, "mine", _ ("Add mine _again"));
    }
  if (mine == NULL)
    adw_message_dialog_set_response_label (dialog, "mine", _ ("Remove _nevertheless"));
  if (theirs != NULL && mine != NULL)
    show_comparison (self, theirs, mine, bodies);
  else
    adw_message_dialog_set_extra_child (dialog, NULL);
  sarap_dialog_present (dialog);
}
