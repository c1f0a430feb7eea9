#include "redaction_parts.h"

#include <math.h>
#include <string.h>

// More corners or pieces than a drawing has; beyond it the page becomes a picture.
enum { most_points = 2000000, most_pieces = 20000 };

void path_add(fz_context *context, path_store *path, char kind, const float *p, int count) {
  if (path->count == path->room) {
    size_t room = path->room ? path->room * 2 : 64;
    if (room > most_points) fz_throw(context, FZ_ERROR_GENERIC, "path too long");
    path->steps = fz_realloc_array(context, path->steps, room, path_step);
    path->room = room;
  }
  path_step *step = path->steps + path->count++;
  memset(step, 0, sizeof *step);
  step->kind = kind;
  memcpy(step->p, p, sizeof(float) * (size_t)count);
  switch (kind) {
  case 'm':
    path->start = path->current = fz_make_point(p[0], p[1]);
    break;
  case 'l':
    path->current = fz_make_point(p[0], p[1]);
    break;
  case 'c':
    path->current = fz_make_point(p[4], p[5]);
    break;
  case 'r':
    path->start = path->current = fz_make_point(p[0], p[1]);
    break;
  default:
    // Where the next part begins, should it not say so.
    step->p[0] = path->start.x, step->p[1] = path->start.y;
    path->current = path->start;
  }
}

void path_clear(path_store *path) { path->count = 0; }

void path_free(fz_context *context, path_store *path) {
  fz_free(context, path->steps);
  memset(path, 0, sizeof *path);
}

void path_print(fz_context *context, fz_buffer *out, const path_store *path) {
  for (size_t i = 0; i < path->count; i++) {
    const path_step *s = path->steps + i;
    switch (s->kind) {
    case 'm':
      fz_append_printf(context, out, "%g %g m\n", s->p[0], s->p[1]);
      break;
    case 'l':
      fz_append_printf(context, out, "%g %g l\n", s->p[0], s->p[1]);
      break;
    case 'c':
      fz_append_printf(context, out, "%g %g %g %g %g %g c\n", s->p[0], s->p[1], s->p[2], s->p[3],
                       s->p[4], s->p[5]);
      break;
    case 'r':
      fz_append_printf(context, out, "%g %g %g %g re\n", s->p[0], s->p[1], s->p[2], s->p[3]);
      break;
    default:
      fz_append_string(context, out, "h\n");
    }
  }
}

// MARK: Lines of corners

typedef struct corners {
  fz_point *points;
  size_t count, room;
  bool is_closed;
} corners;

static void corner(fz_context *context, corners *line, float x, float y) {
  if (!isfinite(x) || !isfinite(y)) return;
  if (line->count == line->room) {
    size_t room = line->room ? line->room * 2 : 32;
    if (room > most_points) fz_throw(context, FZ_ERROR_GENERIC, "path too long");
    line->points = fz_realloc_array(context, line->points, room, fz_point);
    line->room = room;
  }
  line->points[line->count++] = fz_make_point(x, y);
}

static void curve(fz_context *context, corners *line, fz_point a, fz_point b, fz_point c,
                  fz_point d) {
  float length = fabsf(b.x - a.x) + fabsf(b.y - a.y) + fabsf(c.x - b.x) + fabsf(c.y - b.y)
                 + fabsf(d.x - c.x) + fabsf(d.y - c.y);
  int pieces = isfinite(length) ? (int)fz_clamp(sqrtf(length) * 4, 8, 200) : 8;
  for (int i = 1; i <= pieces; i++) {
    float t = (float)i / (float)pieces, u = 1 - t;
    float p = u * u * u, q = 3 * u * u * t, r = 3 * u * t * t, s = t * t * t;
    corner(context, line, p * a.x + q * b.x + r * c.x + s * d.x,
           p * a.y + q * b.y + r * c.y + s * d.y);
  }
}

