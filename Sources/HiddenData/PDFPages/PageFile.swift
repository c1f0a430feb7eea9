import CMuPDF
import Documents

/// A PDF whose pages are drawn.
final class PageFile {
  let document: OpaquePointer

  /// Opens a document whose bytes stay where they are.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Unreadable) {
    var opened: OpaquePointer?
    let result = pages_open(bytes.baseAddress, bytes.count, PDFPageInspector.kept, &opened)
    guard result == pages_ok, let opened else {
      switch result {
      case pages_encrypted: throw .locked("The PDF")
      case pages_no_memory: throw .tooMuch("there was not enough memory to open it")
      default: throw .broken("no page can be found in it")
      }
    }
    document = opened
  }

  deinit { pages_close(document) }

  var count: Int { Int(pages_count(document)) }

  /// Whether something in the file was left out because it could not be read.
  var hasLosses: Bool { pages_has_losses(document) }

  /// Whether a deflated stream ended early, be it only because there is nothing in it.
  var hasShortStream: Bool { pages_has_short_flate(document) }

  /// What is painted on a page, counted from 0, and whether that is all of it.
  func look(at page: Int, most: Int) -> (PageDrawing?, isWhole: Bool) {
    var look: OpaquePointer?
    let result = pages_look_at(document, Int32(page), most, &look)
    return (look.map { PageDrawing($0, in: self) }, result == pages_ok)
  }

  /// What the resources of the pages hold and none of them paints.
  func spares(pages: Int, most: Int) -> ([PageSpare], isWhole: Bool) {
    var found = pages_spares()
    let result = pages_find_spares(document, Int32(pages), most, &found)
    defer { pages_free_spares(&found) }
    let spares = UnsafeBufferPointer(start: found.spares, count: found.count).map { spare in
      PageSpare(
        kind: PageSpare.Kind(rawValue: Int(spare.kind)) ?? .form, object: Int(spare.object),
        page: Int(spare.page) + 1, width: Int(spare.width), height: Int(spare.height),
        text: spare.text.map { String(cString: $0) } ?? "",
        picture: PagePixels(spare.picture))
    }
    return (spares, result == pages_ok)
  }

  func png(_ pixels: PagePixels) -> [UInt8]? {
    var length = 0
    let made = pixels.rgb.withUnsafeBufferPointer {
      pages_png(document, $0.baseAddress, Int32(pixels.width), Int32(pixels.height), &length)
    }
    guard let made else { return nil }
    defer { pages_free_bytes(made) }
    return Array(UnsafeBufferPointer(start: made, count: length))
  }
}

/// A form, an image or a pattern in the resources of a page.
struct PageSpare {
  enum Kind: Int { case form, image, pattern }
  var kind: Kind
  var object: Int
  var page: Int
  var width: Int
  var height: Int
  var text: String
  var picture: PagePixels?
}

/// Pixels, three bytes each, rows from the top.
struct PagePixels {
  var rgb: [UInt8]
  var width: Int
  var height: Int

  /// Copies pixels; nil where there are none.
  init?(_ picture: pages_picture) {
    guard let start = picture.rgb, picture.width > 0, picture.height > 0 else { return nil }
    width = Int(picture.width)
    height = Int(picture.height)
    rgb = Array(UnsafeBufferPointer(start: start, count: width * height * 3))
  }

  /// How light a pixel is, from 0 to 255.
  func lightness(_ pixel: Int) -> Int {
    let at = pixel * 3
    return (Int(rgb[at]) * 77 + Int(rgb[at + 1]) * 150 + Int(rgb[at + 2]) * 29) >> 8
  }

  /// The share of neighbours that differ plainly, among the pixels that are asked for: next to none in
  /// a plain colour or a gradient, much in writing and photographs.
  func detail(where isAsked: (_ pixel: Int) -> Bool) -> (share: Double, pixels: Int) {
    var asked = 0
    var pairs = 0
    var edges = 0
    for y in 0..<height {
      for x in 0..<width {
        let pixel = y * width + x
        guard isAsked(pixel) else { continue }
        asked += 1
        let own = lightness(pixel)
        if x + 1 < width, isAsked(pixel + 1) {
          pairs += 1
          if abs(lightness(pixel + 1) - own) > 16 { edges += 1 }
        }
        if y + 1 < height, isAsked(pixel + width) {
          pairs += 1
          if abs(lightness(pixel + width) - own) > 16 { edges += 1 }
        }
      }
    }
    return (pairs == 0 ? 0 : Double(edges) / Double(pairs), asked)
  }
}
