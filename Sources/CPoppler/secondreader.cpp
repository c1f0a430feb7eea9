#include "secondreader.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include <iconv.h>

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

struct secondreader_document {
  std::unique_ptr<poppler::document> document;
};

static void silent(const std::string &, void *) {}

bool secondreader_prepare(void) {
  try {
    // The reader turns every word from one Unicode form into another by a part of the C library that is
    // loaded when first used. Kept open, it stays loaded.
    static const iconv_t kept = iconv_open("UTF-16", "UTF-8");
    if (kept == reinterpret_cast<iconv_t>(-1)) return false;
    // Without it every page would seem to be empty, which must never pass for a proof.
    std::string text = "Aé";
    return poppler::ustring::from_utf8(text.data(), int(text.size())).length() == 2;
  } catch (...) {
    return false;
  }
}

secondreader_document *secondreader_open(const char *bytes, size_t length) {
  try {
    if (!secondreader_prepare()) return nullptr;
    poppler::set_debug_error_function(silent, nullptr);
    if (length > 0x7FFFFFFF) return nullptr;
    std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes, static_cast<int>(length)));
    if (!document || document->is_locked()) return nullptr;
    return new secondreader_document{std::move(document)};
  } catch (...) {
    return nullptr;
  }
}

void secondreader_close(secondreader_document *document) {
  try {
    delete document;
  } catch (...) {
  }
}

int secondreader_page_count(secondreader_document *document) {
  try {
    return document->document->pages();
  } catch (...) {
    return -1;
  }
}

bool secondreader_read(secondreader_document *document, int number, secondreader_glyphs *result) {
  *result = {nullptr, 0};
  try {
    std::unique_ptr<poppler::page> page(document->document->create_page(number));
    if (!page) return false;
    std::vector<poppler::text_box> boxes = page->text_list();
    std::vector<secondreader_glyph> glyphs;
    for (const poppler::text_box &box : boxes) {
      poppler::ustring text = box.text();
      // A pair of halves is one character.
      size_t place = 0;
      for (size_t i = 0; i < text.length(); i++) {
        unsigned int rune = text[i];
        if (rune >= 0xD800 && rune < 0xDC00 && i + 1 < text.length())
          rune = 0x10000 + ((rune - 0xD800) << 10) + (text[++i] - 0xDC00);
        poppler::rectf at = box.char_bbox(place++);
        if (at.is_empty()) at = box.bbox();
        glyphs.push_back({float(at.left()), float(at.top()), float(at.right()), float(at.bottom()),
                          rune, false});
      }
      if (!glyphs.empty() && box.has_space_after()) glyphs.back().ends_word = true;
    }
    size_t size = glyphs.size() * sizeof(secondreader_glyph);
    result->glyphs = static_cast<secondreader_glyph *>(std::malloc(size + 1));
    if (!result->glyphs) return false;
    if (size) std::memcpy(result->glyphs, glyphs.data(), size);
    result->count = glyphs.size();
    return true;
  } catch (...) {
    return false;
  }
}

void secondreader_free(secondreader_glyphs *glyphs) {
  std::free(glyphs->glyphs);
  *glyphs = {nullptr, 0};
}

bool secondreader_page_size(secondreader_document *document, int number, double *width,
                            double *height) {
  try {
    std::unique_ptr<poppler::page> page(document->document->create_page(number));
    if (!page) return false;
    poppler::rectf box = page->page_rect();
    *width = box.width(), *height = box.height();
    return *width > 0 && *height > 0;
  } catch (...) {
    return false;
  }
}

bool secondreader_render(secondreader_document *document, int number, double resolution, int x, int y,
                         int columns, int rows, secondreader_picture *picture) {
  *picture = {nullptr, 0, 0};
  try {
    std::unique_ptr<poppler::page> page(document->document->create_page(number));
    if (!page) return false;
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
    renderer.set_image_format(poppler::image::format_gray8);
    poppler::image image = renderer.render_page(page.get(), resolution, resolution, x, y, columns, rows);
    if (!image.is_valid() || image.format() != poppler::image::format_gray8) return false;
    size_t width = size_t(image.width()), height = size_t(image.height());
    picture->samples = static_cast<unsigned char *>(std::malloc(width * height + 1));
    if (!picture->samples) return false;
    for (size_t y = 0; y < height; y++)
      std::memcpy(picture->samples + y * width,
                  image.const_data() + y * size_t(image.bytes_per_row()), width);
    picture->width = image.width(), picture->height = image.height();
    return true;
  } catch (...) {
    return false;
  }
}

void secondreader_free_picture(secondreader_picture *picture) {
  std::free(picture->samples);
  *picture = {nullptr, 0, 0};
}
