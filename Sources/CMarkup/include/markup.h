/// Reads XML and HTML as a row of events, with libxml2, whose headers stay behind this one.
///
/// Nothing is opened and nothing is fetched. A document that declares an entity of its own is refused:
/// letters have none, and entities in entities are how a small file grows without end.
#ifndef STEELYARD_MARKUP_H
#define STEELYARD_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

/// How reading ended.
enum markup_result {
  markup_whole = 0,
  /// Not well formed, at `line`. HTML never is this.
  markup_malformed = 1,
  /// The document declares entities.
  markup_entities = 2,
  /// Elements lie deeper in each other than is allowed.
  markup_too_deep = 3,
  /// A handler asked to stop.
  markup_stopped = 4,
  markup_no_memory = 5,
};

/// An attribute of an element. The bytes of the value are UTF-8 and not terminated. A declaration of a
/// namespace comes as an attribute with the prefix `xmlns` (or, of the default one, the name `xmlns` and
/// no prefix) and its address as the value; `space` is then NULL.
typedef struct markup_attribute {
  const char *name;
  const char *prefix;
  const char *space;
  const char *value;
  size_t length;
} markup_attribute;

/// What is called for each event; each answers whether reading goes on. `space` is the namespace's
/// address or NULL, `prefix` what the file writes for it or NULL; the same namespace is the same pointer all through one document.
typedef struct markup_handler {
  void *context;
  bool (*start)(void *context, const char *name, const char *prefix, const char *space,
                const markup_attribute *attributes, size_t count);
  bool (*end)(void *context, const char *name, const char *space);
  bool (*text)(void *context, const char *bytes, size_t length);
} markup_handler;

/// Reads an XML document in any encoding that it declares.
enum markup_result markup_read_xml(const char *bytes, size_t length, int depth,
                                   const markup_handler *handler, int *line);

/// Reads an HTML document in UTF-8, however untidy it is.
enum markup_result markup_read_html(const char *bytes, size_t length, int depth,
                                    const markup_handler *handler);

#endif
