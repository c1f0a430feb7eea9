#include "pdftext.h"

#include "opening.h"
#include "pages-inner.h"

#include <stdlib.h>
#include <string.h>

struct pdftext_document {
  fz_context *context;
  fz_document *document;
};

enum pdftext_result pdftext_open(const unsigned char *bytes, size_t length, size_t memory,
                                 pdftext_document **result) {
  *result = NULL;
  pdftext_document *opened = calloc(1, sizeof *opened);
  if (!opened) return pdftext_no_memory;
  fz_context *context = opened->context = opening_context(memory, NULL, NULL);
  if (!context) {
    free(opened);
    return pdftext_no_memory;
  }
  pdf_document *document = NULL;
  enum pdftext_result answer
      = (enum pdftext_result)opening_pdf(context, bytes, length, &document);
  opened->document = (fz_document *)document;
  if (answer != pdftext_open_ok) {
    pdftext_close(opened);
    return answer;
  }
  *result = opened;
  return answer;
}

void pdftext_close(pdftext_document *opened) {
  if (!opened) return;
  fz_drop_document(opened->context, opened->document);
  fz_drop_context(opened->context);
  free(opened);
}

int pdftext_page_count(pdftext_document *opened) {
  int count = -1;
  fz_var(count);
  fz_try(opened->context) count = fz_count_pages(opened->context, opened->document);
  fz_catch(opened->context) return -1;
  return count;
}

bool pdftext_was_repaired(pdftext_document *opened) {
  bool repaired = false;
  fz_var(repaired);
  fz_try(opened->context) {
    pdf_document *document = pdf_specifics(opened->context, opened->document);
    repaired = document && pdf_was_repaired(opened->context, document);
  }
  fz_catch(opened->context) return false;
  return repaired;
}

// MARK: A page

// Copies what was found; throws nothing and answers whether there was memory and room.
static bool collect(fz_context *context, fz_stext_page *found, size_t most, pdftext_page *page) {
  size_t lines = 0, characters = 0;
  for (fz_stext_block *block = found->first_block; block; block = block->next) {
    if (block->type == FZ_STEXT_BLOCK_IMAGE) page->images++;
    if (block->type != FZ_STEXT_BLOCK_TEXT) continue;
    for (fz_stext_line *line = block->u.t.first_line; line; line = line->next) {
      lines++;
      for (fz_stext_char *character = line->first_char; character; character = character->next)
        characters++;
    }
  }
  if (lines == 0) return true;
  page->is_too_long = characters > most;
  if (page->is_too_long) return false;
  page->text = malloc(characters * 4 + 1);
  page->lines = calloc(lines, sizeof *page->lines);
  if (!page->text || !page->lines) {
    pdftext_free_page(page);
    return false;
  }
  size_t offset = 0;
  for (fz_stext_block *block = found->first_block; block; block = block->next) {
    if (block->type != FZ_STEXT_BLOCK_TEXT) continue;
    for (fz_stext_line *line = block->u.t.first_line; line; line = line->next) {
      fz_stext_char *first = line->first_char;
      pdftext_line *copy = page->lines + page->count++;
      copy->x0 = line->bbox.x0, copy->y0 = line->bbox.y0;
      copy->x1 = line->bbox.x1, copy->y1 = line->bbox.y1;
      copy->size = first ? first->size : 0;
      copy->is_bold = first && first->font && fz_font_is_bold(context, first->font);
      copy->is_level = line->wmode == 0 && line->dir.x > 0.98f;
      copy->offset = offset;
      for (fz_stext_char *character = first; character; character = character->next) {
        // A half of a pair or no character at all would make the text no UTF-8.
        int rune = character->c;
        if (rune < 0 || rune > 0x10FFFF || (rune >= 0xD800 && rune < 0xE000)) rune = 0xFFFD;
        offset += (size_t)fz_runetochar(page->text + offset, rune);
      }
      copy->length = offset - copy->offset;
    }
  }
  return true;
}

bool pdftext_read_page(pdftext_document *opened, int number, size_t most, pdftext_page *page) {
  memset(page, 0, sizeof *page);
  fz_context *context = opened->context;
  fz_page *loaded = NULL;
  fz_stext_page *found = NULL;
  fz_device *device = NULL;
  pages_relay *relay = NULL;
  fz_cookie cookie = {0};
  bool whole = false;
  fz_var(loaded);
  fz_var(found);
  fz_var(device);
  fz_var(relay);
  fz_var(whole);
  fz_try(context) {
    fz_stext_options options = {FZ_STEXT_PRESERVE_IMAGES | FZ_STEXT_MEDIABOX_CLIP, 0};
    loaded = fz_load_page(context, opened->document, number);
    found = fz_new_stext_page(context, fz_bound_page(context, loaded));
    device = fz_new_stext_device(context, found, &options);
    // What is written in forms belongs to the text; notes stuck on the page do not.
    // The relay stops what never ends.
    relay = pages_new_relay(context, device);
    relay->cookie = &cookie;
    relay->super.hints = device->hints;
    fz_run_page_contents(context, loaded, &relay->super, fz_identity, &cookie);
    fz_run_page_widgets(context, loaded, &relay->super, fz_identity, &cookie);
    fz_close_device(context, &relay->super);
    whole = !cookie.abort;
  }
  fz_always(context) {
    fz_drop_device(context, (fz_device *)relay);
    fz_drop_device(context, device);
    fz_drop_page(context, loaded);
  }
  fz_catch(context) whole = false;
  // After an error, what was found before it is still text of the page; the caller says so.
  if (found && !collect(context, found, most, page)) whole = false;
  fz_drop_stext_page(context, found);
  return whole;
}

void pdftext_free_page(pdftext_page *page) {
  free(page->text);
  free(page->lines);
  memset(page, 0, sizeof *page);
}
