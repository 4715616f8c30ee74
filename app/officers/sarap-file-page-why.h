#pragma once

#include "procedure/sarap-officer-file.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SarapFilePageWhy:
 *
 * The explanation of the date: the reasons as sentences, each with its paragraph, for today or
 * another day. Signal: "day-chosen" (a #SarapDate, 0 for today): the person chose another day.
 */
#define SARAP_TYPE_FILE_PAGE_WHY (sarap_file_page_why_get_type ())
G_DECLARE_FINAL_TYPE (SarapFilePageWhy, sarap_file_page_why, SARAP, FILE_PAGE_WHY, AdwBin)

/**
 * sarap_file_page_why_show:
 * @self: the reasons
 * @file: the officer's file
 * @today: the current day
 */
void sarap_file_page_why_show (SarapFilePageWhy *self, SarapOfficerFile *file, SarapDate today);
/* Prints the reasons as a statement with room for a signature */
void sarap_file_page_why_print (SarapFilePageWhy *self);

G_END_DECLS
