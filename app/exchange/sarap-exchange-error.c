#include "exchange/sarap-exchange-error.h"

G_DEFINE_QUARK (sarap - exchange - error - quark, sarap_exchange_error)
