#include "redaction_parts.h"

#include "opening.h"

#include <stdlib.h>
#include <string.h>

// MARK: Boxes and pictures in the place of content

static pdf_obj *label_font(fz_context *context, pdf_document *pdf) {
  pdf_obj *font = pdf_new_dict(context, pdf, 4);
  pdf_dict_put(context, font, PDF_NAME(Type), PDF_NAME(Font));
  pdf_dict_put(context, font, PDF_NAME(Subtype), PDF_NAME(Type1));
  pdf_dict_put_name(context, font, PDF_NAME(BaseFont), "Helvetica");
  pdf_dict_put(context, font, PDF_NAME(Encoding), PDF_NAME(WinAnsiEncoding));
  return font;
}

// A text of Latin letters as a string of a content; what Latin does not have becomes a blank.
static void print_string(fz_context *context, fz_buffer *out, const char *text) {
  fz_append_string(context, out, "<");
  while (*text) {
    int rune;
    text += fz_chartorune(&rune, text);
    int code = rune < 256 ? rune : fz_windows_1252_from_unicode(rune);
    fz_append_printf(context, out, "%02x", code > 0 ? code : 32);
  }
  fz_append_string(context, out, "> Tj\n");
}

static float width_of(fz_context *context, fz_font *font, const char *text) {
  float width = 0;
  while (*text) {
    int rune;
    text += fz_chartorune(&rune, text);
    width += fz_advance_glyph(context, font, fz_encode_character(context, font, rune), 0);
  }
  return width;
}

// The largest size at which a label fits its box, or 0 where it would be too small to read.
static float label_size(fz_context *context, fz_font *font, const redaction_paint *paint) {
  float wide = paint->rect.x1 - paint->rect.x0 - 2, high = paint->rect.y1 - paint->rect.y0 - 1;
  float width = width_of(context, font, paint->label);
  if (width <= 0) return 0;
  float size = fz_min(fz_min(high * 0.9f, wide / width), 10);
  return size >= 3.5f ? size : 0;
}

bool redaction_paint_boxes(redaction_document *opened, int page, const redaction_paint *paints,
                           size_t count) {
  fz_context *context = opened->context;
  pdf_document *pdf = opened->pdf;
  pdf_page *loaded = NULL;
  fz_buffer *out = NULL;
  fz_font *font = NULL;
  pdf_obj *named = NULL, *fonts = NULL, *array = NULL, *stream = NULL;
  bool done = false;
  fz_var(loaded);
  fz_var(out);
  fz_var(font);
  fz_var(named);
  fz_var(fonts);
  fz_var(array);
  fz_var(stream);
  fz_var(done);
  fz_try(context) {
    fz_matrix ctm, back;
    fz_rect box;
    loaded = pdf_load_page(context, pdf, page);
    pdf_page_transform(context, loaded, &box, &ctm);
    if (fz_try_invert_matrix(&back, ctm)) fz_throw(context, FZ_ERROR_GENERIC, "flat page");
    font = fz_new_base14_font(context, "Helvetica");
    out = fz_new_buffer(context, 256);
    fz_append_printf(context, out, "q %g %g %g %g %g %g cm\n0 g\n", back.a, back.b, back.c, back.d,
                     back.e, back.f);
    bool has_label = false;
    for (size_t i = 0; i < count; i++) {
      redaction_rect r = paints[i].rect;
      fz_append_printf(context, out, "%g %g %g %g re f\n", r.x0, r.y0, r.x1 - r.x0, r.y1 - r.y0);
    }
    for (size_t i = 0; i < count; i++) {
      redaction_rect r = paints[i].rect;
      float size = paints[i].label ? label_size(context, font, paints + i) : 0;
      if (size == 0) continue;
      has_label = true;
      float width = width_of(context, font, paints[i].label) * size;
      fz_append_printf(context, out, "BT 1 g /F999 %g Tf 1 0 0 -1 %g %g Tm ", size,
                       (r.x0 + r.x1 - width) / 2, (r.y0 + r.y1) / 2 + size * 0.36f);
      print_string(context, out, paints[i].label);
      fz_append_string(context, out, "ET\n");
    }
    fz_append_string(context, out, "Q\n");
    pdf_obj *resources = pdf_dict_get(context, loaded->obj, PDF_NAME(Resources));
    if (has_label) {
      fonts = pdf_keep_obj(context, pdf_dict_get(context, resources, PDF_NAME(Font)));
      named = label_font(context, pdf);
      if (!fonts) fonts = pdf_new_dict(context, pdf, 1);
      pdf_dict_puts(context, fonts, "F999", named);
      pdf_dict_put(context, resources, PDF_NAME(Font), fonts);
    }
    stream = pdf_add_stream(context, pdf, out, NULL, 0);
    array = pdf_new_array(context, pdf, 2);
    pdf_array_push(context, array, pdf_dict_get(context, loaded->obj, PDF_NAME(Contents)));
    pdf_array_push(context, array, stream);
    pdf_dict_put(context, loaded->obj, PDF_NAME(Contents), array);
    done = true;
  }
  fz_always(context) {
    fz_drop_font(context, font);
    fz_drop_buffer(context, out);
    pdf_drop_obj(context, named);
    pdf_drop_obj(context, fonts);
    pdf_drop_obj(context, array);
    pdf_drop_obj(context, stream);
    fz_drop_page(context, (fz_page *)loaded);
  }
  fz_catch(context) done = false;
  return done;
}

