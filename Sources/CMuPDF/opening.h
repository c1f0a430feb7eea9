// How every part of this target opens a PDF; not for others.
#ifndef STEELYARD_OPENING_H
#define STEELYARD_OPENING_H

#include <mupdf/fitz.h>
#include <mupdf/pdf.h>

// How opening ended. The results of the parts have the same names and numbers after their own prefix.
enum opening_result {
  opening_ok = 0,
  opening_damaged = 1,
  opening_encrypted = 2,
  opening_no_memory = 3,
};

// A context that prints nothing; what MuPDF would say goes to `say`, or nowhere where that is NULL. NULL
// where there is no memory for it.
fz_context *opening_context(size_t memory, fz_warning_cb *say, void *user);

// What the error that was just caught means.
enum opening_result opening_caught(fz_context *context);

// Opens a PDF; there is no guessing of the kind. The bytes have to stay where they are. `document` is to be
// dropped whatever the result.
enum opening_result opening_pdf(fz_context *context, const unsigned char *bytes, size_t length,
                                pdf_document **document);

#endif
