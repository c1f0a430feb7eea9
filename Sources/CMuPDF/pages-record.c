// What a page paints, noted in order.

#include "pages-inner.h"

#include <math.h>
#include <string.h>

void pages_drop_record(fz_context *context, pages_record *record) {
  for (size_t at = 0; at < record->text_count; at++) fz_drop_text(context, record->texts[at]);
  for (size_t at = 0; at < record->mark_count; at++) fz_drop_image(context, record->images[at]);
  fz_free(context, record->glyphs);
  fz_free(context, record->marks);
  fz_free(context, record->texts);
  fz_free(context, record->text_places);
  fz_free(context, record->images);
  memset(record, 0, sizeof *record);
}

// MARK: Noting

static bool notes(pages_relay *relay) {
  pages_record *record = relay->record;
  if (!record || relay->masks > 0) return false;
  if (record->glyph_count >= record->most || record->mark_count >= record->most) {
    record->is_too_much = true;
    if (relay->cookie) relay->cookie->abort = 1;
    return false;
  }
  return true;
}

static float opacity(pages_relay *relay, float alpha) {
  int depth = relay->group_depth < 64 ? relay->group_depth : 64;
  for (int at = 0; at < depth; at++) alpha *= relay->groups[at].alpha;
  return alpha;
}

static bool is_blended(pages_relay *relay) {
  int depth = relay->group_depth < 64 ? relay->group_depth : 64;
  for (int at = 0; at < depth; at++)
    if (relay->groups[at].is_blended) return true;
  return false;
}

void pages_note_colour(fz_context *context, fz_colorspace *space, const float *values,
                   fz_color_params parameters, uint8_t out[3]) {
  float rgb[FZ_MAX_COLORS] = {0};
  if (space && values)
    fz_convert_color(context, space, values, fz_device_rgb(context), rgb, NULL, parameters);
  for (int at = 0; at < 3; at++) out[at] = (uint8_t)(fz_clamp(rgb[at], 0, 1) * 255 + 0.5f);
}

void pages_note_mark(fz_context *context, pages_relay *relay, enum pages_mark_kind kind, fz_rect box,
                 float alpha, const uint8_t rgb[3], fz_image *image,
                 const fz_matrix *place) {
  if (!notes(relay)) return;
  uint32_t order = relay->record->order++;
  if (relay->tiles > 0) return;
  pages_record *record = relay->record;
  if (record->mark_count == record->mark_room) {
    size_t room = record->mark_room ? record->mark_room * 2 : 256;
    record->marks = fz_realloc_array(context, record->marks, room, pages_mark);
    record->mark_room = room;
    record->images = fz_realloc_array(context, record->images, room, fz_image *);
  }
  fz_rect clip = fz_device_current_scissor(context, &relay->super);
  if (kind == pages_mark_tiling) {
    // The device has already pushed the cell, which is in the pattern's own space; the shape that is
    // filled with it is the clip before.
    int depth = relay->super.container_len;
    clip = box = depth > 1 ? relay->super.container[depth - 2].scissor : fz_infinite_rect;
  }
  pages_mark noted = {0};
  noted.box = pages_box_of(fz_intersect_rect(box, clip));
  noted.clip = pages_box_of(clip);
  noted.alpha = opacity(relay, alpha);
  noted.order = order;
  noted.kind = (uint8_t)kind;
  noted.is_annotation = relay->is_annotation;
  noted.is_blended = is_blended(relay);
  if (rgb) noted.red = rgb[0], noted.green = rgb[1], noted.blue = rgb[2];
  if (image) {
    noted.width = image->w, noted.height = image->h;
    noted.has_soft_mask = image->mask != NULL;
    noted.image = (uint32_t)((uintptr_t)image >> 4);
  }
  if (place) {
    noted.a = place->a, noted.b = place->b, noted.c = place->c;
    noted.d = place->d, noted.e = place->e, noted.f = place->f;
  }
  record->marks[record->mark_count] = noted;
  record->images[record->mark_count] = fz_keep_image(context, image);
  record->mark_count++;
}

// Whether a path is anything but one upright rectangle.
typedef struct shape {
  int rectangles, corners, others;
  float x, y;
} shape;

