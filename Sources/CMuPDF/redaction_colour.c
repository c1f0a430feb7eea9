#include "redaction_rewriter.h"

#include <string.h>

// MARK: Colours

static void print_colour(fz_context *context, rewriter *self, int n, const float *c,
                         const char *name, const char *sign) {
  for (int i = 0; i < n; i++) PRINT("%g ", c[i]);
  if (name) PRINT("%n ", name);
  PRINT("%s\n", sign);
}

static void colours(fz_context *context, rewriter *self, const char *name, const char *sign) {
  static const char *const known[] = {"DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern", NULL};
  char fresh[32];
  keep_resource(context, self, "ColorSpace", name, fresh, sizeof fresh);
  for (int i = 0; known[i]; i++)
    if (strcmp(name, known[i]) == 0) fz_strlcpy(fresh, name, sizeof fresh);
  PRINT("%n %s\n", fresh, sign);
}
static void op_CS(fz_context *context, pdf_processor *processor, const char *name,
                  fz_colorspace *space) {
  (void)space;
  colours(context, (rewriter *)processor, name, "CS");
}
static void op_cs(fz_context *context, pdf_processor *processor, const char *name,
                  fz_colorspace *space) {
  (void)space;
  colours(context, (rewriter *)processor, name, "cs");
}

// Whether a pattern is laid once over the page and not again and again.
static bool is_laid_once(const pdf_pattern *pattern, fz_matrix ctm, fz_rect page) {
  for (int i = -1; i <= 1; i++)
    for (int j = -1; j <= 1; j++) {
      if (i == 0 && j == 0) continue;
      fz_matrix m = fz_pre_translate(ctm, (float)i * pattern->xstep, (float)j * pattern->ystep);
      if (overlaps(fz_transform_rect(pattern->bbox, m), page)) return false;
    }
  return true;
}

static void tiling(fz_context *context, rewriter *self, const char *name, pdf_pattern *pattern,
                   int n, const float *c, const char *sign) {
  page_job *job = self->job;
  fz_matrix ctm = fz_concat(pattern->matrix, self->base);
  pdf_obj *original = old_resource(context, self, "Pattern", name), *cell = NULL;
  char fresh[32];
  new_name(self, fresh, sizeof fresh);
  size_t shown = job->glyphs + job->images;
  bool is_once = is_laid_once(pattern, ctm, job->page);
  fz_var(cell);
  fz_try(context) {
    if (is_once || job->box_count == 0) {
      cell = form_without(context, self, original, self->old_resources, ctm);
    } else {
      // Boxes do not fall on a cell that is repeated; one of plain lines may stay as it is.
      page_job none = *job;
      none.boxes = NULL, none.box_count = 0, none.report = NULL;
      self->job = &none;
      fz_try(context) cell = form_without(context, self, original, self->old_resources, ctm);
      fz_always(context) self->job = job;
      fz_catch(context) fz_rethrow(context);
      job->operators = none.operators, job->forms = none.forms;
      if (none.glyphs + none.images != shown)
        fz_throw(context, FZ_ERROR_GENERIC, "a repeated pattern with text");
    }
    static const char *const keys[]
        = {"PatternType", "PaintType", "TilingType", "XStep", "YStep", NULL};
    for (int i = 0; keys[i]; i++)
      pdf_dict_puts(context, cell, keys[i], pdf_dict_gets(context, original, keys[i]));
    pdf_dict_put(context, cell, PDF_NAME(Type), PDF_NAME(Pattern));
    pdf_dict_del(context, cell, PDF_NAME(Subtype));
    put_resource(context, self, "Pattern", fresh, cell);
  }
  fz_always(context) pdf_drop_obj(context, cell);
  fz_catch(context) fz_rethrow(context);
  print_colour(context, self, n, c, fresh, sign);
}

static void op_SC_pattern(fz_context *context, pdf_processor *processor, const char *name,
                          pdf_pattern *pattern, int n, float *c) {
  tiling(context, (rewriter *)processor, name, pattern, n, c, "SCN");
}
static void op_sc_pattern(fz_context *context, pdf_processor *processor, const char *name,
                          pdf_pattern *pattern, int n, float *c) {
  tiling(context, (rewriter *)processor, name, pattern, n, c, "scn");
}

// A shading of patches is a drawing in itself; where it meets a box the page has to become a picture.
static void check_shading(fz_context *context, rewriter *self, fz_shade *shade, fz_matrix ctm) {
  if (shade->type < FZ_MESH_TYPE4) return;
  fz_rect area = fz_bound_shade(context, shade, ctm);
  for (size_t i = 0; i < self->job->box_count; i++)
    if (self->job->boxes[i].is_painted && overlaps(area, self->job->boxes[i].rect))
      fz_throw(context, FZ_ERROR_GENERIC, "a drawn shading under a box");
}

static void shading(fz_context *context, rewriter *self, const char *name, fz_shade *shade,
                    const char *sign) {
  check_shading(context, self, shade, self->base);
  char fresh[32];
  keep_resource(context, self, "Pattern", name, fresh, sizeof fresh);
  PRINT("%n %s\n", fresh, sign);
}
static void op_SC_shade(fz_context *context, pdf_processor *processor, const char *name,
                        fz_shade *shade) {
  shading(context, (rewriter *)processor, name, shade, "SCN");
}
static void op_sc_shade(fz_context *context, pdf_processor *processor, const char *name,
                        fz_shade *shade) {
  shading(context, (rewriter *)processor, name, shade, "scn");
}

