/// The provisions that a text cites, each written as the statute book writes it: `31(1)(a)`.
///
/// Understands `s.24(1)`, `s24(1)`, `section 31 (1) (a)`, `40(2) with 40(3A)(a)`, and lists, in
/// which a bracket stands for the last one of its kind: `section 31(1)(a), (b) and (g)`,
/// `sections 24(1) and 31(1)(a)`, `31(1)(a)(b)`.
struct CitedProvisions: Sendable {
  /// Every provision that is cited in full.
  private(set) var provisions: Set<String> = []

  private let scalars: [Unicode.Scalar]
  private var index = 0

  init(in text: String) { self.init(in: Array(text.unicodeScalars)) }

  init(in scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    while index < scalars.count {
      guard scalars[index].isDigit, index == 0 || !scalars[index - 1].isDigit else {
        index += 1
        continue
      }
      readCitation(section: readSection())
    }
  }

  /// Whether a limb's provision is cited; where it joins two, both have to be.
  func cite(_ provision: String) -> Bool {
    provision.split(separator: " ").filter { $0 != "with" }.allSatisfy {
      provisions.contains(String($0))
    }
  }

  /// `31`, `22A`.
  private mutating func readSection() -> String {
    var section = ""
    while index < scalars.count, scalars[index].isDigit || scalars[index].isCapital {
      section.unicodeScalars.append(scalars[index])
      index += 1
    }
    return section
  }

  private mutating func readCitation(section: String) {
    var path: [String] = []
    while let (bracket, isListed) = nextBracket(after: path.isEmpty) {
      path = CitedProvisions.path(path, adding: bracket, isListed: isListed)
      let next = path
      provisions.insert(section + next.map { "(\($0))" }.joined())
    }
    if path.isEmpty { provisions.insert(section) }
  }

  /// The next bracket, and whether a comma or a word such as "and" stands before it.
  private mutating func nextBracket(after isFirst: Bool) -> (String, isListed: Bool)? {
    var ahead = index
    var isListed = false
    func skipBlanks() {
      while ahead < scalars.count, scalars[ahead] == " " || scalars[ahead] == "\u{A0}" {
        ahead += 1
      }
    }
    skipBlanks()
    if !isFirst {
      for joint in [",", "and/or", "and", "or", "&", ","] {
        let letters = Array(joint.unicodeScalars)
        guard scalars[ahead...].starts(with: letters) else { continue }
        ahead += letters.count
        isListed = true
        skipBlanks()
      }
    }
    guard ahead < scalars.count, scalars[ahead] == "(" else { return nil }
    var bracket = ""
    ahead += 1
    while ahead < scalars.count, scalars[ahead].isDigit || scalars[ahead].isLetter,
      bracket.utf8.count < 5
    {
      bracket.unicodeScalars.append(scalars[ahead])
      ahead += 1
    }
    guard !bracket.isEmpty, ahead < scalars.count, scalars[ahead] == ")" else { return nil }
    index = ahead + 1
    return (bracket, isListed)
  }

  /// Where a bracket belongs: `(1)` is a subsection, `(a)` a paragraph, `(i)` right after a
  /// paragraph a subparagraph; a bracket of a kind that is there already takes its place.
  private static func path(_ path: [String], adding bracket: String, isListed: Bool) -> [String] {
    guard let last = path.last else { return [bracket] }
    let isSubsection = bracket.unicodeScalars.first?.isDigit == true
    if isSubsection { return [bracket] }
    let lastIsSubsection = last.unicodeScalars.first?.isDigit == true
    if lastIsSubsection { return path + [bracket] }
    let isRoman = bracket.allSatisfy { "ivx".contains($0) }
    let lastIsRoman = path.count > 2 && last.allSatisfy { "ivx".contains($0) }
    if isRoman, !lastIsRoman, !isListed { return path + [bracket] }
    if !isRoman, lastIsRoman { return Array(path.dropLast(2)) + [bracket] }
    return Array(path.dropLast()) + [bracket]
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isCapital: Bool { ("A"..."Z").contains(self) }
  fileprivate var isLetter: Bool { ("a"..."z").contains(self) || isCapital }
}
