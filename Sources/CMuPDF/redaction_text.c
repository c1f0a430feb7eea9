#include "redaction_rewriter.h"

#include <math.h>
#include <string.h>

// Kept text right of a box begins on a multiple of this many points, so that its place does not
// tell the width of what was taken out to the thousandth.
static const float grid = 0.5f;


static void op_BT(fz_context *context, pdf_processor *processor) {
  SELF;
  self->place.tm = self->place.tlm = fz_identity;
  self->is_sent = false;
  PRINT("BT\n");
}

static void op_ET(fz_context *context, pdf_processor *processor) {
  SELF;
  PRINT("ET\n");
  // Bounded by no letter at all, what follows was not to be seen outside the box either.
  if (self->lost_clip && !self->kept_clip) PRINT("0 0 0 0 re W n\n");
  self->lost_clip = self->kept_clip = false;
}

#define TEXT_NUMBER(op, sign, field, value)                                         \
  static void op_##op(fz_context *context, pdf_processor *processor, float number) { \
    SELF;                                                                           \
    STATE->text.field = value;                                                      \
    PRINT("%g " sign "\n", number);                                                 \
  }
TEXT_NUMBER(Tc, "Tc", char_space, number)
TEXT_NUMBER(Tw, "Tw", word_space, number)
TEXT_NUMBER(Tz, "Tz", scale, number / 100)
TEXT_NUMBER(Ts, "Ts", rise, number)

static void op_TL(fz_context *context, pdf_processor *processor, float leading) {
  SELF;
  (void)context;
  STATE->text.leading = leading;
}

static void op_Tr(fz_context *context, pdf_processor *processor, int mode) {
  SELF;
  STATE->text.render = mode;
  PRINT("%d Tr\n", mode);
}

static void op_Tf(fz_context *context, pdf_processor *processor, const char *name,
                  pdf_font_desc *font, float size) {
  SELF;
  pdf_drop_font(context, STATE->text.font);
  STATE->text.font = pdf_keep_font(context, font);
  STATE->text.size = size;
  if (self->in_extended) fz_throw(context, FZ_ERROR_GENERIC, "font in a graphics state");
  char fresh[32];
  keep_resource(context, self, "Font", name, fresh, sizeof fresh);
  PRINT("%n %g Tf\n", fresh, size);
}

static void op_Td(fz_context *context, pdf_processor *processor, float x, float y) {
  SELF;
  (void)context;
  pdf_tos_translate(&self->place, x, y);
}
static void op_TD(fz_context *context, pdf_processor *processor, float x, float y) {
  SELF;
  (void)context;
  STATE->text.leading = -y;
  pdf_tos_translate(&self->place, x, y);
}
static void op_Tm(fz_context *context, pdf_processor *processor, float a, float b, float c, float d,
                  float e, float f) {
  SELF;
  (void)context;
  pdf_tos_set_matrix(&self->place, a, b, c, d, e, f);
}
static void op_Tstar(fz_context *context, pdf_processor *processor) {
  SELF;
  (void)context;
  pdf_tos_newline(&self->place, STATE->text.leading);
}

static void close_run(fz_context *context, rewriter *self) {
  if (self->is_open) PRINT("] TJ\n");
  self->is_open = false;
  self->has_gap = false;
}

// How far along its line the text from here on is moved: on a line with a box, what stands after it
// begins on the grid.
static float shift_after_boxes(rewriter *self, fz_matrix place) {
  fz_point at = {place.e, place.f};
  float length = sqrtf(place.a * place.a + place.b * place.b);
  if (!(length > 0)) return 0;
  bool is_level = fabsf(place.b) < 0.02f * length, is_upright = fabsf(place.a) < 0.02f * length;
  if (!is_level && !is_upright) return 0;
  float sign = is_level ? (place.a < 0 ? -1 : 1) : (place.b < 0 ? -1 : 1);
  float along = (is_level ? at.x : at.y) * sign, across = is_level ? at.y : at.x;
  cut_box *nearest = NULL;
  float edge = -INFINITY;
  for (size_t i = 0; i < self->job->box_count; i++) {
    cut_box *box = self->job->boxes + i;
    float low = is_level ? box->rect.y0 : box->rect.x0;
    float high = is_level ? box->rect.y1 : box->rect.x1;
    float end = is_level ? (sign > 0 ? box->rect.x1 : -box->rect.x0)
                         : (sign > 0 ? box->rect.y1 : -box->rect.y0);
    if (!box->has_text || across < low - 2 || across > high + 2) continue;
    if (along < end - 1 || end <= edge) continue;
    nearest = box, edge = end;
  }
  if (!nearest) return 0;
  if (!nearest->has_shift) {
    nearest->has_shift = true;
    nearest->shift = roundf(along / grid) * grid - along;
  }
  return nearest->shift * sign;
}

