#define _GNU_SOURCE
#include "redaction_parts.h"

#include "opening.h"

#include <stdlib.h>
#include <string.h>

enum redaction_result redaction_open(const unsigned char *bytes, size_t length,
                                     redaction_document **result) {
  *result = NULL;
  redaction_document *opened = calloc(1, sizeof *opened);
  if (!opened) return redaction_no_memory;
  fz_context *context = opened->context = opening_context(64 << 20, NULL, NULL);
  if (!context) {
    free(opened);
    return redaction_no_memory;
  }
  enum redaction_result answer
      = (enum redaction_result)opening_pdf(context, bytes, length, &opened->pdf);
  fz_var(answer);
  if (answer == redaction_ok) {
    fz_try(context) {
      opened->page_count = pdf_count_pages(context, opened->pdf);
      if (opened->page_count <= 0 || opened->page_count > 1000000) answer = redaction_damaged;
      else
        opened->rewritten
            = fz_calloc(context, (size_t)opened->page_count, sizeof *opened->rewritten);
    }
    fz_catch(context) answer = (enum redaction_result)opening_caught(context);
  }
  if (answer != redaction_ok) {
    redaction_close(opened);
    return answer;
  }
  *result = opened;
  return answer;
}

void redaction_close(redaction_document *opened) {
  if (!opened) return;
  fz_free(opened->context, opened->rewritten);
  fz_free(opened->context, opened->fonts);
  pdf_drop_document(opened->context, opened->pdf);
  fz_drop_context(opened->context);
  free(opened);
}

int redaction_page_count(redaction_document *opened) { return opened->page_count; }

bool redaction_page_size(redaction_document *opened, int page, float *width, float *height) {
  fz_context *context = opened->context;
  pdf_page *loaded = NULL;
  bool found = false;
  fz_var(loaded);
  fz_var(found);
  fz_try(context) {
    loaded = pdf_load_page(context, opened->pdf, page);
    fz_rect box = pdf_bound_page(context, loaded);
    *width = box.x1 - box.x0, *height = box.y1 - box.y0;
    found = *width > 0 && *height > 0 && *width < 100000 && *height < 100000;
  }
  fz_always(context) fz_drop_page(context, (fz_page *)loaded);
  fz_catch(context) return false;
  return found;
}

// MARK: Characters

static bool collect(fz_stext_page *found, size_t most, redaction_glyphs *glyphs) {
  size_t count = 0;
  for (fz_stext_block *block = found->first_block; block; block = block->next)
    if (block->type == FZ_STEXT_BLOCK_TEXT)
      for (fz_stext_line *line = block->u.t.first_line; line; line = line->next)
        for (fz_stext_char *c = line->first_char; c; c = c->next) count++;
  if (count > most) return false;
  glyphs->glyphs = calloc(count ? count : 1, sizeof *glyphs->glyphs);
  if (!glyphs->glyphs) return false;
  int number = 0;
  for (fz_stext_block *block = found->first_block; block; block = block->next) {
    if (block->type != FZ_STEXT_BLOCK_TEXT) continue;
    for (fz_stext_line *line = block->u.t.first_line; line; line = line->next, number++)
      for (fz_stext_char *c = line->first_char; c; c = c->next) {
        fz_rect box = fz_rect_from_quad(c->quad);
        // From the line the letters stand on, so that the rows of a text do not share a rim.
        if (line->wmode == 0 && line->dir.x > 0.99f && c->size > 0)
          box.y0 = c->origin.y - 0.74f * c->size, box.y1 = c->origin.y + 0.22f * c->size;
        int rune = c->c;
        if (rune < 0 || rune > 0x10FFFF || (rune >= 0xD800 && rune < 0xE000)) rune = 0xFFFD;
        glyphs->glyphs[glyphs->count++]
            = (redaction_glyph){{box.x0, box.y0, box.x1, box.y1}, rune, number};
      }
  }
  return true;
}

