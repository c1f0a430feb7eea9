#include "redaction_parts.h"

#include <stdlib.h>
#include <string.h>

// Entries that carry a copy, a note or a program wherever they stand.
static const char *const carriers[] = {
    "PieceInfo", "Metadata", "LastModified", "Alternates", "OPI", "StructParents", "StructParent",
    "StructTreeRoot", "ActualText", "Thumb", "AA", "AF", "Measure", "PtData", "Ref", "DPart",
    "Annots", "B", "Properties", "OC", "Parent", "Tabs", "PresSteps", "VP", "TemplateInstantiated",
    "Dur", "Trans", "SeparationInfo", "Hid", "PZ", "ID",
};
// Entries whose value may be a string, because a font, a colour or a function needs it.
static const char *const strings[] = {
    "Registry", "Ordering", "CharSet", "Panose",
};
static const char *const page_entries[] = {
    "Type", "Contents", "Resources", "Group", "UserUnit", "Rotate", "MediaBox", "CropBox",
};

static bool is_in(const char *key, const char *const *list, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (strcmp(key, list[i]) == 0) return true;
  return false;
}
#define IS_IN(key, list) is_in(key, list, sizeof list / sizeof *list)

// Segments of a JPEG that are not needed to show it: comments and application data but JFIF's and
// Adobe's, which say what the colours are.
static fz_buffer *plain_jpeg(fz_context *context, fz_buffer *jpeg) {
  const unsigned char *b = jpeg->data;
  size_t n = jpeg->len, at = 2;
  fz_buffer *out = fz_new_buffer(context, n);
  fz_try(context) {
    if (n < 4 || b[0] != 0xFF || b[1] != 0xD8) fz_throw(context, FZ_ERROR_GENERIC, "no JPEG");
    fz_append_data(context, out, b, 2);
    while (at + 4 <= n && b[at] == 0xFF) {
      int marker = b[at + 1];
      if (marker == 0xFF) {
        at++;
        continue;
      }
      size_t size = ((size_t)b[at + 2] << 8 | b[at + 3]) + 2;
      if (size < 4 || at + size > n) fz_throw(context, FZ_ERROR_GENERIC, "broken JPEG");
      if (marker == 0xDA) break;
      bool is_note = marker == 0xFE || (marker > 0xE0 && marker < 0xF0 && marker != 0xEE);
      // The first application segment may hold a small copy of the picture.
      if (marker == 0xE0 && size > 18) is_note = true;
      if (!is_note) fz_append_data(context, out, b + at, size);
      at += size;
    }
    // The picture itself ends with its own mark; what follows it is no part of it.
    size_t end = n;
    for (size_t i = n; i >= at + 2; i--)
      if (b[i - 2] == 0xFF && b[i - 1] == 0xD9) {
        end = i;
        break;
      }
    fz_append_data(context, out, b + at, end - at);
  }
  fz_catch(context) {
    fz_drop_buffer(context, out);
    return NULL;
  }
  return out;
}

static void strip_jpeg(fz_context *context, pdf_document *pdf, pdf_obj *image) {
  fz_buffer *raw = NULL, *plain = NULL;
  fz_var(raw);
  fz_var(plain);
  fz_try(context) {
    raw = pdf_load_raw_stream(context, image);
    plain = plain_jpeg(context, raw);
    if (plain && plain->len < raw->len) pdf_update_stream(context, pdf, image, plain, 1);
  }
  fz_always(context) {
    fz_drop_buffer(context, raw);
    fz_drop_buffer(context, plain);
  }
  fz_catch(context) {
    // A picture that cannot be read is left to the proof.
  }
}

static void strip_entries(fz_context *context, pdf_obj *dictionary, bool is_stream) {
  for (int i = pdf_dict_len(context, dictionary) - 1; i >= 0; i--) {
    const char *key = pdf_to_name(context, pdf_dict_get_key(context, dictionary, i));
    pdf_obj *value = pdf_dict_get_val(context, dictionary, i);
    bool goes = IS_IN(key, carriers) && !(strcmp(key, "B") == 0 && !pdf_is_array(context, value));
    // Shadings and functions have bounds and matrices by these names; a text never is one.
    if (pdf_is_string(context, value) && !IS_IN(key, strings)) goes = true;
    if (is_stream && (strcmp(key, "F") == 0 || strcmp(key, "FFilter") == 0
                      || strcmp(key, "FDecodeParms") == 0))
      goes = true;
    if (goes) pdf_dict_dels(context, dictionary, key);
  }
}

typedef struct heap {
  pdf_obj **objects;
  size_t count, room;
} heap;

static void push(fz_context *context, heap *waiting, pdf_obj *object) {
  if (!pdf_is_indirect(context, object) && !pdf_is_dict(context, object)
      && !pdf_is_array(context, object))
    return;
  if (waiting->count == waiting->room) {
    size_t room = waiting->room ? waiting->room * 2 : 256;
    waiting->objects = fz_realloc_array(context, waiting->objects, room, pdf_obj *);
    waiting->room = room;
  }
  waiting->objects[waiting->count++] = pdf_keep_obj(context, object);
}

