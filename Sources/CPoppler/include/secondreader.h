/// A second reader of PDF, Poppler, that has nothing to do with the one that redacts. Its C++ stays
/// behind this header; no exception leaves it.
#ifndef STEELYARD_SECONDREADER_H
#define STEELYARD_SECONDREADER_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct secondreader_document secondreader_document;

/// A character and its place, in points from the top left of the page as displayed.
typedef struct secondreader_glyph {
  float x0, y0, x1, y1;
  unsigned int rune;
  /// Whether a blank stands after it.
  bool ends_word;
} secondreader_glyph;

typedef struct secondreader_glyphs {
  secondreader_glyph *glyphs;
  size_t count;
} secondreader_glyphs;

typedef struct secondreader_picture {
  unsigned char *samples;
  int width, height;
} secondreader_picture;

/// Loads what the reader needs of the system to put letters together. A process that gives up opening
/// files calls it before; it does no harm elsewhere. False where it cannot be loaded.
bool secondreader_prepare(void);
/// Opens a document, whose bytes have to stay; NULL where it cannot.
secondreader_document *secondreader_open(const char *bytes, size_t length);
void secondreader_close(secondreader_document *document);
int secondreader_page_count(secondreader_document *document);
/// The characters of a page in the order of its content.
bool secondreader_read(secondreader_document *document, int page, secondreader_glyphs *glyphs);
void secondreader_free(secondreader_glyphs *glyphs);
/// How large a page is shown, in its own units, before it is turned.
bool secondreader_page_size(secondreader_document *document, int page, double *width,
                            double *height);
/// Draws a part of a page, of which the place is given in pixels, in shades of grey at so many pixels an
/// inch.
bool secondreader_render(secondreader_document *document, int page, double resolution, int x, int y,
                         int width, int height, secondreader_picture *picture);
void secondreader_free_picture(secondreader_picture *picture);

#ifdef __cplusplus
}
#endif
#endif
