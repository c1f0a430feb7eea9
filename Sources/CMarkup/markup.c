#include "markup.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>

// More attributes on one element than this are left out.
enum { most_attributes = 512 };

struct reading {
  xmlParserCtxtPtr parser;
  const markup_handler *handler;
  enum markup_result result;
  int depth;
  int deepest;
};

static void stop(struct reading *reading, enum markup_result why) {
  if (reading->result == markup_whole) reading->result = why;
  xmlStopParser(reading->parser);
}

static void start(struct reading *reading, const char *name, const char *prefix, const char *space,
                  const markup_attribute *attributes, size_t count) {
  if (reading->result != markup_whole) return;
  if (++reading->depth > reading->deepest) return stop(reading, markup_too_deep);
  const markup_handler *handler = reading->handler;
  if (!handler->start(handler->context, name, prefix, space, attributes, count))
    stop(reading, markup_stopped);
}

static void end(struct reading *reading, const char *name, const char *space) {
  if (reading->result != markup_whole) return;
  reading->depth--;
  const markup_handler *handler = reading->handler;
  if (!handler->end(handler->context, name, space)) stop(reading, markup_stopped);
}

static void text(void *context, const xmlChar *bytes, int length) {
  struct reading *reading = context;
  if (reading->result != markup_whole || length <= 0) return;
  const markup_handler *handler = reading->handler;
  if (!handler->text(handler->context, (const char *)bytes, (size_t)length))
    stop(reading, markup_stopped);
}

// MARK: XML

static void xml_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
                      int space_count, const xmlChar **spaces, int count, int defaulted,
                      const xmlChar **values) {
  (void)defaulted;
  markup_attribute attributes[most_attributes];
  size_t used = 0;
  for (int index = 0; index < space_count && used < most_attributes; index++) {
    // Two pointers each: prefix, which the default namespace has none of, and address.
    const char *own = (const char *)spaces[2 * index];
    const char *address = spaces[2 * index + 1] ? (const char *)spaces[2 * index + 1] : "";
    attributes[used++] = (markup_attribute){
        own ? own : "xmlns", own ? "xmlns" : NULL, NULL, address, strlen(address)};
  }
  for (int index = 0; index < count && used < most_attributes; index++) {
    // Five pointers each: name, prefix, namespace, first byte, byte after the last.
    const xmlChar **value = values + 5 * index;
    attributes[used++] = (markup_attribute){
        (const char *)value[0], (const char *)value[1], (const char *)value[2],
        (const char *)value[3], (size_t)(value[4] - value[3])};
  }
  start(context, (const char *)name, (const char *)prefix, (const char *)space, attributes, used);
}

static void xml_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
  (void)prefix;
  end(context, (const char *)name, (const char *)space);
}

static void entity(void *context, const xmlChar *name, int type, const xmlChar *public_name,
                   const xmlChar *system_name, xmlChar *content) {
  (void)name, (void)type, (void)public_name, (void)system_name, (void)content;
  stop(context, markup_entities);
}

enum markup_result markup_read_xml(const char *bytes, size_t length, int depth,
                                   const markup_handler *handler, int *line) {
  *line = 0;
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (!parser) return markup_no_memory;
  struct reading reading = {parser, handler, markup_whole, 0, depth};
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->sax->startElementNs = xml_start;
  parser->sax->endElementNs = xml_end;
  parser->sax->characters = text;
  parser->sax->ignorableWhitespace = text;
  parser->sax->cdataBlock = text;
  parser->sax->entityDecl = entity;
  parser->userData = &reading;
  // With handlers of our own no tree is made; nothing is returned to be freed.
  // Entities are replaced so that an ampersand in an attribute comes as itself and not as "&#38;"; the only
  // ones there can be are those of XML itself, because a declaration ends the reading.
  xmlDocPtr tree = xmlCtxtReadMemory(
      parser, bytes, (int)length, NULL, NULL,
      XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (reading.result == markup_whole && !parser->wellFormed) reading.result = markup_malformed;
  if (parser->input) *line = parser->input->line;
  if (tree) xmlFreeDoc(tree);
  if (parser->myDoc) xmlFreeDoc(parser->myDoc);
  parser->myDoc = NULL;
  xmlFreeParserCtxt(parser);
  return reading.result;
}

// MARK: HTML

static void html_start(void *context, const xmlChar *name, const xmlChar **values) {
  markup_attribute attributes[most_attributes];
  size_t count = 0;
  for (; values && values[0] && count < most_attributes; values += 2) {
    const char *value = values[1] ? (const char *)values[1] : "";
    attributes[count++] =
        (markup_attribute){(const char *)values[0], NULL, NULL, value, strlen(value)};
  }
  start(context, (const char *)name, NULL, NULL, attributes, count);
}

static void html_end(void *context, const xmlChar *name) { end(context, (const char *)name, NULL); }

enum markup_result markup_read_html(const char *bytes, size_t length, int depth,
                                    const markup_handler *handler) {
  htmlParserCtxtPtr parser = htmlNewParserCtxt();
  if (!parser) return markup_no_memory;
  struct reading reading = {parser, handler, markup_whole, 0, depth};
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->startElement = html_start;
  parser->sax->endElement = html_end;
  parser->sax->characters = text;
  parser->sax->ignorableWhitespace = text;
  parser->sax->cdataBlock = text;
  parser->userData = &reading;
  xmlDocPtr tree = htmlCtxtReadMemory(
      parser, bytes, (int)length, NULL, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
          | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD);
  if (tree) xmlFreeDoc(tree);
  if (parser->myDoc) xmlFreeDoc(parser->myDoc);
  parser->myDoc = NULL;
  htmlFreeParserCtxt(parser);
  return reading.result;
}
