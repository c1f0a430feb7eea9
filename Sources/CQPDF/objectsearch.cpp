#define POINTERHOLDER_TRANSITION 4

#include "objectsearch.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "knownwords.hpp"
#include "needles.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <qpdf/QUtil.hh>

namespace {

std::unique_ptr<QPDF> opened(const char *bytes, size_t length) {
  auto file = std::make_unique<QPDF>();
  file->setSuppressWarnings(true);
  // Nothing of what qpdf has to say may go to the standard output of the process.
  auto logger = QPDFLogger::create();
  logger->setInfo(logger->discard());
  logger->setWarn(logger->discard());
  logger->setError(logger->discard());
  file->setLogger(logger);
  file->processMemoryFile("redacted", bytes, length);
  return file;
}

// Small letters of ASCII and no blanks: the way in which terms are given too.
std::string folded(const std::string &text) {
  std::string result;
  result.reserve(text.size());
  for (char c : text) {
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f') continue;
    result.push_back(c >= 'A' && c <= 'Z' ? char(c + 32) : c);
  }
  return result;
}

std::string without_zeros(const std::string &text) {
  std::string result;
  for (char c : text)
    if (c != 0) result.push_back(c);
  return result;
}

class Search {
 public:
  Search(const objectsearch_term *terms, size_t count) {
    for (size_t i = 0; i < count; i++) {
      std::string text(terms[i].text, terms[i].length);
      plain.add(i, text);
      // In the coding of old strings, where it has one that differs.
      std::string other;
      if (QUtil::utf8_to_win_ansi(text, other, '?') && other != text) plain.add(i, other);
      if (QUtil::utf8_to_pdf_doc(text, other, '?') && other != text) plain.add(i, other);
      bool is_number = true;
      for (char c : text)
        if (!((c >= '0' && c <= '9') || c == '.' || c == '-' || c == ',' || c == '/' || c == ':'))
          is_number = false;
      std::string wide = QUtil::utf8_to_utf16(text).substr(2), swapped = wide;
      for (size_t k = 0; k + 1 < swapped.size(); k += 2) std::swap(swapped[k], swapped[k + 1]);
      wide_forms.add(i, wide);
      wide_forms.add(i, swapped);
      // A short word or a number stands in sizes and pictures by chance.
      if (!is_number && text.size() >= 4) {
        raw.add(i, text);
        if (other != text && !other.empty()) raw.add(i, other);
      }
      bool is_mixed = false;
      for (char c : text) is_mixed |= c >= '0' && c <= '9';
      if (!is_number && text.size() >= (is_mixed ? 6 : 7)) distinct.add(i, text);
      if (!is_number && text.size() >= (is_mixed ? 6 : 12)) rare.add(i, text);
    }
  }

  // A text: the value of a string or a name.
  void in_text(const std::string &value) {
    std::string text = folded(value);
    look(text, plain);
    look(folded_wide(value), wide_forms);
    in_hexadecimal(text);
    if (value.find('\0') != std::string::npos) look(folded(without_zeros(value)), plain);
  }

  // Bytes of a stream that is neither content nor picture nor font.
  void in_stream(const std::string &data) {
    std::string text = folded(data);
    look(text, plain);
    in_hexadecimal(text);
    look(folded_wide(data), wide_forms);
    if (data.find('\0') != std::string::npos) look(folded(without_zeros(data)), raw);
  }

  // A picture, a font or a profile of colours, which has words of its own.
  void in_bytes(const std::string &data) { look(folded(data), rare); }

  // The name of a font, of which the same is true.
  void in_font_name(const std::string &name) { look(folded(name), rare); }

  // A name or a table of characters, which is written with known words.
  void in_written(const std::string &text) { in_text(without_known_words(text)); }

  // The bytes of the file, packed for the most part.
  void in_file(const std::string &data) { look(folded(without_known_words(data)), distinct); }

  void in_content(const std::string &data) {
    // What its strings say, run together as they are shown.
    std::string shown, piece;
    size_t i = 0;
    bool is_inline = false;
    while (i < data.size()) {
      if (is_inline) {
        size_t end = data.find("EI", i);
        if (end == std::string::npos) break;
        i = end + 2, is_inline = false;
        continue;
      }
      char c = data[i];
      if (c == '%') {
        size_t end = data.find_first_of("\r\n", i);
        std::string comment = data.substr(i, end == std::string::npos ? end : end - i);
        in_text(comment);
        i = end == std::string::npos ? data.size() : end;
      } else if (c == '(') {
        i = literal(data, i, piece);
        shown += piece;
        in_text(piece);
      } else if (c == '<' && i + 1 < data.size() && data[i + 1] != '<') {
        i = hexadecimal(data, i, piece);
        shown += piece;
        in_text(piece);
      } else if (c == '/') {
        size_t end = i + 1;
        while (end < data.size() && !std::strchr(" \t\r\n\f/<>[]()%", data[end])) end++;
        in_text(data.substr(i + 1, end - i - 1));
        i = end;
      } else if (std::strchr(" \t\r\n\f<>[]{})", c)) {
        i++;
      } else {
        size_t end = i;
        while (end < data.size() && !std::strchr(" \t\r\n\f/<>[](){}%", data[end])) end++;
        if (end == i) end++;
        std::string word = data.substr(i, end - i);
        if (word == "ID") is_inline = true;
        i = end;
      }
    }
    in_text(shown);
  }