bool redaction_read_glyphs(redaction_document *opened, int page, size_t most,
                           redaction_glyphs *glyphs) {
  memset(glyphs, 0, sizeof *glyphs);
  fz_context *context = opened->context;
  fz_page *loaded = NULL;
  fz_stext_page *found = NULL;
  fz_device *device = NULL;
  bool whole = false;
  fz_var(loaded);
  fz_var(found);
  fz_var(device);
  fz_var(whole);
  fz_try(context) {
    fz_stext_options options = {0};
    loaded = (fz_page *)pdf_load_page(context, opened->pdf, page);
    pdf_update_page(context, (pdf_page *)loaded);
    found = fz_new_stext_page(context, fz_bound_page(context, loaded));
    device = fz_new_stext_device(context, found, &options);
    fz_run_page(context, loaded, device, fz_identity, NULL);
    fz_close_device(context, device);
    whole = true;
  }
  fz_always(context) {
    fz_drop_device(context, device);
    fz_drop_page(context, loaded);
  }
  fz_catch(context) whole = false;
  if (found && !collect(found, most, glyphs)) whole = false;
  fz_drop_stext_page(context, found);
  return whole;
}

void redaction_free_glyphs(redaction_glyphs *glyphs) {
  free(glyphs->glyphs);
  memset(glyphs, 0, sizeof *glyphs);
}

// MARK: Rewriting

static bool has_word(const unsigned char *bytes, size_t length, const char *word) {
  return memmem(bytes, length, word, strlen(word)) != NULL;
}

// Whether a content, or one that it draws, is marked in a way that can hide or replace text.
static bool is_marked(fz_context *context, pdf_obj *content, pdf_obj *resources, bool *seen,
                      int objects, int depth) {
  if (pdf_dict_len(context, pdf_dict_get(context, resources, PDF_NAME(Properties))) > 0)
    return true;
  int number = pdf_to_num(context, content);
  if (number > 0 && number < objects) {
    if (seen[number]) return false;
    seen[number] = true;
  }
  if (depth > 24) return true;
  bool found = false;
  fz_buffer *buffer = NULL;
  fz_stream *stream = NULL;
  fz_var(buffer);
  fz_var(stream);
  fz_try(context) {
    if (content) {
      stream = pdf_open_contents_stream(context, pdf_get_bound_document(context, content), content);
      buffer = fz_read_all(context, stream, 4096);
      found = has_word(buffer->data, buffer->len, "ActualText")
              || has_word(buffer->data, buffer->len, "/Alt")
              || has_word(buffer->data, buffer->len, "/OC")
              || has_word(buffer->data, buffer->len, "/E ")
              || has_word(buffer->data, buffer->len, "/E(")
              || has_word(buffer->data, buffer->len, "/E<");
    }
  }
  fz_always(context) {
    fz_drop_stream(context, stream);
    fz_drop_buffer(context, buffer);
  }
  fz_catch(context) return true;
  pdf_obj *drawn = pdf_dict_get(context, resources, PDF_NAME(XObject));
  for (int i = 0, n = pdf_dict_len(context, drawn); i < n && !found; i++) {
    pdf_obj *object = pdf_dict_get_val(context, drawn, i);
    if (pdf_name_eq(context, pdf_dict_get(context, object, PDF_NAME(Subtype)), PDF_NAME(Form)))
      found = is_marked(context, object, pdf_dict_get(context, object, PDF_NAME(Resources)), seen,
                        objects, depth + 1);
  }
  return found;
}

bool redaction_needs_rewriting(redaction_document *opened, int page) {
  fz_context *context = opened->context;
  pdf_page *loaded = NULL;
  bool *seen = NULL;
  bool needs = true;
  fz_var(loaded);
  fz_var(seen);
  fz_var(needs);
  fz_try(context) {
    loaded = pdf_load_page(context, opened->pdf, page);
    pdf_obj *catalog = pdf_dict_get(context, pdf_trailer(context, opened->pdf), PDF_NAME(Root));
    needs = pdf_first_annot(context, loaded) || pdf_first_widget(context, loaded)
            || pdf_dict_get(context, catalog, PDF_NAME(OCProperties));
    if (!needs) {
      int objects = pdf_xref_len(context, opened->pdf);
      seen = fz_calloc(context, (size_t)objects, sizeof *seen);
      needs = is_marked(context, pdf_page_contents(context, loaded),
                        pdf_page_resources(context, loaded), seen, objects, 0);
    }
  }
  fz_always(context) {
    fz_free(context, seen);
    fz_drop_page(context, (fz_page *)loaded);
  }
  fz_catch(context) return true;
  return needs;
}