bool redaction_replace(redaction_document *opened, int page, const redaction_picture *picture,
                       const redaction_word *words, size_t count) {
  fz_context *context = opened->context;
  pdf_document *pdf = opened->pdf;
  pdf_page *loaded = NULL;
  fz_buffer *out = NULL;
  fz_font *font = NULL;
  pdf_obj *image = NULL, *resources = NULL, *images = NULL, *fonts = NULL, *named = NULL;
  bool done = false;
  fz_var(loaded);
  fz_var(out);
  fz_var(font);
  fz_var(image);
  fz_var(resources);
  fz_var(images);
  fz_var(fonts);
  fz_var(named);
  fz_var(done);
  fz_try(context) {
    fz_matrix ctm, back;
    fz_rect box;
    loaded = pdf_load_page(context, pdf, page);
    pdf_page_transform(context, loaded, &box, &ctm);
    box = pdf_bound_page(context, loaded);
    if (fz_try_invert_matrix(&back, ctm)) fz_throw(context, FZ_ERROR_GENERIC, "flat page");
    font = fz_new_base14_font(context, "Helvetica");
    size_t length
        = (size_t)picture->width * (size_t)picture->height * (size_t)picture->components;
    image = image_object(context, pdf, picture->width, picture->height, picture->components, 8,
                         picture->samples, length, NULL);
    resources = pdf_new_dict(context, pdf, 2);
    images = pdf_new_dict(context, pdf, 1);
    pdf_dict_puts(context, images, "Page", image);
    pdf_dict_put(context, resources, PDF_NAME(XObject), images);
    out = fz_new_buffer(context, 1024);
    fz_append_printf(context, out, "q %g %g %g %g %g %g cm\n", back.a, back.b, back.c, back.d,
                     back.e, back.f);
    fz_append_printf(context, out, "q %g 0 0 %g %g %g cm /Page Do Q\n", box.x1 - box.x0,
                     box.y0 - box.y1, box.x0, box.y1);
    for (size_t i = 0; i < count; i++) {
      redaction_rect r = words[i].box;
      float width = width_of(context, font, words[i].text);
      float size = r.y1 - r.y0;
      if (width <= 0 || size <= 0 || r.x1 <= r.x0) continue;
      fz_append_printf(context, out, "BT 3 Tr /Words %g Tf %g Tz 1 0 0 -1 %g %g Tm ", size,
                       100 * (r.x1 - r.x0) / (width * size), r.x0, r.y1 - size * 0.2f);
      print_string(context, out, words[i].text);
      fz_append_string(context, out, "ET\n");
    }
    fz_append_string(context, out, "Q\n");
    if (count > 0) {
      named = label_font(context, pdf);
      fonts = pdf_new_dict(context, pdf, 1);
      pdf_dict_puts(context, fonts, "Words", named);
      pdf_dict_put(context, resources, PDF_NAME(Font), fonts);
    }
    pdf_dict_put_drop(context, loaded->obj, PDF_NAME(Contents),
                      pdf_add_stream(context, pdf, out, NULL, 0));
    pdf_dict_put(context, loaded->obj, PDF_NAME(Resources), resources);
    pdf_dict_del(context, loaded->obj, PDF_NAME(Annots));
    pdf_dict_del(context, loaded->obj, PDF_NAME(Group));
    opened->rewritten[page] = true;
    done = true;
  }
  fz_always(context) {
    fz_drop_font(context, font);
    fz_drop_buffer(context, out);
    pdf_drop_obj(context, image);
    pdf_drop_obj(context, resources);
    pdf_drop_obj(context, images);
    pdf_drop_obj(context, fonts);
    pdf_drop_obj(context, named);
    fz_drop_page(context, (fz_page *)loaded);
  }
  fz_catch(context) done = false;
  return done;
}

