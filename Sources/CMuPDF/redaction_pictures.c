#include "redaction_parts.h"

// A device that only notes where pictures are drawn.
typedef struct picture_device {
  fz_device super;
  redaction_rect *found;
  int count, most;
} picture_device;

static void note(fz_context *context, picture_device *device, fz_matrix place) {
  fz_rect box = fz_transform_rect(fz_unit_rect, place);
  box = fz_intersect_rect(box, fz_device_current_scissor(context, &device->super));
  if (device->count < device->most && !fz_is_empty_rect(box))
    device->found[device->count++] = (redaction_rect){box.x0, box.y0, box.x1, box.y1};
}

static void fill_image(fz_context *context, fz_device *device, fz_image *image, fz_matrix place,
                       float alpha, fz_color_params params) {
  (void)image, (void)alpha, (void)params;
  note(context, (picture_device *)device, place);
}

static void fill_mask(fz_context *context, fz_device *device, fz_image *image, fz_matrix place,
                      fz_colorspace *space, const float *colour, float alpha,
                      fz_color_params params) {
  (void)image, (void)space, (void)colour, (void)alpha, (void)params;
  note(context, (picture_device *)device, place);
}

int redaction_find_pictures(redaction_document *opened, int page, redaction_rect *pictures,
                            int most) {
  fz_context *context = opened->context;
  fz_page *loaded = NULL;
  picture_device *device = NULL;
  int count = -1;
  fz_var(loaded);
  fz_var(device);
  fz_var(count);
  fz_try(context) {
    loaded = (fz_page *)pdf_load_page(context, opened->pdf, page);
    device = (picture_device *)fz_new_device_of_size(context, sizeof *device);
    device->super.fill_image = fill_image, device->super.fill_image_mask = fill_mask;
    device->found = pictures, device->most = most;
    // As displayed, from the top left.
    fz_rect box = fz_bound_page(context, loaded);
    fz_run_page(context, loaded, &device->super, fz_translate(-box.x0, -box.y0), NULL);
    fz_close_device(context, &device->super);
    count = device->count;
  }
  fz_always(context) {
    fz_drop_device(context, (fz_device *)device);
    fz_drop_page(context, loaded);
  }
  fz_catch(context) count = -1;
  return count;
}
