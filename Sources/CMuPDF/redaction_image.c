#include "redaction_parts.h"

#include <math.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

// MARK: JPEG

typedef struct jpeg_trouble {
  struct jpeg_error_mgr super;
  jmp_buf back;
} jpeg_trouble;

static void jpeg_failed(j_common_ptr info) { longjmp(((jpeg_trouble *)info->err)->back, 1); }
static void jpeg_silent(j_common_ptr info) { (void)info; }

// Encodes into memory of its own; no jump of the library leaves it.
static bool encode_jpeg(const unsigned char *samples, int width, int height, int components,
                        unsigned char **bytes, unsigned long *length) {
  struct jpeg_compress_struct info;
  jpeg_trouble trouble;
  *bytes = NULL, *length = 0;
  info.err = jpeg_std_error(&trouble.super);
  trouble.super.error_exit = jpeg_failed;
  trouble.super.output_message = jpeg_silent;
  if (setjmp(trouble.back)) {
    jpeg_destroy_compress(&info);
    return false;
  }
  jpeg_create_compress(&info);
  jpeg_mem_dest(&info, bytes, length);
  info.image_width = (JDIMENSION)width, info.image_height = (JDIMENSION)height;
  info.input_components = components;
  info.in_color_space = components == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, 93, TRUE);
  // Colours at full resolution, so that no black bleeds out of a box.
  if (components == 3) info.comp_info[0].h_samp_factor = info.comp_info[0].v_samp_factor = 1;
  jpeg_start_compress(&info, TRUE);
  size_t stride = (size_t)width * (size_t)components;
  while (info.next_scanline < info.image_height) {
    JSAMPROW row = (JSAMPROW)(samples + (size_t)info.next_scanline * stride);
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  return true;
}

fz_buffer *image_as_jpeg(fz_context *context, const unsigned char *samples, int width, int height,
                         int components) {
  unsigned char *bytes = NULL;
  unsigned long length = 0;
  fz_buffer *buffer = NULL;
  if (width > 65500 || height > 65500) return NULL;
  if (encode_jpeg(samples, width, height, components, &bytes, &length)) {
    fz_try(context) buffer = fz_new_buffer_from_copied_data(context, bytes, length);
    fz_catch(context) buffer = NULL;
  }
  free(bytes);
  return buffer;
}

// MARK: Objects

static void image_entries(fz_context *context, pdf_obj *image, int width, int height, int bits) {
  pdf_dict_put(context, image, PDF_NAME(Type), PDF_NAME(XObject));
  pdf_dict_put(context, image, PDF_NAME(Subtype), PDF_NAME(Image));
  pdf_dict_put_int(context, image, PDF_NAME(Width), width);
  pdf_dict_put_int(context, image, PDF_NAME(Height), height);
  pdf_dict_put_int(context, image, PDF_NAME(BitsPerComponent), bits);
}

static pdf_obj *device_colours(int components) {
  if (components == 1) return PDF_NAME(DeviceGray);
  return components == 4 ? PDF_NAME(DeviceCMYK) : PDF_NAME(DeviceRGB);
}

pdf_obj *image_object(fz_context *context, pdf_document *pdf, int width, int height, int components,
                      int bits, const unsigned char *samples, size_t length, pdf_obj *colours) {
  fz_buffer *buffer = NULL;
  pdf_obj *image = NULL;
  fz_var(buffer);
  fz_var(image);
  fz_try(context) {
    buffer = fz_new_buffer_from_copied_data(context, samples, length);
    image = pdf_add_stream(context, pdf, buffer, NULL, 0);
    image_entries(context, image, width, height, bits);
    pdf_dict_put(context, image, PDF_NAME(ColorSpace),
                 colours ? colours : device_colours(components));
  }
  fz_always(context) fz_drop_buffer(context, buffer);
  fz_catch(context) {
    pdf_drop_obj(context, image);
    fz_rethrow(context);
  }
  return image;
}