// Brings the reader of the new stream to where the next kept character stands.
static void open_run(fz_context *context, rewriter *self) {
  if (self->is_open) {
    if (self->has_gap) PRINT("%g", self->gap);
    self->has_gap = false;
    return;
  }
  fz_matrix m = self->place.tm;
  fz_matrix place = fz_concat(m, STATE->ctm), back;
  float shift = shift_after_boxes(self, place);
  bool is_there = self->is_sent && memcmp(&m, &self->sent, sizeof m) == 0
                  && shift == self->sent_shift;
  if (!is_there) {
    if (shift != 0 && fz_try_invert_matrix(&back, STATE->ctm) == 0) {
      bool is_level = fabsf(place.a) > fabsf(place.b);
      fz_point to = {place.e + (is_level ? shift : 0), place.f + (is_level ? 0 : shift)};
      to = fz_transform_point(to, back);
      m.e = roundf(to.x * 1000) / 1000, m.f = roundf(to.y * 1000) / 1000;
    }
    PRINT("%g %g %g %g %g %g Tm\n", m.a, m.b, m.c, m.d, m.e, m.f);
  }
  self->sent_shift = shift;
  self->is_open = true;
  self->has_gap = false;
  PRINT("[");
}

static int runes_of(fz_context *context, pdf_font_desc *font, int cid, int runes[8]) {
  int count = font->to_unicode ? pdf_lookup_cmap_full(font->to_unicode, cid, runes) : 0;
  if (count <= 0 && (size_t)cid < font->cid_to_ucs_len) runes[0] = font->cid_to_ucs[cid], count = 1;
  if (count <= 0 || (count == 1 && runes[0] == 0)) runes[0] = 0xFFFD, count = 1;
  (void)context;
  return count < 8 ? count : 8;
}

static void report_removed(fz_context *context, page_job *job, int mark, fz_rect box, int rune) {
  redaction_report *report = job->report;
  if (!report) return;
  if (report->removed_count == job->removed_room) {
    size_t room = job->removed_room ? job->removed_room * 2 : 256;
    report->removed = fz_realloc_array(context, report->removed, room, redaction_removed);
    job->removed_room = room;
  }
  report->removed[report->removed_count++]
      = (redaction_removed){{box.x0, box.y0, box.x1, box.y1}, rune, mark};
}

// The box a character lies in, or NULL.
static cut_box *box_of(fz_context *context, rewriter *self, fz_matrix trm, fz_rect *shown) {
  page_job *job = self->job;
  pdf_font_desc *font = STATE->text.font;
  if (job->box_count == 0) return NULL;
  fz_rect ink = fz_bound_glyph(context, font->font, self->place.gid, trm);
  // The place it takes on the line, which blanks and letters without a shape have too.
  fz_matrix place = fz_concat(self->place.tm, STATE->ctm);
  float up = STATE->text.size, tx = self->place.char_tx, ty = self->place.char_ty;
  fz_rect cell = font->wmode ? (fz_rect){-up / 2, fminf(ty, 0), up / 2, fmaxf(ty, 0)}
                             : (fz_rect){fminf(tx, 0), -0.2f * up, fmaxf(tx, 0), 0.8f * up};
  if (cell.y0 > cell.y1) cell = (fz_rect){cell.x0, cell.y1, cell.x1, cell.y0};
  cell = fz_transform_rect(cell, place);
  fz_point middle = {(cell.x0 + cell.x1) / 2, (cell.y0 + cell.y1) / 2};
  bool has_ink = !fz_is_empty_rect(ink) && !fz_is_infinite_rect(ink);
  *shown = has_ink ? ink : cell;
  if (has_ink) {
    float w = (ink.x1 - ink.x0) * 0.15f, h = (ink.y1 - ink.y0) * 0.15f;
    ink = (fz_rect){ink.x0 + w, ink.y0 + h, ink.x1 - w, ink.y1 - h};
  }
  for (size_t i = 0; i < job->box_count; i++) {
    fz_rect box = job->boxes[i].rect;
    if (has_ink && overlaps(ink, box)) return job->boxes + i;
    if (middle.x > box.x0 && middle.x < box.x1 && middle.y > box.y0 && middle.y < box.y1)
      return job->boxes + i;
  }
  return NULL;
}

static drawn_font *drawn_font_of(fz_context *context, rewriter *self) {
  redaction_document *document = self->job->document;
  if (!fz_font_t3_procs(context, STATE->text.font->font) || self->font_number == 0) return NULL;
  for (size_t i = 0; i < document->font_count; i++)
    if (document->fonts[i].number == self->font_number) return document->fonts + i;
  document->fonts
      = fz_realloc_array(context, document->fonts, document->font_count + 1, drawn_font);
  drawn_font *added = document->fonts + document->font_count++;
  memset(added, 0, sizeof *added);
  added->number = self->font_number;
  return added;
}

