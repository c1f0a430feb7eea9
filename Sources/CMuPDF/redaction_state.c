#include "redaction_rewriter.h"

#include <string.h>

// Limits beyond which a page is not rewritten but becomes a picture.
enum { most_operators = 20000000, most_states = 4096 };

void count_operator(fz_context *context, rewriter *self) {
  if (++self->job->operators > most_operators)
    fz_throw(context, FZ_ERROR_GENERIC, "too many operators");
}

// MARK: Resources

void put_resource(fz_context *context, rewriter *self, const char *kind, const char *name,
                         pdf_obj *value) {
  pdf_obj *group = pdf_dict_gets(context, self->new_resources, kind);
  if (!group) {
    group = pdf_new_dict(context, self->job->document->pdf, 4);
    pdf_dict_puts_drop(context, self->new_resources, kind, group);
  }
  pdf_dict_puts(context, group, name, value);
}

pdf_obj *old_resource(fz_context *context, rewriter *self, const char *kind,
                             const char *name) {
  return pdf_dict_gets(context, pdf_dict_gets(context, self->old_resources, kind), name);
}

void keep_resource(fz_context *context, rewriter *self, const char *kind, const char *name,
                          char *fresh, size_t size) {
  pdf_obj *group = pdf_dict_gets(context, self->old_resources, kind);
  fz_strlcpy(fresh, "None", size);
  for (int i = 0, n = pdf_dict_len(context, group); i < n; i++) {
    if (strcmp(pdf_to_name(context, pdf_dict_get_key(context, group, i)), name) != 0) continue;
    fz_snprintf(fresh, size, "%c%d", kind[0], i);
    put_resource(context, self, kind, fresh, pdf_dict_get_val(context, group, i));
  }
}

void new_name(rewriter *self, char *name, size_t size) {
  fz_snprintf(name, size, "Rd%d", self->job->document->names++);
}

// MARK: The state

static void op_q(fz_context *context, pdf_processor *processor) {
  SELF;
  if (self->top + 1 >= most_states) fz_throw(context, FZ_ERROR_GENERIC, "states too deep");
  if (self->top + 1 == self->room) {
    self->states = fz_realloc_array(context, self->states, self->room * 2, state);
    self->room *= 2;
  }
  self->states[self->top + 1] = self->states[self->top];
  self->top++;
  pdf_keep_font(context, STATE->text.font);
  PRINT("q\n");
}

static void op_Q(fz_context *context, pdf_processor *processor) {
  SELF;
  if (self->top == 0) return;
  pdf_drop_font(context, STATE->text.font);
  self->top--;
  PRINT("Q\n");
}

static void op_cm(fz_context *context, pdf_processor *processor, float a, float b, float c, float d,
                  float e, float f) {
  SELF;
  fz_matrix m = {a, b, c, d, e, f};
  STATE->ctm = fz_concat(m, STATE->ctm);
  PRINT("%g %g %g %g %g %g cm\n", a, b, c, d, e, f);
}

#define NUMBER(op, sign)                                                          \
  static void op_##op(fz_context *context, pdf_processor *processor, float value) { \
    SELF;                                                                         \
    if (!self->in_extended) PRINT("%g " sign "\n", value);                        \
  }
#define WHOLE(op, sign)                                                           \
  static void op_##op(fz_context *context, pdf_processor *processor, int value) { \
    SELF;                                                                         \
    if (!self->in_extended) PRINT("%d " sign "\n", value);                        \
  }
NUMBER(w, "w")
NUMBER(M, "M")
NUMBER(i, "i")
WHOLE(j, "j")
WHOLE(J, "J")

static void op_d(fz_context *context, pdf_processor *processor, pdf_obj *array, float phase) {
  SELF;
  if (self->in_extended) return;
  PRINT("[");
  for (int i = 0, n = pdf_array_len(context, array); i < n; i++)
    PRINT("%g ", pdf_array_get_real(context, array, i));
  PRINT("] %g d\n", phase);
}

static void op_ri(fz_context *context, pdf_processor *processor, const char *intent) {
  SELF;
  if (!self->in_extended) PRINT("%n ri\n", intent);
}

static void op_gs_begin(fz_context *context, pdf_processor *processor, const char *name,
                        pdf_obj *extended) {
  SELF;
  pdf_obj *copy = NULL, *mask = NULL, *form = NULL;
  char fresh[32];
  new_name(self, fresh, sizeof fresh);
  self->in_extended = 1;
  (void)name;
  fz_var(copy);
  fz_var(mask);
  fz_var(form);
  fz_try(context) {
    copy = pdf_copy_dict(context, extended);
    pdf_dict_dels(context, copy, "Font");
    pdf_obj *soft = pdf_dict_get(context, copy, PDF_NAME(SMask));
    if (pdf_is_dict(context, soft)) {
      mask = pdf_copy_dict(context, soft);
      form = form_without(context, self, pdf_dict_get(context, soft, PDF_NAME(G)),
                          self->old_resources, STATE->ctm);
      pdf_dict_put(context, mask, PDF_NAME(G), form);
      pdf_dict_put(context, copy, PDF_NAME(SMask), mask);
    }
    put_resource(context, self, "ExtGState", fresh, copy);
  }
  fz_always(context) {
    pdf_drop_obj(context, copy);
    pdf_drop_obj(context, mask);
    pdf_drop_obj(context, form);
  }
  fz_catch(context) {
    self->in_extended = 0;
    fz_rethrow(context);
  }
  PRINT("%n gs\n", fresh);
}

