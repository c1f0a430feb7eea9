// What the files of the page reader share; not for others.
#ifndef STEELYARD_PAGES_INNER_H
#define STEELYARD_PAGES_INNER_H

#include "pages.h"

#include <mupdf/fitz.h>
#include <mupdf/pdf.h>

struct pages_document {
  fz_context *context;
  pdf_document *document;
  bool has_layers, has_losses, has_short_flate;
};

// What a page paints, in order.
typedef struct pages_record {
  pages_glyph *glyphs;
  size_t glyph_count, glyph_room;
  pages_mark *marks;
  size_t mark_count, mark_room;
  // Kept, one for each text object and (or NULL) for each mark.
  fz_text **texts;
  fz_matrix *text_places;
  size_t text_count, text_room;
  fz_image **images;
  size_t most;
  uint32_t order;
  bool is_too_much;
} pages_record;

struct pages_look {
  pages_document *owner;
  pages_record record;
  fz_display_list *list;
  fz_rect shown, sheet;
};

// A device that hands everything on to another, notes it in a record, or leaves text out.
typedef struct pages_relay {
  fz_device super;
  fz_device *next;
  fz_cookie *cookie;
  pages_record *record;
  bool is_annotation;
  // Leaving out: this text, or all where `leaves_all`.
  const fz_text *left_out;
  bool leaves_all;
  int clips;
  // Depths while noting.
  int masks, tiles;
  // Opacity and blending of the groups that are open.
  struct {
    float alpha;
    bool is_blended;
  } groups[64];
  int group_depth;
} pages_relay;

// Noting, where a relay has a record.
void pages_note_colour(fz_context *context, fz_colorspace *space, const float *values,
                       fz_color_params parameters, uint8_t out[3]);
void pages_note_mark(fz_context *context, pages_relay *relay, enum pages_mark_kind kind,
                     fz_rect box, float alpha, const uint8_t rgb[3], fz_image *image,
                     const fz_matrix *place);
void pages_note_text(fz_context *context, pages_relay *relay, const fz_text *text, fz_matrix place,
                     unsigned flags, const uint8_t rgb[3], float alpha);
void pages_note_clip(pages_relay *relay, bool is_shaped);
bool pages_is_shaped(fz_context *context, const fz_path *path, fz_matrix place);
pages_relay *pages_new_relay(fz_context *context, fz_device *next);
void pages_drop_record(fz_context *context, pages_record *record);
enum pages_result pages_caught(fz_context *context);
pages_box pages_box_of(fz_rect rect);
void pages_draw_all(fz_context *context, pdf_page *page, pages_relay *relay, fz_device *device,
                    const char *usage, fz_cookie *cookie);
enum pages_result pages_take_pixels(fz_context *context, fz_pixmap *pixmap,
                                    pages_picture *picture);

void pages_prepare_layers(fz_context *context, pages_document *opened);
// Adds to the record what only layers that are switched off hold.
void pages_look_at_layers(fz_context *context, pages_look *look, pdf_page *page);
enum pages_result pages_take_image(fz_context *context, fz_image *image, int longest,
                                   pages_picture *picture, unsigned char **opacity);

#endif
