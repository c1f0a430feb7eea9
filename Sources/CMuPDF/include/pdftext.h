/// Takes the text of a PDF out of it, line by line, with MuPDF, whose headers stay behind this one.
///
/// MuPDF reports errors by jumping out of functions. No jump leaves this file, and nothing here calls
/// back: what is found is handed over in memory of its own. No script of a document is ever run.
#ifndef STEELYARD_PDFTEXT_H
#define STEELYARD_PDFTEXT_H

#include <stdbool.h>
#include <stddef.h>

/// A document that is open.
typedef struct pdftext_document pdftext_document;

/// How opening ended.
enum pdftext_result {
  pdftext_open_ok = 0,
  pdftext_damaged = 1,
  pdftext_encrypted = 2,
  pdftext_no_memory = 3,
};

/// A run of text on one baseline, in points from the top left of the page.
typedef struct pdftext_line {
  float x0, y0, x1, y1;
  /// The size of its first character.
  float size;
  bool is_bold;
  /// Whether it runs from left to right along the page.
  bool is_level;
  /// Where its UTF-8 stands in the page's text.
  size_t offset, length;
} pdftext_line;

/// What a page holds. `text` and `lines` are freed with ``pdftext_free_page``.
typedef struct pdftext_page {
  char *text;
  pdftext_line *lines;
  size_t count;
  /// Pictures on the page.
  size_t images;
  /// Whether it has more characters than were asked for; then it has no lines here.
  bool is_too_long;
} pdftext_page;

/// Opens a document; the bytes have to stay where they are until it is closed.
enum pdftext_result pdftext_open(const unsigned char *bytes, size_t length, size_t memory,
                                 pdftext_document **document);
void pdftext_close(pdftext_document *document);

/// How many pages it says it has; below 0 where that cannot be found out.
int pdftext_page_count(pdftext_document *document);

/// Whether its directory was broken and had to be made anew.
bool pdftext_was_repaired(pdftext_document *document);

/// Reads a page, counted from 0; false where it cannot be read, not whole, or has more characters than
/// `most`.
bool pdftext_read_page(pdftext_document *document, int number, size_t most, pdftext_page *page);
void pdftext_free_page(pdftext_page *page);

#endif
