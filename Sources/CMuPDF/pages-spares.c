// What resources hold and no page paints, and the text in patterns.

#include "pages-inner.h"

#include <stdlib.h>
#include <string.h>

// MARK: What is used

typedef struct walk {
  pdf_processor super;
  pdf_document *document;
  pdf_obj *resources;
  // For each object: 1 named by resources, 2 painted, 4 its resources were looked at, 8 its stream.
  unsigned char *seen;
  int *page_of;
  int objects, page, depth;
  size_t steps, most;
} walk;

enum { seen_named = 1, seen_painted = 2, seen_resources = 4, seen_stream = 8 };

static bool marks(walk *w, fz_context *context, pdf_obj *object, unsigned char what) {
  int number = pdf_to_num(context, object);
  if (number <= 0 || number >= w->objects) return false;
  bool was = (w->seen[number] & what) != 0;
  w->seen[number] |= what;
  return was;
}

static void look_through(fz_context *context, walk *w, pdf_obj *resources);

// Goes through a stream of operators; what it paints is marked by the calls below.
static void run_stream(fz_context *context, walk *w, pdf_obj *resources, pdf_obj *stream) {
  if (marks(w, context, stream, seen_stream) || w->depth > 40) return;
  if (++w->steps > w->most) fz_throw(context, FZ_ERROR_GENERIC, "too many streams");
  pdf_obj *outer = w->resources;
  w->resources = resources;
  w->depth++;
  look_through(context, w, resources);
  fz_try(context)
    pdf_process_contents(context, &w->super, w->document, resources, stream, NULL);
  fz_always(context) w->depth--, w->resources = outer;
  fz_catch(context) {
    // A broken stream paints what it painted before it breaks off.
    if (fz_caught(context) == FZ_ERROR_MEMORY || w->steps > w->most) fz_rethrow(context);
  }
}

static void do_form(fz_context *context, pdf_processor *processor, const char *name, pdf_obj *form,
                    pdf_obj *outer) {
  walk *w = (walk *)processor;
  (void)name;
  marks(w, context, form, seen_painted);
  pdf_obj *own = pdf_dict_get(context, form, PDF_NAME(Resources));
  run_stream(context, w, own ? own : outer, form);
}

static void do_image(fz_context *context, pdf_processor *processor, const char *name,
                     fz_image *image) {
  walk *w = (walk *)processor;
  (void)image;
  pdf_obj *named = pdf_dict_get(context, w->resources, PDF_NAME(XObject));
  marks(w, context, pdf_dict_gets(context, named, name), seen_painted);
}

static void run_with_own(fz_context *context, walk *w, pdf_obj *stream, pdf_obj *outer) {
  if (!pdf_is_stream(context, stream)) return;
  pdf_obj *own = pdf_dict_get(context, stream, PDF_NAME(Resources));
  run_stream(context, w, own ? own : outer, stream);
}

// Everything that resources name: what is painted by name later, and what is painted unnamed.
static void look_through(fz_context *context, walk *w, pdf_obj *resources) {
  if (!pdf_is_dict(context, resources)) return;
  if (pdf_to_num(context, resources) > 0 && marks(w, context, resources, seen_resources)) return;
  pdf_obj *named = pdf_dict_get(context, resources, PDF_NAME(XObject));
  for (int at = 0, count = pdf_dict_len(context, named); at < count; at++) {
    pdf_obj *one = pdf_dict_get_val(context, named, at);
    int number = pdf_to_num(context, one);
    if (!marks(w, context, one, seen_named) && number > 0 && number < w->objects)
      w->page_of[number] = w->page;
  }
  named = pdf_dict_get(context, resources, PDF_NAME(Pattern));
  for (int at = 0, count = pdf_dict_len(context, named); at < count; at++) {
    pdf_obj *one = pdf_dict_get_val(context, named, at);
    int number = pdf_to_num(context, one);
    if (!pdf_is_stream(context, one)) continue;
    if (!marks(w, context, one, seen_named) && number > 0 && number < w->objects)
      w->page_of[number] = w->page;
    run_with_own(context, w, one, resources);
  }
  named = pdf_dict_get(context, resources, PDF_NAME(ExtGState));
  for (int at = 0, count = pdf_dict_len(context, named); at < count; at++) {
    pdf_obj *mask = pdf_dict_get(context, pdf_dict_get_val(context, named, at), PDF_NAME(SMask));
    pdf_obj *group = pdf_dict_get(context, mask, PDF_NAME(G));
    marks(w, context, group, seen_painted);
    run_with_own(context, w, group, resources);
  }
  named = pdf_dict_get(context, resources, PDF_NAME(Font));
  for (int at = 0, count = pdf_dict_len(context, named); at < count; at++) {
    pdf_obj *font = pdf_dict_get_val(context, named, at);
    if (!pdf_name_eq(context, pdf_dict_get(context, font, PDF_NAME(Subtype)), PDF_NAME(Type3)))
      continue;
    pdf_obj *own = pdf_dict_get(context, font, PDF_NAME(Resources));
    pdf_obj *procedures = pdf_dict_get(context, font, PDF_NAME(CharProcs));
    for (int each = 0, all = pdf_dict_len(context, procedures); each < all; each++) {
      pdf_obj *one = pdf_dict_get_val(context, procedures, each);
      if (pdf_is_stream(context, one)) run_stream(context, w, own ? own : resources, one);
    }
  }
}

