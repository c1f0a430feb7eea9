/// Rewrites the pages of a PDF so that what lies in marked boxes is no longer in the file, with MuPDF,
/// whose headers stay behind this one.
///
/// All places are in points from the top left of the page as displayed. Pages count from 0. Nothing here
/// calls back and no jump leaves these files; what is handed over is freed with the function beside it.
#ifndef STEELYARD_REDACTION_H
#define STEELYARD_REDACTION_H

#include <stdbool.h>
#include <stddef.h>

/// A document that is open and may be changed in memory.
typedef struct redaction_document redaction_document;

/// How opening ended.
enum redaction_result {
  redaction_ok = 0,
  redaction_damaged = 1,
  redaction_encrypted = 2,
  redaction_no_memory = 3,
};

typedef struct redaction_rect {
  float x0, y0, x1, y1;
} redaction_rect;

/// A character on a page, and the line it stands on.
typedef struct redaction_glyph {
  redaction_rect box;
  int rune;
  int line;
} redaction_glyph;

typedef struct redaction_glyphs {
  redaction_glyph *glyphs;
  size_t count;
} redaction_glyphs;

/// A picture in memory: rows of `components` bytes (1 grey, 3 red-green-blue) without padding.
typedef struct redaction_picture {
  unsigned char *samples;
  int width, height, components;
  /// How a photograph wants to be turned, as EXIF numbers it; 0 or 1 for not at all.
  int orientation;
  /// Whether it came as JPEG.
  bool is_jpeg;
} redaction_picture;

typedef struct redaction_bytes {
  unsigned char *bytes;
  size_t length;
} redaction_bytes;

/// A box whose content goes. `is_painted` is false for copies of a text that cannot be seen: there only
/// characters go.
typedef struct redaction_box {
  redaction_rect rect;
  int mark;
  bool is_painted;
} redaction_box;

/// A character that was taken out, the box it lay in.
typedef struct redaction_removed {
  redaction_rect box;
  int rune;
  int mark;
} redaction_removed;

/// A picture that lay under a box.
typedef struct redaction_touched {
  redaction_rect box;
  int mark;
} redaction_touched;

/// What rewriting a page took out.
typedef struct redaction_report {
  redaction_removed *removed;
  size_t removed_count;
  redaction_touched *pictures;
  size_t picture_count;
  /// Lines and shapes cut or taken out.
  size_t line_art;
} redaction_report;

/// A label on a box: a few characters of Latin text, or none.
typedef struct redaction_paint {
  redaction_rect rect;
  const char *label;
} redaction_paint;

/// A word for the invisible text behind a page that became a picture.
typedef struct redaction_word {
  redaction_rect box;
  const char *text;
} redaction_word;

enum redaction_result redaction_open(const unsigned char *bytes, size_t length,
                                     redaction_document **document);
void redaction_close(redaction_document *document);
int redaction_page_count(redaction_document *document);
bool redaction_page_size(redaction_document *document, int page, float *width, float *height);

/// The characters of a page with those of its notes and fields; false where it cannot be read whole or
/// has more than `most`.
bool redaction_read_glyphs(redaction_document *document, int page, size_t most,
                           redaction_glyphs *glyphs);
void redaction_free_glyphs(redaction_glyphs *glyphs);

/// Where pictures lie on a page, as many as fit into `most`; -1 where it cannot be read.
int redaction_find_pictures(redaction_document *document, int page, redaction_rect *pictures,
                            int most);
/// Draws a page with its notes and fields; `components` is 1 or 3.
bool redaction_render(redaction_document *document, int page, float scale, int components,
                      redaction_picture *picture);
/// Reads a JPEG or PNG file as red, green and blue on white.
bool redaction_read_picture(const unsigned char *bytes, size_t length, size_t most_pixels,
                            redaction_picture *picture);
void redaction_free_picture(redaction_picture *picture);
bool redaction_write_png(const redaction_picture *picture, redaction_bytes *bytes);
bool redaction_write_jpeg(const redaction_picture *picture, redaction_bytes *bytes);
void redaction_free_bytes(redaction_bytes *bytes);

/// Whether a page has to be rewritten even without a mark: it has notes or fields, layers, or texts that
/// stand for others.
bool redaction_needs_rewriting(redaction_document *document, int page);
/// Rewrites a page without what is in the boxes; false where it cannot, and then the page is as it was.
bool redaction_rewrite(redaction_document *document, int page, const redaction_box *boxes,
                       size_t count, bool drops_images, redaction_report *report);
void redaction_free_report(redaction_report *report);
/// Takes glyph drawings that no page uses any more out of fonts whose glyphs are drawings.
bool redaction_prune_fonts(redaction_document *document);
/// Draws the black boxes and labels as the last part of a page's content.
bool redaction_paint_boxes(redaction_document *document, int page, const redaction_paint *paints,
                           size_t count);
/// Puts a picture in the place of a page's content, with words behind it.
bool redaction_replace(redaction_document *document, int page, const redaction_picture *picture,
                       const redaction_word *words, size_t count);
/// Drops from catalog, pages and objects whatever can carry a copy.
bool redaction_strip(redaction_document *document);
/// Writes what is reachable into a new file.
bool redaction_write(redaction_document *document, redaction_bytes *bytes);

#endif
