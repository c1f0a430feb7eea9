// The rewriting of a content stream: what its operators share.
#ifndef STEELYARD_REDACTION_REWRITER_H
#define STEELYARD_REDACTION_REWRITER_H

#include "redaction_parts.h"

typedef struct state {
  fz_matrix ctm;
  pdf_text_state text;
} state;

typedef struct rewriter {
  pdf_processor super;
  page_job *job;
  fz_buffer *out;
  pdf_obj *old_resources, *new_resources;
  // Where this stream's own content begins; patterns are placed by it.
  fz_matrix base;
  state *states;
  size_t top, room;
  pdf_text_object_state place;
  // The text matrix as a reader of the new stream has it.
  fz_matrix sent;
  float sent_shift;
  bool is_sent, is_open;
  // A distance between two characters, waiting for the second.
  float gap;
  bool has_gap;
  int in_extended;
  int font_number;
  path_store path;
  char clip;
  // Whether letters that were to bound what follows are gone, and whether some are left.
  bool lost_clip, kept_clip;
  int depth;
} rewriter;

#define SELF rewriter *self = (rewriter *)processor
#define STATE (self->states + self->top)
#define PRINT(...) fz_append_printf(context, self->out, __VA_ARGS__)

void count_operator(fz_context *context, rewriter *self);
void put_resource(fz_context *context, rewriter *self, const char *kind, const char *name,
                  pdf_obj *value);
pdf_obj *old_resource(fz_context *context, rewriter *self, const char *kind, const char *name);
// Takes a resource along under a name that says nothing; names too can be texts.
void keep_resource(fz_context *context, rewriter *self, const char *kind, const char *name,
                   char *fresh, size_t size);
void new_name(rewriter *self, char *name, size_t size);
// A form as it is drawn here, without what lies in the boxes.
pdf_obj *form_without(fz_context *context, rewriter *self, pdf_obj *form, pdf_obj *page_resources,
                      fz_matrix ctm);

// Each sets the operators of its file.
void state_operators(pdf_processor *processor);
void path_operators(pdf_processor *processor);
void text_operators(pdf_processor *processor);
void colour_operators(pdf_processor *processor);
void picture_operators(pdf_processor *processor);

#endif