// Appearances paint too, in whatever state they are.
static void run_appearances(fz_context *context, walk *w, pdf_obj *appearance, int depth) {
  if (pdf_is_stream(context, appearance)) {
    marks(w, context, appearance, seen_painted);
    run_with_own(context, w, appearance, NULL);
  } else if (depth < 3) {
    for (int at = 0, count = pdf_dict_len(context, appearance); at < count; at++)
      run_appearances(context, w, pdf_dict_get_val(context, appearance, at), depth + 1);
  }
}

static void run_page(fz_context *context, walk *w, int number) {
  pdf_obj *page = pdf_lookup_page_obj(context, w->document, number);
  pdf_obj *resources = pdf_dict_get_inheritable(context, page, PDF_NAME(Resources));
  pdf_obj *contents = pdf_dict_get(context, page, PDF_NAME(Contents));
  w->page = number;
  look_through(context, w, resources);
  // A page that names nothing paints nothing by name.
  if (pdf_dict_len(context, pdf_dict_get(context, resources, PDF_NAME(XObject))) > 0) {
    w->resources = resources;
    fz_try(context)
      pdf_process_contents(context, &w->super, w->document, resources, contents, NULL);
    fz_catch(context)
      if (fz_caught(context) == FZ_ERROR_MEMORY || w->steps > w->most) fz_rethrow(context);
  }
  pdf_obj *annotations = pdf_dict_get(context, page, PDF_NAME(Annots));
  for (int at = 0, count = pdf_array_len(context, annotations); at < count; at++)
    run_appearances(context, w,
                    pdf_dict_get(context, pdf_array_get(context, annotations, at), PDF_NAME(AP)),
                    0);
}

// MARK: What is left

// The text of a form or a pattern, as it would be drawn.
static char *text_of(fz_context *context, pdf_document *document, pdf_obj *stream,
                     bool is_pattern) {
  fz_stext_page *found = NULL;
  fz_device *device = NULL;
  pdf_processor *processor = NULL;
  fz_buffer *buffer = NULL;
  char *copy = NULL;
  fz_var(found);
  fz_var(device);
  fz_var(processor);
  fz_var(buffer);
  fz_var(copy);
  fz_try(context) {
    fz_stext_options options = {0, 0};
    found = fz_new_stext_page(context, fz_infinite_rect);
    device = fz_new_stext_device(context, found, &options);
    processor = pdf_new_run_processor(context, device, fz_scale(1, -1), NULL, NULL, NULL, NULL);
    if (is_pattern)
      pdf_process_contents(context, processor, document,
                           pdf_dict_get(context, stream, PDF_NAME(Resources)), stream, NULL);
    else if (processor->op_Do_form)
      processor->op_Do_form(context, processor, NULL, stream, NULL);
    pdf_close_processor(context, processor);
    fz_close_device(context, device);
    buffer = fz_new_buffer_from_stext_page(context, found);
    const char *text = fz_string_from_buffer(context, buffer);
    size_t length = strlen(text);
    copy = malloc(length + 1);
    if (copy) memcpy(copy, text, length + 1);
  }
  fz_always(context) {
    fz_drop_buffer(context, buffer);
    pdf_drop_processor(context, processor);
    fz_drop_device(context, device);
    fz_drop_stext_page(context, found);
  }
  fz_catch(context) {
    free(copy);
    copy = NULL;
  }
  return copy;
}

