// Looking at a page: what is painted on it, in order.

#include "pages-inner.h"

#include <stdlib.h>
#include <string.h>

// Notes and attachments are drawn as icons that a viewer places over the page; they hide nothing for
// good, and what they hold is found in the annotation itself.
static bool is_icon(fz_context *context, pdf_annot *annotation) {
  switch (pdf_annot_type(context, annotation)) {
    case PDF_ANNOT_TEXT:
    case PDF_ANNOT_FILE_ATTACHMENT:
    case PDF_ANNOT_SOUND: return true;
    default: return false;
  }
}

// An annotation whatever its layer; `pdf_run_annot` knows only those that are shown.
static void run_hidden(fz_context *context, pdf_page *page, pdf_annot *annotation,
                       fz_device *device, fz_cookie *cookie) {
  if (!pdf_dict_get(context, pdf_annot_obj(context, annotation), PDF_NAME(OC))) return;
  fz_matrix place;
  pdf_page_transform(context, page, NULL, &place);
  pdf_processor *processor =
      pdf_new_run_processor(context, device, place, NULL, NULL, NULL, cookie);
  fz_try(context) {
    pdf_process_annot(context, processor, annotation, cookie);
    pdf_close_processor(context, processor);
  }
  fz_always(context) pdf_drop_processor(context, processor);
  fz_catch(context) fz_rethrow(context);
}

void pages_draw_all(fz_context *context, pdf_page *page, pages_relay *relay, fz_device *device,
                    const char *usage, fz_cookie *cookie) {
  if (relay) device = &relay->super;
  pdf_run_page_contents_with_usage(context, page, device, fz_identity, usage, cookie);
  if (relay) relay->is_annotation = true;
  for (pdf_annot *one = pdf_first_annot(context, page); one; one = pdf_next_annot(context, one)) {
    if (relay && is_icon(context, one)) continue;
    if (relay && !usage) run_hidden(context, page, one, device, cookie);
    else pdf_run_annot(context, one, device, fz_identity, cookie);
  }
  for (pdf_annot *one = pdf_first_widget(context, page); one; one = pdf_next_widget(context, one)) {
    if (relay && !usage) run_hidden(context, page, one, device, cookie);
    else pdf_run_annot(context, one, device, fz_identity, cookie);
  }
}

// MARK: The page

enum pages_result pages_look_at(pages_document *opened, int number, size_t most,
                                pages_look **result) {
  *result = NULL;
  fz_context *context = opened->context;
  pages_look *look = calloc(1, sizeof *look);
  if (!look) return pages_no_memory;
  look->owner = opened;
  look->record.most = most;
  fz_cookie cookie = {0};
  pdf_page *page = NULL;
  fz_device *device = NULL;
  pages_relay *relay = NULL;
  enum pages_result answer = pages_ok;
  fz_var(page);
  fz_var(device);
  fz_var(relay);
  fz_var(answer);
  fz_try(context) {
    page = pdf_load_page(context, opened->document, number);
    fz_matrix place;
    pdf_page_transform(context, page, NULL, &place);
    look->shown = pdf_bound_page(context, page);
    fz_rect sheet =
        pdf_to_rect(context, pdf_dict_get_inheritable(context, page->obj, PDF_NAME(MediaBox)));
    if (fz_is_empty_rect(sheet)) sheet = (fz_rect){0, 0, 612, 792};
    look->sheet = fz_transform_rect(sheet, place);
    look->list = fz_new_display_list(context, look->shown);
    device = fz_new_list_device(context, look->list);
    relay = pages_new_relay(context, device);
    relay->record = &look->record, relay->cookie = &cookie;
    pages_draw_all(context, page, relay, NULL, "View", &cookie);
    fz_close_device(context, &relay->super);
    if (!look->record.is_too_much && opened->has_layers)
      pages_look_at_layers(context, look, page);
  }
  fz_always(context) {
    fz_drop_device(context, (fz_device *)relay);
    fz_drop_device(context, device);
    fz_drop_page(context, (fz_page *)page);
  }
  fz_catch(context) answer = pages_caught(context);
  // What was drawn before an error is looked at; that it is not all is said.
  if (answer == pages_ok && look->record.is_too_much) answer = pages_too_much;
  if (answer == pages_ok && cookie.errors > 0) answer = pages_damaged;
  if (!look->list || answer == pages_no_memory) {
    pages_leave(look);
    return answer;
  }
  *result = look;
  return answer;
}

void pages_leave(pages_look *look) {
  if (!look) return;
  fz_context *context = look->owner->context;
  fz_drop_display_list(context, look->list);
  pages_drop_record(context, &look->record);
  free(look);
}

const pages_glyph *pages_glyphs(const pages_look *look, size_t *count) {
  *count = look->record.glyph_count;
  return look->record.glyphs;
}

const pages_mark *pages_marks(const pages_look *look, size_t *count) {
  *count = look->record.mark_count;
  return look->record.marks;
}

pages_box pages_shown(const pages_look *look) { return pages_box_of(look->shown); }
pages_box pages_sheet(const pages_look *look) { return pages_box_of(look->sheet); }
