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
        let even: [[String]] = rows.map { row in
          row + [String](repeating: "", count: width - row.count)
        }
        if let first = even.first {
          blocks.append(.table(header: first, rows: [[String]](even.dropFirst())))
        }
      }
    }
    return blocks
  }
}
