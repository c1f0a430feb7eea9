/// Blocks as plain text that a person can edit:
///
/// ```text
/// A paragraph. Blank lines part one block from the next.
///
/// - a point
/// - another
///
/// ### A subheading
///
/// | Factor | Weight |
/// | How money is spent | moderate |
/// ```
///
/// A backslash at the start of a line, or before `|` in a table, takes away the special meaning of
/// what follows. Nothing that is typed is an error: what is no point, row or subheading is a
/// paragraph.
extension Block {
  /// Reads blocks; the result is always ``Swift/Array/normalised``.
  public static func parse(_ text: String) -> [Block] {
    var blocks: [Block] = []
    var isOpen = false
    for line in text.lines {
      let isIndented = line.first?.isWhitespace == true
      guard let line = Line(String(line).normalisedLine) else {
        isOpen = false
        continue
      }
      blocks.add(line, isContinuing: isOpen, isIndented: isIndented)
      isOpen = true
    }
    return blocks.normalised
  }
}

extension [Block] {
  /// The blocks in the notation that ``Block/parse(_:)`` reads.
  public var notation: String {
    normalised.map { block in
      switch block {
      case .paragraph(let text):
        text.lines.map { Line.escaped($0) }.joined(separator: "\n")
      case .subheading(let text): "### " + text
      case .bullets(let points):
        points.map { point in
          let lines = point.lines
          return "- " + lines.prefix(1).joined()
            + lines.dropFirst().map { "\n  " + Line.escaped($0) }.joined()
        }.joined(separator: "\n")
      case .table(let header, let rows):
        ([header] + rows).map(Line.row).joined(separator: "\n")
      }
    }.joined(separator: "\n\n")
  }

  /// Adds a line to the block before it if it goes on with that, or else as a new block.
  fileprivate mutating func add(_ line: Line, isContinuing: Bool, isIndented: Bool) {
    let last = isContinuing ? self.last : nil
    switch (line, last) {
    case (.subheading(let text), _): append(.subheading(text))
    case (.point(let text), .bullets(let points)): self[count - 1] = .bullets(points + [text])
    case (.point(let text), _): append(.bullets([text]))
    case (.row(let cells), .table(let header, let rows)):
      self[count - 1] = .table(header: header, rows: rows + [cells])
    case (.row(let cells), _): append(.table(header: cells, rows: []))
    case (.words(let text), .paragraph(let before)):
      self[count - 1] = .paragraph(before + "\n" + text)
    case (.words(let text), .bullets(let points)) where isIndented:
      self[count - 1] = .bullets(points.dropLast() + [(points.last ?? "") + "\n" + text])
    case (.words(let text), _): append(.paragraph(text))
    }
  }
}

/// What a line of notation is.
private enum Line {
  case words(String)
  case point(String)
  case row([String])
  case subheading(String)

  /// Reads a line without white space at its ends; nil where it is empty.
  init?(_ line: String) {
    guard let first = line.first else { return nil }
    if !"\\#-•|".contains(first) {
      self = .words(line)
    } else if line.hasPrefix("\\"), line.count > 1 {
      self = .words(String(line.dropFirst()))
    } else if let text = Line.text(of: line, after: "###") {
      self = .subheading(text)
    } else if let text = Line.text(of: line, after: "-") ?? Line.text(of: line, after: "•") {
      self = .point(text)
    } else if let cells = Line.cells(of: line) {
      self = .row(cells)
    } else {
      self = .words(line)
    }
  }

  /// The line so that it is read as words.
  static func escaped(_ line: Substring) -> String {
    if case .words(let words) = Line(String(line)), words == line { return String(line) }
    return "\\" + line
  }

  /// A table row.
  static func row(_ cells: [String]) -> String {
    cells.map { cell in
      let cell = cell.replacing("\\", with: "\\\\").replacing("|", with: "\\|")
      return cell.isEmpty ? "|" : "| " + cell
    }.joined(separator: " ") + " |"
  }

  private static func text(of line: String, after mark: String) -> String? {
    guard line.hasPrefix(mark), line.dropFirst(mark.count).first?.isWhitespace == true else {
      return nil
    }
    let text = String(line.dropFirst(mark.count)).trimmed
    return text.isEmpty ? nil : text
  }

  /// The cells between bars, or nil where the line is no row or says nothing.
  private static func cells(of line: String) -> [String]? {
    guard line.first == "|" else { return nil }
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.dropFirst() {
      switch (isEscaped, character) {
      case (true, _):
        cell.append(character)
        isEscaped = false
      case (false, "\\"): isEscaped = true
      case (false, "|"):
        cells.append(cell.trimmed)
        cell = ""
      case (false, _): cell.append(character)
      }
    }
    if isEscaped { cell.append("\\") }
    // What stands after the last bar is a cell only where the row was not closed.
    if !cell.trimmed.isEmpty { cells.append(cell.trimmed) }
    return cells.contains { !$0.isEmpty } ? cells : nil
  }
}
