// Which glyphs make a difference to the picture of the page.

#include "pages-inner.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// MARK: Drawing a region

// The region in pixels, with all text, or without some.
static fz_pixmap *draw(fz_context *context, pages_look *look, float scale, fz_irect area,
                       bool leaves_all, const fz_text *left_out) {
  fz_pixmap *pixmap = NULL;
  fz_device *device = NULL;
  pages_relay *relay = NULL;
  fz_var(pixmap);
  fz_var(device);
  fz_var(relay);
  fz_try(context) {
    fz_matrix enlarge = fz_scale(scale, scale);
    pixmap = fz_new_pixmap_with_bbox(context, fz_device_rgb(context), area, NULL, 0);
    fz_clear_pixmap_with_value(context, pixmap, 255);
    device = fz_new_draw_device(context, fz_identity, pixmap);
    relay = pages_new_relay(context, device);
    relay->leaves_all = leaves_all, relay->left_out = left_out;
    fz_run_display_list(context, look->list, &relay->super, enlarge, fz_rect_from_irect(area),
                        NULL);
    fz_close_device(context, &relay->super);
  }
  fz_always(context) {
    fz_drop_device(context, (fz_device *)relay);
    fz_drop_device(context, device);
  }
  fz_catch(context) {
    fz_drop_pixmap(context, pixmap);
    fz_rethrow(context);
  }
  return pixmap;
}

// The ink of text objects alone, black on white, whatever hides it.
static fz_pixmap *draw_ink(fz_context *context, pages_look *look, float scale, fz_irect area,
                           const bool *objects) {
  fz_pixmap *pixmap = NULL;
  fz_device *device = NULL;
  fz_var(pixmap);
  fz_var(device);
  fz_try(context) {
    const float black = 0;
    pixmap = fz_new_pixmap_with_bbox(context, fz_device_gray(context), area, NULL, 0);
    fz_clear_pixmap_with_value(context, pixmap, 255);
    device = fz_new_draw_device(context, fz_identity, pixmap);
    for (size_t at = 0; at < look->record.text_count; at++) {
      if (!objects[at]) continue;
      fz_matrix place = fz_concat(look->record.text_places[at], fz_scale(scale, scale));
      fz_fill_text(context, device, look->record.texts[at], place, fz_device_gray(context), &black,
                   1, fz_default_color_params);
    }
    fz_close_device(context, device);
  }
  fz_always(context) fz_drop_device(context, device);
  fz_catch(context) {
    fz_drop_pixmap(context, pixmap);
    fz_rethrow(context);
  }
  return pixmap;
}

enum pages_result pages_region(pages_look *look, pages_box box, size_t most,
                               pages_picture *picture) {
  fz_context *context = look->owner->context;
  fz_pixmap *pixmap = NULL;
  enum pages_result answer = pages_ok;
  memset(picture, 0, sizeof *picture);
  fz_var(pixmap);
  fz_var(answer);
  fz_rect rect = fz_intersect_rect((fz_rect){box.x0, box.y0, box.x1, box.y1}, look->shown);
  if (fz_is_empty_rect(rect)) return pages_damaged;
  double points = ((double)rect.x1 - rect.x0 + 1) * ((double)rect.y1 - rect.y0 + 1);
  float scale = (float)fmin(1.5, sqrt((double)most / points));
  fz_try(context) {
    fz_irect area = fz_round_rect(fz_transform_rect(rect, fz_scale(scale, scale)));
    if (fz_is_empty_irect(area)) {
      answer = pages_damaged;
    } else {
      pixmap = draw(context, look, scale, area, false, NULL);
      answer = pages_take_pixels(context, pixmap, picture);
    }
  }
  fz_always(context) fz_drop_pixmap(context, pixmap);
  fz_catch(context) answer = pages_caught(context);
  return answer;
}

// MARK: Measuring

