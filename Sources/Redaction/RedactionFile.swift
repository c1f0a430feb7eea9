import CMuPDF
import Documents

/// A PDF that is open for redaction in the C target behind it.
struct RedactionFile: ~Copyable {
  /// What rewriting a page took out.
  struct Removed {
    var characters: [(mark: Int, scalar: Unicode.Scalar, box: PageBox)] = []
    var pictures: [(mark: Int, box: PageBox)] = []
  }

  /// A box whose content goes. Copies of a text that cannot be seen lose only characters.
  struct Box {
    var mark: Int
    var box: PageBox
    var isPainted: Bool
  }

  private let document: OpaquePointer
  /// How many pages it has.
  let pageCount: Int

  /// Opens a document whose bytes stay where they are.
  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: DocumentLimits) throws(Unreadable) {
    guard bytes.count <= limits.bytes else {
      throw Unreadable(.overLimit, "The file has more than \(limits.bytes) bytes.")
    }
    var opened: OpaquePointer?
    let result = redaction_open(bytes.baseAddress, bytes.count, &opened)
    guard result == redaction_ok, let opened else {
      switch result {
      case redaction_encrypted:
        throw Unreadable(
          .encrypted, "The PDF is protected with a password. Save it without one and give that.")
      case redaction_no_memory:
        throw Unreadable(.overLimit, "There was not enough memory to open the PDF.")
      default:
        throw Unreadable(.damaged, "The file is damaged: no page can be found in it.")
      }
    }
    let count = Int(redaction_page_count(opened))
    guard count <= limits.pages else {
      redaction_close(opened)
      throw Unreadable(
        .overLimit, "The PDF has \(count) pages; at most \(limits.pages) are redacted at once.")
    }
    document = opened
    pageCount = count
  }

  deinit { redaction_close(document) }

  /// The page as displayed.
  func size(_ page: Int) throws(Unreadable) -> PageBox {
    var (width, height) = (Float(0), Float(0))
    guard redaction_page_size(document, Int32(page), &width, &height) else {
      throw Unreadable(.damaged, "Page \(page + 1) of the PDF cannot be read.")
    }
    return PageBox(left: 0, top: 0, right: Double(width), bottom: Double(height))
  }

  /// The characters of a page, or nothing where it cannot be read whole.
  func text(_ page: Int, most: Int = 2_000_000) -> PageText? {
    var found = redaction_glyphs()
    let isWhole = redaction_read_glyphs(document, Int32(page), most, &found)
    defer { redaction_free_glyphs(&found) }
    guard isWhole else { return nil }
    let glyphs = UnsafeBufferPointer(start: found.glyphs, count: found.count).map {
      PageText.Glyph(
        scalar: Unicode.Scalar(UInt32(max($0.rune, 0))) ?? "\u{FFFD}", box: PageBox($0.box),
        line: Int($0.line))
    }
    return PageText(glyphs)
  }

  /// A drawing of a page at so many pixels a point, or nothing where it cannot be drawn.
  func drawing(_ page: Int, scale: Double, colours: Bool = false) -> Drawing? {
    var picture = redaction_picture()
    guard redaction_render(document, Int32(page), Float(scale), colours ? 3 : 1, &picture) else {
      return nil
    }
    defer { redaction_free_picture(&picture) }
    return Drawing(picture)
  }

  /// Where pictures lie on a page; nothing is left out that has room among 512.
  func pictures(_ page: Int) -> [PageBox] {
    var found = [redaction_rect](repeating: redaction_rect(), count: 512)
    let count = redaction_find_pictures(document, Int32(page), &found, Int32(found.count))
    return found.prefix(max(Int(count), 0)).map(PageBox.init)
  }

  /// Whether a page has to be written anew even without a mark on it.
  func needsRewriting(_ page: Int) -> Bool { redaction_needs_rewriting(document, Int32(page)) }

  /// Writes a page anew without what is in the boxes, or answers nothing where it cannot.
  func rewrite(_ page: Int, without boxes: [Box], dropsImages: Bool) -> Removed? {
    let areas = boxes.map {
      redaction_box(rect: $0.box.rect, mark: Int32($0.mark), is_painted: $0.isPainted)
    }
    var report = redaction_report()
    let isDone = redaction_rewrite(
      document, Int32(page), areas, areas.count, dropsImages, &report)
    defer { redaction_free_report(&report) }
    guard isDone else { return nil }
    var removed = Removed()
    for one in UnsafeBufferPointer(start: report.removed, count: report.removed_count) {
      let scalar = Unicode.Scalar(UInt32(max(one.rune, 0))) ?? "\u{FFFD}"
      removed.characters.append((Int(one.mark), scalar, PageBox(one.box)))
    }
    for one in UnsafeBufferPointer(start: report.pictures, count: report.picture_count) {
      removed.pictures.append((Int(one.mark), PageBox(one.box)))
    }
    return removed
  }

  /// Draws the black boxes on a page.
  func paint(_ page: Int, boxes: [(box: PageBox, label: String?)]) -> Bool {
    withCStrings(boxes.map { $0.label ?? "" }) { labels in
      let paints = zip(boxes, labels).map { one, label in
        redaction_paint(rect: one.box.rect, label: one.label == nil ? nil : label)
      }
      return redaction_paint_boxes(document, Int32(page), paints, paints.count)
    }
  }

  /// Puts a picture with words behind it in the place of a page's content.
  func replace(_ page: Int, by drawing: Drawing, words: [RecognisedWord]) -> Bool {
    withCStrings(words.map(\.text)) { texts in
      let list = zip(words, texts).map { redaction_word(box: $0.box.rect, text: $1) }
      return drawing.withPicture { picture in
        redaction_replace(document, Int32(page), picture, list, list.count)
      }
    }
  }

  /// Takes out what no page uses, drops what can carry a copy, and writes the rest.
  func written() -> [UInt8]? {
    var bytes = redaction_bytes()
    guard redaction_prune_fonts(document), redaction_strip(document),
      redaction_write(document, &bytes)
    else { return nil }
    defer { redaction_free_bytes(&bytes) }
    return Array(UnsafeBufferPointer(start: bytes.bytes, count: bytes.length))
  }
}

extension PageBox {
  init(_ rect: redaction_rect) {
    self.init(
      left: Self.bounded(rect.x0), top: Self.bounded(rect.y0), right: Self.bounded(rect.x1),
      bottom: Self.bounded(rect.y1))
  }

  var rect: redaction_rect {
    redaction_rect(x0: Float(left), y0: Float(top), x1: Float(right), y1: Float(bottom))
  }

  /// A number that can be calculated with, whatever the file says.
  private static func bounded(_ number: Float) -> Double {
    number.isFinite ? Double(min(max(number, -1_000_000), 1_000_000)) : 0
  }
}

/// Hands texts to C, ended by zero, for as long as the body runs.
private func withCStrings<Result>(
  _ texts: [String], _ body: ([UnsafePointer<CChar>]) -> Result
) -> Result {
  var bytes: [CChar] = []
  var starts: [Int] = []
  for text in texts {
    starts.append(bytes.count)
    bytes += text.utf8.filter { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
  }
  return bytes.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { return body([]) }
    return body(starts.map { base + $0 })
  }
}
