#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SarapTestProxy:
 *
 * A port of this computer that leads to the test server, and can be cut: to the program it is as if
 * the server went away and came back, while other tests go on with it.
 */
typedef struct _SarapTestProxy SarapTestProxy;

SarapTestProxy *sarap_test_proxy_new  (void);
void            sarap_test_proxy_free (SarapTestProxy *self);
/* The same database's name through the proxy */
char           *sarap_test_proxy_name (SarapTestProxy *self, const char *name);
/* Ends all that goes through it and lets nobody in */
void            sarap_test_proxy_cut  (SarapTestProxy *self);
void            sarap_test_proxy_mend (SarapTestProxy *self);
/* Nothing comes through any more, but all connections stay, and new ones are taken: as if the server
   hung without dying, or the network were cut. From any thread. */
void            sarap_test_proxy_hold (SarapTestProxy *self);
void            sarap_test_proxy_let_go (SarapTestProxy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SarapTestProxy, sarap_test_proxy_free)

G_END_DECLS
