// The device between the interpreter of a page and what draws it: it notes what is painted, or leaves
// text out, and hands on the rest.

#include "pages-inner.h"

#include <math.h>

#define RELAY(device) ((pages_relay *)(device))

static bool leaves_out(pages_relay *relay, const fz_text *text) {
  return relay->leaves_all || relay->left_out == text;
}

static void fill_path(fz_context *c, fz_device *d, const fz_path *path, int even_odd, fz_matrix m,
                      fz_colorspace *space, const float *values, float alpha, fz_color_params p) {
  uint8_t rgb[3];
  if (RELAY(d)->record) {
    pages_note_colour(c, space, values, p, rgb);
    pages_note_mark(c, RELAY(d), pages_mark_fill, fz_bound_path(c, path, NULL, m), alpha, rgb, NULL, NULL);
  }
  if (RELAY(d)->next) fz_fill_path(c, RELAY(d)->next, path, even_odd, m, space, values, alpha, p);
}

static void stroke_path(fz_context *c, fz_device *d, const fz_path *path,
                        const fz_stroke_state *stroke, fz_matrix m, fz_colorspace *space,
                        const float *values, float alpha, fz_color_params p) {
  uint8_t rgb[3];
  if (RELAY(d)->record) {
    pages_note_colour(c, space, values, p, rgb);
    pages_note_mark(c, RELAY(d), pages_mark_stroke, fz_bound_path(c, path, stroke, m), alpha, rgb, NULL,
         NULL);
  }
  if (RELAY(d)->next) fz_stroke_path(c, RELAY(d)->next, path, stroke, m, space, values, alpha, p);
}

// Every form clips to its box. Forms that draw each other a billion times may paint nothing that would
// be counted.
static const int most_clips = 500000;

static void count_clip(pages_relay *relay) {
  if (++relay->clips <= most_clips) return;
  if (relay->record) relay->record->is_too_much = true;
  if (relay->cookie) relay->cookie->abort = 1;
}

static void clip_path(fz_context *c, fz_device *d, const fz_path *path, int even_odd, fz_matrix m,
                      fz_rect scissor) {
  count_clip(RELAY(d));
  if (RELAY(d)->record) pages_note_clip(RELAY(d), pages_is_shaped(c, path, m));
  if (RELAY(d)->next) fz_clip_path(c, RELAY(d)->next, path, even_odd, m, scissor);
}

static void clip_stroke_path(fz_context *c, fz_device *d, const fz_path *path,
                             const fz_stroke_state *stroke, fz_matrix m, fz_rect scissor) {
  if (RELAY(d)->record) pages_note_clip(RELAY(d), true);
  if (RELAY(d)->next) fz_clip_stroke_path(c, RELAY(d)->next, path, stroke, m, scissor);
}

static void fill_text(fz_context *c, fz_device *d, const fz_text *text, fz_matrix m,
                      fz_colorspace *space, const float *values, float alpha, fz_color_params p) {
  uint8_t rgb[3];
  if (leaves_out(RELAY(d), text)) return;
  if (RELAY(d)->record) {
    pages_note_colour(c, space, values, p, rgb);
    pages_note_text(c, RELAY(d), text, m, pages_glyph_filled, rgb, alpha);
  }
  if (RELAY(d)->next) fz_fill_text(c, RELAY(d)->next, text, m, space, values, alpha, p);
}

static void stroke_text(fz_context *c, fz_device *d, const fz_text *text,
                        const fz_stroke_state *stroke, fz_matrix m, fz_colorspace *space,
                        const float *values, float alpha, fz_color_params p) {
  uint8_t rgb[3];
  if (leaves_out(RELAY(d), text)) return;
  if (RELAY(d)->record) {
    pages_note_colour(c, space, values, p, rgb);
    pages_note_text(c, RELAY(d), text, m, pages_glyph_stroked, rgb, alpha);
  }
  if (RELAY(d)->next) fz_stroke_text(c, RELAY(d)->next, text, stroke, m, space, values, alpha, p);
}

