#pragma once

#include "procedure/sarap-officer-file.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapFilePageHead:
 *
 * The name, status and deadline of the officer at a glance.
 */
#define SARAP_TYPE_FILE_PAGE_HEAD (sarap_file_page_head_get_type ())
G_DECLARE_FINAL_TYPE (SarapFilePageHead, sarap_file_page_head, SARAP, FILE_PAGE_HEAD, AdwBin)

/**
 * sarap_file_page_head_show:
 * @self: a head
 * @file: the officer's file
 */
void sarap_file_page_head_show (SarapFilePageHead *self, SarapOfficerFile *file);

G_END_DECLS
