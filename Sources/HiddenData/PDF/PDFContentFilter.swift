import Documents

/// Writes the operators of a page anew: without comments, without marks of structure, without what belongs
/// to hidden layers, with names of resources of its own.
struct PDFContentFilter {
  /// What a name of a resource stands for: its kind, its name, and the name to write.
  typealias Rename = (_ kind: String, _ name: String) -> String?

  private var lexer: PDFLexer
  private var operands: [(object: PDFObject, range: Range<Int>)] = []
  private var out: [UInt8] = []
  /// For each open mark, whether it hides what is in it.
  private var marks: [Bool] = []
  private var hidden = 0
  private let rename: Rename
  private let isHidden: (_ properties: PDFObject) -> Bool

  /// - Parameter isHidden: Whether the layer that a mark names, or is, is not shown.
  static func write(
    _ bytes: [UInt8], rename: @escaping Rename, isHidden: @escaping (PDFObject) -> Bool
  ) throws(Unreadable) -> [UInt8] {
    var filter = PDFContentFilter(lexer: PDFLexer(bytes), rename: rename, isHidden: isHidden)
    try filter.run()
    return filter.out
  }

  private init(
    lexer: PDFLexer, rename: @escaping Rename, isHidden: @escaping (PDFObject) -> Bool
  ) {
    self.lexer = lexer
    self.rename = rename
    self.isHidden = isHidden
  }

  private mutating func run() throws(Unreadable) {
    while true {
      lexer.skipSpace()
      let start = lexer.position
      let token = lexer.next()
      switch token {
      case .end: return
      case .word(let word) where word != "true" && word != "false" && word != "null":
        try perform(word)
        operands.removeAll(keepingCapacity: true)
      default:
        if let object = try lexer.object(beginning: token) {
          operands.append((object, start..<lexer.position))
          if operands.count > 4_096 { operands.removeFirst(2_048) }
        }
      }
    }
  }

  private mutating func perform(_ word: String) throws(Unreadable) {
    switch word {
    case "BMC", "BDC":
      let hides =
        word == "BDC" && operands.count >= 2 && operands[operands.count - 2].object.name == "OC"
        && operands.last.map { isHidden($0.object) } ?? false
      marks.append(hides)
      if hides { hidden += 1 }
    case "EMC": if marks.popLast() == true { hidden -= 1 }
    case "MP", "DP", "BX", "EX": return
    case "Tf": named("Font", 2, word)
    case "gs": named("ExtGState", 1, word)
    case "Do": if hidden == 0 { named("XObject", 1, word) }
    case "sh": if hidden == 0 { named("Shading", 1, word) }
    case "cs", "CS": named("ColorSpace", 1, word)
    case "scn", "SCN":
      if operands.last?.object.name != nil { named("Pattern", 1, word) } else { plain(word) }
    case "BI": try picture()
    case "f", "F", "f*", "S", "s", "B", "B*", "b", "b*":
      // A path that is not painted may still be the border of what follows.
      if hidden > 0 { emit("n") } else { plain(word) }
    case "Tj", "TJ": if hidden == 0 { plain(word) }
    case "'": if hidden > 0 { emit("T*") } else { plain(word) }
    case "\"":
      if hidden == 0 {
        plain(word)
      } else if operands.count >= 3 {
        raw(operands[operands.count - 3].range)
        emit("Tw")
        raw(operands[operands.count - 2].range)
        emit("Tc T*")
      }
    default: if Self.known.contains(word) { plain(word) }
    }
  }

  /// The operators that draw; what else stands there readers pass over.
  private static let known: Set = [
    "b", "B", "b*", "B*", "BT", "c", "cm", "d", "d0", "d1", "ET", "f", "F", "f*", "G", "g", "h",
    "i",
    "j", "J", "K", "k", "l", "m", "M", "n", "q", "Q", "re", "RG", "rg", "ri", "s", "S", "SC", "sc",
    "T*", "Tc", "Td", "TD", "TL", "Tm", "Tr", "Ts", "Tw", "Tz", "v", "w", "W", "W*", "y",
  ]

  private mutating func emit(_ word: String) {
    out += word.utf8
    out.append(0x0A)
  }

  /// An operand as it was written, so that no number changes, where no comment is in it.
  private mutating func raw(_ range: Range<Int>) {
    if lexer.comments.contains(where: { $0.overlaps(range) }) {
      if let operand = operands.first(where: { $0.range == range }) {
        PDFWriter.write(operand.object, to: &out)
      }
    } else {
      out += lexer.bytes[range]
    }
    out.append(0x20)
  }

  private mutating func plain(_ word: String) {
    for operand in operands { raw(operand.range) }
    emit(word)
  }

  /// An operator that names a resource; one that names none draws nothing.
  private mutating func named(_ kind: String, _ count: Int, _ word: String) {
    guard operands.count >= count else { return }
    let place = word == "scn" || word == "SCN" ? operands.count - 1 : operands.count - count
    guard let name = operands[place].object.name, let new = rename(kind, name) else { return }
    for (index, operand) in operands.enumerated()
    where index >= operands.count - count || word == "scn" || word == "SCN" {
      if index == place {
        PDFWriter.write(name: new, to: &out)
        out.append(0x20)
      } else {
        raw(operand.range)
      }
    }
    emit(word)
  }

  /// A picture within the operators, with its colours under their new name.
  private mutating func picture() throws(Unreadable) {
    var head: [UInt8] = Array("BI ".utf8)
    var key: String?
    while true {
      let token = lexer.next()
      if case .end = token { return }
      if case .word("ID") = token { break }
      guard let object = try lexer.object(beginning: token) else { continue }
      if let known = key {
        PDFWriter.write(name: known, to: &head)
        head.append(0x20)
        var value = object
        if known == "CS" || known == "ColorSpace", let name = object.name,
          let new = rename("ColorSpace", name)
        {
          value = .name(new)
        }
        PDFWriter.write(value, to: &head)
        head.append(0x20)
        key = nil
      } else {
        key = object.name
      }
    }
    let start = lexer.position
    let bytes = lexer.bytes
    var index = start + 1
    while index + 1 < lexer.end {
      let isEnd =
        bytes[index] == UInt8(ascii: "E") && bytes[index + 1] == UInt8(ascii: "I")
        && PDFLexer.isSpace(bytes[index - 1])
        && (index + 2 >= lexer.end || PDFLexer.isSpace(bytes[index + 2]))
      if isEnd { break }
      index += 1
    }
    let end = min(index + 2, lexer.end)
    if hidden == 0 {
      out += head
      out += "ID".utf8
      out += bytes[start..<end]
      out.append(0x0A)
    }
    lexer.position = end
  }
}