// MARK: Painting

// Sets the samples whose place on the page lies in a box, and a sample around.
static void blacken(fz_pixmap *pixels, fz_matrix ctm, const page_job *job, int value, int last) {
  fz_matrix across = {ctm.a / (float)pixels->w, ctm.b / (float)pixels->w,
                      -ctm.c / (float)pixels->h, -ctm.d / (float)pixels->h,
                      ctm.e + ctm.c, ctm.f + ctm.d};
  fz_matrix back;
  if (fz_try_invert_matrix(&back, across)) return;
  float wide = fabsf(across.a) + fabsf(across.c), high = fabsf(across.b) + fabsf(across.d);
  for (size_t i = 0; i < job->box_count; i++) {
    if (!job->boxes[i].is_painted) continue;
    fz_rect box = job->boxes[i].rect;
    box.x0 -= wide, box.x1 += wide, box.y0 -= high, box.y1 += high;
    fz_irect area = fz_irect_from_rect(fz_transform_rect(box, back));
    int x0 = fz_clampi(area.x0, 0, pixels->w), x1 = fz_clampi(area.x1, 0, pixels->w);
    int y0 = fz_clampi(area.y0, 0, pixels->h), y1 = fz_clampi(area.y1, 0, pixels->h);
    for (int y = y0; y < y1; y++) {
      unsigned char *sample = pixels->samples + (size_t)y * (size_t)pixels->stride
                              + (size_t)x0 * pixels->n;
      for (int x = x0; x < x1; x++, sample += pixels->n) {
        fz_point p = fz_transform_point_xy((float)x + 0.5f, (float)y + 0.5f, across);
        if (p.x < box.x0 || p.x > box.x1 || p.y < box.y0 || p.y > box.y1) continue;
        memset(sample, value, pixels->n);
        if (last >= 0) sample[pixels->n - 1] = (unsigned char)last;
      }
    }
  }
}

// One component of the samples, in rows without padding.
static unsigned char *component(fz_context *context, fz_pixmap *pixels, int which, size_t *length) {
  *length = (size_t)pixels->w * (size_t)pixels->h;
  unsigned char *result = fz_malloc(context, *length ? *length : 1);
  for (int y = 0; y < pixels->h; y++)
    for (int x = 0; x < pixels->w; x++)
      result[(size_t)y * (size_t)pixels->w + (size_t)x]
          = pixels->samples[(size_t)y * (size_t)pixels->stride + (size_t)x * pixels->n + which];
  return result;
}

// Samples of nothing but 0 and 255 as bits.
static bool packed(fz_context *context, const unsigned char *samples, int width, int height,
                   bool is_inverted, unsigned char **bits, size_t *length) {
  size_t row = ((size_t)width + 7) / 8;
  *length = row * (size_t)height;
  *bits = fz_calloc(context, *length ? *length : 1, 1);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++) {
      unsigned char value = samples[(size_t)y * (size_t)width + (size_t)x];
      if (value != 0 && value != 255) {
        fz_free(context, *bits);
        *bits = NULL;
        return false;
      }
      if ((value == 255) != is_inverted) (*bits)[(size_t)y * row + (size_t)(x >> 3)] |= 128 >> (x & 7);
    }
  return true;
}

static pdf_obj *grey_object(fz_context *context, pdf_document *pdf, const unsigned char *samples,
                            int width, int height, pdf_obj *colours) {
  unsigned char *bits = NULL;
  size_t length = 0;
  pdf_obj *image = NULL;
  fz_var(bits);
  fz_try(context) {
    if (packed(context, samples, width, height, false, &bits, &length))
      image = image_object(context, pdf, width, height, 1, 1, bits, length, colours);
    else
      image = image_object(context, pdf, width, height, 1, 8, samples,
                           (size_t)width * (size_t)height, colours);
  }
  fz_always(context) fz_free(context, bits);
  fz_catch(context) fz_rethrow(context);
  return image;
}

