// The pixels of images as they lie in the file, made smaller.

#include "pages-inner.h"

#include <stdlib.h>
#include <string.h>

// The image in colours, each pixel the mean of those that fall on it.
static enum pages_result shrink(fz_context *context, fz_image *image, int width, int height,
                                pages_picture *picture) {
  fz_pixmap *whole = NULL, *coloured = NULL;
  enum pages_result answer = pages_ok;
  fz_var(whole);
  fz_var(coloured);
  fz_var(answer);
  fz_try(context) {
    fz_matrix place = fz_scale((float)width, (float)height);
    whole = fz_get_pixmap_from_image(context, image, NULL, &place, NULL, NULL);
    if (fz_pixmap_colorspace(context, whole) &&
        (fz_pixmap_colorspace(context, whole) != fz_device_rgb(context) ||
         fz_pixmap_alpha(context, whole)))
      coloured = fz_convert_pixmap(context, whole, fz_device_rgb(context), NULL, NULL,
                                   fz_default_color_params, 0);
    else
      coloured = fz_keep_pixmap(context, whole);
    int from_width = fz_pixmap_width(context, coloured);
    int from_height = fz_pixmap_height(context, coloured);
    int parts = fz_pixmap_components(context, coloured);
    const unsigned char *samples = fz_pixmap_samples(context, coloured);
    size_t stride = (size_t)fz_pixmap_stride(context, coloured);
    if (width > from_width) width = from_width;
    if (height > from_height) height = from_height;
    picture->rgb = width > 0 && height > 0 ? malloc((size_t)width * (size_t)height * 3) : NULL;
    if (!picture->rgb) answer = pages_no_memory;
    picture->width = width, picture->height = height;
    for (int y = 0; picture->rgb && y < height; y++) {
      int y0 = (int)((int64_t)y * from_height / height);
      int y1 = (int)((int64_t)(y + 1) * from_height / height);
      for (int x = 0; x < width; x++) {
        int x0 = (int)((int64_t)x * from_width / width);
        int x1 = (int)((int64_t)(x + 1) * from_width / width);
        uint64_t sums[3] = {0};
        for (int row = y0; row < y1; row++)
          for (int column = x0; column < x1; column++)
            for (int part = 0; part < 3; part++)
              sums[part] += samples[stride * (size_t)row + (size_t)(column * parts) +
                                    (size_t)(parts >= 3 ? part : 0)];
        uint64_t pixels = (uint64_t)(y1 - y0) * (uint64_t)(x1 - x0);
        for (int part = 0; part < 3; part++)
          picture->rgb[((size_t)y * (size_t)width + (size_t)x) * 3 + (size_t)part] =
              (unsigned char)(pixels ? sums[part] / pixels : 0);
      }
    }
  }
  fz_always(context) {
    fz_drop_pixmap(context, whole);
    fz_drop_pixmap(context, coloured);
  }
  fz_catch(context) answer = pages_caught(context);
  return answer;
}

// Pixels of an image that is decoded.
static const int64_t largest_image = 100 * 1000 * 1000;

enum pages_result pages_take_image(fz_context *context, fz_image *image, int longest,
                                   pages_picture *picture, unsigned char **opacity) {
  memset(picture, 0, sizeof *picture);
  if (opacity) *opacity = NULL;
  if (!image || image->w <= 0 || image->h <= 0) return pages_damaged;
  if ((int64_t)image->w * image->h > largest_image) return pages_too_much;
  int side = image->w > image->h ? image->w : image->h;
  int width = side > longest ? (int)((int64_t)image->w * longest / side) : image->w;
  int height = side > longest ? (int)((int64_t)image->h * longest / side) : image->h;
  if (width < 1) width = 1;
  if (height < 1) height = 1;
  enum pages_result answer = shrink(context, image, width, height, picture);
  pages_picture mask = {0};
  if (answer == pages_ok && opacity && image->mask &&
      shrink(context, image->mask, picture->width, picture->height, &mask) == pages_ok) {
    size_t count = (size_t)picture->width * (size_t)picture->height;
    *opacity = malloc(count);
    // A mask with fewer pixels than the image is spread over it.
    for (size_t at = 0; *opacity && at < count; at++) {
      size_t x = at % (size_t)picture->width * (size_t)mask.width / (size_t)picture->width;
      size_t y = at / (size_t)picture->width * (size_t)mask.height / (size_t)picture->height;
      (*opacity)[at] = mask.rgb[(y * (size_t)mask.width + x) * 3];
    }
  }
  pages_free_picture(&mask);
  if (answer != pages_ok) pages_free_picture(picture);
  return answer;
}

enum pages_result pages_image(pages_look *look, size_t mark, int longest, pages_picture *picture,
                              unsigned char **opacity) {
  memset(picture, 0, sizeof *picture);
  if (opacity) *opacity = NULL;
  if (mark >= look->record.mark_count) return pages_damaged;
  return pages_take_image(look->owner->context, look->record.images[mark], longest, picture, opacity);
}
