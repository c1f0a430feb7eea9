#include "pages-inner.h"

#include "opening.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// What MuPDF says when it goes on without a part of the file.
static const char *const losses[] = {
    "cannot find startxref", "cannot load object", "invalid key in dict", "object out of range",
    "premature end",         "truncated",          "zlib error",
};

// Said of a stream that breaks off and of one without a byte, which lacks nothing.
static const char short_flate[] = "premature end of data in flate filter";

// A sum that does not fit, though every byte was there.
static const char harmless[] = "incorrect data check";

static void note(void *user, const char *message) {
  pages_document *opened = user;
  if (strstr(message, harmless)) return;
  if (strstr(message, short_flate)) {
    opened->has_short_flate = true;
    return;
  }
  for (size_t at = 0; at < sizeof losses / sizeof *losses; at++)
    if (strstr(message, losses[at])) opened->has_losses = true;
}

enum pages_result pages_caught(fz_context *context) {
  return (enum pages_result)opening_caught(context);
}

pages_box pages_box_of(fz_rect rect) { return (pages_box){rect.x0, rect.y0, rect.x1, rect.y1}; }

enum pages_result pages_open(const unsigned char *bytes, size_t length, size_t memory,
                             pages_document **result) {
  *result = NULL;
  pages_document *opened = calloc(1, sizeof *opened);
  if (!opened) return pages_no_memory;
  fz_context *context = opened->context = opening_context(memory, note, opened);
  if (!context) {
    free(opened);
    return pages_no_memory;
  }
  enum pages_result answer
      = (enum pages_result)opening_pdf(context, bytes, length, &opened->document);
  if (answer == pages_ok) {
    fz_try(context) pages_prepare_layers(context, opened);
    fz_catch(context) answer = pages_caught(context);
  }
  if (answer != pages_ok) {
    pages_close(opened);
    return answer;
  }
  *result = opened;
  return answer;
}

void pages_close(pages_document *opened) {
  if (!opened) return;
  pdf_drop_document(opened->context, opened->document);
  fz_drop_context(opened->context);
  free(opened);
}

bool pages_has_losses(pages_document *opened) {
  fz_flush_warnings(opened->context);
  return opened->has_losses;
}

bool pages_has_short_flate(pages_document *opened) {
  fz_flush_warnings(opened->context);
  return opened->has_short_flate;
}

int pages_count(pages_document *opened) {
  int count = -1;
  fz_var(count);
  fz_try(opened->context) count = pdf_count_pages(opened->context, opened->document);
  fz_catch(opened->context) return -1;
  return count;
}

enum pages_result pages_size(pages_document *opened, int number, float *width, float *height) {
  fz_context *context = opened->context;
  pdf_page *page = NULL;
  fz_var(page);
  *width = *height = 0;
  fz_try(context) {
    page = pdf_load_page(context, opened->document, number);
    fz_rect bounds = pdf_bound_page(context, page);
    *width = bounds.x1 - bounds.x0, *height = bounds.y1 - bounds.y0;
  }
  fz_always(context) fz_drop_page(context, (fz_page *)page);
  fz_catch(context) return pages_caught(context);
  return pages_ok;
}

// MARK: Pictures

enum pages_result pages_take_pixels(fz_context *context, fz_pixmap *pixmap,
                                    pages_picture *picture) {
  int width = fz_pixmap_width(context, pixmap), height = fz_pixmap_height(context, pixmap);
  size_t row = (size_t)width * 3, stride = (size_t)fz_pixmap_stride(context, pixmap);
  const unsigned char *samples = fz_pixmap_samples(context, pixmap);
  if (width <= 0 || height <= 0 || fz_pixmap_components(context, pixmap) != 3)
    return pages_damaged;
  picture->rgb = malloc(row * (size_t)height);
  if (!picture->rgb) return pages_no_memory;
  picture->width = width, picture->height = height;
  for (int y = 0; y < height; y++)
    memcpy(picture->rgb + row * (size_t)y, samples + stride * (size_t)y, row);
  return pages_ok;
}

void pages_free_picture(pages_picture *picture) {
  free(picture->rgb);
  memset(picture, 0, sizeof *picture);
}

enum pages_result pages_render(pages_document *opened, int number, float scale, size_t most,
                               pages_picture *picture) {
  fz_context *context = opened->context;
  pdf_page *page = NULL;
  fz_pixmap *pixmap = NULL;
  fz_device *device = NULL;
  pages_relay *relay = NULL;
  enum pages_result answer = pages_ok;
  memset(picture, 0, sizeof *picture);
  fz_var(page);
  fz_var(pixmap);
  fz_var(device);
  fz_var(relay);
  fz_var(answer);
  fz_try(context) {
    page = pdf_load_page(context, opened->document, number);
    fz_matrix enlarge = fz_scale(scale, scale);
    fz_rect bounds = fz_transform_rect(pdf_bound_page(context, page), enlarge);
    double pixels = ceil((double)bounds.x1 - bounds.x0 + 1) * ceil((double)bounds.y1 - bounds.y0 + 1);
    if (!(pixels <= (double)most)) {
      answer = pages_too_much;
    } else {
      fz_irect area = fz_round_rect(bounds);
      pixmap = fz_new_pixmap_with_bbox(context, fz_device_rgb(context), area, NULL, 0);
      fz_clear_pixmap_with_value(context, pixmap, 255);
      device = fz_new_draw_device(context, enlarge, pixmap);
      // The relay only bounds patterns here; icons are drawn too.
      relay = pages_new_relay(context, device);
      pages_draw_all(context, page, NULL, &relay->super, "View", NULL);
      fz_close_device(context, &relay->super);
      answer = pages_take_pixels(context, pixmap, picture);
    }
  }
  fz_always(context) {
    fz_drop_device(context, (fz_device *)relay);
    fz_drop_device(context, device);
    fz_drop_pixmap(context, pixmap);
    fz_drop_page(context, (fz_page *)page);
  }
  fz_catch(context) answer = pages_caught(context);
  if (answer != pages_ok) pages_free_picture(picture);
  return answer;
}

