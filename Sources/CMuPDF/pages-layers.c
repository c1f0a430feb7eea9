// Layers: what is painted with all of them switched on, and the conditions on which they are shown.

#include "pages-inner.h"

#include <stdlib.h>
#include <string.h>

static int compare_glyphs(const void *left, const void *right) {
  const pages_glyph *a = left, *b = right;
  if (a->rune != b->rune) return a->rune < b->rune ? -1 : 1;
  if (a->room.x0 != b->room.x0) return a->room.x0 < b->room.x0 ? -1 : 1;
  if (a->room.y0 != b->room.y0) return a->room.y0 < b->room.y0 ? -1 : 1;
  if (a->size != b->size) return a->size < b->size ? -1 : 1;
  return 0;
}

static bool is_same_image(const pages_mark *a, const pages_mark *b) {
  return a->width == b->width && a->height == b->height && a->a == b->a && a->d == b->d &&
         a->e == b->e && a->f == b->f;
}

// Adds to the record what is painted with every layer switched on and not in it.
static void note_layers(fz_context *context, pages_record *record, pages_record *all) {
  if (all->glyph_count > record->glyph_count) {
    size_t count = record->glyph_count;
    pages_glyph *sorted = fz_malloc_array(context, count + 1, pages_glyph);
    memcpy(sorted, record->glyphs, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, compare_glyphs);
    for (size_t at = 0; at < all->glyph_count; at++) {
      pages_glyph glyph = all->glyphs[at];
      if (count && bsearch(&glyph, sorted, count, sizeof *sorted, compare_glyphs)) continue;
      if (record->glyph_count == record->glyph_room) {
        size_t room = record->glyph_room * 2 + 64;
        pages_glyph *larger = realloc(record->glyphs, room * sizeof *larger);
        if (!larger) break;
        record->glyphs = larger, record->glyph_room = room;
      }
      glyph.flags |= pages_glyph_layer;
      // Its text object is none of the page as displayed.
      glyph.object = UINT32_MAX;
      record->glyphs[record->glyph_count++] = glyph;
    }
    fz_free(context, sorted);
  }
  size_t shown = record->mark_count;
  for (size_t at = 0; at < all->mark_count && record->mark_count < record->most; at++) {
    const pages_mark *one = all->marks + at;
    if (one->kind != pages_mark_image) continue;
    bool is_shown = false;
    for (size_t other = 0; other < shown && !is_shown; other++)
      is_shown = record->marks[other].kind == pages_mark_image &&
                 is_same_image(one, record->marks + other);
    if (is_shown || record->mark_count >= record->mark_room) continue;
    record->marks[record->mark_count] = *one;
    record->marks[record->mark_count].is_layer = true;
    record->images[record->mark_count] = fz_keep_image(context, all->images[at]);
    record->mark_count++;
  }
}

void pages_look_at_layers(fz_context *context, pages_look *look, pdf_page *page) {
  pages_record all = {.most = look->record.most};
  fz_cookie cookie = {0};
  pages_relay *relay = NULL;
  fz_var(relay);
  fz_try(context) {
    relay = pages_new_relay(context, NULL);
    relay->record = &all, relay->cookie = &cookie;
    pages_draw_all(context, page, relay, NULL, NULL, &cookie);
    fz_close_device(context, &relay->super);
    note_layers(context, &look->record, &all);
  }
  fz_always(context) {
    fz_drop_device(context, (fz_device *)relay);
    pages_drop_record(context, &all);
  }
  fz_catch(context) fz_rethrow(context);
}

// MARK: Conditions

// Whether what a condition (a group, or an array of And, Or, Not) guards is shown.
static bool is_shown(fz_context *context, pdf_document *document, pdf_obj *condition, int depth) {
  if (!pdf_is_array(context, condition))
    return !pdf_is_ocg_hidden(context, document, NULL, "View", condition);
  const char *how = pdf_array_get_name(context, condition, 0);
  int count = pdf_array_len(context, condition);
  // A condition that is too deep, or none, hides nothing.
  if (depth > 16) return true;
  if (!strcmp(how, "Not"))
    return !is_shown(context, document, pdf_array_get(context, condition, 1), depth + 1);
  bool is_any = !strcmp(how, "Or");
  for (int at = 1; at < count && at < 1000; at++)
    if (is_shown(context, document, pdf_array_get(context, condition, at), depth + 1) == is_any)
      return is_any;
  return !is_any;
}

