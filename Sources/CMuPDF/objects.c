#include "objects.h"

#include "opening.h"

#include <stdlib.h>
#include <string.h>

struct pdfobjects_document {
  fz_context *context;
  pdf_document *pdf;
};

static enum pdfobjects_result failure(fz_context *context) {
  return (enum pdfobjects_result)opening_caught(context);
}

enum pdfobjects_result pdfobjects_open(const unsigned char *bytes, size_t length, size_t memory,
                                       pdfobjects_document **result) {
  *result = NULL;
  pdfobjects_document *opened = calloc(1, sizeof *opened);
  if (!opened) return pdfobjects_no_memory;
  fz_context *context = opened->context = opening_context(memory, NULL, NULL);
  if (!context) {
    free(opened);
    return pdfobjects_no_memory;
  }
  enum pdfobjects_result answer
      = (enum pdfobjects_result)opening_pdf(context, bytes, length, &opened->pdf);
  if (answer != pdfobjects_ok) {
    pdfobjects_close(opened);
    return answer;
  }
  *result = opened;
  return answer;
}

void pdfobjects_close(pdfobjects_document *opened) {
  if (!opened) return;
  pdf_drop_document(opened->context, opened->pdf);
  fz_drop_context(opened->context);
  free(opened);
}

void pdfobjects_free(pdfobjects_bytes *bytes) {
  free(bytes->data);
  bytes->data = NULL;
  bytes->length = 0;
}

// Copies into memory of the caller's own kind; false where there is none.
static bool hand_over(const unsigned char *data, size_t length, pdfobjects_bytes *result) {
  result->data = malloc(length ? length : 1);
  if (!result->data) return false;
  if (length) memcpy(result->data, data, length);
  result->length = length;
  return true;
}

static enum pdfobjects_result hand_over_buffer(fz_context *context, fz_buffer *buffer,
                                               pdfobjects_bytes *result) {
  unsigned char *data = NULL;
  size_t length = fz_buffer_storage(context, buffer, &data);
  bool done = hand_over(data, length, result);
  fz_drop_buffer(context, buffer);
  return done ? pdfobjects_ok : pdfobjects_no_memory;
}

enum pdfobjects_result pdfobjects_decrypt(pdfobjects_document *opened, pdfobjects_bytes *result) {
  memset(result, 0, sizeof *result);
  fz_context *context = opened->context;
  fz_buffer *buffer = NULL;
  fz_output *output = NULL;
  fz_var(buffer);
  fz_var(output);
  fz_try(context) {
    pdf_write_options options = pdf_default_write_options;
    options.do_encrypt = PDF_ENCRYPT_NONE;
    buffer = fz_new_buffer(context, 1 << 16);
    output = fz_new_output_with_buffer(context, buffer);
    pdf_write_document(context, opened->pdf, output, &options);
    fz_close_output(context, output);
  }
  fz_always(context) fz_drop_output(context, output);
  fz_catch(context) {
    fz_drop_buffer(context, buffer);
    return failure(context);
  }
  return hand_over_buffer(context, buffer, result);
}

// Whether a number is among those of the annotations that had no appearance.
static bool is_missing(const int *missing, int count, int number) {
  for (int index = 0; index < count; index++)
    if (missing[index] == number) return true;
  return false;
}

// Has the appearance drawn into the document: one that nobody changed is drawn for the screen only.
static void claim(fz_context *context, pdf_annot *annotation) {
  fz_try(context) {
    pdf_set_annot_flags(context, annotation, pdf_annot_flags(context, annotation));
    pdf_annot_request_resynthesis(context, annotation);
    pdf_update_annot(context, annotation);
  }
  fz_catch(context) { return; }
}

// Draws what has no appearance on a page; where it cannot, the page stays as it is.
static void draw_missing(fz_context *context, pdf_document *pdf, int number) {
  pdf_page *page = NULL;
  int *missing = NULL, count = 0;
  fz_var(page);
  fz_var(missing);
  fz_var(count);
  fz_try(context) {
    // Loading a page draws what is missing for itself; afterwards nobody can tell.
    pdf_obj *form = pdf_dict_getp(context, pdf_trailer(context, pdf), "Root/AcroForm");
    bool redraws = pdf_to_bool(context, pdf_dict_gets(context, form, "NeedAppearances"));
    pdf_obj *list = pdf_dict_get(context, pdf_lookup_page_obj(context, pdf, number), PDF_NAME(Annots));
    int length = pdf_array_len(context, list);
    missing = fz_calloc(context, (size_t)length + 1, sizeof *missing);
    for (int index = 0; index < length; index++) {
      pdf_obj *one = pdf_array_get(context, list, index);
      bool is_field = pdf_name_eq(context, pdf_dict_get(context, one, PDF_NAME(Subtype)), PDF_NAME(Widget));
      pdf_obj *type = is_field ? pdf_dict_get_inheritable(context, one, PDF_NAME(FT)) : NULL;
      bool has_text = pdf_name_eq(context, type, PDF_NAME(Tx)) || pdf_name_eq(context, type, PDF_NAME(Ch));
      if (!pdf_dict_getp(context, one, "AP/N") || (redraws && has_text)) missing[count++] = pdf_to_num(context, one);
    }
    if (count > 0) {
      page = pdf_load_page(context, pdf, number);
      pdf_annot *one;
      for (one = pdf_first_annot(context, page); one; one = pdf_next_annot(context, one))
        if (is_missing(missing, count, pdf_to_num(context, pdf_annot_obj(context, one))))
          claim(context, one);
      for (one = pdf_first_widget(context, page); one; one = pdf_next_widget(context, one))
        if (is_missing(missing, count, pdf_to_num(context, pdf_annot_obj(context, one))))
          claim(context, one);
      pdf_update_page(context, page);
    }
  }
  fz_always(context) {
    fz_drop_page(context, (fz_page *)page);
    fz_free(context, missing);
  }
  fz_catch(context) { return; }
}