// A clip in which nothing is, so that what shone through the text is left out with it.
static void clip_nothing(fz_context *c, fz_device *next) {
  fz_path *nothing = fz_new_path(c);
  fz_try(c) fz_clip_path(c, next, nothing, 0, fz_identity, fz_empty_rect);
  fz_always(c) fz_drop_path(c, nothing);
  fz_catch(c) fz_rethrow(c);
}

static void clip_text(fz_context *c, fz_device *d, const fz_text *text, fz_matrix m,
                      fz_rect scissor) {
  if (RELAY(d)->record) {
    pages_note_text(c, RELAY(d), text, m, pages_glyph_clips, NULL, 1);
    pages_note_clip(RELAY(d), true);
  }
  if (!RELAY(d)->next) return;
  if (leaves_out(RELAY(d), text)) clip_nothing(c, RELAY(d)->next);
  else fz_clip_text(c, RELAY(d)->next, text, m, scissor);
}

static void clip_stroke_text(fz_context *c, fz_device *d, const fz_text *text,
                             const fz_stroke_state *stroke, fz_matrix m, fz_rect scissor) {
  if (RELAY(d)->record) {
    pages_note_text(c, RELAY(d), text, m, pages_glyph_clips, NULL, 1);
    pages_note_clip(RELAY(d), true);
  }
  if (!RELAY(d)->next) return;
  if (leaves_out(RELAY(d), text)) clip_nothing(c, RELAY(d)->next);
  else fz_clip_stroke_text(c, RELAY(d)->next, text, stroke, m, scissor);
}

static void ignore_text(fz_context *c, fz_device *d, const fz_text *text, fz_matrix m) {
  if (RELAY(d)->record) pages_note_text(c, RELAY(d), text, m, pages_glyph_ignored, NULL, 0);
  if (RELAY(d)->next) fz_ignore_text(c, RELAY(d)->next, text, m);
}

static void fill_shade(fz_context *c, fz_device *d, fz_shade *shade, fz_matrix m, float alpha,
                       fz_color_params p) {
  if (RELAY(d)->record)
    pages_note_mark(c, RELAY(d), pages_mark_shade, fz_bound_shade(c, shade, m), alpha, NULL, NULL, NULL);
  if (RELAY(d)->next) fz_fill_shade(c, RELAY(d)->next, shade, m, alpha, p);
}

static void fill_image(fz_context *c, fz_device *d, fz_image *image, fz_matrix m, float alpha,
                       fz_color_params p) {
  if (RELAY(d)->record)
    pages_note_mark(c, RELAY(d), pages_mark_image, fz_transform_rect(fz_unit_rect, m), alpha, NULL, image, &m);
  if (RELAY(d)->next) fz_fill_image(c, RELAY(d)->next, image, m, alpha, p);
}

static void fill_image_mask(fz_context *c, fz_device *d, fz_image *image, fz_matrix m,
                            fz_colorspace *space, const float *values, float alpha,
                            fz_color_params p) {
  uint8_t rgb[3];
  if (RELAY(d)->record) {
    pages_note_colour(c, space, values, p, rgb);
    pages_note_mark(c, RELAY(d), pages_mark_stencil, fz_transform_rect(fz_unit_rect, m), alpha, rgb, image,
         &m);
  }
  if (RELAY(d)->next)
    fz_fill_image_mask(c, RELAY(d)->next, image, m, space, values, alpha, p);
}

static void clip_image_mask(fz_context *c, fz_device *d, fz_image *image, fz_matrix m,
                            fz_rect scissor) {
  if (RELAY(d)->record) pages_note_clip(RELAY(d), true);
  if (RELAY(d)->next) fz_clip_image_mask(c, RELAY(d)->next, image, m, scissor);
}

static void pop_clip(fz_context *c, fz_device *d) {
  if (RELAY(d)->next) fz_pop_clip(c, RELAY(d)->next);
}

static void begin_mask(fz_context *c, fz_device *d, fz_rect area, int luminosity,
                       fz_colorspace *space, const float *backdrop, fz_color_params p) {
  RELAY(d)->masks++;
  if (RELAY(d)->next) fz_begin_mask(c, RELAY(d)->next, area, luminosity, space, backdrop, p);
}

static void end_mask(fz_context *c, fz_device *d) {
  RELAY(d)->masks--;
  pages_note_clip(RELAY(d), true);
  if (RELAY(d)->next) fz_end_mask(c, RELAY(d)->next);
}

