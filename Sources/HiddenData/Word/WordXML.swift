/// What the reading of WordprocessingML asks of an element.
extension XMLElement {
  /// Whether it is of WordprocessingML, transitional or strict, whatever its prefix.
  var isWord: Bool {
    name.space == "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
      || name.space == "http://purl.oclc.org/ooxml/wordprocessingml/main"
  }

  /// Whether it is markup compatibility's choice between ways to write the same thing.
  var isAlternate: Bool {
    name.local == "AlternateContent"
      && name.space == "http://schemas.openxmlformats.org/markup-compatibility/2006"
  }

  /// The first child of WordprocessingML of a local name.
  func word(_ local: String) -> XMLElement? {
    for child in children {
      if case .element(let element) = child, element.name.local == local, element.isWord {
        return element
      }
    }
    return nil
  }

  /// The first child along each step of a path of local names.
  func at(_ path: String...) -> XMLElement? {
    var element: XMLElement? = self
    for step in path { element = element?.first(step) }
    return element
  }

  /// Whether an element that switches something on does so: without a value it does.
  var isOn: Bool {
    switch self["val"]?.lowercased() {
    case "0", "false", "off", "f", "none": false
    default: true
    }
  }

  /// A number in an attribute; nil where there is none. Parts of a unit are dropped.
  func number(_ attribute: String) -> Int? { self[attribute].flatMap(Self.number) }

  /// A number as files write it: `24`, `12pt` (in twentieths where twips are meant), `20.5`.
  static func number(_ text: String) -> Int? {
    let text = text.stripped
    if let value = Int(text) { return value.clamped }
    for (unit, twips) in [("pt", 20.0), ("in", 1_440), ("cm", 566.93), ("mm", 56.693)]
    where text.hasSuffix(unit) {
      return Double(text.dropLast(2)).flatMap { Int(exactly: ($0 * twips).rounded()) }?.clamped
    }
    return Double(text).flatMap { Int(exactly: $0.rounded()) }?.clamped
  }

  /// Every element below it, itself first, without going into those that `body` answers false for.
  func explore(_ body: (XMLElement) -> Bool) {
    guard body(self) else { return }
    for child in children {
      if case .element(let element) = child { element.explore(body) }
    }
  }

  /// The text a reader sees in it, whatever vocabulary draws it, of one alternate only.
  var wordText: String {
    var result = ""
    explore { element in
      switch element.name.local {
      case "t": result += element.text
      case "tab" where element.isWord: result += "\t"
      case "br", "cr": result += "\n"
      case "p" where !result.isEmpty && !result.hasSuffix("\n"): result += "\n"
      case "noBreakHyphen": result += "-"
      case "sym", "symEx": result += WordSymbol.text(element)
      case "textpath": result += element["string"] ?? ""
      case "Fallback": return false
      case "delText", "instrText", "delInstrText", "pPr", "rPr", "sectPr": return false
      default: break
      }
      return element.name.local != "t"
    }
    return result
  }
}

/// A character that is written as a number in a font.
enum WordSymbol {
  /// The character; those of the fonts' private area are letters of the lower one.
  static func text(_ element: XMLElement) -> String {
    guard let code = element["char"].flatMap({ UInt32($0, radix: 16) }) else { return "" }
    let plain = (0xF020...0xF0FF).contains(code) ? code - 0xF000 : code
    return Unicode.Scalar(plain).map { String(Character($0)) } ?? ""
  }
}

extension Int {
  /// Within what can be added up without an overflow.
  var clamped: Int { Swift.min(Swift.max(self, -1 << 40), 1 << 40) }
}

extension String {
  /// Without white space at both ends.
  var stripped: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }

  /// With every white space as one blank, and none at the ends.
  var collapsed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// Whether there is something in it to read: a letter or a digit of any script.
  var saysSomething: Bool { contains { $0.isLetter || $0.isNumber } }
}