// A stencil: where its bits are 0, the colour is painted.
static pdf_obj *stencil_object(fz_context *context, pdf_document *pdf,
                               const unsigned char *samples, int width, int height) {
  unsigned char *sharp = NULL, *bits = NULL;
  size_t count = (size_t)width * (size_t)height, length = 0;
  pdf_obj *image = NULL;
  fz_var(sharp);
  fz_var(bits);
  fz_try(context) {
    sharp = fz_malloc(context, count ? count : 1);
    for (size_t i = 0; i < count; i++) sharp[i] = samples[i] > 127 ? 255 : 0;
    packed(context, sharp, width, height, true, &bits, &length);
    image = image_object(context, pdf, width, height, 1, 1, bits, length, NULL);
    pdf_dict_del(context, image, PDF_NAME(ColorSpace));
    pdf_dict_put_bool(context, image, PDF_NAME(ImageMask), 1);
  }
  fz_always(context) {
    fz_free(context, sharp);
    fz_free(context, bits);
  }
  fz_catch(context) fz_rethrow(context);
  return image;
}

// The colour space of the original, where its samples mean the same as those that were decoded.
static pdf_obj *same_colours(fz_context *context, pdf_obj *original, fz_image *image, int n) {
  pdf_obj *colours = original ? pdf_dict_get(context, original, PDF_NAME(ColorSpace)) : NULL;
  if (!pdf_is_array(context, colours) || image->n != n) return NULL;
  pdf_obj *kind = pdf_array_get(context, colours, 0);
  bool is_same = pdf_name_eq(context, kind, PDF_NAME(ICCBased))
                 || pdf_name_eq(context, kind, PDF_NAME(CalGray))
                 || pdf_name_eq(context, kind, PDF_NAME(CalRGB));
  return is_same ? colours : NULL;
}

static pdf_obj *colour_object(fz_context *context, page_job *job, fz_image *image,
                              pdf_obj *original, fz_pixmap *pixels, bool is_photo) {
  int n = pixels->n - pixels->alpha;
  size_t count = (size_t)pixels->w * (size_t)pixels->h;
  pdf_document *pdf = job->document->pdf;
  pdf_obj *colours = same_colours(context, original, image, n), *result = NULL;
  unsigned char *samples = NULL;
  fz_buffer *jpeg = NULL;
  fz_var(samples);
  fz_var(jpeg);
  fz_var(result);
  fz_try(context) {
    samples = fz_malloc(context, count ? count * (size_t)n : 1);
    unsigned char *out = samples;
    for (int y = 0; y < pixels->h; y++) {
      const unsigned char *in = pixels->samples + (size_t)y * (size_t)pixels->stride;
      for (int x = 0; x < pixels->w; x++, in += pixels->n, out += n) memcpy(out, in, (size_t)n);
    }
    if (is_photo && (n == 1 || n == 3))
      jpeg = image_as_jpeg(context, samples, pixels->w, pixels->h, n);
    if (jpeg) {
      result = pdf_add_stream(context, pdf, jpeg, NULL, 1);
      image_entries(context, result, pixels->w, pixels->h, 8);
      pdf_dict_put(context, result, PDF_NAME(ColorSpace), colours ? colours : device_colours(n));
      pdf_dict_put(context, result, PDF_NAME(Filter), PDF_NAME(DCTDecode));
    } else if (n == 1) {
      result = grey_object(context, pdf, samples, pixels->w, pixels->h, colours);
    } else {
      result = image_object(context, pdf, pixels->w, pixels->h, n, 8, samples, count * (size_t)n,
                            colours);
    }
  }
  fz_always(context) {
    fz_free(context, samples);
    fz_drop_buffer(context, jpeg);
  }
  fz_catch(context) fz_rethrow(context);
  return result;
}

