/// Looks at the pages of a PDF as they are drawn: renders them, lists the words, and measures which
/// glyphs make a visible difference, with MuPDF, whose headers stay behind this one.
///
/// MuPDF reports errors by jumping out of functions. No jump leaves these files, and nothing here calls
/// back: what is found is handed over in memory of its own. No script of a document is ever run, and no
/// font or other file is opened; what a document does not embed is drawn with built-in fonts.
///
/// Places are in points from the top left of the page as it is displayed: turned, cropped and scaled.
#ifndef STEELYARD_PAGES_H
#define STEELYARD_PAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct pages_box {
  float x0, y0, x1, y1;
} pages_box;

// MARK: The document

/// A document that is open.
typedef struct pages_document pages_document;

/// How something ended.
enum pages_result {
  pages_ok = 0,
  pages_damaged = 1,
  pages_encrypted = 2,
  pages_no_memory = 3,
  /// More glyphs or marks than are looked at, or a picture larger than asked for.
  pages_too_much = 4,
};

/// Opens a document; the bytes have to stay where they are until it is closed.
///
/// `memory` bounds what is kept for re-use, not what is needed.
enum pages_result pages_open(const unsigned char *bytes, size_t length, size_t memory,
                             pages_document **document);
void pages_close(pages_document *document);

/// How many pages it says it has; below 0 where that cannot be found out.
int pages_count(pages_document *document);

/// Whether, so far, some part of the file was cut off or could not be decoded; it was then read without.
bool pages_has_losses(pages_document *document);

/// Whether a deflated stream ended early: it broke off, or it has no bytes at all. Not among the losses
/// of `pages_has_losses`.
bool pages_has_short_flate(pages_document *document);

/// Where a page (counted from 0) ends: its width and height as displayed.
enum pages_result pages_size(pages_document *document, int page, float *width, float *height);

// MARK: Pictures

/// Pixels, three bytes each, rows from the top without gaps. Freed with ``pages_free_picture``.
typedef struct pages_picture {
  unsigned char *rgb;
  int width, height;
} pages_picture;

/// Draws a page with its annotations and fields on white.
///
/// - `scale`: pixels for a point.
/// - `most`: the pixels that the picture may have; beyond it nothing is drawn.
enum pages_result pages_render(pages_document *document, int page, float scale, size_t most,
                               pages_picture *picture);
void pages_free_picture(pages_picture *picture);

/// A PNG of pixels, freed with ``pages_free_bytes``; NULL where there is no memory.
unsigned char *pages_png(pages_document *document, const unsigned char *rgb, int width, int height,
                         size_t *length);
void pages_free_bytes(unsigned char *bytes);

// MARK: Words

/// A word of the page, visible or not.
typedef struct pages_word {
  pages_box box;
  /// Its line, counted from 0 in the order in which the lines are drawn.
  uint32_t line;
  /// Where its UTF-8 stands in `text`.
  size_t offset, length;
} pages_word;

typedef struct pages_words {
  char *text;
  pages_word *words;
  size_t count;
} pages_words;

/// The words of a page, at most `most` characters; false for ok means that some are missing.
enum pages_result pages_read_words(pages_document *document, int page, size_t most,
                                   pages_words *words);
void pages_free_words(pages_words *words);

// MARK: What is drawn

/// How a glyph is drawn; several at once.
enum pages_glyph_flag {
  pages_glyph_filled = 1,
  pages_glyph_stroked = 2,
  /// Drawn by neither: render mode 3.
  pages_glyph_ignored = 4,
  /// Used as a clip, with or without a pattern that shines through.
  pages_glyph_clips = 8,
  /// Of an annotation or a field and not of the page.
  pages_glyph_annotation = 16,
  /// In a group that is blended otherwise than by covering, or seen through a soft mask.
  pages_glyph_blended = 32,
  /// In a cell of a pattern.
  pages_glyph_pattern = 64,
  /// The font has no outline for it.
  pages_glyph_blank = 128,
  /// Drawn by a procedure of the font, outside the text.
  pages_glyph_procedure = 256,
  /// In a layer that is switched off.
  pages_glyph_layer = 512,
  /// Within a clip that is no upright rectangle.
  pages_glyph_shaped = 1024,
};

