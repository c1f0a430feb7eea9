import CMuPDF

/// A PDF that is open in the C target behind it.
struct PDFFile: ~Copyable {
  /// What was found on the pages.
  struct Pages {
    struct Page {
      var lines: [PageLine]
      var images: Int
    }
    var contents: [Page] = []
    /// The pages that could not be read whole, counted from 0.
    var failed: [Int] = []
    var wasRepaired = false

    var lines: [PageLine] { contents.flatMap(\.lines) }
  }

  private let document: OpaquePointer
  private let limits: DocumentLimits

  /// Opens a document whose bytes stay where they are.
  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: DocumentLimits) throws(Unreadable) {
    var opened: OpaquePointer?
    let result = pdftext_open(bytes.baseAddress, bytes.count, limits.pageMemory, &opened)
    guard result == pdftext_open_ok, let opened else {
      switch result {
      case pdftext_encrypted:
        throw Unreadable(
          .encrypted, "The PDF is protected with a password. Save it without one and give that.")
      case pdftext_no_memory: throw .overLimit("There was not enough memory to open the PDF.")
      default: throw .damaged("no page can be found in it")
      }
    }
    document = opened
    self.limits = limits
  }

  deinit { pdftext_close(document) }

  func pages() throws(Unreadable) -> Pages {
    let count = Int(pdftext_page_count(document))
    guard count > 0 else { throw .damaged("it does not say how many pages it has") }
    guard count <= limits.pages else {
      throw .overLimit("The PDF has \(count) pages; at most \(limits.pages) are read.")
    }
    var pages = Pages()
    var size = 0
    for number in 0..<count {
      var found = pdftext_page()
      let isWhole = pdftext_read_page(document, Int32(number), max(limits.text - size, 0), &found)
      defer { pdftext_free_page(&found) }
      if !isWhole { pages.failed.append(number) }
      let lines = Self.lines(found)
      size += lines.reduce(0) { $0 + $1.text.utf8.count }
      guard size <= limits.text, !found.is_too_long else {
        throw .overLimit("Page \(number + 1) of the PDF brings its text over \(limits.text) bytes.")
      }
      pages.contents.append(Pages.Page(lines: lines, images: found.images))
    }
    pages.wasRepaired = pdftext_was_repaired(document)
    return pages
  }

  /// The lines that run along the page, in the order in which they are drawn, then the others: a
  /// watermark, a mark on the edge.
  private static func lines(_ page: pdftext_page) -> [PageLine] {
    var level: [PageLine] = []
    var turned: [PageLine] = []
    for line in UnsafeBufferPointer(start: page.lines, count: page.count) {
      let start = page.text.map { UnsafeRawPointer($0) + line.offset }
      let text = String(
        decoding: UnsafeRawBufferPointer(start: start, count: line.length), as: UTF8.self)
      let words = cleaned(text)
      guard !words.isEmpty else { continue }
      let copy = PageLine(
        text: words, left: line.x0, top: line.y0, right: line.x1, bottom: line.y1, size: line.size,
        isBold: line.is_bold)
      if line.is_level { level.append(copy) } else { turned.append(copy) }
    }
    return level + turned
  }

  /// One blank where there are several, and none at the ends.
  private static func cleaned(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