  std::set<size_t> found;

 private:
  Needles plain, wide_forms, raw, distinct, rare;

  // Runs of hexadecimal digits, which a text may be written in once more.
  void in_hexadecimal(const std::string &text) {
    static const char *const digits = "0123456789abcdef";
    for (size_t i = 0; i < text.size();) {
      size_t end = i;
      while (end < text.size() && text[end] != 0 && std::strchr(digits, text[end])) end++;
      if (end - i >= 8) {
        std::string value = QUtil::hex_decode(text.substr(i, (end - i) & ~size_t(1)));
        look(folded(value), plain);
        look(folded(without_zeros(value)), plain);
      }
      i = end + 1;
    }
  }

  static std::string folded_wide(const std::string &text) {
    std::string result = text;
    for (char &c : result)
      if (c >= 'A' && c <= 'Z') c = char(c + 32);
    return result;
  }

  void look(const std::string &text, const Needles &needles) { needles.look(text, found); }

  static size_t literal(const std::string &data, size_t i, std::string &piece) {
    piece.clear();
    int depth = 0;
    for (; i < data.size(); i++) {
      char c = data[i];
      if (c == '\\' && i + 1 < data.size()) {
        char next = data[++i];
        if (next >= '0' && next <= '7') {
          int value = 0;
          size_t k = 0;
          for (; k < 3 && i < data.size() && data[i] >= '0' && data[i] <= '7'; k++, i++)
            value = value * 8 + (data[i] - '0');
          i--;
          piece.push_back(char(value));
        } else if (next != '\r' && next != '\n') {
          piece.push_back(next);
        }
        continue;
      }
      if (c == '(' && depth++ == 0) continue;
      if (c == ')' && --depth == 0) return i + 1;
      piece.push_back(c);
    }
    return i;
  }

  static size_t hexadecimal(const std::string &data, size_t i, std::string &piece) {
    std::string digits;
    for (i++; i < data.size() && data[i] != '>'; i++)
      if (std::strchr("0123456789abcdefABCDEF", data[i]) && data[i]) digits.push_back(data[i]);
    if (digits.size() % 2) digits.push_back('0');
    piece = QUtil::hex_decode(digits);
    return i + 1;
  }
};

// Strings and names within an object that is no reference; references are objects of their own.
void walk(QPDFObjectHandle object, Search &search, int depth) {
  if (depth > 200) throw std::runtime_error("too deep");
  if (object.isString()) {
    search.in_text(object.getStringValue());
    search.in_text(object.getUTF8Value());
  } else if (object.isName()) {
    search.in_written(object.getName().substr(1));
  } else if (object.isArray()) {
    for (auto &item : object.getArrayAsVector())
      if (!item.isIndirect()) walk(item, search, depth + 1);
  } else if (object.isDictionary()) {
    for (auto &key : object.getKeys()) {
      search.in_written(key.substr(1));
      auto item = object.getKey(key);
      if (item.isIndirect()) continue;
      bool is_font_name = key == "/BaseFont" || key == "/FontName" || key == "/FontFamily";
      if (is_font_name && item.isName())
        search.in_font_name(item.getName());
      else if (is_font_name && item.isString())
        search.in_font_name(item.getStringValue());
      else if (key == "/CharSet" && item.isString())
        search.in_written(item.getStringValue());
      else
        walk(item, search, depth + 1);
    }
  }
}

enum class Kind { content, picture, font, other };

Kind kind_of(QPDFObjectHandle stream, bool is_content) {
  auto dictionary = stream.getDict();
  auto subtype = dictionary.getKey("/Subtype");
  if (is_content || dictionary.hasKey("/PatternType")) return Kind::content;
  if (subtype.isName()) {
    std::string name = subtype.getName();
    if (name == "/Form") return Kind::content;
    if (name == "/Image") return Kind::picture;
    if (name == "/Type1C" || name == "/CIDFontType0C" || name == "/OpenType") return Kind::font;
  }
  if (dictionary.hasKey("/Length1") || dictionary.hasKey("/Length2")) return Kind::font;
  // A profile of colours.
  if (dictionary.hasKey("/N") && !dictionary.hasKey("/First")) return Kind::font;
  return Kind::other;
}

void add_contents(QPDFObjectHandle contents, int page, std::vector<int> &pages) {
  auto note = [&](QPDFObjectHandle part) {
    int number = part.getObjectID();
    if (number > 0 && size_t(number) < pages.size()) pages[size_t(number)] = page;
  };
  if (contents.isArray())
    for (auto &part : contents.getArrayAsVector()) note(part);
  else
    note(contents);
}

// Everything that can be reached from a page belongs to it, for telling where something was found.
void reach(QPDFObjectHandle from, int page, std::vector<int> &owner) {
  std::vector<QPDFObjectHandle> waiting{from};
  while (!waiting.empty()) {
    QPDFObjectHandle object = waiting.back();
    waiting.pop_back();
    int number = object.getObjectID();
    if (number > 0 && size_t(number) < owner.size()) {
      if (owner[size_t(number)] >= 0) continue;
      owner[size_t(number)] = page;
    }
    if (object.isStream()) object = object.getDict();
    if (object.isArray())
      for (auto &item : object.getArrayAsVector()) waiting.push_back(item);
    if (object.isDictionary())
      for (auto &key : object.getKeys())
        if (key != "/Parent") waiting.push_back(object.getKey(key));
  }
}

}  // namespace

