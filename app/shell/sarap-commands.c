#include "shell/sarap-commands.h"

#include <glib/gi18n-lib.h>

static const SarapCommand general[] = {
  { N_ ("Find anything"), "win.palette", "<Control>k" },
  { N_ ("Search this page"), "page.find", "<Control>f" },
  { N_ ("Add to this page"), "page.create", "<Control>n" },
  { N_ ("Reload this page"), "page.refresh", "F5" },
  { N_ ("Export this page"), "page.export", "<Control>e" },
  { N_ ("Undo the last change"), "win.undo", "<Control>z" },
  { N_ ("Redo the change taken back last"), "win.redo", "<Control><Shift>z" },
  { N_ ("Back to the page before"), "win.back", "<Alt>Left" },
  { N_ ("Show or hide the side bar"), "win.side-bar", "F9" },
  { N_ ("Main menu"), "win.menu", "F10" },
  { NULL },
};

static const SarapCommand database[] = {
  { N_ ("New file"), "win.new-file", "<Control><Shift>n" },
  { N_ ("Open a file"), "win.open-file", "<Control>o" },
  { N_ ("Connect to a server"), "win.connect", "<Control><Shift>o" },
  { N_ ("Preferences"), "app.preferences", "<Control>comma" },
  { N_ ("Help"), "win.help", "F1" },
  { N_ ("Keyboard shortcuts"), "win.shortcuts", "<Control>question" },
  { N_ ("About Sarap"), "app.about", NULL },
  { N_ ("Close the window"), "win.close", "<Control>w" },
  { N_ ("Quit"), "app.quit", "<Control>q" },
  { NULL },
};

/* Further keys for the same commands, left out of the lists */
static const SarapCommand silent[] = {
  { N_ ("Main menu"), "win.menu", "<Alt>F10" },
  { NULL },
};

static void
visit_table (const SarapCommand *table,
             const SarapPageEntry *entry,
             SarapCommandVisit visit,
             gpointer data)
{
  for (; table != NULL && table->title != NULL; table++)
    visit (table, entry, data);
}

void
sarap_commands_visit (SarapRegistry *registry, SarapCommandVisit visit, gpointer data)
{
  GPtrArray *pages = sarap_registry_get_pages (registry);
  GPtrArray *tools = sarap_registry_get_tools (registry);

  for (guint i = 0; i < pages->len; i++)
    visit_table (((const SarapPageEntry *) pages->pdata[i])->commands, pages->pdata[i], visit,
                 data);
  for (guint i = 0; i < tools->len; i++)
    visit_table (((const SarapToolEntry *) tools->pdata[i])->commands, NULL, visit, data);
  visit_table (general, NULL, visit, data);
  visit_table (database, NULL, visit, data);
}

typedef struct
{
  SarapShortcuts *first;
  SarapShortcuts *last;
} Keys;

/* In a text the same keys undo typing */
static void
bind_command (const SarapCommand *command, const SarapPageEntry *entry, gpointer data)
{
  Keys *keys = data;
  gboolean last =
      g_str_equal (command->action, "win.undo") || g_str_equal (command->action, "win.redo");

  if (command->keys != NULL)
    sarap_shortcuts_add (last ? keys->last : keys->first, command->keys, command->action);
}

void
sarap_commands_bind (SarapRegistry *registry, SarapShortcuts *shortcuts, SarapShortcuts *last)
{
  Keys both = { shortcuts, last };

  sarap_commands_visit (registry, bind_command, &both);
  visit_table (silent, NULL, bind_command, &both);
  for (int number = 1; number <= 9; number++)
    {
      g_autofree char *keys = g_strdup_printf ("<Alt>%d", number);
      g_autofree char *action = g_strdup_printf ("win.nth-page(%d)", number);

      sarap_shortcuts_add (shortcuts, keys, action);
    }
}

char *
sarap_commands_say_keys (const char *keys)
{
  guint keyval = 0;
  GdkModifierType modifiers = 0;

  if (keys == NULL || !gtk_accelerator_parse (keys, &keyval, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (keyval, modifiers);
}

gboolean
sarap_commands_is_enabled (GtkWidget *window, SarapPage *page, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  GActionGroup *group = NULL;

  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    return FALSE;
  if (g_str_has_prefix (name, "app."))
    group = G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (window)));
  else if (g_str_has_prefix (name, "win."))
    group = G_ACTION_GROUP (window);
  else if (g_str_has_prefix (name, "page.") && page != NULL)
    group = G_ACTION_GROUP (sarap_page_get_actions (page));
  return group != NULL && g_action_group_get_action_enabled (group, strchr (name, '.') + 1);
}

/* A section for the program and one for each page: a section too long for the window would be cut
   into pages, whose switcher GTK 4.8 cannot measure without a warning */
static void
open_section (GString *xml, const char *name, const char *title)
{
  g_autofree char *start = g_markup_printf_escaped (
      "<child><object class='GtkShortcutsSection'>"
      "<property name='section-name'>%s</property><property name='title'>%s</property>"
      "<property name='max-height'>14</property>",
      name, title);

  g_string_append (xml, start);
}

static void
write_group (GString *xml, const char *title, const SarapCommand *table)
{
  g_autofree char *start = g_markup_printf_escaped (
      "<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>", title);

  g_string_append (xml, start);
  for (; table != NULL && table->title != NULL; table++)
    if (table->keys != NULL)
      {
        g_autofree char *line =
            g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'>"
                                     "<property name='title'>%s</property>"
                                     "<property name='accelerator'>%s</property>"
                                     "</object></child>",
                                     _ (table->title), table->keys);

        g_string_append (xml, line);
      }
  g_string_append (xml, "</object></child>");
}

static void
write_pages (GString *xml, GPtrArray *pages)
{
  g_autofree char *start = g_markup_printf_escaped (
      "<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>", _ ("Pages"));

  g_string_append (xml, start);
  for (guint i = 0; i < pages->len && i < 9; i++)
    {
      const SarapPageEntry *entry = pages->pdata[i];
      g_autofree char *line =
          g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'>"
                                   "<property name='title'>%s</property>"
                                   "<property name='accelerator'>&lt;Alt&gt;%u</property>"
                                   "</object></child>",
                                   _ (entry->title), i + 1);

      g_string_append (xml, line);
    }
  g_string_append (xml, "</object></child>");
}

GtkWindow *
sarap_commands_new_help (SarapRegistry *registry)
{
  GPtrArray *pages = sarap_registry_get_pages (registry);
  GPtrArray *tools = sarap_registry_get_tools (registry);
  g_autoptr (GString) xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='help'>"
                                          "<property name='modal'>1</property>");
  g_autoptr (GtkBuilder) builder = NULL;

  open_section (xml, "sarap", _ ("Sarap"));
  write_pages (xml, pages);
  write_group (xml, _ ("General"), general);
  write_group (xml, _ ("Database and program"), database);
  for (guint i = 0; i < tools->len; i++)
    write_group (xml, _ ("Import, export and upkeep"),
                 ((const SarapToolEntry *) tools->pdata[i])->commands);
  g_string_append (xml, "</object></child>");
  for (guint i = 0; i < pages->len; i++)
    {
      const SarapPageEntry *entry = pages->pdata[i];

      if (entry->commands == NULL)
        continue;
      open_section (xml, entry->id, _ (entry->title));
      write_group (xml, _ (entry->title), entry->commands);
      g_string_append (xml, "</object></child>");
    }
  g_string_append (xml, "</object></interface>");
  builder = gtk_builder_new_from_string (xml->str, xml->len);
  return GTK_WINDOW (gtk_builder_get_object (builder, "help"));
}
