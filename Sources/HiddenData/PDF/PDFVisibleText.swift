import CMuPDF

/// The text of the pages as a reader gets it, for telling what only repeats it.
final class PDFVisibleText {
  private var keys: [UInt8] = []
  /// Where the text of each page begins in ``keys``.
  private var starts: [Int] = []
  private var isCut = false

  /// Reads the pages up to a number. A page that cannot be read has no text here, so that more is shown
  /// as hidden, never less.
  init(_ bytes: [UInt8], pages: Int) {
    bytes.withUnsafeBufferPointer { buffer in
      var opened: OpaquePointer?
      let result = pdftext_open(buffer.baseAddress, buffer.count, 512 << 20, &opened)
      guard result == pdftext_open_ok, let opened else { return }
      defer { pdftext_close(opened) }
      let count = min(Int(pdftext_page_count(opened)), pages)
      guard count > 0 else { return }
      for number in 0..<count {
        var page = pdftext_page()
        _ = pdftext_read_page(opened, Int32(number), 4 << 20, &page)
        starts.append(keys.count)
        if let text = page.text {
          for line in UnsafeBufferPointer(start: page.lines, count: page.count) {
            let raw = UnsafeRawBufferPointer(
              start: UnsafeRawPointer(text) + line.offset, count: line.length)
            keys += PDFText.key(String(decoding: raw, as: UTF8.self))
          }
        }
        // So that no word is made of the end of one page and the beginning of the next.
        keys.append(0)
        pdftext_free_page(&page)
        if keys.count > 64 << 20 { break }
      }
    }
  }

  /// Whether a text stands on some page.
  func shows(_ text: String) -> Bool {
    let key = PDFText.key(text)
    guard !key.isEmpty else { return true }
    if let known = answers[key] { return known }
    let answer = Self.contains(key, in: keys)
    if answers.count < 10_000 { answers[key] = answer }
    return answer
  }

  private var answers: [[UInt8]: Bool] = [:]

  static func contains(_ key: [UInt8], in text: [UInt8]) -> Bool {
    guard !key.isEmpty, key.count <= text.count else { return false }
    return text.withUnsafeBufferPointer { text in
      key.withUnsafeBufferPointer { key in
        let last = text.count - key.count
        var index = 0
        while index <= last {
          if text[index] == key[0] {
            var length = 1
            while length < key.count, text[index + length] == key[length] { length += 1 }
            if length == key.count { return true }
          }
          index += 1
        }
        return false
      }
    }
  }
}
