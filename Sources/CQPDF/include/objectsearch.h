/// Goes through every object of a PDF with qpdf, which has nothing to do with the code that redacts.
/// Its C++ stays behind this header; no exception leaves it.
#ifndef STEELYARD_OBJECTSEARCH_H
#define STEELYARD_OBJECTSEARCH_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What is searched for: a text in UTF-8, in small letters, without blanks.
typedef struct objectsearch_term {
  const char *text;
  size_t length;
} objectsearch_term;

/// Where a term was found.
typedef struct objectsearch_hit {
  size_t term;
  /// The number of the object, or 0 for the bytes of the file itself.
  int object;
  /// The page on which it is used, counted from 0, or -1 where it is not on one.
  int page;
} objectsearch_hit;

typedef struct objectsearch_result {
  objectsearch_hit *hits;
  size_t count;
  /// Objects and streams that were gone through, and streams whose coding qpdf does not undo.
  size_t objects, streams, coded;
  /// Pages as qpdf counts them.
  size_t pages;
  /// What only a catalog, page or file that carries more than pages has.
  bool has_more;
} objectsearch_result;

/// Searches everything; false where the file cannot be read whole.
bool objectsearch_run(const char *bytes, size_t length, const objectsearch_term *terms, size_t count,
                      objectsearch_result *result);
void objectsearch_free(objectsearch_result *result);

/// Takes the last part off the content of some pages: the boxes laid over what was redacted.
bool objectsearch_lift(const char *bytes, size_t length, const int *pages, size_t count,
                       char **lifted, size_t *lifted_length);
void objectsearch_free_bytes(char *bytes);

#ifdef __cplusplus
}
#endif
#endif
