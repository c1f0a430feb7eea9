import Documents

/// A document of Word 97 to 2003: where its text lies and how its letters are formatted.
struct OldWordFile {
  /// A stretch of text that lies in one piece in the stream.
  struct Piece {
    /// Letters, counted over the whole document.
    let letters: Range<Int>
    /// Where the first letter lies in the stream.
    let start: Int
    let isWide: Bool
    /// What holds for the whole piece, after a fast save.
    let sprms: ArraySlice<UInt8>

    /// Where a letter lies in the stream.
    func place(of letter: Int) -> Int {
      start + (letter - letters.lowerBound) * (isWide ? 2 : 1)
    }
  }

  /// Parts of the document, in the order in which their text follows each other.
  static let parts = [
    "the text", "footnotes", "headers and footers", "macros", "comments", "endnotes", "text boxes",
    "text boxes of headers",
  ]

  let main: [UInt8]
  let table: [UInt8]
  let tableName: String
  private(set) var pieces: [Piece] = []
  /// The letters of each of ``parts``.
  private(set) var ranges: [Range<Int>] = []
  /// Where the list of places and sizes begins in the stream, and how many there are.
  private let places: Int
  private let placeCount: Int

  private static let mostPieces = 1_000_000

  /// Opens the document.
  ///
  /// - Throws: ``Unreadable`` where it is encrypted, older than Word 97 or damaged.
  init(_ file: CompoundFile) throws(Unreadable) {
    guard let main = try file.stream("WordDocument") else { throw .broken("it has no text") }
    self.main = main
    var reader = ByteReader(main)
    let mark = try reader.uint16()
    let version = try reader.uint16()
    guard mark == 0xA5EC, version >= 0xC0 else {
      throw Unreadable(
        .unknownFormat, "This document is older than Word 97. Save it as .docx and give that.")
    }
    reader.position = 0x0A
    let flags = try reader.uint16()
    guard flags & 0x0100 == 0 else { throw .locked("The document") }
    tableName = flags & 0x0200 != 0 ? "1Table" : "0Table"
    guard let table = try file.stream(tableName) else { throw .broken("its tables are missing") }
    self.table = table
    reader.position = 0x4C
    var end = 0
    for _ in Self.parts {
      let count = Int(Int32(bitPattern: try reader.uint32()))
      guard count >= 0 else { throw .broken("a part of it has less than no text") }
      ranges.append(end..<(end + count))
      end += count
    }
    reader.position = 0x98
    placeCount = Int(try reader.uint16())
    places = 0x9A
    try readPieces()
  }

  /// Whether the head of a document says that it is encrypted.
  static func isEncrypted(_ main: [UInt8]) -> Bool {
    main.count > 12 && main[0] == 0xEC && main[1] == 0xA5 && main[11] & 1 != 0
  }

  /// A structure of the table stream, by its number in the head; empty where there is none.
  func structure(_ number: Int) throws(Unreadable) -> ArraySlice<UInt8> {
    guard number < placeCount else { return [] }
    var reader = ByteReader(main)
    reader.position = places + 8 * number
    let start = Int(try reader.uint32())
    let size = Int(try reader.uint32())
    guard size > 0 else { return [] }
    guard start <= table.count, size <= table.count - start else {
      throw .broken("a table of it lies outside of its stream")
    }
    return table[start..<(start + size)]
  }

  /// Reads the list of pieces, which says where the text lies.
  private mutating func readPieces() throws(Unreadable) {
    let list = try structure(33)
    var reader = ByteReader(Array(list))
    var modifiers: [ArraySlice<UInt8>] = []
    while reader.left > 0 {
      let kind = try reader.uint8()
      if kind == 1 {
        let size = Int(try reader.uint16())
        modifiers.append(try reader.take(size)[...])
      } else if kind == 2 {
        let size = Int(try reader.uint32())
        try readPieces(try reader.take(size), modifiers)
        return
      } else {
        throw .broken("the list of its pieces of text is of no known kind")
      }
    }
    throw .broken("the list of its pieces of text is missing")
  }

  private mutating func readPieces(
    _ bytes: [UInt8], _ modifiers: [ArraySlice<UInt8>]
  ) throws(Unreadable) {
    let count = (bytes.count - 4) / 12
    guard count >= 0, count <= Self.mostPieces else { throw .broken("its pieces are too many") }
    var letters = ByteReader(bytes)
    var descriptions = ByteReader(bytes)
    descriptions.position = 4 * (count + 1)
    var from = Int(try letters.uint32())
    for _ in 0..<count {
      let to = Int(try letters.uint32())
      _ = try descriptions.uint16()
      let stated = try descriptions.uint32()
      let modifier = Int(try descriptions.uint16())
      let isWide = stated & 0x4000_0000 == 0
      let start = Int(stated & 0x3FFF_FFFF) / (isWide ? 1 : 2)
      guard from <= to, (to - from) * (isWide ? 2 : 1) <= max(0, main.count - start) else {
        throw .broken("a piece of its text lies outside of it")
      }
      pieces.append(
        Piece(
          letters: from..<to, start: start, isWide: isWide,
          sprms: Self.sprms(modifier, modifiers)))
      from = to
    }
  }

  /// What holds for a piece: one short modifier, or the number of a list of them.
  private static func sprms(_ modifier: Int, _ lists: [ArraySlice<UInt8>]) -> ArraySlice<UInt8> {
    if modifier & 1 != 0 {
      return lists.indices.contains(modifier >> 1) ? lists[modifier >> 1] : []
    }
    // Of the short ones only these three decide what is seen.
    let known = [0x41: OldWordSprm.deleted, 0x42: OldWordSprm.inserted, 0x5C: OldWordSprm.vanish]
    guard let code = known[modifier >> 1 & 0x7F] else { return [] }
    return [UInt8(code & 0xFF), UInt8(code >> 8), UInt8(modifier >> 8)]
  }

  /// The text of some letters.
  func text(_ letters: Range<Int>) -> String {
    var text = ""
    for piece in pieces where piece.letters.overlaps(letters) {
      text += self.text(of: piece, letters.clamped(to: piece.letters))
    }
    return text
  }

  /// The text of letters that lie in one piece.
  func text(of piece: Piece, _ letters: Range<Int>) -> String {
    let from = piece.place(of: letters.lowerBound)
    let to = piece.place(of: letters.upperBound)
    guard from >= 0, from <= to, to <= main.count else { return "" }
    let bytes = main[from..<to]
    return piece.isWide ? CodePage.utf16(Array(bytes)) : CodePage.western.decode(bytes)
  }

  /// Which part of the document a letter is in.
  func part(of letter: Int) -> Int { ranges.firstIndex { $0.contains(letter) } ?? 0 }

  /// Letters as a person reads them: marks of paragraphs are line breaks, others go.
  static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D, 0x0B, 0x0C: plain.append("\n")
      case 0x07, 0x09: plain.append("\t")
      case 0x1E: plain.append("-")
      case 0x00..<0x20: break
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}