bool objectsearch_run(const char *bytes, size_t length, const objectsearch_term *terms, size_t count,
                      objectsearch_result *result) {
  *result = {};
  try {
    auto file = opened(bytes, length);
    std::vector<objectsearch_hit> hits;
    auto note = [&](Search &search, int object, int page) {
      for (size_t term : search.found) hits.push_back({term, object, page});
      search.found.clear();
    };
    auto objects = file->getAllObjects();
    int highest = 0;
    for (auto &object : objects) highest = std::max(highest, object.getObjectID());
    std::vector<int> contents(size_t(highest) + 1, -1), owner(size_t(highest) + 1, -1);
    auto pages = QPDFPageDocumentHelper(*file).getAllPages();
    result->pages = pages.size();
    for (size_t i = 0; i < pages.size(); i++) {
      auto page = pages[i].getObjectHandle();
      add_contents(page.getKey("/Contents"), int(i), contents);
      reach(page, int(i), owner);
      for (auto key : {"/Annots", "/AA", "/PieceInfo", "/Metadata", "/Thumb", "/StructParents"})
        if (page.hasKey(key)) result->has_more = true;
    }
    for (auto &key : file->getRoot().getKeys())
      if (key != "/Type" && key != "/Pages") result->has_more = true;
    for (auto &key : file->getTrailer().getKeys())
      if (key != "/Size" && key != "/Root") result->has_more = true;

    Search search(terms, count);
    for (auto &object : objects) {
      int number = object.getObjectID();
      int page = number > 0 && number <= highest ? owner[size_t(number)] : -1;
      result->objects++;
      if (!object.isStream()) {
        walk(object, search, 0);
        note(search, number, page);
        continue;
      }
      result->streams++;
      walk(object.getDict(), search, 0);
      Kind kind = kind_of(object, contents[size_t(number)] >= 0);
      // A picture's samples say nothing to a search; what its coding carries beside them does.
      auto level = kind == Kind::picture ? qpdf_dl_generalized : qpdf_dl_all;
      bool is_decoded = object.pipeStreamData(nullptr, 0, level, true, false);
      std::shared_ptr<Buffer> data
          = is_decoded ? object.getStreamData(level) : object.getRawStreamData();
      if (!is_decoded) result->coded++;
      std::string text(reinterpret_cast<const char *>(data->getBuffer()), data->getSize());
      switch (kind) {
      case Kind::content:
        search.in_content(text);
        break;
      case Kind::other:
        if (text.find("begincmap") != std::string::npos)
          search.in_written(text);
        else
          search.in_stream(text);
        break;
      default:
        search.in_bytes(text);
      }
      note(search, number, page);
    }
    search.in_file(std::string(bytes, length));
    note(search, 0, -1);
    result->hits
        = static_cast<objectsearch_hit *>(std::malloc(hits.size() * sizeof(objectsearch_hit) + 1));
    if (!result->hits) return false;
    if (!hits.empty())
      std::memcpy(result->hits, hits.data(), hits.size() * sizeof(objectsearch_hit));
    result->count = hits.size();
    return true;
  } catch (...) {
    return false;
  }
}

void objectsearch_free(objectsearch_result *result) {
  std::free(result->hits);
  *result = {};
}

bool objectsearch_lift(const char *bytes, size_t length, const int *pages, size_t count,
                       char **lifted, size_t *lifted_length) {
  *lifted = nullptr, *lifted_length = 0;
  try {
    auto file = opened(bytes, length);
    auto all = QPDFPageDocumentHelper(*file).getAllPages();
    for (size_t i = 0; i < count; i++) {
      if (pages[i] < 0 || size_t(pages[i]) >= all.size()) return false;
      auto page = all[size_t(pages[i])].getObjectHandle();
      auto parts = page.getKey("/Contents");
      if (!parts.isArray() || parts.getArrayNItems() < 2) return false;
      parts.eraseItem(parts.getArrayNItems() - 1);
    }
    QPDFWriter writer(*file);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setStaticID(true);
    writer.write();
    auto buffer = writer.getBufferSharedPointer();
    *lifted = static_cast<char *>(std::malloc(buffer->getSize() + 1));
    if (!*lifted) return false;
    std::memcpy(*lifted, buffer->getBuffer(), buffer->getSize());
    *lifted_length = buffer->getSize();
    return true;
  } catch (...) {
    return false;
  }
}

void objectsearch_free_bytes(char *bytes) { std::free(bytes); }
