import CMuPDF
import Documents

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
    let answer = keys.holds(key)
    if answers.count < 10_000 { answers[key] = answer }
    return answer
  }

  private var answers: [[UInt8]: Bool] = [:]
}
