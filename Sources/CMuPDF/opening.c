#include "opening.h"

static void silent(void *user, const char *message) { (void)user, (void)message; }

fz_context *opening_context(size_t memory, fz_warning_cb *say, void *user) {
  fz_context *context = fz_new_context(NULL, NULL, memory);
  if (!context) return NULL;
  fz_set_warning_callback(context, say ? say : silent, user);
  fz_set_error_callback(context, say ? say : silent, user);
  return context;
}

enum opening_result opening_caught(fz_context *context) {
  return fz_caught(context) == FZ_ERROR_MEMORY ? opening_no_memory : opening_damaged;
}

enum opening_result opening_pdf(fz_context *context, const unsigned char *bytes, size_t length,
                                pdf_document **document) {
  enum opening_result answer = opening_ok;
  fz_stream *stream = NULL;
  fz_var(stream);
  fz_var(answer);
  fz_try(context) {
    stream = fz_open_memory(context, bytes, length);
    *document = pdf_open_document_with_stream(context, stream);
    // This tries the password that is none.
    if (pdf_needs_password(context, *document)) answer = opening_encrypted;
  }
  fz_always(context) fz_drop_stream(context, stream);
  fz_catch(context) return opening_caught(context);
  return answer;
}