static void shape_move(fz_context *c, void *arg, float x, float y) {
  (void)c;
  ((shape *)arg)->corners++;
  ((shape *)arg)->x = x, ((shape *)arg)->y = y;
}

static void shape_line(fz_context *c, void *arg, float x, float y) {
  (void)c;
  shape *s = arg;
  if (x != s->x && y != s->y) s->others++;
  s->corners++;
  s->x = x, s->y = y;
}

static void shape_curve(fz_context *c, void *arg, float x1, float y1, float x2, float y2, float x3,
                        float y3) {
  (void)c, (void)x1, (void)y1, (void)x2, (void)y2, (void)x3, (void)y3;
  ((shape *)arg)->others++;
}

static void shape_close(fz_context *c, void *arg) { (void)c, (void)arg; }

static void shape_rectangle(fz_context *c, void *arg, float x1, float y1, float x2, float y2) {
  (void)c, (void)x1, (void)y1, (void)x2, (void)y2;
  ((shape *)arg)->rectangles++;
}

static const fz_path_walker shape_walker = {
    .moveto = shape_move, .lineto = shape_line, .curveto = shape_curve, .closepath = shape_close,
    .rectto = shape_rectangle};

bool pages_is_shaped(fz_context *c, const fz_path *path, fz_matrix m) {
  shape s = {0};
  fz_walk_path(c, path, &shape_walker, &s);
  bool is_upright = (m.b == 0 && m.c == 0) || (m.a == 0 && m.d == 0);
  return !is_upright || s.others > 0 || s.rectangles + (s.corners > 0) != 1 || s.corners > 5;
}

// The device keeps a stack of its clips; each remembers whether it has a shape of its own.
void pages_note_clip(pages_relay *relay, bool is_shaped) {
  if (relay->super.container_len > 0)
    relay->super.container[relay->super.container_len - 1].user = is_shaped;
}

static bool is_in_shape(pages_relay *relay) {
  for (int at = 0; at < relay->super.container_len; at++)
    if (relay->super.container[at].user) return true;
  return false;
}

static pages_glyph *new_glyph(fz_context *context, pages_record *record) {
  if (record->glyph_count == record->glyph_room) {
    size_t room = record->glyph_room ? record->glyph_room * 2 : 1024;
    record->glyphs = fz_realloc_array(context, record->glyphs, room, pages_glyph);
    record->glyph_room = room;
  }
  return record->glyphs + record->glyph_count++;
}

static void keep_text(fz_context *context, pages_record *record, const fz_text *text,
                      fz_matrix place) {
  if (record->text_count == record->text_room) {
    size_t room = record->text_room ? record->text_room * 2 : 128;
    record->texts = fz_realloc_array(context, record->texts, room, fz_text *);
    record->text_places = fz_realloc_array(context, record->text_places, room, fz_matrix);
    record->text_room = room;
  }
  record->texts[record->text_count] = fz_keep_text(context, text);
  record->text_places[record->text_count] = place;
  record->text_count++;
}

// Where the next glyph of a span begins, if it follows on the line; else where the font says.
static float advance(fz_context *context, const fz_text_span *span, int at) {
  const fz_text_item *item = span->items + at;
  float width = fz_advance_glyph(context, span->font, item->gid, (int)span->wmode);
  float along = span->trm.a * span->trm.a + span->trm.b * span->trm.b;
  for (int next = at + 1; next < span->len && along > 0; next++) {
    if (span->items[next].gid < 0) continue;
    float x = span->items[next].x - item->x, y = span->items[next].y - item->y;
    float step = (x * span->trm.a + y * span->trm.b) / along;
    return step > 0.05f && step < width ? step : width;
  }
  return width;
}

// A rectangle of a letter on the page. Nearly all letters stand upright, and then two corners are enough.
static pages_box placed(fz_rect rect, fz_matrix m) {
  if (m.b != 0 || m.c != 0 || !(rect.x0 <= rect.x1) || !(rect.y0 <= rect.y1))
    return pages_box_of(fz_transform_rect(rect, m));
  float x0 = rect.x0 * m.a + m.e, x1 = rect.x1 * m.a + m.e;
  float y0 = rect.y0 * m.d + m.f, y1 = rect.y1 * m.d + m.f;
  return (pages_box){fminf(x0, x1), fminf(y0, y1), fmaxf(x0, x1), fmaxf(y0, y1)};
}