// Goes through all that can be reached from an object, without calling itself.
static void strip_below(fz_context *context, pdf_document *pdf, pdf_obj *root, bool *seen,
                        int objects) {
  heap waiting = {0};
  fz_var(waiting);
  fz_try(context) {
    push(context, &waiting, root);
    while (waiting.count > 0) {
      pdf_obj *object = waiting.objects[--waiting.count];
      int number = pdf_is_indirect(context, object) ? pdf_to_num(context, object) : 0;
      bool is_new = number <= 0 || (number < objects && !seen[number]);
      if (number > 0 && is_new) seen[number] = true;
      fz_try(context) {
        bool is_stream = is_new && number > 0 && pdf_is_stream(context, object);
        if (is_new && pdf_is_dict(context, object)) {
          strip_entries(context, object, is_stream);
          if (is_stream
              && pdf_name_eq(context, pdf_dict_get(context, object, PDF_NAME(Filter)),
                             PDF_NAME(DCTDecode)))
            strip_jpeg(context, pdf, object);
          for (int i = 0, n = pdf_dict_len(context, object); i < n; i++)
            push(context, &waiting, pdf_dict_get_val(context, object, i));
        } else if (is_new && pdf_is_array(context, object)) {
          for (int i = 0, n = pdf_array_len(context, object); i < n; i++)
            push(context, &waiting, pdf_array_get(context, object, i));
        }
      }
      fz_always(context) pdf_drop_obj(context, object);
      fz_catch(context) fz_rethrow(context);
    }
  }
  fz_always(context) {
    while (waiting.count > 0) pdf_drop_obj(context, waiting.objects[--waiting.count]);
    fz_free(context, waiting.objects);
  }
  fz_catch(context) fz_rethrow(context);
}

static void strip_page(fz_context *context, pdf_obj *page) {
  for (int i = pdf_dict_len(context, page) - 1; i >= 0; i--) {
    const char *key = pdf_to_name(context, pdf_dict_get_key(context, page, i));
    if (!IS_IN(key, page_entries)) pdf_dict_dels(context, page, key);
  }
}

bool redaction_strip(redaction_document *opened) {
  fz_context *context = opened->context;
  pdf_document *pdf = opened->pdf;
  pdf_obj *catalog = NULL, *pages = NULL, *kids = NULL, *page = NULL;
  bool *seen = NULL;
  bool done = false;
  fz_var(catalog);
  fz_var(pages);
  fz_var(kids);
  fz_var(page);
  fz_var(seen);
  fz_var(done);
  fz_try(context) {
    int objects = pdf_xref_len(context, pdf);
    seen = fz_calloc(context, (size_t)objects, sizeof *seen);
    pages = pdf_add_object_drop(context, pdf, pdf_new_dict(context, pdf, 3));
    kids = pdf_new_array(context, pdf, opened->page_count);
    for (int i = 0; i < opened->page_count; i++) {
      page = pdf_keep_obj(context, pdf_lookup_page_obj(context, pdf, i));
      pdf_flatten_inheritable_page_items(context, page);
      strip_page(context, page);
      // Before it has a parent, so that the way through it ends with it.
      strip_below(context, pdf, page, seen, objects);
      pdf_array_push(context, kids, page);
      pdf_drop_obj(context, page);
      page = NULL;
    }
    for (int i = 0; i < opened->page_count; i++)
      pdf_dict_put(context, pdf_array_get(context, kids, i), PDF_NAME(Parent), pages);
    pdf_dict_put(context, pages, PDF_NAME(Type), PDF_NAME(Pages));
    pdf_dict_put(context, pages, PDF_NAME(Kids), kids);
    pdf_dict_put_int(context, pages, PDF_NAME(Count), opened->page_count);
    catalog = pdf_add_object_drop(context, pdf, pdf_new_dict(context, pdf, 2));
    pdf_dict_put(context, catalog, PDF_NAME(Type), PDF_NAME(Catalog));
    pdf_dict_put(context, catalog, PDF_NAME(Pages), pages);
    pdf_obj *trailer = pdf_trailer(context, pdf);
    for (int i = pdf_dict_len(context, trailer) - 1; i >= 0; i--) {
      const char *key = pdf_to_name(context, pdf_dict_get_key(context, trailer, i));
      if (strcmp(key, "Size") != 0) pdf_dict_dels(context, trailer, key);
    }
    pdf_dict_put(context, trailer, PDF_NAME(Root), catalog);
    pdf_drop_page_tree(context, pdf);
    done = true;
  }
  fz_always(context) {
    pdf_drop_obj(context, catalog);
    pdf_drop_obj(context, pages);
    pdf_drop_obj(context, kids);
    pdf_drop_obj(context, page);
    fz_free(context, seen);
  }
  fz_catch(context) done = false;
  return done;
}