enum pdfobjects_result pdfobjects_draw_annotations(pdfobjects_document *opened,
                                                   pdfobjects_bytes *result) {
  int count = 0;
  fz_var(count);
  fz_try(opened->context) count = pdf_count_pages(opened->context, opened->pdf);
  fz_catch(opened->context) return failure(opened->context);
  for (int number = 0; number < count; number++)
    draw_missing(opened->context, opened->pdf, number);
  return pdfobjects_decrypt(opened, result);
}

// Adds the characters whose middle lies in a box.
static void add_characters(fz_context *context, fz_stext_page *text, fz_rect box,
                           fz_buffer *buffer) {
  for (fz_stext_block *block = text->first_block; block; block = block->next) {
    if (block->type != FZ_STEXT_BLOCK_TEXT) continue;
    for (fz_stext_line *line = block->u.t.first_line; line; line = line->next) {
      bool any = false;
      for (fz_stext_char *one = line->first_char; one; one = one->next) {
        fz_rect own = fz_rect_from_quad(one->quad);
        fz_point middle = fz_make_point((own.x0 + own.x1) / 2, (own.y0 + own.y1) / 2);
        if (!fz_is_point_inside_rect(middle, box)) continue;
        int rune = one->c;
        if (rune < 0 || rune > 0x10FFFF || (rune >= 0xD800 && rune < 0xE000)) rune = 0xFFFD;
        fz_append_rune(context, buffer, rune);
        any = true;
      }
      if (any) fz_append_byte(context, buffer, '\n');
    }
  }
}

enum pdfobjects_result pdfobjects_text_in(pdfobjects_document *opened, int number,
                                          const float rectangle[4], pdfobjects_bytes *result) {
  memset(result, 0, sizeof *result);
  fz_context *context = opened->context;
  pdf_page *page = NULL;
  fz_stext_page *text = NULL;
  fz_device *device = NULL;
  fz_buffer *buffer = NULL;
  fz_var(page);
  fz_var(text);
  fz_var(device);
  fz_var(buffer);
  fz_try(context) {
    fz_stext_options options = {0, 0};
    fz_matrix matrix;
    fz_rect media;
    page = pdf_load_page(context, opened->pdf, number);
    pdf_page_transform(context, page, &media, &matrix);
    fz_rect box = fz_make_rect(rectangle[0], rectangle[1], rectangle[2], rectangle[3]);
    text = fz_new_stext_page(context, fz_infinite_rect);
    device = fz_new_stext_device(context, text, &options);
    pdf_run_page_contents(context, page, device, fz_identity, NULL);
    fz_close_device(context, device);
    buffer = fz_new_buffer(context, 256);
    add_characters(context, text, fz_transform_rect(box, matrix), buffer);
  }
  fz_always(context) {
    fz_drop_device(context, device);
    fz_drop_stext_page(context, text);
    fz_drop_page(context, (fz_page *)page);
  }
  fz_catch(context) {
    fz_drop_buffer(context, buffer);
    return failure(context);
  }
  return hand_over_buffer(context, buffer, result);
}

enum pdfobjects_result pdfobjects_picture(pdfobjects_document *opened, int number, int side,
                                          pdfobjects_bytes *result) {
  memset(result, 0, sizeof *result);
  fz_context *context = opened->context;
  pdf_obj *object = NULL;
  fz_image *image = NULL;
  fz_pixmap *pixels = NULL;
  fz_device *device = NULL;
  fz_buffer *buffer = NULL;
  fz_var(object);
  fz_var(image);
  fz_var(pixels);
  fz_var(device);
  fz_var(buffer);
  fz_try(context) {
    object = pdf_new_indirect(context, opened->pdf, number, 0);
    image = pdf_load_image(context, opened->pdf, object);
    if (image->w <= 0 || image->h <= 0 || (long long)image->w * image->h > 100000000)
      fz_throw(context, FZ_ERROR_GENERIC, "no size for a picture");
    float scale = (float)side / (image->w > image->h ? image->w : image->h);
    if (scale > 1) scale = 1;
    int width = (int)(image->w * scale), height = (int)(image->h * scale);
    fz_irect box = {0, 0, width < 1 ? 1 : width, height < 1 ? 1 : height};
    pixels = fz_new_pixmap_with_bbox(context, fz_device_rgb(context), box, NULL, 0);
    fz_clear_pixmap_with_value(context, pixels, 255);
    device = fz_new_draw_device(context, fz_identity, pixels);
    fz_matrix matrix = fz_scale((float)box.x1, (float)box.y1);
    if (image->imagemask) {
      float black[3] = {0, 0, 0};
      fz_fill_image_mask(context, device, image, matrix, fz_device_rgb(context), black, 1,
                         fz_default_color_params);
    } else {
      fz_fill_image(context, device, image, matrix, 1, fz_default_color_params);
    }
    fz_close_device(context, device);
    buffer = fz_new_buffer_from_pixmap_as_png(context, pixels, fz_default_color_params);
  }
  fz_always(context) {
    fz_drop_device(context, device);
    fz_drop_pixmap(context, pixels);
    fz_drop_image(context, image);
    pdf_drop_obj(context, object);
  }
  fz_catch(context) {
    fz_drop_buffer(context, buffer);
    return failure(context);
  }
  return hand_over_buffer(context, buffer, result);
}