typedef struct pages_glyph {
  /// The ink, and the room in the line from the baseline's start to the next glyph's.
  pages_box ink, room;
  /// The middle of the room, where small letters have their ink.
  pages_box core;
  /// The rectangle around everything that it was clipped to.
  pages_box clip;
  /// The size of the letter in points as displayed: the smaller of height and width of an em.
  float size;
  /// Where it starts on the baseline, how far the next glyph is, the em along the line, its direction.
  float x, y, advance, em, dx, dy;
  float alpha;
  uint32_t rune;
  /// When it is painted, among glyphs and marks.
  uint32_t order;
  /// The text object that it belongs to.
  uint32_t object;
  uint16_t flags;
  uint8_t red, green, blue;
} pages_glyph;

enum pages_mark_kind {
  pages_mark_fill = 0,
  pages_mark_stroke = 1,
  pages_mark_shade = 2,
  pages_mark_image = 3,
  /// A stencil painted in one colour.
  pages_mark_stencil = 4,
  pages_mark_tiling = 5,
};

/// Something painted that is not a glyph.
typedef struct pages_mark {
  pages_box box;
  /// For images: where the unit square of the image lies (top left at 0,0), before clipping.
  float a, b, c, d, e, f;
  pages_box clip;
  float alpha;
  uint32_t order;
  /// The same for every painting of an image.
  uint32_t image;
  int width, height;
  uint8_t kind;
  bool is_annotation, is_blended, is_layer, has_soft_mask;
  uint8_t red, green, blue;
} pages_mark;

/// A page that was looked at; freed with ``pages_leave``.
typedef struct pages_look pages_look;

/// Interprets a page once and notes what is painted.
///
/// The answer is `pages_damaged` with a look where only a part of it could be read.
enum pages_result pages_look_at(pages_document *document, int page, size_t most,
                                pages_look **look);
void pages_leave(pages_look *look);

const pages_glyph *pages_glyphs(const pages_look *look, size_t *count);
const pages_mark *pages_marks(const pages_look *look, size_t *count);
/// The page as displayed, and all of its sheet: the MediaBox in the same places.
pages_box pages_shown(const pages_look *look);
pages_box pages_sheet(const pages_look *look);

// MARK: What is seen of it

/// What a glyph does to the picture of the page.
typedef struct pages_measure {
  /// Pixels that its ink covers, and those of them that look different without the text.
  uint32_t ink, shown;
  /// The pixels of the final picture in its core: how many, how many dark, sums of lightness.
  uint32_t pixels, dark;
  uint32_t sum;
  uint64_t squares;
  bool is_measured;
} pages_measure;

/// Draws the region around the glyphs that are asked for, with and without text, and compares.
///
/// - `wanted`: a glyph's number for each of `count`.
/// - `object`: the text object that is left out; below 0 for all text.
/// - `measures`: one for each glyph of the look; those not wanted stay as they are.
enum pages_result pages_measure_glyphs(pages_look *look, const uint32_t *wanted, size_t count,
                                       int64_t object, pages_measure *measures);

/// The final picture of a region, at most `most` pixels.
enum pages_result pages_region(pages_look *look, pages_box box, size_t most,
                               pages_picture *picture);

/// The pixels of an image that a mark painted, made smaller to at most `longest` a side, with the
/// opacity of each (NULL where it has no soft mask).
enum pages_result pages_image(pages_look *look, size_t mark, int longest, pages_picture *picture,
                              unsigned char **opacity);

// MARK: What is never drawn

/// Something that resources hold: a form or an image that no page paints, or a pattern with text.
typedef struct pages_spare {
  /// 0 a form, 1 an image, 2 a tiling pattern.
  int kind;
  /// The number of the object and the page (from 0) whose resources first name it.
  int object, page;
  int width, height;
  /// Its text in UTF-8, NULL where it has none.
  char *text;
  pages_picture picture;
} pages_spare;

typedef struct pages_spares {
  pages_spare *spares;
  size_t count;
} pages_spares;

/// Looks through the resources of the first `pages` pages and what they use.
enum pages_result pages_find_spares(pages_document *document, int pages, size_t most,
                                    pages_spares *spares);
void pages_free_spares(pages_spares *spares);

#endif