// Puts a content and what it uses in the place of a page's own.
static void set_content(fz_context *context, pdf_document *pdf, pdf_obj *page, fz_buffer *content,
                        pdf_obj *resources) {
  pdf_dict_put_drop(context, page, PDF_NAME(Contents),
                    pdf_add_stream(context, pdf, content, NULL, 0));
  pdf_dict_put(context, page, PDF_NAME(Resources), resources);
  pdf_dict_del(context, page, PDF_NAME(Annots));
}

// Gives notes and fields that leave their look to the reader one that stays: what MuPDF makes for the
// screen alone cannot be referred to by a content.
static void complete_looks(fz_context *context, pdf_document *pdf, pdf_page *page) {
  // It asks for a change before it makes one.
  pdf_drop_obj(context, pdf_add_object_drop(context, pdf, pdf_new_dict(context, pdf, 1)));
  for (pdf_annot *a = pdf_first_annot(context, page); a; a = pdf_next_annot(context, a))
    if (!pdf_annot_ap(context, a)) pdf_annot_request_resynthesis(context, a);
  for (pdf_annot *w = pdf_first_widget(context, page); w; w = pdf_next_widget(context, w))
    if (!pdf_annot_ap(context, w)) pdf_annot_request_resynthesis(context, w);
  pdf_update_page(context, page);
}

static bool run_job(redaction_document *opened, int page, page_job *job) {
  fz_context *context = opened->context;
  pdf_page *loaded = NULL;
  fz_buffer *content = NULL;
  pdf_obj *resources = NULL;
  bool done = false;
  fz_var(loaded);
  fz_var(content);
  fz_var(resources);
  fz_var(done);
  fz_try(context) {
    loaded = pdf_load_page(context, opened->pdf, page);
    if (pdf_first_annot(context, loaded) || pdf_first_widget(context, loaded))
      complete_looks(context, opened->pdf, loaded);
    job->page = pdf_bound_page(context, loaded);
    content = fz_new_buffer(context, 4096);
    resources = pdf_new_dict(context, opened->pdf, 8);
    content_rewrite(context, job, loaded, content, resources);
    if (!job->only_counts) set_content(context, opened->pdf, loaded->obj, content, resources);
    done = true;
  }
  fz_always(context) {
    fz_drop_buffer(context, content);
    pdf_drop_obj(context, resources);
    fz_drop_page(context, (fz_page *)loaded);
  }
  fz_catch(context) done = false;
  return done;
}

bool redaction_rewrite(redaction_document *opened, int page, const redaction_box *boxes,
                       size_t count, bool drops_images, redaction_report *report) {
  memset(report, 0, sizeof *report);
  page_job job = {.document = opened, .drops_images = drops_images, .report = report};
  cut_box *cut = calloc(count ? count : 1, sizeof *cut);
  if (!cut) return false;
  for (size_t i = 0; i < count; i++) {
    redaction_rect r = boxes[i].rect;
    cut[i].rect = (fz_rect){r.x0, r.y0, r.x1, r.y1};
    cut[i].mark = boxes[i].mark, cut[i].is_painted = boxes[i].is_painted;
  }
  job.boxes = cut, job.box_count = count;
  bool done = run_job(opened, page, &job);
  free(cut);
  if (done) opened->rewritten[page] = true;
  // Handed over in memory of the system, not of the document.
  redaction_removed *removed = NULL;
  redaction_touched *pictures = NULL;
  if (report->removed_count) {
    removed = malloc(report->removed_count * sizeof *removed);
    if (removed) memcpy(removed, report->removed, report->removed_count * sizeof *removed);
    else done = false, report->removed_count = 0;
  }
  if (report->picture_count) {
    pictures = malloc(report->picture_count * sizeof *pictures);
    if (pictures) memcpy(pictures, report->pictures, report->picture_count * sizeof *pictures);
    else done = false, report->picture_count = 0;
  }
  fz_free(opened->context, report->removed);
  fz_free(opened->context, report->pictures);
  report->removed = removed, report->pictures = pictures;
  return done;
}

void redaction_free_report(redaction_report *report) {
  free(report->removed);
  free(report->pictures);
  memset(report, 0, sizeof *report);
}

// MARK: Fonts of drawings