// MARK: Pictures in memory

static bool hand_over(fz_pixmap *pixels, int components, redaction_picture *picture) {
  size_t row = (size_t)pixels->w * (size_t)components;
  picture->width = pixels->w, picture->height = pixels->h, picture->components = components;
  picture->samples = malloc(row * (size_t)pixels->h + 1);
  if (!picture->samples) return false;
  for (int y = 0; y < pixels->h; y++) {
    const unsigned char *in = pixels->samples + (size_t)y * (size_t)pixels->stride;
    unsigned char *out = picture->samples + (size_t)y * row;
    if (pixels->n == components) {
      memcpy(out, in, row);
      continue;
    }
    for (int x = 0; x < pixels->w; x++, in += pixels->n, out += components) {
      // Where nothing is, the paper is white.
      int white = pixels->alpha ? 255 - in[pixels->n - 1] : 0;
      for (int c = 0; c < components; c++) out[c] = (unsigned char)(in[c] + white);
    }
  }
  return true;
}

bool redaction_render(redaction_document *opened, int page, float scale, int components,
                      redaction_picture *picture) {
  fz_context *context = opened->context;
  fz_page *loaded = NULL;
  fz_pixmap *pixels = NULL;
  bool done = false;
  memset(picture, 0, sizeof *picture);
  fz_var(loaded);
  fz_var(pixels);
  fz_var(done);
  fz_try(context) {
    loaded = (fz_page *)pdf_load_page(context, opened->pdf, page);
    // Fields that leave their look to the reader are drawn as they are flattened.
    pdf_update_page(context, (pdf_page *)loaded);
    fz_colorspace *colours = components == 1 ? fz_device_gray(context) : fz_device_rgb(context);
    fz_rect box = fz_bound_page(context, loaded);
    if ((box.x1 - box.x0) * (box.y1 - box.y0) * scale * scale > 1e8f)
      fz_throw(context, FZ_ERROR_GENERIC, "page too large");
    pixels = fz_new_pixmap_from_page(context, loaded, fz_scale(scale, scale), colours, 0);
    done = hand_over(pixels, components, picture);
  }
  fz_always(context) {
    fz_drop_pixmap(context, pixels);
    fz_drop_page(context, loaded);
  }
  fz_catch(context) done = false;
  return done;
}