static void begin_group(fz_context *c, fz_device *d, fz_rect area, fz_colorspace *space,
                        int isolated, int knockout, int blend, float alpha) {
  pages_relay *relay = RELAY(d);
  if (relay->group_depth >= 0 && relay->group_depth < 64) {
    relay->groups[relay->group_depth].alpha = alpha;
    relay->groups[relay->group_depth].is_blended = (blend & FZ_BLEND_MODEMASK) != FZ_BLEND_NORMAL;
  }
  relay->group_depth++;
  if (relay->next) fz_begin_group(c, relay->next, area, space, isolated, knockout, blend, alpha);
}

static void end_group(fz_context *c, fz_device *d) {
  if (RELAY(d)->group_depth > 0) RELAY(d)->group_depth--;
  if (RELAY(d)->next) fz_end_group(c, RELAY(d)->next);
}

// Cells of one pattern; with more, somebody made it to keep the reader busy.
static const float most_cells = 1e6f;

static int begin_tile(fz_context *c, fz_device *d, fz_rect area, fz_rect view, float x, float y,
                      fz_matrix m, int id) {
  if (RELAY(d)->record)
    pages_note_mark(c, RELAY(d), pages_mark_tiling, fz_transform_rect(area, m), 1, NULL, NULL, NULL);
  RELAY(d)->tiles++;
  float cells = (area.x1 - area.x0) / x * ((area.y1 - area.y0) / y);
  if (!(fabsf(cells) < most_cells)) fz_throw(c, FZ_ERROR_GENERIC, "too many cells");
  return RELAY(d)->next ? fz_begin_tile_id(c, RELAY(d)->next, area, view, x, y, m, id) : 0;
}

static void end_tile(fz_context *c, fz_device *d) {
  RELAY(d)->tiles--;
  if (RELAY(d)->next) fz_end_tile(c, RELAY(d)->next);
}

static void render_flags(fz_context *c, fz_device *d, int set, int clear) {
  if (RELAY(d)->next) fz_render_flags(c, RELAY(d)->next, set, clear);
}

static void set_colorspaces(fz_context *c, fz_device *d, fz_default_colorspaces *spaces) {
  if (RELAY(d)->next) fz_set_default_colorspaces(c, RELAY(d)->next, spaces);
}

static void begin_layer(fz_context *c, fz_device *d, const char *name) {
  if (RELAY(d)->next) fz_begin_layer(c, RELAY(d)->next, name);
}

static void end_layer(fz_context *c, fz_device *d) {
  if (RELAY(d)->next) fz_end_layer(c, RELAY(d)->next);
}

static void close_device(fz_context *c, fz_device *d) {
  if (RELAY(d)->next) fz_close_device(c, RELAY(d)->next);
}

static void drop_device(fz_context *c, fz_device *d) { fz_drop_device(c, RELAY(d)->next); }

pages_relay *pages_new_relay(fz_context *context, fz_device *next) {
  pages_relay *relay = (pages_relay *)fz_new_device_of_size(context, sizeof *relay);
  fz_device *d = &relay->super;
  relay->next = fz_keep_device(context, next);
  d->close_device = close_device, d->drop_device = drop_device;
  d->fill_path = fill_path, d->stroke_path = stroke_path;
  d->clip_path = clip_path, d->clip_stroke_path = clip_stroke_path;
  d->fill_text = fill_text, d->stroke_text = stroke_text;
  d->clip_text = clip_text, d->clip_stroke_text = clip_stroke_text;
  d->ignore_text = ignore_text;
  d->fill_shade = fill_shade, d->fill_image = fill_image;
  d->fill_image_mask = fill_image_mask, d->clip_image_mask = clip_image_mask;
  d->pop_clip = pop_clip;
  d->begin_mask = begin_mask, d->end_mask = end_mask;
  d->begin_group = begin_group, d->end_group = end_group;
  d->begin_tile = begin_tile, d->end_tile = end_tile;
  d->render_flags = render_flags, d->set_default_colorspaces = set_colorspaces;
  d->begin_layer = begin_layer, d->end_layer = end_layer;
  return relay;
}