static void op_SC_color(fz_context *context, pdf_processor *processor, int n, float *c) {
  print_colour(context, (rewriter *)processor, n, c, NULL, "SCN");
}
static void op_sc_color(fz_context *context, pdf_processor *processor, int n, float *c) {
  print_colour(context, (rewriter *)processor, n, c, NULL, "scn");
}
static void op_G(fz_context *context, pdf_processor *processor, float g) {
  print_colour(context, (rewriter *)processor, 1, (float[]){g}, NULL, "G");
}
static void op_g(fz_context *context, pdf_processor *processor, float g) {
  print_colour(context, (rewriter *)processor, 1, (float[]){g}, NULL, "g");
}
static void op_RG(fz_context *context, pdf_processor *processor, float r, float g, float b) {
  print_colour(context, (rewriter *)processor, 3, (float[]){r, g, b}, NULL, "RG");
}
static void op_rg(fz_context *context, pdf_processor *processor, float r, float g, float b) {
  print_colour(context, (rewriter *)processor, 3, (float[]){r, g, b}, NULL, "rg");
}
static void op_K(fz_context *context, pdf_processor *processor, float c, float m, float y,
                 float k) {
  print_colour(context, (rewriter *)processor, 4, (float[]){c, m, y, k}, NULL, "K");
}
static void op_k(fz_context *context, pdf_processor *processor, float c, float m, float y,
                 float k) {
  print_colour(context, (rewriter *)processor, 4, (float[]){c, m, y, k}, NULL, "k");
}

static void op_sh(fz_context *context, pdf_processor *processor, const char *name,
                  fz_shade *shade) {
  SELF;
  if (self->super.hidden) return;
  check_shading(context, self, shade, STATE->ctm);
  char fresh[32];
  keep_resource(context, self, "Shading", name, fresh, sizeof fresh);
  PRINT("%n sh\n", fresh);
}

void colour_operators(pdf_processor *p) {
#define SET(op) p->op_##op = op_##op;
  SET(CS) SET(cs) SET(SC_pattern) SET(sc_pattern) SET(SC_shade) SET(sc_shade) SET(SC_color)
  SET(sc_color) SET(G) SET(g) SET(RG) SET(rg) SET(K) SET(k) SET(sh)
#undef SET
}

// MARK: Pictures

// Whether a picture lies under a box; each box it lies under is told of it.
static bool picture_touched(fz_context *context, rewriter *self, fz_rect area) {
  page_job *job = self->job;
  bool is_touched = false;
  for (size_t i = 0; i < job->box_count; i++) {
    if (!job->boxes[i].is_painted || !overlaps(area, job->boxes[i].rect)) continue;
    is_touched = true;
    redaction_report *report = job->report;
    if (!report) continue;
    if (report->picture_count == job->picture_room) {
      size_t room = job->picture_room ? job->picture_room * 2 : 16;
      report->pictures = fz_realloc_array(context, report->pictures, room, redaction_touched);
      job->picture_room = room;
    }
    report->pictures[report->picture_count++]
        = (redaction_touched){{area.x0, area.y0, area.x1, area.y1}, job->boxes[i].mark};
  }
  return is_touched;
}

static void show_image(fz_context *context, rewriter *self, fz_image *image, pdf_obj *original,
                       const char *name) {
  count_operator(context, self);
  self->job->images++;
  if (self->super.hidden) return;
  fz_rect area = fz_transform_rect(fz_unit_rect, STATE->ctm);
  if (self->job->box_count > 0 && !overlaps(area, self->job->page)) return;
  bool is_touched = picture_touched(context, self, area);
  if (is_touched && self->job->drops_images) return;
  char fresh[32];
  if (!is_touched && original) {
    keep_resource(context, self, "XObject", name, fresh, sizeof fresh);
    PRINT("%n Do\n", fresh);
    return;
  }
  // An inline picture becomes an object too: its bytes are decoded and nothing else of it is kept.
  new_name(self, fresh, sizeof fresh);
  pdf_obj *cut = NULL;
  fz_var(cut);
  fz_try(context) {
    if (!self->job->only_counts) {
      cut = image_without(context, self->job, image, original, STATE->ctm);
      put_resource(context, self, "XObject", fresh, cut);
    }
  }
  fz_always(context) pdf_drop_obj(context, cut);
  fz_catch(context) fz_rethrow(context);
  PRINT("%n Do\n", fresh);
}

static void op_BI(fz_context *context, pdf_processor *processor, fz_image *image,
                  const char *space) {
  (void)space;
  if (image) show_image(context, (rewriter *)processor, image, NULL, NULL);
}

static void op_Do_image(fz_context *context, pdf_processor *processor, const char *name,
                        fz_image *image) {
  SELF;
  show_image(context, self, image, old_resource(context, self, "XObject", name), name);
}

static void op_Do_form(fz_context *context, pdf_processor *processor, const char *name,
                       pdf_obj *form, pdf_obj *page_resources) {
  SELF;
  (void)name;
  if (self->super.hidden) return;
  char fresh[32];
  new_name(self, fresh, sizeof fresh);
  pdf_obj *cut = NULL;
  fz_var(cut);
  fz_try(context) {
    cut = form_without(context, self, form, page_resources, STATE->ctm);
    put_resource(context, self, "XObject", fresh, cut);
  }
  fz_always(context) pdf_drop_obj(context, cut);
  fz_catch(context) fz_rethrow(context);
  PRINT("%n Do\n", fresh);
}

void picture_operators(pdf_processor *p) {
#define SET(op) p->op_##op = op_##op;
  SET(BI) SET(Do_image) SET(Do_form)
#undef SET
}
