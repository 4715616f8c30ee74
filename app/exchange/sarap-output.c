#include "exchange/sarap-output.h"

#include "store/sarap-temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

gboolean
sarap_output_fail (const SarapOutput *self, int code, GError **error)
{
  g_set_error (error, SARAP_EXCHANGE_ERROR, SARAP_EXCHANGE_ERROR_FILE,
               /* TRANSLATORS: a file's name, and why */
               _ ("The file “%s” cannot be written: %s."), self->path,
               sarap_exchange_say_errno (code));
  return FALSE;
}

gboolean
sarap_output_open (SarapOutput *self, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  self->path = g_strdup (path);
  self->text = g_string_new (NULL);
  sarap_temporary_sweep_folder (folder);
  self->fd = sarap_temporary_file_make (folder, &self->temporary);
  return self->fd >= 0 || sarap_output_fail (self, errno, error);
}

gboolean
sarap_output_flush (SarapOutput *self, gsize at_least, GError **error)
{
  const char *text = self->text->str;
  gsize length = self->text->len;

  if (length < at_least)
    return TRUE;
  while (length > 0)
    {
      gssize n = write (self->fd, text, length);

      if (n < 0 && errno != EINTR)
        return sarap_output_fail (self, errno, error);
      text += MAX (n, 0);
      length -= MAX (n, 0);
    }
  g_string_truncate (self->text, 0);
  return TRUE;
}

gboolean
sarap_output_close (SarapOutput *self, GError **error)
{
  int fd;

  if (!sarap_output_flush (self, 0, error))
    return FALSE;
  if (fsync (self->fd) != 0 || (fd = dup (self->fd)) < 0)
    return sarap_output_fail (self, errno, error);
  return close (fd) == 0 || sarap_output_fail (self, errno, error);
}

gboolean
sarap_output_rename (SarapOutput *self, GError **error)
{
  if (g_rename (self->temporary, self->path) != 0)
    return sarap_output_fail (self, errno, error);
  g_clear_pointer (&self->temporary, g_free);
  close (self->fd);
  self->fd = -1;
  return TRUE;
}

void
sarap_output_clear (SarapOutput *self)
{
  if (self->path == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_string_free (self->text, TRUE);
  self->path = NULL;
}

void
sarap_output_sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}
