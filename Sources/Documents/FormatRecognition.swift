/// Finds out what kind of file some bytes are: by what they begin with and what is in them.
package enum FormatRecognition {
  /// What was found.
  enum Kind: Equatable {
    case text, html, mail, pdf
    /// A packed file; what is in it decides.
    case package
  }

  /// The kind of a file that is read here.
  ///
  /// - Throws: ``Unreadable`` for what is another kind of file, naming it.
  static func kind(of bytes: [UInt8], hint: NameHint?) throws(Unreadable) -> Kind {
    let start = bytes.prefix(4_096)
    if start.starts(with: "PK\u{3}\u{4}".utf8) || start.starts(with: "PK\u{5}\u{6}".utf8) {
      return .package
    }
    // A few bytes of somebody's transport may stand before a PDF.
    if bytes.position(of: Array("%PDF-".utf8), to: 1_024) != nil { return .pdf }
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      throw compoundFile(bytes)
    }
    if let other = others.first(where: { start.starts(with: $0.signature) }) {
      throw unknown(other.name, advice: other.advice)
    }
    switch hint {
    case .text: return .text
    case .html: return .html
    case .mail: return .mail
    case nil: break
    }
    let words = String(decoding: start.filter { $0 != 0 }, as: UTF8.self)
    if looksLikeHTML(words) { return .html }
    return looksLikeMail(words) ? .mail : .text
  }

  static func unknown(_ name: String, advice: String) -> Unreadable {
    Unreadable(.unknownFormat, "The file is \(name). \(advice)")
  }

  static let asDocument = "Save it as .docx, .odt or PDF and give that."

  private static let asWords = "Recognise its text (OCR), look it through, and give that."
  private static let others: [(signature: [UInt8], name: String, advice: String)] = [
    (Array("{\\rtf".utf8), "a rich text document, which is not opened here", asDocument),
    ([0x89] + Array("PNG".utf8), "a picture", asWords),
    ([0xFF, 0xD8, 0xFF], "a picture", asWords),
    (Array("GIF8".utf8), "a picture", asWords),
    (Array("II*\0".utf8), "a picture", asWords),
    (Array("MM\0*".utf8), "a picture", asWords),
    (Array("BM".utf8) + [0], "a picture", asWords),
    ([0x1F, 0x8B], "packed with gzip", "Unpack it first."),
    (Array("Rar!".utf8), "a RAR archive", "Unpack it first."),
    (Array("7z".utf8) + [0xBC, 0xAF], "a 7-Zip archive", "Unpack it first."),
    ([0x7F] + Array("ELF".utf8), "a program", "Look whether it is the right file."),
    (Array("MZ".utf8) + [0x90], "a program", "Look whether it is the right file."),
  ]

  /// Old Office files, Outlook messages, and what Office makes of a document with a password.
  private static func compoundFile(_ bytes: [UInt8]) -> Unreadable {
    func holds(_ name: String) -> Bool {
      bytes.holds(name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    }
    if holds("EncryptedPackage") {
      return Unreadable(
        .encrypted,
        "The document is protected with a password. Save it without one in Word and give that.")
    }
    if holds("__properties_version1.0") {
      return unknown(
        "an Outlook message (.msg), which is not opened here",
        advice: "Save it from Outlook as an .eml file, or as text.")
    }
    return unknown("an old Office document, which is not opened here", advice: asDocument)
  }

  private static func looksLikeHTML(_ start: String) -> Bool {
    var rest = Substring(start).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    // What may stand before the first element.
    while rest.hasPrefix("<!--") || rest.hasPrefix("<?xml") {
      guard let end = rest.firstIndex(of: ">") else { return false }
      rest = rest[end...].dropFirst().drop(while: \.isWhitespace)
    }
    let first = rest.prefix(16).lowercased()
    return ["<!doctype html", "<html", "<head", "<body"].contains { first.hasPrefix($0) }
  }

  /// Header lines that only programs write, and one that says who wrote.
  private static func looksLikeMail(_ start: String) -> Bool {
    let names = headerNames(atStartOf: start)
    let technical: Set = ["received", "message-id", "mime-version", "content-type", "return-path"]
    return names.contains("from") && !names.isDisjoint(with: technical)
  }

  /// The names of the header lines with which a text begins, in lower case; empty where it begins with
  /// something else.
  package static func headerNames(atStartOf start: String) -> Set<String> {
    var names: Set<String> = []
    for line in start.split(whereSeparator: \.isNewline).prefix(60) {
      if line.first?.isWhitespace == true { continue }
      guard let colon = line.firstIndex(of: ":") else { break }
      let name = line[..<colon]
      guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { break }
      names.insert(name.lowercased())
    }
    return names
  }
}
