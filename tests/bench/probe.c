/* Measures a window from inside its program, into which it is loaded by LD_PRELOAD: so the program
   has no hooks for this, and a bare window is measured by the same means.

   SARAP_PROBE says what is done once the first frame has been painted:
     first-frame     nothing more
     open MS         MS milliseconds later the Officers list is opened
     scroll ROWS     … and is scrolled through, a page a time, each until its rows are painted
     rest            nothing, until the program is at rest
   Then the program is ended, and what was measured stands on standard error: moments in
   microseconds of CLOCK_MONOTONIC, memory in kilobytes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <sys/resource.h>

/* A program that uses less of the processor for so long is at rest */
#define REST_MS 1000
#define REST_CPU_US 20000
/* So many rows at least are seen of a list that is open */
#define FEWEST_ROWS 10

static struct
{
  GtkWindow *window;
  GdkFrameClock *clock;
  gint64 asked_at;   /* when the list was asked for */
  guint rows_wanted; /* to be scrolled through */
  gint64 cpu;
  double scrolled; /* in pixels */
  guint pages;
} probe;

static void
say (const char *name, gint64 figure)
{
  g_printerr ("PROBE %s=%" G_GINT64_FORMAT "\n", name, figure);
}

static gint64
peak_memory_kb (void)
{
  g_autofree char *status = NULL;
  const char *line = NULL;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) ||
      !(line = strstr (status, "VmHWM:")))
    g_error ("the kernel does not tell the peak of the memory");
  return g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10);
}

static gint64
cpu_us (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC + usage.ru_utime.tv_usec +
         usage.ru_stime.tv_usec;
}

static void
end (void)
{
  say ("cpu_us", cpu_us ());
  say ("peak_kb", peak_memory_kb ());
  g_application_quit (g_application_get_default ());
}

static gboolean
on_rest (gpointer data)
{
  gint64 cpu = cpu_us ();

  if (cpu - probe.cpu < REST_CPU_US)
    {
      end ();
      return G_SOURCE_REMOVE;
    }
  probe.cpu = cpu;
  return G_SOURCE_CONTINUE;
}

static void
wait_for_rest (void)
{
  probe.cpu = 0;
  g_timeout_add (REST_MS, on_rest, NULL);
}

/* The first widget of a type that can be seen, from @widget down */
static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

/* Counts the names in the part of the list that can be seen, and those that are still to come */
static void
count_names (GtkWidget *widget, GtkWidget *list, guint *n_there, guint *n_missing)
{
  graphene_rect_t place;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (gtk_widget_has_css_class (widget, "name") && gtk_widget_compute_bounds (widget, list, &place))
    {
      const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (widget));

      if (place.origin.y + place.size.height <= 0 || place.origin.y >= gtk_widget_get_height (list))
        return;
      *(text != NULL && *text != '\0' ? n_there : n_missing) += 1;
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count_names (child, list, n_there, n_missing);
}

static GtkWidget *
find_filled_list (void)
{
  GtkWidget *list = find (GTK_WIDGET (probe.window), GTK_TYPE_COLUMN_VIEW);
  guint n_there = 0, n_missing = 0;

  if (list != NULL)
    count_names (list, list, &n_there, &n_missing);
  return n_there >= FEWEST_ROWS && n_missing == 0 ? list : NULL;
}

static void
on_scrolled (void)
{
  GtkWidget *list = find_filled_list ();
  GtkAdjustment *adjustment = NULL;
  double row, page;

  if (list == NULL)
    return;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  page = gtk_adjustment_get_page_size (adjustment);
  row =
      gtk_adjustment_get_upper (adjustment) /
      g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (list))));
  if (gtk_adjustment_get_value (adjustment) / row < probe.rows_wanted)
    {
      probe.pages++;
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + page);
      return;
    }
  g_signal_handlers_disconnect_by_func (probe.clock, on_scrolled, NULL);
  say ("rows", gtk_adjustment_get_value (adjustment) / row);
  say ("pages", probe.pages);
  say ("scrolled_us", g_get_monotonic_time () - probe.asked_at);
  wait_for_rest ();
}

static void
on_opening (void)
{
  if (find_filled_list () == NULL)
    return;
  g_signal_handlers_disconnect_by_func (probe.clock, on_opening, NULL);
  say ("opened_us", g_get_monotonic_time () - probe.asked_at);
  probe.asked_at = g_get_monotonic_time ();
  if (probe.rows_wanted == 0)
    end ();
  else
    {
      g_signal_connect (probe.clock, "after-paint", G_CALLBACK (on_scrolled), NULL);
      gtk_widget_queue_draw (GTK_WIDGET (probe.window));
    }
}

static gboolean
on_ask (gpointer data)
{
  probe.asked_at = g_get_monotonic_time ();
  g_signal_connect (probe.clock, "after-paint", G_CALLBACK (on_opening), NULL);
  gtk_widget_activate_action (GTK_WIDGET (probe.window), "win.open-path", "s", "officers");
  return G_SOURCE_REMOVE;
}

static void
on_first_frame (void)
{
  const char *wish = g_getenv ("SARAP_PROBE");

  g_signal_handlers_disconnect_by_func (probe.clock, on_first_frame, NULL);
  say ("first_frame_at", g_get_monotonic_time ());
  if (g_str_has_prefix (wish, "open "))
    g_timeout_add (atoi (wish + strlen ("open ")), on_ask, NULL);
  else if (g_str_has_prefix (wish, "scroll "))
    {
      probe.rows_wanted = atoi (wish + strlen ("scroll "));
      g_timeout_add (REST_MS, on_ask, NULL);
    }
  else if (g_str_equal (wish, "rest"))
    wait_for_rest ();
  else
    end ();
}

static void
on_map (GtkWidget *window)
{
  g_signal_handlers_disconnect_by_func (window, on_map, NULL);
  probe.clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (probe.clock, "after-paint", G_CALLBACK (on_first_frame), NULL);
}

/* In place of GTK's own, which it calls */
G_MODULE_EXPORT void
gtk_window_present (GtkWindow *window)
{
  void (*present) (GtkWindow * window) = dlsym (RTLD_NEXT, "gtk_window_present");

  if (probe.window == NULL)
    {
      probe.window = window;
      g_signal_connect (window, "map", G_CALLBACK (on_map), NULL);
    }
  present (window);
}