bool redaction_read_picture(const unsigned char *bytes, size_t length, size_t most_pixels,
                            redaction_picture *picture) {
  memset(picture, 0, sizeof *picture);
  fz_context *context = opening_context(64 << 20, NULL, NULL);
  if (!context) return false;
  fz_buffer *buffer = NULL;
  fz_image *image = NULL;
  fz_pixmap *pixels = NULL, *plain = NULL;
  bool done = false;
  fz_var(buffer);
  fz_var(image);
  fz_var(pixels);
  fz_var(plain);
  fz_var(done);
  fz_try(context) {
    buffer = fz_new_buffer_from_copied_data(context, bytes, length);
    image = fz_new_image_from_buffer(context, buffer);
    if ((size_t)image->w * (size_t)image->h > most_pixels)
      fz_throw(context, FZ_ERROR_GENERIC, "picture too large");
    pixels = fz_get_pixmap_from_image(context, image, NULL, NULL, NULL, NULL);
    if (!pixels->colorspace
        || fz_colorspace_n(context, pixels->colorspace) != pixels->n - pixels->alpha)
      fz_throw(context, FZ_ERROR_GENERIC, "broken picture");
    plain = fz_convert_pixmap(context, pixels, fz_device_rgb(context), NULL, NULL,
                              fz_default_color_params, 1);
    done = hand_over(plain, 3, picture);
    // MuPDF counts the ways of turning in another order than EXIF.
    static const int exif[] = {0, 1, 8, 3, 6, 2, 5, 4, 7};
    int turned = fz_image_orientation(context, image);
    picture->orientation = turned >= 0 && turned <= 8 ? exif[turned] : 0;
    picture->is_jpeg = length > 2 && bytes[0] == 0xFF && bytes[1] == 0xD8;
  }
  fz_always(context) {
    fz_drop_pixmap(context, plain);
    fz_drop_pixmap(context, pixels);
    fz_drop_image(context, image);
    fz_drop_buffer(context, buffer);
  }
  fz_catch(context) done = false;
  fz_drop_context(context);
  return done;
}

void redaction_free_picture(redaction_picture *picture) {
  free(picture->samples);
  memset(picture, 0, sizeof *picture);
}

static bool copy_out(fz_buffer *buffer, redaction_bytes *bytes) {
  bytes->bytes = malloc(buffer->len + 1);
  if (!bytes->bytes) return false;
  memcpy(bytes->bytes, buffer->data, buffer->len);
  bytes->length = buffer->len;
  return true;
}

static bool encode(const redaction_picture *picture, bool is_jpeg, redaction_bytes *bytes) {
  memset(bytes, 0, sizeof *bytes);
  fz_context *context = fz_new_context(NULL, NULL, 1 << 20);
  if (!context) return false;
  fz_buffer *buffer = NULL;
  fz_pixmap *pixels = NULL;
  bool done = false;
  fz_var(buffer);
  fz_var(pixels);
  fz_var(done);
  fz_try(context) {
    if (is_jpeg) {
      buffer = image_as_jpeg(context, picture->samples, picture->width, picture->height,
                             picture->components);
    } else {
      fz_colorspace *colours
          = picture->components == 1 ? fz_device_gray(context) : fz_device_rgb(context);
      pixels = fz_new_pixmap_with_data(context, colours, picture->width, picture->height, NULL, 0,
                                       picture->width * picture->components, picture->samples);
      buffer = fz_new_buffer_from_pixmap_as_png(context, pixels, fz_default_color_params);
    }
    done = buffer && copy_out(buffer, bytes);
  }
  fz_always(context) {
    fz_drop_pixmap(context, pixels);
    fz_drop_buffer(context, buffer);
  }
  fz_catch(context) done = false;
  fz_drop_context(context);
  return done;
}

bool redaction_write_png(const redaction_picture *picture, redaction_bytes *bytes) {
  return encode(picture, false, bytes);
}

bool redaction_write_jpeg(const redaction_picture *picture, redaction_bytes *bytes) {
  return encode(picture, true, bytes);
}

void redaction_free_bytes(redaction_bytes *bytes) {
  free(bytes->bytes);
  memset(bytes, 0, sizeof *bytes);
}

bool redaction_write(redaction_document *opened, redaction_bytes *bytes) {
  memset(bytes, 0, sizeof *bytes);
  fz_context *context = opened->context;
  fz_buffer *buffer = NULL;
  fz_output *out = NULL;
  bool done = false;
  fz_var(buffer);
  fz_var(out);
  fz_var(done);
  fz_try(context) {
    pdf_write_options options = {0};
    options.do_garbage = 2;
    options.do_compress = options.do_compress_images = options.do_compress_fonts = 1;
    options.do_encrypt = PDF_ENCRYPT_NONE;
    buffer = fz_new_buffer(context, 65536);
    out = fz_new_output_with_buffer(context, buffer);
    pdf_write_document(context, opened->pdf, out, &options);
    fz_close_output(context, out);
    done = copy_out(buffer, bytes);
  }
  fz_always(context) {
    fz_drop_output(context, out);
    fz_drop_buffer(context, buffer);
  }
  fz_catch(context) done = false;
  return done;
}
