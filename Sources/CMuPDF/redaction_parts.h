// What the files of the redaction share; not for others.
#ifndef STEELYARD_REDACTION_PARTS_H
#define STEELYARD_REDACTION_PARTS_H

#include "redaction.h"

#include <mupdf/fitz.h>
#include <mupdf/pdf.h>

// A font whose glyphs are drawings: which of its codes are still shown somewhere.
typedef struct drawn_font {
  int number;
  bool is_touched;
  bool used[256];
} drawn_font;

struct redaction_document {
  fz_context *context;
  pdf_document *pdf;
  drawn_font *fonts;
  size_t font_count;
  // Pages whose content was read by the rewriter, so that what they use of a font is known.
  bool *rewritten;
  int page_count;
  int names;
};

// A mark's box with what is known of it while a page is rewritten.
typedef struct cut_box {
  fz_rect rect;
  int mark;
  bool is_painted;
  bool has_text;
  bool has_shift;
  float shift;
} cut_box;

// The work on one page.
typedef struct page_job {
  redaction_document *document;
  cut_box *boxes;
  size_t box_count;
  fz_rect page;
  bool drops_images;
  bool only_counts;
  int forms;
  size_t operators;
  size_t glyphs, images;
  redaction_report *report;
  size_t removed_room, picture_room;
} page_job;

// A path as its operators gave it.
typedef struct path_step {
  char kind;  // m, l, c, h or r (a rectangle)
  float p[6];
} path_step;

typedef struct path_store {
  path_step *steps;
  size_t count, room;
  fz_point current, start;
} path_store;

enum path_paint { path_fill = 1, path_even_odd = 2, path_stroke = 4 };

void path_add(fz_context *context, path_store *path, char kind, const float *p, int count);
void path_clear(path_store *path);
void path_free(fz_context *context, path_store *path);
// Whether an edge of the path enters a painted box.
bool path_enters(fz_context *context, const path_store *path, fz_matrix ctm, const page_job *job);
void path_print(fz_context *context, fz_buffer *out, const path_store *path);
// Prints the path without what lies in the boxes; answers whether anything was left. `is_area` tells
// whether it bounds an area or is a line.
bool path_print_cut(fz_context *context, fz_buffer *out, const path_store *path, fz_matrix ctm,
                    page_job *job, bool is_area);

// The same picture with black in the boxes, as a new object.
pdf_obj *image_without(fz_context *context, page_job *job, fz_image *image, pdf_obj *original,
                       fz_matrix ctm);
// An image object of plain samples.
pdf_obj *image_object(fz_context *context, pdf_document *pdf, int width, int height, int components,
                      int bits, const unsigned char *samples, size_t length, pdf_obj *colours);
// Bytes of a JPEG, or NULL.
fz_buffer *image_as_jpeg(fz_context *context, const unsigned char *samples, int width, int height,
                         int components);

// Rewrites the content of a page into a new stream and new resources.
void content_rewrite(fz_context *context, page_job *job, pdf_page *page, fz_buffer *out,
                     pdf_obj *resources);

static inline bool overlaps(fz_rect a, fz_rect b) {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

#endif
