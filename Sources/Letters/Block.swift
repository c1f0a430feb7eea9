/// A piece of a letter: what every rendering knows how to show, and nothing else.
public enum Block: Equatable, Sendable {
  /// A paragraph; a line break in it is meant.
  case paragraph(String)
  /// A list of points; a line break in one is meant.
  case bullets([String])
  /// A table with a header row; every row is as wide as the header.
  case table(header: [String], rows: [[String]])
  /// A heading below the section's own.
  case subheading(String)
}

extension [Block] {
  /// The same blocks in the form in which notation can be read back exactly.
  ///
  /// Lines lose the white space around them and characters that no document can hold; what is empty
  /// goes; rows get one width; lists that stand one after the other become one.
  public var normalised: [Block] {
    var blocks: [Block] = []
    for block in self {
      switch block {
      case .paragraph(let text):
        let text = text.normalisedLines
        if !text.isEmpty { blocks.append(.paragraph(text)) }
      case .subheading(let text):
        let text = text.normalisedLine
        if !text.isEmpty { blocks.append(.subheading(text)) }
      case .bullets(let points):
        let points = points.map(\.normalisedLines).filter { !$0.isEmpty }
        if points.isEmpty { continue }
        if case .bullets(let before) = blocks.last {
          blocks[blocks.count - 1] = .bullets(before + points)
        } else {
          blocks.append(.bullets(points))
        }
      case .table(let header, let rows):
        let rows = ([header] + rows).map { $0.map(\.normalisedLine) }
          .filter { $0.contains { !$0.isEmpty } }
        let width = rows.map(\.count).max() ?? 0
        let even = rows.map { $0 + [String](repeating: "", count: width - $0.count) }
        if let first = even.first {
          blocks.append(.table(header: first, rows: Array(even.dropFirst())))
        }
      }
    }
    return blocks
  }
}

extension String {
  /// The lines that say something, without control characters and the white space around each.
  var normalisedLines: String {
    split(whereSeparator: \.isNewline).map { $0.filter { !$0.isForbidden }.trimmed }
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The same in one line.
  var normalisedLine: String { normalisedLines.replacing("\n", with: " ") }
}

extension StringProtocol {
  /// Without the white space at both ends. Looks at scalars, since an accent that stands first may
  /// have joined the space before it.
  var trimmed: String {
    let scalars = String(self).unicodeScalars
    let isWord: (Unicode.Scalar) -> Bool = { !$0.properties.isWhitespace }
    guard let first = scalars.firstIndex(where: isWord), let last = scalars.lastIndex(where: isWord)
    else { return "" }
    return String(scalars[first...last])
  }
}

extension Character {
  /// Whether no document may hold it: control characters other than a tab, and noncharacters.
  fileprivate var isForbidden: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x09: false
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
  }
}