// Pixels of one region; more are drawn in parts.
static const double largest_region = 2.5e6;
// A difference in a colour below it is not seen, out of 255.
static const int least_seen = 24;

static fz_rect whole(const pages_glyph *glyph) {
  fz_rect ink = {glyph->ink.x0, glyph->ink.y0, glyph->ink.x1, glyph->ink.y1};
  fz_rect room = {glyph->room.x0, glyph->room.y0, glyph->room.x1, glyph->room.y1};
  return fz_is_empty_rect(ink) ? room : fz_union_rect(ink, room);
}

static fz_irect pixels_of(pages_box box, float scale, fz_irect area) {
  fz_rect rect = {box.x0, box.y0, box.x1, box.y1};
  fz_irect found = fz_irect_from_rect(fz_transform_rect(rect, fz_scale(scale, scale)));
  return fz_intersect_irect(found, area);
}

typedef struct region {
  fz_pixmap *with, *without, *ink;
  fz_irect area;
  float scale;
} region;

static const unsigned char *at_pixel(fz_context *context, fz_pixmap *pixmap, fz_irect area, int x,
                                     int y) {
  return fz_pixmap_samples(context, pixmap) +
         (size_t)fz_pixmap_stride(context, pixmap) * (size_t)(y - area.y0) +
         (size_t)fz_pixmap_components(context, pixmap) * (size_t)(x - area.x0);
}

static void measure(fz_context *context, const region *drawn, const pages_glyph *glyph,
                    pages_measure *measure) {
  memset(measure, 0, sizeof *measure);
  measure->is_measured = true;
  fz_irect box = pixels_of(glyph->ink, drawn->scale, drawn->area);
  int darkest = 0;
  for (int y = box.y0; y < box.y1; y++) {
    const unsigned char *ink = at_pixel(context, drawn->ink, drawn->area, box.x0, y);
    for (int x = box.x0; x < box.x1; x++, ink++)
      if (255 - *ink > darkest) darkest = 255 - *ink;
  }
  for (int y = box.y0; y < box.y1 && darkest > 8; y++) {
    const unsigned char *ink = at_pixel(context, drawn->ink, drawn->area, box.x0, y);
    const unsigned char *with = at_pixel(context, drawn->with, drawn->area, box.x0, y);
    const unsigned char *without = at_pixel(context, drawn->without, drawn->area, box.x0, y);
    for (int x = box.x0; x < box.x1; x++, ink++, with += 3, without += 3) {
      int covered = 255 - *ink;
      if (covered * 2 < darkest) continue;
      measure->ink++;
      int most = 0;
      for (int part = 0; part < 3; part++) {
        int difference = abs(with[part] - without[part]);
        if (difference > most) most = difference;
      }
      // A hairline covers pixels in part and changes them in part.
      if (most * 255 >= least_seen * covered) measure->shown++;
    }
  }
  box = pixels_of(glyph->core, drawn->scale, drawn->area);
  for (int y = box.y0; y < box.y1; y++) {
    const unsigned char *with = at_pixel(context, drawn->with, drawn->area, box.x0, y);
    for (int x = box.x0; x < box.x1; x++, with += 3) {
      unsigned lightness = (with[0] * 77u + with[1] * 150u + with[2] * 29u) >> 8;
      measure->pixels++;
      measure->sum += lightness;
      measure->squares += (uint64_t)lightness * lightness;
      if (lightness < 96) measure->dark++;
    }
  }
}