static void op_gs_end(fz_context *context, pdf_processor *processor) {
  SELF;
  (void)context;
  self->in_extended = 0;
}

void state_operators(pdf_processor *p) {
#define SET(op) p->op_##op = op_##op;
  SET(w) SET(j) SET(J) SET(M) SET(d) SET(ri) SET(i) SET(gs_begin) SET(gs_end) SET(q) SET(Q)
  SET(cm)
#undef SET
}

// MARK: Paths

static void op_m(fz_context *context, pdf_processor *processor, float x, float y) {
  SELF;
  count_operator(context, self);
  path_add(context, &self->path, 'm', (float[]){x, y}, 2);
}
static void op_l(fz_context *context, pdf_processor *processor, float x, float y) {
  SELF;
  count_operator(context, self);
  path_add(context, &self->path, 'l', (float[]){x, y}, 2);
}
static void op_c(fz_context *context, pdf_processor *processor, float a, float b, float c, float d,
                 float e, float f) {
  SELF;
  count_operator(context, self);
  path_add(context, &self->path, 'c', (float[]){a, b, c, d, e, f}, 6);
}
static void op_v(fz_context *context, pdf_processor *processor, float c, float d, float e,
                 float f) {
  SELF;
  op_c(context, processor, self->path.current.x, self->path.current.y, c, d, e, f);
}
static void op_y(fz_context *context, pdf_processor *processor, float a, float b, float e,
                 float f) {
  op_c(context, processor, a, b, e, f, e, f);
}
static void op_h(fz_context *context, pdf_processor *processor) {
  SELF;
  path_add(context, &self->path, 'h', NULL, 0);
}
static void op_re(fz_context *context, pdf_processor *processor, float x, float y, float w,
                  float h) {
  SELF;
  count_operator(context, self);
  path_add(context, &self->path, 'r', (float[]){x, y, w, h}, 4);
}

static void paint_path(fz_context *context, rewriter *self, int paint, const char *sign) {
  bool is_hidden = self->super.hidden > 0;
  if (is_hidden) paint = 0, sign = "n";
  if (is_hidden && !self->clip) {
    path_clear(&self->path);
    return;
  }
  if (!path_enters(context, &self->path, STATE->ctm, self->job)) {
    if (self->path.count || self->clip) {
      path_print(context, self->out, &self->path);
      if (self->clip) PRINT(self->clip == '*' ? "W*\n" : "W\n");
      PRINT("%s\n", sign);
    }
  } else {
    fz_matrix ctm = STATE->ctm;
    if (paint & (path_fill | path_even_odd)
        && path_print_cut(context, self->out, &self->path, ctm, self->job, true))
      PRINT(paint & path_even_odd ? "f*\n" : "f\n");
    if (paint & path_stroke
        && path_print_cut(context, self->out, &self->path, ctm, self->job, false))
      PRINT("S\n");
    if (self->clip) {
      if (!path_print_cut(context, self->out, &self->path, ctm, self->job, true))
        PRINT("0 0 0 0 re\n");
      PRINT(self->clip == '*' ? "W* n\n" : "W n\n");
    }
  }
  path_clear(&self->path);
  self->clip = 0;
}

#define PAINT(op, how, sign)                                              \
  static void op_##op(fz_context *context, pdf_processor *processor) {    \
    paint_path(context, (rewriter *)processor, how, sign);                \
  }
#define CLOSE_AND_PAINT(op, how, sign)                                    \
  static void op_##op(fz_context *context, pdf_processor *processor) {    \
    op_h(context, processor);                                             \
    paint_path(context, (rewriter *)processor, how, sign);                \
  }
PAINT(S, path_stroke, "S")
CLOSE_AND_PAINT(s, path_stroke, "S")
PAINT(f, path_fill, "f")
PAINT(fstar, path_even_odd, "f*")
PAINT(B, path_fill | path_stroke, "B")
PAINT(Bstar, path_even_odd | path_stroke, "B*")
CLOSE_AND_PAINT(b, path_fill | path_stroke, "B")
CLOSE_AND_PAINT(bstar, path_even_odd | path_stroke, "B*")
PAINT(n, 0, "n")

static void op_W(fz_context *context, pdf_processor *processor) {
  SELF;
  (void)context;
  self->clip = 'W';
}
static void op_Wstar(fz_context *context, pdf_processor *processor) {
  SELF;
  (void)context;
  self->clip = '*';
}

void path_operators(pdf_processor *p) {
#define SET(op) p->op_##op = op_##op;
  SET(m) SET(l) SET(c) SET(v) SET(y) SET(h) SET(re) SET(S) SET(s) SET(f) SET(fstar) SET(B)
  SET(Bstar) SET(b) SET(bstar) SET(n) SET(W) SET(Wstar)
#undef SET
  p->op_F = op_f;
}