static void add_spare(fz_context *context, walk *w, int number, pages_spares *spares) {
  pdf_obj *object = NULL;
  fz_image *image = NULL;
  pages_spare spare = {.object = number, .page = w->page_of[number]};
  bool is_wanted = false;
  fz_var(object);
  fz_var(image);
  fz_var(spare);
  fz_var(is_wanted);
  fz_try(context) {
    object = pdf_load_object(context, w->document, number);
    pdf_obj *subtype = pdf_dict_get(context, object, PDF_NAME(Subtype));
    pdf_obj *reference = pdf_new_indirect(context, w->document, number, 0);
    pdf_drop_obj(context, object);
    object = reference;
    bool is_painted = (w->seen[number] & seen_painted) != 0;
    if (pdf_dict_get_int(context, object, PDF_NAME(PatternType)) == 1) {
      spare.kind = 2;
      spare.text = text_of(context, w->document, object, true);
      is_wanted = spare.text && strspn(spare.text, " \t\r\n") < strlen(spare.text);
    } else if (!is_painted && pdf_name_eq(context, subtype, PDF_NAME(Form))) {
      spare.kind = 0;
      spare.text = text_of(context, w->document, object, false);
      is_wanted = true;
    } else if (!is_painted && pdf_name_eq(context, subtype, PDF_NAME(Image))) {
      spare.kind = 1;
      spare.width = pdf_dict_get_int(context, object, PDF_NAME(Width));
      spare.height = pdf_dict_get_int(context, object, PDF_NAME(Height));
      is_wanted = true;
      image = pdf_load_image(context, w->document, object);
      pages_take_image(context, image, 320, &spare.picture, NULL);
    }
  }
  fz_always(context) {
    fz_drop_image(context, image);
    pdf_drop_obj(context, object);
  }
  fz_catch(context) {}
  if (!is_wanted) {
    free(spare.text);
    pages_free_picture(&spare.picture);
    return;
  }
  pages_spare *larger = realloc(spares->spares, (spares->count + 1) * sizeof *larger);
  if (!larger) return;
  spares->spares = larger;
  larger[spares->count++] = spare;
}

enum pages_result pages_find_spares(pages_document *opened, int pages, size_t most,
                                    pages_spares *spares) {
  fz_context *context = opened->context;
  walk *w = NULL;
  unsigned char *seen = NULL;
  int *page_of = NULL;
  enum pages_result answer = pages_ok;
  memset(spares, 0, sizeof *spares);
  fz_var(w);
  fz_var(seen);
  fz_var(page_of);
  fz_var(answer);
  fz_try(context) {
    w = pdf_new_processor(context, sizeof *w);
    w->super.op_Do_form = do_form;
    w->super.op_Do_image = do_image;
    w->document = opened->document;
    w->objects = pdf_xref_len(context, opened->document);
    w->most = 200000;
    w->seen = seen = fz_calloc(context, (size_t)w->objects + 1, 1);
    w->page_of = page_of = fz_calloc(context, (size_t)w->objects + 1, sizeof *page_of);
    for (int number = 0; number < pages; number++) run_page(context, w, number);
    for (int number = 1; number < w->objects; number++)
      if ((w->seen[number] & seen_named) && spares->count < most)
        add_spare(context, w, number, spares);
  }
  fz_always(context) {
    if (w) pdf_close_processor(context, &w->super);
    pdf_drop_processor(context, (pdf_processor *)w);
    fz_free(context, seen);
    fz_free(context, page_of);
  }
  fz_catch(context) answer = pages_caught(context);
  return answer;
}

void pages_free_spares(pages_spares *spares) {
  for (size_t at = 0; at < spares->count; at++) {
    free(spares->spares[at].text);
    pages_free_picture(&spares->spares[at].picture);
  }
  free(spares->spares);
  memset(spares, 0, sizeof *spares);
}