static void measure_part(fz_context *context, pages_look *look, const uint32_t *wanted,
                         size_t count, int64_t object, pages_measure *measures, float scale,
                         fz_rect around) {
  region drawn = {.scale = scale};
  bool *objects = NULL;
  fz_var(objects);
  fz_var(drawn);
  fz_try(context) {
    drawn.area = fz_round_rect(fz_transform_rect(around, fz_scale(scale, scale)));
    const fz_text *left_out = NULL;
    objects = fz_calloc(context, look->record.text_count + 1, sizeof *objects);
    for (size_t at = 0; at < count; at++) {
      uint32_t own = look->record.glyphs[wanted[at]].object;
      if (own < look->record.text_count) objects[own] = object < 0 || own == object;
    }
    if (object >= 0 && (size_t)object < look->record.text_count)
      left_out = look->record.texts[object];
    drawn.with = draw(context, look, scale, drawn.area, false, NULL);
    drawn.without = draw(context, look, scale, drawn.area, object < 0, left_out);
    drawn.ink = draw_ink(context, look, scale, drawn.area, objects);
    for (size_t at = 0; at < count; at++)
      measure(context, &drawn, look->record.glyphs + wanted[at], measures + wanted[at]);
  }
  fz_always(context) {
    fz_free(context, objects);
    fz_drop_pixmap(context, drawn.with);
    fz_drop_pixmap(context, drawn.without);
    fz_drop_pixmap(context, drawn.ink);
  }
  fz_catch(context) fz_rethrow(context);
}

// Draws the glyphs in one region where that is small enough, else in halves.
static void measure_all(fz_context *context, pages_look *look, uint32_t *wanted, size_t count,
                        int64_t object, pages_measure *measures, int depth) {
  fz_rect around = fz_empty_rect;
  float smallest = 1e6f;
  for (size_t at = 0; at < count; at++) {
    const pages_glyph *glyph = look->record.glyphs + wanted[at];
    fz_rect box = fz_intersect_rect(whole(glyph), look->shown);
    if (fz_is_empty_rect(box)) continue;
    around = fz_is_empty_rect(around) ? box : fz_union_rect(around, box);
    if (glyph->size > 1 && glyph->size < smallest) smallest = glyph->size;
  }
  if (fz_is_empty_rect(around)) return;
  around = fz_intersect_rect(fz_expand_rect(around, 1), look->shown);
  float scale = fz_clamp(12 / smallest, 0.7f, 4);
  double width = (double)around.x1 - around.x0, height = (double)around.y1 - around.y0;
  double size = width * height * scale * scale;
  if (size > largest_region && depth < 10 && count > 1) {
    bool across = width > height;
    float middle = across ? (around.x0 + around.x1) / 2 : (around.y0 + around.y1) / 2;
    size_t split = 0;
    for (size_t at = 0; at < count; at++) {
      fz_rect box = whole(look->record.glyphs + wanted[at]);
      float centre = across ? (box.x0 + box.x1) / 2 : (box.y0 + box.y1) / 2;
      if (!(centre < middle)) continue;
      uint32_t other = wanted[split];
      wanted[split++] = wanted[at];
      wanted[at] = other;
    }
    if (split > 0 && split < count) {
      measure_all(context, look, wanted, split, object, measures, depth + 1);
      measure_all(context, look, wanted + split, count - split, object, measures, depth + 1);
      return;
    }
  }
  if (size > largest_region) scale *= (float)sqrt(largest_region / size);
  measure_part(context, look, wanted, count, object, measures, scale, around);
}

enum pages_result pages_measure_glyphs(pages_look *look, const uint32_t *wanted, size_t count,
                                       int64_t object, pages_measure *measures) {
  fz_context *context = look->owner->context;
  // Without soft edges of shapes: seams between boxes that touch would let letters shine through.
  fz_set_graphics_aa_level(context, 0);
  uint32_t *sorted = malloc((count + 1) * sizeof *sorted);
  if (!sorted) return pages_no_memory;
  size_t kept = 0;
  for (size_t at = 0; at < count; at++)
    if (wanted[at] < look->record.glyph_count) sorted[kept++] = wanted[at];
  enum pages_result answer = pages_ok;
  fz_var(answer);
  fz_try(context) measure_all(context, look, sorted, kept, object, measures, 0);
  fz_catch(context) answer = pages_caught(context);
  fz_set_graphics_aa_level(context, 8);
  free(sorted);
  return answer;
}
