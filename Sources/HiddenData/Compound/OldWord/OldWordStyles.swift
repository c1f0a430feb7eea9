import Documents

/// The styles of a document, as far as they hide text.
struct OldWordStyles {
  private struct Style {
    var name = ""
    var base = 0x0FFF
    /// Whether it hides; nil where it says nothing, the opposite of its base where turned.
    var isHidden: Bool?
    var isOpposite = false
  }

  private var styles: [Int: Style] = [:]

  /// Reads the sheet of styles.
  init(_ bytes: ArraySlice<UInt8>) throws(Unreadable) {
    guard !bytes.isEmpty else { return }
    var reader = ByteReader(Array(bytes))
    let head = Int(try reader.uint16())
    let count = Int(try reader.uint16())
    let baseSize = Int(try reader.uint16())
    try reader.skip(max(0, head - 4))
    for index in 0..<min(count, 0x0FFE) where reader.left >= 2 {
      let size = Int(try reader.uint16())
      guard size > 0 else { continue }
      let body = try reader.take(size)
      styles[index] = Self.style(body, baseSize: baseSize)
      // Each begins at an even place.
      if size % 2 == 1, reader.left > 0 { try reader.skip(1) }
    }
  }

  private static func style(_ body: [UInt8], baseSize: Int) -> Style? {
    var reader = ByteReader(body)
    guard (try? reader.uint16()) != nil, let second = try? reader.uint16(),
      let third = try? reader.uint16()
    else { return nil }
    var style = Style(base: Int(second) >> 4)
    let kind = Int(second) & 0xF
    let parts = Int(third) & 0xF
    reader.position = baseSize
    guard let letters = try? reader.uint16(), let name = try? reader.take(2 * Int(letters)) else {
      return style
    }
    style.name = CodePage.utf16(name)
    try? reader.skip(2)
    for part in 0..<parts {
      // Parts begin at even places.
      if reader.position % 2 == 1 { try? reader.skip(1) }
      guard let size = try? reader.uint16(), let data = try? reader.take(Int(size)) else { break }
      // Letters are formatted by the second part of a style of paragraphs and the first of one of letters.
      guard kind == 1 && part == 1 || kind == 2 && part == 0 else { continue }
      var run = OldWordRun()
      run.take(data[...])
      style.isHidden = run.isHidden
      style.isOpposite = run.isOpposite
    }
    return style
  }

  /// Whether a style hides its text, by itself or by what it is based on.
  func hides(_ index: Int?) -> Bool {
    var at = index ?? 0x0FFF
    var turned = false
    // No style is based on more than a few others; a ring of them ends here.
    for _ in 0..<16 {
      guard let style = styles[at] else { return turned }
      if let isHidden = style.isHidden { return isHidden != turned }
      if style.isOpposite { turned.toggle() }
      at = style.base
    }
    return turned
  }

  /// The name of a style.
  func name(_ index: Int?) -> String? { index.flatMap { styles[$0]?.name } }
}