void pages_note_text(fz_context *context, pages_relay *relay, const fz_text *text,
                      fz_matrix place, unsigned flags, const uint8_t rgb[3], float alpha) {
  if (!notes(relay)) return;
  pages_record *record = relay->record;
  alpha = opacity(relay, alpha);
  if (relay->is_annotation) flags |= pages_glyph_annotation;
  if (is_blended(relay)) flags |= pages_glyph_blended;
  if (relay->tiles > 0) flags |= pages_glyph_pattern;
  if (is_in_shape(relay)) flags |= pages_glyph_shaped;
  // Filled and then stroked, or used as a clip: the same glyphs again.
  if (record->text_count > 0 && record->texts[record->text_count - 1] == text) {
    uint32_t object = (uint32_t)record->text_count - 1;
    for (size_t at = record->glyph_count; at-- > 0 && record->glyphs[at].object == object;) {
      record->glyphs[at].flags |= (uint16_t)flags;
      if (alpha > record->glyphs[at].alpha) record->glyphs[at].alpha = alpha;
    }
    return;
  }
  keep_text(context, record, text, place);
  fz_rect clip = fz_device_current_scissor(context, &relay->super);
  uint32_t order = record->order++;
  pages_box limits = pages_box_of(clip);
  for (const fz_text_span *span = text->head; span; span = span->next) {
    // The letters of a span differ in where they stand, and in nothing else of their matrix.
    fz_matrix own = span->trm;
    own.e = own.f = 0;
    fz_matrix all = fz_concat(own, place);
    float width = hypotf(all.a, all.b), height = hypotf(all.c, all.d);
    bool is_procedural = fz_font_t3_procs(context, span->font) != NULL;
    for (int at = 0; at < span->len; at++) {
      const fz_text_item *item = span->items + at;
      if (!notes(relay)) return;
      pages_glyph *glyph = new_glyph(context, record);
      if (item->gid < 0 && record->glyph_count > 1) {
        // One glyph for several characters: they share its place.
        *glyph = glyph[-1];
        glyph->rune = item->ucs < 0 ? 0 : (uint32_t)item->ucs;
        continue;
      }
      memset(glyph, 0, sizeof *glyph);
      fz_point origin = fz_transform_point_xy(item->x, item->y, place);
      all.e = origin.x, all.f = origin.y;
      fz_rect outline = {0};
      if (item->gid >= 0) outline = fz_bound_glyph(context, span->font, item->gid, fz_identity);
      unsigned shape = 0;
      if (!(outline.x1 - outline.x0 > 1e-5f) || !(outline.y1 - outline.y0 > 1e-5f))
        shape |= pages_glyph_blank;
      if (is_procedural && item->gid >= 0 &&
          !fz_glyph_cacheable(context, span->font, item->gid))
        shape |= pages_glyph_procedure;
      float step = item->gid >= 0 ? advance(context, span, at) : 0.5f;
      fz_rect room = {0, -0.22f, step, 0.78f};
      glyph->ink = placed(outline, all);
      glyph->room = placed(room, all);
      fz_rect core = {0.04f * step, 0.04f, 0.96f * step, 0.46f};
      glyph->core = placed(core, all);
      glyph->clip = limits;
      glyph->em = width;
      glyph->x = all.e, glyph->y = all.f, glyph->advance = step * width;
      glyph->size = fminf(width, height);
      // The unit of a font made of procedures is its own; its letters are as large as they are.
      if (is_procedural)
        glyph->size = fmaxf(glyph->ink.x1 - glyph->ink.x0, glyph->ink.y1 - glyph->ink.y0);
      if (width > 0) glyph->dx = all.a / width, glyph->dy = all.b / width;
      glyph->alpha = alpha;
      glyph->rune = item->ucs < 0 ? 0 : (uint32_t)item->ucs;
      glyph->order = order;
      glyph->object = (uint32_t)record->text_count - 1;
      glyph->flags = (uint16_t)(flags | shape);
      if (rgb) glyph->red = rgb[0], glyph->green = rgb[1], glyph->blue = rgb[2];
    }
  }
}