// How much of the page lies behind a picture: opaque in the boxes, so that its own shape says nothing.
static pdf_obj *mask_object(fz_context *context, page_job *job, fz_image *mask, fz_matrix ctm) {
  fz_pixmap *pixels = fz_get_pixmap_from_image(context, mask, NULL, NULL, NULL, NULL);
  unsigned char *samples = NULL;
  size_t length = 0;
  pdf_obj *result = NULL;
  fz_var(samples);
  fz_try(context) {
    blacken(pixels, ctm, job, 255, -1);
    samples = component(context, pixels, 0, &length);
    result = grey_object(context, job->document->pdf, samples, pixels->w, pixels->h, NULL);
  }
  fz_always(context) {
    fz_free(context, samples);
    fz_drop_pixmap(context, pixels);
  }
  fz_catch(context) fz_rethrow(context);
  return result;
}

pdf_obj *image_without(fz_context *context, page_job *job, fz_image *image, pdf_obj *original,
                       fz_matrix ctm) {
  fz_compressed_buffer *packed_as = fz_compressed_image_buffer(context, image);
  int kind = packed_as ? packed_as->params.type : FZ_IMAGE_UNKNOWN;
  bool is_photo = kind == FZ_IMAGE_JPEG || kind == FZ_IMAGE_JPX;
  fz_pixmap *pixels = NULL, *plain = NULL;
  unsigned char *samples = NULL;
  pdf_obj *result = NULL, *mask = NULL;
  size_t length = 0;
  fz_var(pixels);
  fz_var(plain);
  fz_var(samples);
  fz_var(result);
  fz_var(mask);
  fz_try(context) {
    pixels = fz_get_pixmap_from_image(context, image, NULL, NULL, NULL, NULL);
    if (image->imagemask) {
      blacken(pixels, ctm, job, 255, -1);
      samples = component(context, pixels, 0, &length);
      result = stencil_object(context, job->document->pdf, samples, pixels->w, pixels->h);
    } else {
      int n = pixels->n - pixels->alpha;
      // A damaged picture may hold another number of colours than it says.
      if (!pixels->colorspace || fz_colorspace_n(context, pixels->colorspace) != n)
        fz_throw(context, FZ_ERROR_GENERIC, "broken picture");
      enum fz_colorspace_type type = fz_colorspace_type(context, pixels->colorspace);
      bool is_plain = (type == FZ_COLORSPACE_GRAY && n == 1)
                      || (type == FZ_COLORSPACE_RGB && n == 3)
                      || (type == FZ_COLORSPACE_CMYK && n == 4);
      if (!is_plain) {
        plain = fz_convert_pixmap(context, pixels, fz_device_rgb(context), NULL, NULL,
                                  fz_default_color_params, pixels->alpha);
        fz_drop_pixmap(context, pixels);
        pixels = plain, plain = NULL;
        n = 3, type = FZ_COLORSPACE_RGB;
      }
      // Black: no light, or in inks all of the last one.
      blacken(pixels, ctm, job, 0, pixels->alpha || type == FZ_COLORSPACE_CMYK ? 255 : -1);
      result = colour_object(context, job, image, original, pixels, is_photo);
      if (image->mask) {
        mask = mask_object(context, job, image->mask, ctm);
      } else if (pixels->alpha) {
        samples = component(context, pixels, pixels->n - 1, &length);
        mask = grey_object(context, job->document->pdf, samples, pixels->w, pixels->h, NULL);
      }
      if (mask) pdf_dict_put(context, result, PDF_NAME(SMask), mask);
      if (image->interpolate) pdf_dict_put_bool(context, result, PDF_NAME(Interpolate), 1);
    }
  }
  fz_always(context) {
    fz_free(context, samples);
    fz_drop_pixmap(context, pixels);
    fz_drop_pixmap(context, plain);
    pdf_drop_obj(context, mask);
  }
  fz_catch(context) {
    pdf_drop_obj(context, result);
    fz_rethrow(context);
  }
  return result;
}