// A group somewhere in a condition.
static pdf_obj *any_group(fz_context *context, pdf_obj *condition, int depth) {
  if (pdf_is_dict(context, condition)) return condition;
  for (int at = 0; depth < 16 && at < pdf_array_len(context, condition) && at < 1000; at++) {
    pdf_obj *found = any_group(context, pdf_array_get(context, condition, at), depth + 1);
    if (found) return found;
  }
  return NULL;
}

// Whether what belongs to several groups is shown.
static bool is_member_shown(
    fz_context *context, pdf_document *document, pdf_obj *membership, pdf_obj *groups) {
  pdf_obj *way = pdf_dict_get(context, membership, PDF_NAME(P));
  bool is_on = !pdf_name_eq(context, way, PDF_NAME(AnyOff)) &&
               !pdf_name_eq(context, way, PDF_NAME(AllOff));
  bool is_all = pdf_name_eq(context, way, PDF_NAME(AllOn)) ||
                pdf_name_eq(context, way, PDF_NAME(AllOff));
  bool is_list = pdf_is_array(context, groups);
  int count = is_list ? pdf_array_len(context, groups) : 1;
  for (int at = 0; at < count && at < 1000; at++) {
    pdf_obj *group = is_list ? pdf_array_get(context, groups, at) : groups;
    if (!pdf_is_dict(context, group)) continue;
    if ((is_shown(context, document, group, 0) == is_on) != is_all) return !is_all;
  }
  return is_all;
}

// MuPDF takes everything under a condition (VE) for shown, and turns some memberships (P) round. In memory
// each is replaced by the simpler form that it understands and that comes to the same: one group on, or
// that group off.
static void simplify(fz_context *context, pdf_document *document, pdf_obj *membership) {
  pdf_obj *condition = pdf_dict_get(context, membership, PDF_NAME(VE));
  bool has_condition = pdf_is_array(context, condition);
  if (!has_condition) condition = pdf_dict_get(context, membership, PDF_NAME(OCGs));
  if (!pdf_is_array(context, condition) && !pdf_is_dict(context, condition)) return;
  pdf_obj *group = any_group(context, condition, 0);
  if (!group) return;
  bool should_show = has_condition ? is_shown(context, document, condition, 0)
                                   : is_member_shown(context, document, membership, condition);
  bool is_on = is_shown(context, document, group, 0);
  pdf_dict_put(context, membership, PDF_NAME(OCGs), group);
  if (should_show == is_on)
    pdf_dict_del(context, membership, PDF_NAME(P));  // Any group on is the default.
  else
    pdf_dict_put(context, membership, PDF_NAME(P), PDF_NAME(AllOff));
  pdf_dict_del(context, membership, PDF_NAME(VE));
}

// Objects that are searched for conditions.
static const int most_objects = 500000;

void pages_prepare_layers(fz_context *context, pages_document *opened) {
  pdf_document *document = opened->document;
  pdf_obj *root = pdf_dict_get(context, pdf_trailer(context, document), PDF_NAME(Root));
  opened->has_layers = pdf_dict_get(context, root, PDF_NAME(OCProperties)) != NULL;
  if (!opened->has_layers) return;
  int count = pdf_xref_len(context, document);
  for (int number = 1; number < count && number < most_objects; number++) {
    pdf_obj *object = NULL;
    fz_var(object);
    fz_try(context) {
      object = pdf_load_object(context, document, number);
      if (pdf_name_eq(context, pdf_dict_get(context, object, PDF_NAME(Type)), PDF_NAME(OCMD)))
        simplify(context, document, object);
    }
    fz_always(context) pdf_drop_obj(context, object);
    fz_catch(context) if (fz_caught(context) == FZ_ERROR_MEMORY) fz_rethrow(context);
  }
}