// What the codes that are still shown stand for, as a new table.
static pdf_obj *meanings(fz_context *context, pdf_document *pdf, pdf_obj *object,
                         const drawn_font *font) {
  pdf_font_desc *loaded = pdf_load_font(context, pdf, NULL, object);
  fz_buffer *table = NULL;
  pdf_obj *result = NULL;
  fz_var(table);
  fz_try(context) {
    table = fz_new_buffer(context, 1024);
    fz_append_string(context, table,
                     "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                     "/CMapType 2 def\n1 begincodespacerange\n<00> <ff>\nendcodespacerange\n");
    for (int code = 0; code < 256; code++) {
      int runes[8];
      int count = font->used[code] && loaded->to_unicode
                      ? pdf_lookup_cmap_full(loaded->to_unicode, code, runes) : 0;
      if (count < 1) continue;
      fz_append_printf(context, table, "1 beginbfchar\n<%02x> <", code);
      for (int i = 0; i < count && i < 8; i++)
        if (runes[i] < 0x10000)
          fz_append_printf(context, table, "%04x", runes[i]);
        else
          fz_append_printf(context, table, "%04x%04x", 0xD7C0 + (runes[i] >> 10),
                           0xDC00 + (runes[i] & 0x3FF));
      fz_append_string(context, table, ">\nendbfchar\n");
    }
    fz_append_string(context, table, "endcmap\nend\nend\n");
    result = pdf_add_stream(context, pdf, table, NULL, 0);
  }
  fz_always(context) {
    fz_drop_buffer(context, table);
    pdf_drop_font(context, loaded);
  }
  fz_catch(context) fz_rethrow(context);
  return result;
}

static void prune(fz_context *context, pdf_document *pdf, const drawn_font *font) {
  pdf_obj *object = NULL, *kept = NULL;
  fz_var(object);
  fz_var(kept);
  fz_try(context) {
    object = pdf_load_object(context, pdf, font->number);
    pdf_obj *procs = pdf_dict_get(context, object, PDF_NAME(CharProcs));
    pdf_obj *encoding = pdf_dict_get(context, object, PDF_NAME(Encoding));
    pdf_obj *names = pdf_dict_get(context, encoding, PDF_NAME(Differences));
    if (procs && pdf_is_array(context, names)) {
      kept = pdf_new_dict(context, pdf, 16);
      int code = 0;
      for (int i = 0, n = pdf_array_len(context, names); i < n; i++) {
        pdf_obj *item = pdf_array_get(context, names, i);
        if (pdf_is_int(context, item)) {
          code = pdf_to_int(context, item);
        } else {
          pdf_obj *proc = pdf_dict_get(context, procs, item);
          if (code >= 0 && code < 256 && font->used[code] && proc)
            pdf_dict_put(context, kept, item, proc);
          else
            // The names of drawings can spell what they show.
            pdf_array_put_drop(context, names, i, pdf_new_name(context, ".notdef"));
          code++;
        }
      }
      pdf_dict_put(context, object, PDF_NAME(CharProcs), kept);
      if (pdf_dict_get(context, object, PDF_NAME(ToUnicode)))
        pdf_dict_put_drop(context, object, PDF_NAME(ToUnicode),
                          meanings(context, pdf, object, font));
      pdf_update_object(context, pdf, font->number, object);
    }
  }
  fz_always(context) {
    pdf_drop_obj(context, object);
    pdf_drop_obj(context, kept);
  }
  fz_catch(context) fz_rethrow(context);
}

bool redaction_prune_fonts(redaction_document *opened) {
  fz_context *context = opened->context;
  bool is_any = false;
  for (size_t i = 0; i < opened->font_count; i++) is_any |= opened->fonts[i].is_touched;
  if (!is_any) return true;
  for (int page = 0; page < opened->page_count; page++) {
    if (opened->rewritten[page]) continue;
    page_job job = {.document = opened, .only_counts = true};
    if (!run_job(opened, page, &job)) return false;
  }
  bool done = true;
  fz_var(done);
  fz_try(context) {
    for (size_t i = 0; i < opened->font_count; i++)
      if (opened->fonts[i].is_touched) prune(context, opened->pdf, opened->fonts + i);
  }
  fz_catch(context) done = false;
  return done;
}