unsigned char *pages_png(pages_document *opened, const unsigned char *rgb, int width, int height,
                         size_t *length) {
  fz_context *context = opened->context;
  fz_pixmap *pixmap = NULL;
  fz_buffer *buffer = NULL;
  unsigned char *copy = NULL;
  *length = 0;
  if (width <= 0 || height <= 0) return NULL;
  fz_var(pixmap);
  fz_var(buffer);
  fz_var(copy);
  fz_try(context) {
    pixmap = fz_new_pixmap(context, fz_device_rgb(context), width, height, NULL, 0);
    memcpy(fz_pixmap_samples(context, pixmap), rgb, (size_t)width * (size_t)height * 3);
    buffer = fz_new_buffer_from_pixmap_as_png(context, pixmap, fz_default_color_params);
    unsigned char *data = NULL;
    size_t size = fz_buffer_storage(context, buffer, &data);
    copy = malloc(size ? size : 1);
    if (copy) memcpy(copy, data, size), *length = size;
  }
  fz_always(context) {
    fz_drop_buffer(context, buffer);
    fz_drop_pixmap(context, pixmap);
  }
  fz_catch(context) {
    free(copy);
    copy = NULL;
  }
  return copy;
}

void pages_free_bytes(unsigned char *bytes) { free(bytes); }

// MARK: Words

static bool is_gap(int rune) { return rune == ' ' || rune == 0xA0 || rune == '\t'; }

static enum pages_result collect(fz_context *context, fz_stext_page *found, size_t most,
                                 pages_words *words) {
  size_t characters = 0;
  for (fz_stext_block *block = found->first_block; block; block = block->next)
    for (fz_stext_line *line = block->type == FZ_STEXT_BLOCK_TEXT ? block->u.t.first_line : NULL;
         line; line = line->next)
      for (fz_stext_char *letter = line->first_char; letter; letter = letter->next) characters++;
  if (characters > most) return pages_too_much;
  words->text = malloc(characters * 4 + 1);
  words->words = calloc(characters + 1, sizeof *words->words);
  if (!words->text || !words->words) return pages_no_memory;
  size_t offset = 0;
  uint32_t lines = 0;
  for (fz_stext_block *block = found->first_block; block; block = block->next) {
    if (block->type != FZ_STEXT_BLOCK_TEXT) continue;
    for (fz_stext_line *line = block->u.t.first_line; line; line = line->next, lines++) {
      pages_word *word = NULL;
      for (fz_stext_char *letter = line->first_char; letter; letter = letter->next) {
        if (is_gap(letter->c)) {
          word = NULL;
          continue;
        }
        fz_rect box = fz_rect_from_quad(letter->quad);
        if (!word) {
          word = words->words + words->count++;
          *word = (pages_word){pages_box_of(box), lines, offset, 0};
        }
        word->box.x0 = fminf(word->box.x0, box.x0), word->box.y0 = fminf(word->box.y0, box.y0);
        word->box.x1 = fmaxf(word->box.x1, box.x1), word->box.y1 = fmaxf(word->box.y1, box.y1);
        // A half of a pair or no character at all would make the text no UTF-8.
        int rune = letter->c;
        if (rune < 0 || rune > 0x10FFFF || (rune >= 0xD800 && rune < 0xE000)) rune = 0xFFFD;
        offset += (size_t)fz_runetochar(words->text + offset, rune);
        word->length = offset - word->offset;
      }
    }
  }
  (void)context;
  return pages_ok;
}

enum pages_result pages_read_words(pages_document *opened, int number, size_t most,
                                   pages_words *words) {
  fz_context *context = opened->context;
  pdf_page *page = NULL;
  fz_stext_page *found = NULL;
  fz_device *device = NULL;
  enum pages_result answer = pages_ok;
  memset(words, 0, sizeof *words);
  fz_var(page);
  fz_var(found);
  fz_var(device);
  fz_var(answer);
  fz_try(context) {
    fz_stext_options options = {0, 0};
    page = pdf_load_page(context, opened->document, number);
    found = fz_new_stext_page(context, pdf_bound_page(context, page));
    device = fz_new_stext_device(context, found, &options);
    pages_draw_all(context, page, NULL, device, NULL, NULL);
    fz_close_device(context, device);
  }
  fz_always(context) {
    fz_drop_device(context, device);
    fz_drop_page(context, (fz_page *)page);
  }
  fz_catch(context) answer = pages_caught(context);
  if (found) {
    enum pages_result collected = collect(context, found, most, words);
    if (collected != pages_ok) pages_free_words(words), answer = collected;
  }
  fz_drop_stext_page(context, found);
  return answer;
}

void pages_free_words(pages_words *words) {
  free(words->text);
  free(words->words);
  memset(words, 0, sizeof *words);
}
