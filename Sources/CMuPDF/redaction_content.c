#include "redaction_rewriter.h"

// Limits beyond which a page is not rewritten but becomes a picture.
enum { most_depth = 24, most_forms = 4000 };

// Marks on the content say what a layer is or what a text stands for; none is kept. What a hidden layer
// holds is not drawn, and what a visible one holds is drawn without saying so.

// MARK: Streams

static void drop_rewriter(fz_context *context, pdf_processor *processor) {
  SELF;
  for (size_t i = 0; self->states && i <= self->top; i++)
    pdf_drop_font(context, self->states[i].text.font);
  fz_free(context, self->states);
  path_free(context, &self->path);
}

static rewriter *new_rewriter(fz_context *context, page_job *job, fz_buffer *out, pdf_obj *old,
                              pdf_obj *fresh, const state *start) {
  rewriter *self = pdf_new_processor(context, sizeof *self);
  pdf_processor *p = &self->super;
  p->drop_processor = drop_rewriter;
  p->usage = "View";
  self->job = job, self->out = out;
  self->old_resources = old, self->new_resources = fresh;
  self->base = start->ctm;
  state_operators(p);
  path_operators(p);
  text_operators(p);
  colour_operators(p);
  picture_operators(p);
  fz_try(context) {
    self->room = 16;
    self->states = fz_malloc_array(context, self->room, state);
    self->states[0] = *start;
    pdf_keep_font(context, self->states[0].text.font);
    // Colour spaces that stand for the device's are used without being named.
    static const char *const defaults[] = {"DefaultGray", "DefaultRGB", "DefaultCMYK", NULL};
    for (int i = 0; defaults[i]; i++) {
      pdf_obj *space = old_resource(context, self, "ColorSpace", defaults[i]);
      if (space) put_resource(context, self, "ColorSpace", defaults[i], space);
    }
  }
  fz_catch(context) {
    pdf_drop_processor(context, p);
    fz_rethrow(context);
  }
  return self;
}

static void process(fz_context *context, page_job *job, pdf_obj *stream, pdf_obj *old,
                    fz_buffer *out, pdf_obj *fresh, const state *start, int depth) {
  rewriter *inner = NULL;
  // Smaller faults of a content are passed over as any reader does; it counts them here.
  fz_cookie cookie = {0};
  fz_var(inner);
  fz_try(context) {
    inner = new_rewriter(context, job, out, old, fresh, start);
    inner->depth = depth;
    pdf_process_contents(context, &inner->super, job->document->pdf, old, stream, &cookie);
    pdf_close_processor(context, &inner->super);
  }
  fz_always(context) pdf_drop_processor(context, inner ? &inner->super : NULL);
  fz_catch(context) fz_rethrow(context);
}

pdf_obj *form_without(fz_context *context, rewriter *self, pdf_obj *form,
                             pdf_obj *page_resources, fz_matrix ctm) {
  page_job *job = self->job;
  if (self->depth >= most_depth || ++job->forms > most_forms)
    fz_throw(context, FZ_ERROR_GENERIC, "too many forms");
  pdf_document *pdf = job->document->pdf;
  pdf_obj *own = pdf_dict_get(context, form, PDF_NAME(Resources));
  if (!own) own = page_resources;
  bool is_pattern = pdf_dict_get(context, form, PDF_NAME(PatternType)) != NULL;
  state start = *STATE;
  start.ctm = is_pattern
                  ? ctm
                  : fz_concat(pdf_dict_get_matrix(context, form, PDF_NAME(Matrix)), ctm);
  fz_buffer *out = NULL;
  pdf_obj *resources = NULL, *result = NULL;
  fz_var(out);
  fz_var(resources);
  fz_var(result);
  fz_try(context) {
    out = fz_new_buffer(context, 1024);
    resources = pdf_new_dict(context, pdf, 4);
    process(context, job, form, own, out, resources, &start, self->depth + 1);
    result = job->only_counts ? pdf_new_dict(context, pdf, 4)
                              : pdf_add_stream(context, pdf, out, NULL, 0);
    pdf_dict_put(context, result, PDF_NAME(Type), PDF_NAME(XObject));
    pdf_dict_put(context, result, PDF_NAME(Subtype), PDF_NAME(Form));
    static const char *const keys[] = {"BBox", "Matrix", "Group", NULL};
    for (int i = 0; keys[i]; i++) {
      pdf_obj *value = pdf_dict_gets(context, form, keys[i]);
      if (value) pdf_dict_puts(context, result, keys[i], value);
    }
    pdf_dict_put(context, result, PDF_NAME(Resources), resources);
  }
  fz_always(context) {
    fz_drop_buffer(context, out);
    pdf_drop_obj(context, resources);
  }
  fz_catch(context) {
    pdf_drop_obj(context, result);
    fz_rethrow(context);
  }
  return result;
}

