#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A drop-down of codes that shows what people call them; its first line is "none" */

GtkWidget *sarap_form_choice_new       (const char *name, gboolean search);
void       sarap_form_choice_set       (GtkWidget         *choice,
                                        const char        *none,
                                        const char *const *codes,
                                        const char *const *labels);
/* %NULL for none */
const char *sarap_form_choice_get_code (GtkWidget *choice);
void        sarap_form_choice_set_code (GtkWidget *choice, const char *code);

G_END_DECLS
