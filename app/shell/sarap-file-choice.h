#pragma once

#include "shell/sarap-host.h"

G_BEGIN_DECLS

/**
 * SarapFileChosen:
 * @host: the host of the file chooser
 * @chooser: the file chooser, for its filter and choices
 * @path: the chosen path on this computer
 * @data: the data of sarap_file_choose()
 *
 * Called when a file or folder was chosen. The window's database may have been closed meanwhile.
 */
typedef void (*SarapFileChosen) (SarapHost *host,
                                 GtkFileChooser *chooser,
                                 const char *path,
                                 gpointer data);

/**
 * sarap_file_choose:
 * @host: the host whose window it belongs to
 * @chooser: (transfer full): the file chooser
 * @chosen: called with the answer, unless the chooser is cancelled
 * @data: for @chosen
 * @data_free: (nullable): frees @data, in either case
 *
 * Asks for a file or a folder. A message refuses one that is not on this computer.
 */
void sarap_file_choose (SarapHost *host,
                        GtkFileChooserNative *chooser,
                        SarapFileChosen chosen,
                        gpointer data,
                        GDestroyNotify data_free);

G_END_DECLS
