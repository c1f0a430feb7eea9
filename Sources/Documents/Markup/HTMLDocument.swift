/// A web page: what a reader of it sees, block by block.
enum HTMLDocument {
  static func read(_ bytes: [UInt8], limits: DocumentLimits) throws(Unreadable) -> DocumentText {
    let (source, note) = HTMLSource.decode(bytes)
    let listener = HTMLListener(most: limits.text)
    try MarkupReader.read(
      Array(source.utf8), as: .html, place: "the page", depth: limits.depth, to: listener)
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
  static func decode(_ bytes: [UInt8]) -> (text: String, note: DocumentNote?) {
    if let declared = declaredCharset(bytes), declared.isSingleByte,
      String(validating: bytes, as: UTF8.self) == nil
    {
      var scalars = String.UnicodeScalarView()
      for byte in bytes { scalars.append(Windows1252.scalar(byte)) }
      return (cleaned(String(scalars)), nil)
    }
    let decoding = Decoding(bytes)
    return (cleaned(decoding.text), decoding.note)
  }

  private struct Charset { var isSingleByte: Bool }

  /// What the first `charset=` within the first bytes names; most pages that name an ISO set were
  /// written in Windows-1252, and browsers read them so.
  private static func declaredCharset(_ bytes: [UInt8]) -> Charset? {
    let start = bytes.prefix(2_048).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    guard let found = start.firstRange(of: Array("charset=".utf8)) else { return nil }
    let name = start[found.upperBound...].drop { $0 == 0x22 || $0 == 0x27 }.prefix {
      $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3E && $0 != 0x3B
    }
    let single = ["windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii"]
    return Charset(isSingleByte: single.contains(String(decoding: name, as: UTF8.self)))
  }

  /// A NUL would end the text for a parser in C.
  private static func cleaned(_ text: String) -> String {
    guard text.utf8.contains(0) else { return text }
    return String(decoding: text.utf8.map { $0 == 0 ? 0x20 : $0 }, as: UTF8.self)
  }
}
