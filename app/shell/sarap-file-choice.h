#pragma once

#include "shell/sarap-host.h"

G_BEGIN_DECLS

/**
 * SarapFileChosen:
 * @host: where it was asked
 * @chooser: what was asked, for its filter and choices
 * @path: the place on this computer that was chosen
 * @data: what sarap_file_choose() was given
 *
 * Called when a place was chosen. The window may have no database open any more.
 */
typedef void (*SarapFileChosen) (SarapHost *host,
                                 GtkFileChooser *chooser,
                                 const char *path,
                                 gpointer data);

/**
 * sarap_file_choose:
 * @host: over whose window it is asked
 * @chooser: (transfer full): what is asked
 * @chosen: called with the answer; not when it was put away
 * @data: for @chosen
 * @data_free: (nullable): frees @data, in either case
 *
 * Asks for a file or a folder. One that is not on this computer is refused in words.
 */
void sarap_file_choose (SarapHost *host,
                        GtkFileChooserNative *chooser,
                        SarapFileChosen chosen,
                        gpointer data,
                        GDestroyNotify data_free);

G_END_DECLS
