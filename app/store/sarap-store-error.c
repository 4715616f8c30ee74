#include "store/sarap-store-error.h"

G_DEFINE_QUARK (sarap-store-error-quark, sarap_store_error)
