#include "store/sarap-unreachable.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Each %s is the address. Of several servers the last one's reason counts: libpq tries them in
   turn. */
static const struct
{
  const char *parts[2];
  const char *sentence;
} reasons[] = {
  { { "could not translate host name" },
    N_ ("No server is known by the address “%s”. Check how it is written, and the network.") },
  { { "but SSL was required" },
    N_ ("The server “%s” offers no encryption (TLS), and this connection requires it. Ask the "
        "administrator of the server, or choose to encrypt only if the server offers it.") },
  { { "root certificate file" },
    N_ ("The server “%s” cannot be verified: this computer has no certificate of the authority "
        "that it is verified by. Ask the administrator for the file root.crt.") },
  { { "certificate verify failed" },
    N_ ("The server “%s” cannot be verified: its certificate is not of an authority that this "
        "computer trusts. Ask the administrator.") },
  { { "does not match host name" },
    N_ ("What answers at “%s” is another server: its certificate has another name. Check the "
        "address, or ask the administrator.") },
  { { "Connection refused", "No such file or directory" },
    N_ ("No database answers at “%s”: the server refuses this port. Check the address and the "
        "port, and whether the database is running.") },
  { { "timeout expired", "timed out" },
    N_ ("The server “%s” does not answer. Check the address and the network; it may be switched "
        "off.") },
  { { "No route to host", "Network is unreachable" },
    N_ ("There is no way to the server “%s” from this computer. Check the address and the "
        "network.") },
};

/* Finds the last occurrence of one of the parts; NULL if there is none */
static const char *
find_last (const char *message, const char *const parts[2])
{
  const char *first = g_strrstr (message, parts[0]);
  const char *second = parts[1] != NULL ? g_strrstr (message, parts[1]) : NULL;

  return second != NULL && (first == NULL || second > first) ? second : first;
}

/* The typed hosts and ports; without any it is this computer */
static char *
address_of (const SarapName *name)
{
  const char *start = strstr (name->text, "://");
  g_autofree char *authority = NULL, *plain = NULL;
  const char *at;

  start = start != NULL ? start + strlen ("://") : name->text;
  authority = g_strndup (start, strcspn (start, "/?"));
  at = strrchr (authority, '@');
  plain = g_uri_unescape_string (at != NULL ? at + 1 : authority, NULL);
  return g_strdup (plain != NULL && *plain != '\0' ? plain : "localhost");
}

char *
sarap_unreachable_say (const SarapName *name, const char *message)
{
  const char *last = NULL, *sentence = NULL;
  g_autofree char *address = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      const char *place = find_last (message, reasons[i].parts);

      if (place != NULL && (last == NULL || place > last))
        {
          last = place;
          sentence = reasons[i].sentence;
        }
    }
  if (sentence == NULL)
    return NULL;
  address = address_of (name);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (sentence), address);
#pragma GCC diagnostic pop
}