// The next part of a path as corners on the page; answers the index after it.
static size_t next_part(fz_context *context, const path_store *path, size_t from, fz_matrix ctm,
                        corners *line) {
  line->count = 0, line->is_closed = false;
  fz_point last = {0, 0};
  size_t i = from;
  if (from > 0 && path->steps[from].kind != 'm' && path->steps[from].kind != 'r') {
    const path_step *before = path->steps + from - 1;
    last = fz_transform_point_xy(before->p[0], before->p[1], ctm);
    corner(context, line, last.x, last.y);
  }
  for (; i < path->count; i++) {
    const path_step *s = path->steps + i;
    if (i > from && (s->kind == 'm' || s->kind == 'r')) break;
    if (s->kind == 'r') {
      float x = s->p[0], y = s->p[1], w = s->p[2], h = s->p[3];
      float xs[] = {x, x + w, x + w, x}, ys[] = {y, y, y + h, y + h};
      for (int k = 0; k < 4; k++) {
        fz_point p = fz_transform_point_xy(xs[k], ys[k], ctm);
        corner(context, line, p.x, p.y);
      }
      line->is_closed = true;
      return i + 1;
    }
    if (s->kind == 'h') {
      line->is_closed = true;
      return i + 1;
    }
    if (s->kind == 'c') {
      fz_point b = fz_transform_point_xy(s->p[0], s->p[1], ctm);
      fz_point c = fz_transform_point_xy(s->p[2], s->p[3], ctm);
      fz_point d = fz_transform_point_xy(s->p[4], s->p[5], ctm);
      curve(context, line, last, b, c, d);
      last = d;
    } else {
      last = fz_transform_point_xy(s->p[0], s->p[1], ctm);
      corner(context, line, last.x, last.y);
    }
  }
  return i;
}

// Where a stretch runs within a box, from `in` to `out` of its length; false where it does not.
static bool within(fz_point a, fz_point b, fz_rect box, float *in, float *out) {
  float d[] = {b.x - a.x, b.y - a.y}, o[] = {a.x, a.y};
  float low[] = {box.x0, box.y0}, high[] = {box.x1, box.y1};
  *in = 0, *out = 1;
  for (int k = 0; k < 2; k++) {
    if (fabsf(d[k]) < 1e-6f) {
      if (o[k] <= low[k] || o[k] >= high[k]) return false;
      continue;
    }
    float t0 = (low[k] - o[k]) / d[k], t1 = (high[k] - o[k]) / d[k];
    *in = fmaxf(*in, fminf(t0, t1));
    *out = fminf(*out, fmaxf(t0, t1));
  }
  return *in < *out || (d[0] == 0 && d[1] == 0);
}

static bool part_enters(const corners *line, fz_rect box) {
  float in, out;
  if (line->count == 1) return within(line->points[0], line->points[0], box, &in, &out);
  for (size_t i = 0; i < line->count; i++) {
    size_t next = i + 1 < line->count ? i + 1 : 0;
    if (within(line->points[i], line->points[next], box, &in, &out)) return true;
  }
  return false;
}

static bool part_enters_any(const corners *line, const page_job *job) {
  for (size_t i = 0; i < job->box_count; i++)
    if (job->boxes[i].is_painted && part_enters(line, job->boxes[i].rect)) return true;
  return false;
}

bool path_enters(fz_context *context, const path_store *path, fz_matrix ctm, const page_job *job) {
  bool enters = false;
  if (job->box_count == 0) return false;
  corners line = {0};
  fz_var(line);
  fz_try(context) {
    for (size_t i = 0; i < path->count && !enters;) {
      i = next_part(context, path, i, ctm, &line);
      enters = part_enters_any(&line, job);
    }
  }
  fz_always(context) fz_free(context, line.points);
  fz_catch(context) fz_rethrow(context);
  return enters;
}

// MARK: Areas

// What of an area lies on one side of a line that is level or upright.
static void half(fz_context *context, const corners *area, int axis, float edge, bool is_below,
                 corners *result) {
  result->count = 0;
  for (size_t i = 0; i < area->count; i++) {
    fz_point a = area->points[i], b = area->points[i + 1 < area->count ? i + 1 : 0];
    float va = axis ? a.y : a.x, vb = axis ? b.y : b.x;
    bool has_a = is_below ? va <= edge : va >= edge, has_b = is_below ? vb <= edge : vb >= edge;
    if (has_a) corner(context, result, a.x, a.y);
    if (has_a == has_b) continue;
    float t = (edge - va) / (vb - va);
    if (axis)
      corner(context, result, a.x + t * (b.x - a.x), edge);
    else
      corner(context, result, edge, a.y + t * (b.y - a.y));
  }
}

static void print_corners(fz_context *context, fz_buffer *out, const corners *line, fz_matrix back,
                          bool is_closed) {
  for (size_t i = 0; i < line->count; i++) {
    fz_point p = fz_transform_point(line->points[i], back);
    fz_append_printf(context, out, "%g %g %s\n", p.x, p.y, i ? "l" : "m");
  }
  if (is_closed) fz_append_string(context, out, "h\n");
}