static void show_string(fz_context *context, rewriter *self, unsigned char *at, size_t length) {
  unsigned char *end = at + length;
  pdf_font_desc *font = STATE->text.font;
  page_job *job = self->job;
  drawn_font *drawn = drawn_font_of(context, self);
  while (at < end) {
    unsigned int code;
    int size = pdf_decode_cmap(font->encoding, at, end, &code);
    if (size <= 0) break;
    int cid = pdf_lookup_cmap(font->encoding, code);
    unsigned char *bytes = at;
    at += size;
    if (cid < 0) continue;
    count_operator(context, self);
    job->glyphs++;
    fz_matrix trm;
    fz_rect shown;
    pdf_tos_make_trm(context, &self->place, &STATE->text, font, cid, &trm);
    cut_box *box = box_of(context, self, fz_concat(trm, STATE->ctm), &shown);
    bool is_off = job->box_count > 0 && !overlaps(shown, job->page);
    bool is_kept = !box && !is_off && self->super.hidden == 0;
    if (drawn && code < 256) {
      if (is_kept) drawn->used[code] = true;
      else drawn->is_touched = true;
    }
    if (STATE->text.render >= 4) *(is_kept ? &self->kept_clip : &self->lost_clip) = true;
    if (is_kept) {
      open_run(context, self);
      PRINT("<");
      for (int i = 0; i < size; i++) PRINT("%02x", bytes[i]);
      PRINT(">");
    } else {
      close_run(context, self);
      self->is_sent = false;
      if (box) {
        int runes[8], count = runes_of(context, font, cid, runes);
        box->has_text = true;
        for (int i = 0; i < count; i++) report_removed(context, job, box->mark, shown, runes[i]);
      }
    }
    pdf_tos_move_after_char(context, &self->place);
    if (code == 32 && size == 1) {
      float blank = STATE->text.word_space;
      self->place.tm = font->wmode ? fz_pre_translate(self->place.tm, 0, blank)
                                   : fz_pre_translate(self->place.tm, blank * STATE->text.scale, 0);
    }
    if (is_kept) self->sent = self->place.tm, self->is_sent = true;
  }
}

static void show_gap(fz_context *context, rewriter *self, float number) {
  float distance = -number * STATE->text.size * 0.001f;
  (void)context;
  self->place.tm = STATE->text.font->wmode
                       ? fz_pre_translate(self->place.tm, 0, distance)
                       : fz_pre_translate(self->place.tm, distance * STATE->text.scale, 0);
  if (self->is_open) self->gap = (self->has_gap ? self->gap : 0) + number, self->has_gap = true;
}

static void op_Tj(fz_context *context, pdf_processor *processor, char *string, size_t length) {
  SELF;
  if (!STATE->text.font) return;
  show_string(context, self, (unsigned char *)string, length);
  close_run(context, self);
}

static void op_TJ(fz_context *context, pdf_processor *processor, pdf_obj *array) {
  SELF;
  if (!STATE->text.font) return;
  for (int i = 0, n = pdf_array_len(context, array); i < n; i++) {
    pdf_obj *item = pdf_array_get(context, array, i);
    if (pdf_is_string(context, item))
      show_string(context, self, (unsigned char *)pdf_to_str_buf(context, item),
                  pdf_to_str_len(context, item));
    else
      show_gap(context, self, pdf_to_real(context, item));
  }
  close_run(context, self);
}

static void op_squote(fz_context *context, pdf_processor *processor, char *string, size_t length) {
  op_Tstar(context, processor);
  op_Tj(context, processor, string, length);
}

static void op_dquote(fz_context *context, pdf_processor *processor, float word, float character,
                      char *string, size_t length) {
  op_Tw(context, processor, word);
  op_Tc(context, processor, character);
  op_squote(context, processor, string, length);
}

static void note_font(fz_context *context, pdf_processor *processor, const char *name,
                      pdf_font_desc *font, float size) {
  SELF;
  self->font_number = pdf_to_num(context, old_resource(context, self, "Font", name));
  op_Tf(context, processor, name, font, size);
}

void text_operators(pdf_processor *p) {
#define SET(op) p->op_##op = op_##op;
  SET(BT) SET(ET) SET(Tc) SET(Tw) SET(Tz) SET(TL) SET(Tr) SET(Ts) SET(Td) SET(TD) SET(Tm)
  SET(Tstar) SET(TJ) SET(Tj) SET(squote) SET(dquote)
#undef SET
  p->op_Tf = note_font;
}
