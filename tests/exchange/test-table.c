#include "exchange/sarap-csv.h"
#include "exchange/sarap-table.h"
#include "exchange/sarap-workbook.h"

#include "sarap-folder.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

/* A table that takes more than the room there is */
#define MANY_ROWS 20000
#define ROOM 100000

typedef struct
{
  char *folder;
  char *path;
} Place;

static Place
place_make (const char *name)
{
  Place place = { g_dir_make_tmp ("sarap-table-XXXXXX", NULL), NULL };

  place.path = g_build_filename (place.folder, name, NULL);
  return place;
}

static void
place_clear (Place *place)
{
  sarap_folder_remove (place->folder);
  g_free (place->folder);
  g_free (place->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static const char *
give_formula (guint row, guint column, gpointer data)
{
  static const char *const cells[] = { "=1+1", "+7 701", "-5",  "@SUM(1)", "\t=1", "\r=1",
                                       "＝1",  "a=b",    "2-3", " =1",     "'=1",  NULL };

  return cells[row];
}

/* What a spreadsheet would take for a formula is a text in it */
static void
test_formulas (void)
{
  static const SarapTableColumn column = { "=Heading", SARAP_TABLE_TEXT };
  SarapTable table = { "Sheet", &column, 1, 12, give_formula, NULL };
  g_auto (Place) place = place_make ("list.csv");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  sarap_table_write (&table, SARAP_TABLE_CSV, place.path, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (place.path, &text, NULL, &error);
  g_assert_cmpstr (text, ==,
                   SARAP_CSV_BYTE_ORDER_MARK
                   "'=Heading\n'=1+1\n'+7 701\n'-5\n'@SUM(1)\n'\t=1\n\"'\r=1\"\n'＝1\na=b\n2-3\n"
                   " =1\n'=1\n\"\"\n");
}

/* A list with a name, a number with zeros before it, and a day */
static const SarapTableColumn columns[] = { { "Аты", SARAP_TABLE_TEXT },
                                            { "ЖСН", SARAP_TABLE_DIGITS },
                                            { "Күні", SARAP_TABLE_DAY } };
static const char *const cells[][G_N_ELEMENTS (columns)] = {
  { "Әлиев; \"Б\", В", "000316697723", "2027-03-31" },
  { "=HYPERLINK(1)", "85-01", "1899-12-31" },
  { NULL, NULL, NULL },
};

static const char *
give_cell (guint row, guint column, gpointer data)
{
  return cells[row][column];
}

static const SarapTable list = { "Лауазымды адамдар", columns, G_N_ELEMENTS (columns),
                                 G_N_ELEMENTS (cells), give_cell };

static void
test_csv (void)
{
  g_auto (Place) place = place_make ("list.csv");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  sarap_table_write (&list, SARAP_TABLE_CSV, place.path, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (place.path, &text, NULL, &error);
  g_assert_cmpstr (text, ==,
                   SARAP_CSV_BYTE_ORDER_MARK "Аты,ЖСН,Күні\n"
                                             "\"Әлиев; \"\"Б\"\", В\",000316697723,2027-03-31\n"
                                             "'=HYPERLINK(1),85-01,1899-12-31\n,,\n");
}

/* Excel puts semicolons into columns where Kazakh or Russian is spoken, and takes zeros away unless
   it is told that digits are a text */
static void
test_csv_for_excel (void)
{
  g_auto (Place) place = place_make ("list.csv");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  sarap_table_write (&list, SARAP_TABLE_CSV_EXCEL, place.path, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (place.path, &text, NULL, &error);
  g_assert_cmpstr (text, ==,
                   SARAP_CSV_BYTE_ORDER_MARK
                   "Аты;ЖСН;Күні\r\n"
                   "\"Әлиев; \"\"Б\"\", В\";\"=\"\"000316697723\"\"\";31.03.2027\r\n"
                   "'=HYPERLINK(1);85-01;31.12.1899\r\n;;\r\n");
}

static void
test_workbook (void)
{
  g_auto (Place) place = place_make ("list.xlsx");
  g_autofree char *reader = g_test_build_filename (G_TEST_DIST, "../support/workbook.py", NULL);
  const char *command[] = { "/usr/bin/python3", "-B", reader, place.path, NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  /* its numbers are not those of the language */
  g_assert_nonnull (setlocale (LC_NUMERIC, "kk_KZ.UTF-8"));
  sarap_table_write (&list, SARAP_TABLE_XLSX, place.path, NULL, &error);
  setlocale (LC_NUMERIC, "C");
  g_assert_no_error (error);
  g_assert_true (sarap_workbook_is_whole (place.path, G_N_ELEMENTS (cells)));
  g_assert_false (sarap_workbook_is_whole (place.path, G_N_ELEMENTS (cells) + 1));
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==,
                   "Лауазымды адамдар; frozen above A2; widths 16 15 13 ; 0 formulas\n"
                   "t:Аты\tt:ЖСН\tt:Күні\n"
                   "t:Әлиев; \"Б\", В\tt:000316697723\td:2027-03-31\n"
                   "t:=HYPERLINK(1)\tt:85-01\tt:1899-12-31\n");
}

/* Any byte of it may be lost */
static void
test_workbook_cut (void)
{
  g_auto (Place) place = place_make ("list.xlsx");
  g_autofree char *bytes = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  sarap_table_write (&list, SARAP_TABLE_XLSX, place.path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (place.path, &bytes, &length, NULL));
  for (gsize cut = 0; cut < length; cut += 97)
    {
      g_assert_true (g_file_set_contents (place.path, bytes, cut, NULL));
      g_assert_false (sarap_workbook_is_whole (place.path, G_N_ELEMENTS (cells)));
    }
}

static const char *
give_many (guint row, guint column, gpointer data)
{
  static char text[40];

  g_snprintf (text, sizeof text, "%u-%08x", column, row * 2654435761u);
  return text;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* No part of a table is taken for all of it, be the room too small for the file or for its parts */
static void
test_full (void)
{
  SarapTable table = { "Sheet", columns, G_N_ELEMENTS (columns), MANY_ROWS, give_many, NULL };
  struct rlimit before, limit;

  getrlimit (RLIMIT_FSIZE, &before);
  limit = before;
  limit.rlim_cur = ROOM;
  signal (SIGXFSZ, SIG_IGN);
  for (SarapTableFormat format = SARAP_TABLE_XLSX; format <= SARAP_TABLE_CSV; format++)
    {
      g_auto (Place) place = place_make ("list");
      g_autoptr (GError) error = NULL;
      gboolean written;

      setrlimit (RLIMIT_FSIZE, &limit);
      written = sarap_table_write (&table, format, place.path, NULL, &error);
      setrlimit (RLIMIT_FSIZE, &before);
      g_assert_false (written);
      g_assert_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FILE);
      g_assert_nonnull (strstr (error->message, place.path));
      g_assert_cmpuint (count_files (place.folder), ==, 0);
    }
}

static const char *
give_until_stopped (guint row, guint column, gpointer data)
{
  if (row == 3)
    g_cancellable_cancel (data);
  return "x";
}

static void
test_stopped (void)
{
  guint n_open = count_files ("/proc/self/fd");

  for (SarapTableFormat format = SARAP_TABLE_XLSX; format <= SARAP_TABLE_CSV; format++)
    {
      g_autoptr (GCancellable) stop = g_cancellable_new ();
      SarapTable table = { "Sheet", columns, G_N_ELEMENTS (columns), 10, give_until_stopped, stop };
      g_auto (Place) place = place_make ("list");
      g_autoptr (GError) error = NULL;

      g_assert_false (sarap_table_write (&table, format, place.path, stop, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (count_files (place.folder), ==, 0);
    }
  g_assert_cmpuint (count_files ("/proc/self/fd"), ==, n_open);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/formulas", test_formulas);
  g_test_add_func ("/table/csv", test_csv);
  g_test_add_func ("/table/csv-for-excel", test_csv_for_excel);
  g_test_add_func ("/table/workbook", test_workbook);
  g_test_add_func ("/table/workbook-cut", test_workbook_cut);
  g_test_add_func ("/table/full", test_full);
  g_test_add_func ("/table/stopped", test_stopped);
  return g_test_run ();
}
