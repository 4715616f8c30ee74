#include "exchange/sarap-exchange-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (sarap - exchange - error - quark, sarap_exchange_error)

const char *
sarap_exchange_say_errno (int code)
{
  switch (code)
    {
    case ENOENT:
      return _ ("there is no such file or folder");
    case EACCES:
    case EPERM:
      return _ ("you have no access to it");
    case ENOSPC:
    case EDQUOT:
      return _ ("there is no space left");
    case EROFS:
      return _ ("nothing can be written to this disk");
    case EISDIR:
      return _ ("it is a folder");
    case ENOTDIR:
      return _ ("it is not a folder");
    case ENAMETOOLONG:
      return _ ("the name is too long");
    case EIO:
      return _ ("the disk does not work as it should");
    default:
      return g_strerror (code);
    }
}