// Takes the boxes from `first` on out of an area and prints what is left, piece by piece.
static void print_area(fz_context *context, fz_buffer *out, const corners *area, fz_matrix back,
                       page_job *job, size_t first, int *pieces) {
  if (area->count < 3) return;
  if (++*pieces > most_pieces) fz_throw(context, FZ_ERROR_GENERIC, "too many pieces");
  size_t i = first;
  while (i < job->box_count
         && !(job->boxes[i].is_painted && part_enters(area, job->boxes[i].rect)))
    i++;
  if (i == job->box_count) {
    print_corners(context, out, area, back, true);
    return;
  }
  fz_rect box = job->boxes[i].rect;
  corners part = {0}, middle = {0}, inner = {0};
  fz_var(part);
  fz_var(middle);
  fz_var(inner);
  fz_try(context) {
    half(context, area, 0, box.x0, true, &part);
    print_area(context, out, &part, back, job, i + 1, pieces);
    half(context, area, 0, box.x1, false, &part);
    print_area(context, out, &part, back, job, i + 1, pieces);
    half(context, area, 0, box.x0, false, &inner);
    half(context, &inner, 0, box.x1, true, &middle);
    half(context, &middle, 1, box.y0, true, &part);
    print_area(context, out, &part, back, job, i + 1, pieces);
    half(context, &middle, 1, box.y1, false, &part);
    print_area(context, out, &part, back, job, i + 1, pieces);
  }
  fz_always(context) {
    fz_free(context, part.points);
    fz_free(context, middle.points);
    fz_free(context, inner.points);
  }
  fz_catch(context) fz_rethrow(context);
}

// MARK: Lines

// Prints a stretch without what is in the boxes from `first` on; `pen` is where the last one ended.
static void print_stretch(fz_context *context, fz_buffer *out, fz_point a, fz_point b,
                          fz_matrix back, page_job *job, size_t first, fz_point *pen) {
  float in, end;
  for (size_t i = first; i < job->box_count; i++) {
    if (!job->boxes[i].is_painted || !within(a, b, job->boxes[i].rect, &in, &end)) continue;
    fz_point p = {a.x + in * (b.x - a.x), a.y + in * (b.y - a.y)};
    fz_point q = {a.x + end * (b.x - a.x), a.y + end * (b.y - a.y)};
    if (in > 0) print_stretch(context, out, a, p, back, job, i + 1, pen);
    if (end < 1) print_stretch(context, out, q, b, back, job, i + 1, pen);
    return;
  }
  fz_point from = fz_transform_point(a, back), to = fz_transform_point(b, back);
  if (pen->x != a.x || pen->y != a.y) fz_append_printf(context, out, "%g %g m\n", from.x, from.y);
  fz_append_printf(context, out, "%g %g l\n", to.x, to.y);
  *pen = b;
}

static void print_line(fz_context *context, fz_buffer *out, const corners *line, fz_matrix back,
                       page_job *job) {
  fz_point pen = {NAN, NAN};
  size_t stretches = line->is_closed ? line->count : line->count ? line->count - 1 : 0;
  for (size_t i = 0; i < stretches; i++) {
    fz_point a = line->points[i], b = line->points[i + 1 < line->count ? i + 1 : 0];
    print_stretch(context, out, a, b, back, job, 0, &pen);
  }
}

bool path_print_cut(fz_context *context, fz_buffer *out, const path_store *path, fz_matrix ctm,
                    page_job *job, bool is_area) {
  fz_matrix back;
  if (fz_try_invert_matrix(&back, ctm)) return false;
  size_t before = out->len;
  int pieces = 0;
  corners line = {0};
  fz_var(line);
  fz_try(context) {
    for (size_t i = 0; i < path->count;) {
      i = next_part(context, path, i, ctm, &line);
      if (!part_enters_any(&line, job)) {
        print_corners(context, out, &line, back, line.is_closed);
        continue;
      }
      if (job->report) job->report->line_art++;
      if (is_area)
        print_area(context, out, &line, back, job, 0, &pieces);
      else
        print_line(context, out, &line, back, job);
    }
  }
  fz_always(context) fz_free(context, line.points);
  fz_catch(context) fz_rethrow(context);
  return out->len > before;
}