// MARK: The page

// A note or field as it looks, as a form at its place.
static void flatten(fz_context *context, page_job *job, pdf_page *page, pdf_annot *annotation,
                    fz_matrix ctm, fz_buffer *out, pdf_obj *resources) {
  pdf_document *pdf = job->document->pdf;
  pdf_obj *look = pdf_annot_ap(context, annotation);
  int flags = pdf_annot_flags(context, annotation);
  if (!look || flags & (PDF_ANNOT_IS_INVISIBLE | PDF_ANNOT_IS_HIDDEN | PDF_ANNOT_IS_NO_VIEW))
    return;
  pdf_obj *object = pdf_annot_obj(context, annotation);
  if (pdf_is_ocg_hidden(context, pdf, pdf_page_resources(context, page), "View",
                        pdf_dict_get(context, object, PDF_NAME(OC))))
    return;
  if (pdf_name_eq(context, pdf_dict_get(context, object, PDF_NAME(Subtype)), PDF_NAME(Popup)))
    return;
  fz_buffer *call = NULL;
  pdf_obj *stream = NULL, *named = NULL, *forms = NULL;
  state start = {0};
  start.ctm = ctm, start.text.scale = 1;
  fz_matrix m = pdf_annot_transform(context, annotation);
  if (flags & PDF_ANNOT_IS_NO_ROTATE) {
    int turn = pdf_to_int(context, pdf_dict_get_inheritable(context, page->obj, PDF_NAME(Rotate)));
    fz_rect rect = pdf_dict_get_rect(context, object, PDF_NAME(Rect));
    m = fz_concat(m, fz_translate(-rect.x0, -rect.y1));
    m = fz_concat(m, fz_rotate((float)turn));
    m = fz_concat(m, fz_translate(rect.x0, rect.y1));
  }
  fz_var(call);
  fz_var(stream);
  fz_var(named);
  fz_var(forms);
  fz_try(context) {
    call = fz_new_buffer(context, 128);
    fz_append_printf(context, call, "q %g %g %g %g %g %g cm /Look Do Q\n", m.a, m.b, m.c, m.d, m.e,
                     m.f);
    stream = pdf_add_stream(context, pdf, call, NULL, 0);
    named = pdf_new_dict(context, pdf, 1);
    forms = pdf_new_dict(context, pdf, 1);
    pdf_dict_puts(context, forms, "Look", look);
    pdf_dict_put(context, named, PDF_NAME(XObject), forms);
    process(context, job, stream, named, out, resources, &start, 0);
  }
  fz_always(context) {
    fz_drop_buffer(context, call);
    pdf_drop_obj(context, stream);
    pdf_drop_obj(context, named);
    pdf_drop_obj(context, forms);
  }
  fz_catch(context) fz_rethrow(context);
}

void content_rewrite(fz_context *context, page_job *job, pdf_page *page, fz_buffer *out,
                     pdf_obj *resources) {
  fz_matrix ctm;
  fz_rect box;
  pdf_page_transform(context, page, &box, &ctm);
  state start = {0};
  start.ctm = ctm, start.text.scale = 1;
  fz_append_string(context, out, "q\n");
  process(context, job, pdf_page_contents(context, page), pdf_page_resources(context, page), out,
          resources, &start, 0);
  fz_append_string(context, out, "Q\n");
  for (pdf_annot *a = pdf_first_annot(context, page); a; a = pdf_next_annot(context, a))
    flatten(context, job, page, a, ctm, out, resources);
  for (pdf_annot *w = pdf_first_widget(context, page); w; w = pdf_next_widget(context, w))
    flatten(context, job, page, w, ctm, out, resources);
}
