/// A web page: what a reader of it sees, block by block.
enum HTMLDocument {
  static func read(_ bytes: [UInt8], limits: DocumentLimits) throws(Unreadable) -> DocumentText {
    let (source, note) = HTMLSource.decode(bytes)
    let listener = HTMLListener(most: limits.text)
    try MarkupReader.read(
      source, as: .html, place: "the page", depth: limits.depth, to: listener)
    listener.endParagraph()
    var notes = note.map { [$0] } ?? []
    if listener.leftOutHidden {
      notes.append(DocumentNote(.leftOut, "Words that the page hides were left out."))
    }
    return DocumentText(text: listener.flow.text, format: .html, notes: notes)
  }
}

/// The characters of a page, which may say itself how it is written.
enum HTMLSource {
  /// The page in UTF-8.
  static func decode(_ bytes: [UInt8]) -> (source: [UInt8], note: DocumentNote?) {
    if declaresWindows(bytes), String(validating: bytes, as: UTF8.self) == nil {
      var scalars = String.UnicodeScalarView()
      for byte in bytes { scalars.append(Windows1252.scalar(byte)) }
      return (withoutNull(Array(String(scalars).utf8)), nil)
    }
    let decoding = Decoding(bytes)
    return (withoutNull(Array(decoding.text.utf8)), decoding.note)
  }

  /// Whether the first `charset=` names Windows-1252, or an ISO set: most pages that name one were
  /// written in Windows-1252, and browsers read them so.
  private static func declaresWindows(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(2_048).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    let mark = Array("charset=".utf8)
    guard let found = start.position(of: mark) else { return false }
    let name = start[(found + mark.count)...].drop { $0 == 0x22 || $0 == 0x27 }.prefix {
      $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3E && $0 != 0x3B
    }
    let single = ["windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii"]
    return single.contains(String(decoding: name, as: UTF8.self))
  }

  /// A NUL would end the text for a parser in C.
  private static func withoutNull(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0) else { return bytes }
    return bytes.map { $0 == 0 ? 0x20 : $0 }
  }
}
