/// What a PDF's objects need of MuPDF: opening what is locked without a password, the words under a mark
/// and small pictures.
///
/// MuPDF reports errors by jumping out of functions. No jump leaves this file. No script is ever run.
#ifndef STEELYARD_OBJECTS_H
#define STEELYARD_OBJECTS_H

#include <stdbool.h>
#include <stddef.h>

/// A document that is open.
typedef struct pdfobjects_document pdfobjects_document;

/// How something ended.
enum pdfobjects_result {
  pdfobjects_ok = 0,
  pdfobjects_damaged = 1,
  pdfobjects_encrypted = 2,
  pdfobjects_no_memory = 3,
};

/// Bytes that are handed over; freed with ``pdfobjects_free``.
typedef struct pdfobjects_bytes {
  unsigned char *data;
  size_t length;
} pdfobjects_bytes;

/// Opens a document; the bytes have to stay where they are until it is closed. One that opens without a
/// password is opened, whatever its owner forbids.
enum pdfobjects_result pdfobjects_open(const unsigned char *bytes, size_t length, size_t memory,
                                       pdfobjects_document **document);
void pdfobjects_close(pdfobjects_document *document);
void pdfobjects_free(pdfobjects_bytes *bytes);

/// The whole document without encryption, every object in it kept.
enum pdfobjects_result pdfobjects_decrypt(pdfobjects_document *document, pdfobjects_bytes *result);

/// The same, after appearances were drawn for the annotations and fields that have none.
enum pdfobjects_result pdfobjects_draw_annotations(pdfobjects_document *document,
                                                   pdfobjects_bytes *result);

/// The text of a page, counted from 0, whose characters lie in a rectangle of the page's own space.
enum pdfobjects_result pdfobjects_text_in(pdfobjects_document *document, int page,
                                          const float rectangle[4], pdfobjects_bytes *result);

/// A picture by the number of its object as a PNG of at most `side` pixels a side.
enum pdfobjects_result pdfobjects_picture(pdfobjects_document *document, int number, int side,
                                          pdfobjects_bytes *result);

#endif
