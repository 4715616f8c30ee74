#include "officers/sarap-import-window.h"

struct _SarapImportWindow
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (SarapImportWindow, sarap_import_window, ADW_TYPE_WINDOW)

static void
sarap_import_window_class_init (SarapImportWindowClass *klass)
{
}

static void
sarap_import_window_init (SarapImportWindow *self)
{
}

void
sarap_import_window_present (SarapWindow *window, const char *folder)
{
}
