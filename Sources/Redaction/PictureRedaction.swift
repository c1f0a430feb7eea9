import CMuPDF
import Documents

/// Redacts a photograph or a scan that comes as JPEG or PNG: blackens its pixels, and writes it anew
/// without anything beside them. A pixel counts as a point.
struct PictureRedaction {
  let plan: RedactionPlan
  let limits: DocumentLimits

  /// Pixels that are kept in memory.
  private static let mostPixels = 100_000_000

  func redact(_ bytes: [UInt8]) throws(Unreadable) -> RedactionResult {
    let read = try Self.drawing(bytes)
    var drawing = read.drawing
    let whole = PageBox(
      left: 0, top: 0, right: Double(drawing.width), bottom: Double(drawing.height))
    var boxes: [PageBox] = []
    for (number, mark) in plan.marks.enumerated() {
      switch mark.target {
      case .box(page: 1, let box):
        guard let inside = box.intersection(whole) else {
          throw Unreadable(.damaged, "Mark \(number + 1) lies beside the picture.")
        }
        boxes.append(inside)
      case .page(1): boxes.append(whole)
      case .text:
        throw Unreadable(
          .noTextLayer, "Mark \(number + 1) looks for a text, and a picture has none. Mark a box.")
      default: throw Unreadable(.damaged, "Mark \(number + 1) is on a page that a picture has not.")
      }
    }
    for box in boxes { drawing.fill(drawing.pixels(of: box, scale: 1), with: [0]) }
    let new = read.isJPEG ? drawing.jpeg() : drawing.png()
    guard let new else { throw Unreadable(.damaged, "The picture could not be written anew.") }
    try prove(new, as: drawing, boxes: boxes, isJPEG: read.isJPEG)
    let marks = zip(plan.marks, boxes).enumerated().map { number, pair in
      RedactionReport.Mark(
        number: number + 1, code: pair.0.code, find: nil, places: [.init(page: 1, box: pair.1)],
        removed: [], characters: 0, pictures: 1)
    }
    let report = RedactionReport(
      format: read.isJPEG ? "jpeg" : "png", marks: marks,
      schedule: marks.map(RedactionReport.Row.init),
      proof: [
        .init(
          check: .underneath, with: "decoded again",
          detail: "\(boxes.count) marks, each of one colour"),
        .init(
          check: .appearance, with: "decoded again",
          detail: "\(drawing.width * drawing.height) pixels, none changed outside the marks"),
        .init(check: .revisions, with: "bytes", detail: "nothing in the file beside its pixels"),
      ], pagesAsPictures: [], remarks: [])
    return RedactionResult(bytes: new, report: report)
  }

  static func drawing(
    _ bytes: [UInt8]
  ) throws(Unreadable) -> (drawing: Drawing, isJPEG: Bool) {
    var picture = redaction_picture()
    defer { redaction_free_picture(&picture) }
    guard redaction_read_picture(bytes, bytes.count, mostPixels, &picture),
      let drawing = Drawing(picture)
    else { throw Unreadable(.damaged, "The picture cannot be decoded, or is too large.") }
    return (drawing.turned(Int(picture.orientation)), picture.is_jpeg)
  }

  private func prove(
    _ bytes: [UInt8], as drawing: Drawing, boxes: [PageBox], isJPEG: Bool
  ) throws(Unreadable) {
    let again = try Self.drawing(bytes).drawing
    var copy = again
    var reference = drawing
    for box in boxes {
      let inside = again.pixels(of: box.grown(by: -1), scale: 1)
      guard inside.x.isEmpty || inside.y.isEmpty || again.contrast(in: inside) <= (isJPEG ? 40 : 0)
      else {
        throw Unreadable(.damaged, "A mark on the picture is not of one colour; it was not kept.")
      }
      copy.fill(copy.pixels(of: box, scale: 1, margin: 8), with: [0])
      reference.fill(reference.pixels(of: box, scale: 1, margin: 8), with: [0])
    }
    let everywhere = (x: 0..<copy.width, y: 0..<copy.height)
    guard reference.changes(to: copy, soft: isJPEG ? [everywhere] : []) == nil,
      Self.isBare(bytes, isJPEG: isJPEG)
    else {
      throw Unreadable(
        .damaged, "The new picture is not the old one outside its marks; it was not kept.")
    }
  }

  /// Whether a file holds nothing beside what shows the picture.
  private static func isBare(_ bytes: [UInt8], isJPEG: Bool) -> Bool {
    var at = isJPEG ? 2 : 8
    while at + 8 <= bytes.count {
      if isJPEG {
        let marker = bytes[at + 1]
        if marker == 0xDA { return bytes.suffix(2) == [0xFF, 0xD9] }
        guard bytes[at] == 0xFF, marker == 0xE0 || !(0xE1...0xEF).contains(marker), marker != 0xFE
        else { return false }
        at += 2 + Int(bytes[at + 2]) << 8 + Int(bytes[at + 3])
      } else {
        let length = bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
        let kind = String(decoding: bytes[(at + 4)..<(at + 8)], as: UTF8.self)
        guard ["IHDR", "PLTE", "IDAT", "IEND", "sRGB", "iCCP", "pHYs"].contains(kind) else {
          return false
        }
        if kind == "IEND" { return at + 12 == bytes.count }
        at += 12 + length
      }
    }
    return false
  }
}

extension Drawing {
  /// The picture as it is shown: turned and mirrored as EXIF numbers it.
  func turned(_ orientation: Int) -> Drawing {
    guard (2...8).contains(orientation) else { return self }
    let swaps = orientation >= 5
    var result = Drawing(
      width: swaps ? height : width, height: swaps ? width : height, components: components,
      samples: Array(repeating: 0, count: samples.count))
    for y in 0..<result.height {
      for x in 0..<result.width {
        let (column, row): (Int, Int) =
          switch orientation {
          case 2: (width - 1 - x, y)
          case 3: (width - 1 - x, height - 1 - y)
          case 4: (x, height - 1 - y)
          case 5: (y, x)
          case 6: (y, height - 1 - x)
          case 7: (width - 1 - y, height - 1 - x)
          default: (width - 1 - y, x)
          }
        for component in 0..<components {
          result.samples[(y * result.width + x) * components + component] =
            samples[(row * width + column) * components + component]
        }
      }
    }
    return result
  }
}
