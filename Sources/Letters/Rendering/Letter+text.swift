import InformationLaw
import PublicInterest

extension Letter {
  /// The letter as plain text for an e-mail or a terminal: no line is longer than 78 columns, save
  /// one that holds a single longer word such as an address of a page.
  public func plainText() -> String {
    var text = PlainText()
    text.add(letterhead)
    text.add(addressLines)
    text.add([date?.written ?? "", reference.isEmpty ? "" : "Reference: \(reference)"])
    text.add([salutation])
    text.add(heading: title, underlined: "=")
    for section in sections {
      if let heading = section.heading { text.add(heading: heading, underlined: "-") }
      for block in section.effective { text.add(block) }
    }
    return text.paragraphs.joined(separator: "\n\n") + "\n"
  }

  /// Who writes: name, address and e-mail, a line each.
  var letterhead: [String] {
    [authority.name, authority.address, authority.email].flatMap(Letter.lines)
  }

  /// Who it goes to, a line each.
  var addressLines: [String] {
    [addressee?.name ?? "", addressee?.address ?? ""].flatMap(Letter.lines)
  }

  private static func lines(_ text: String) -> [String] {
    text.normalisedLines.lines.filter { !$0.isEmpty }.map(String.init)
  }
}

extension Section {
  /// Heading and content as plain text, each paragraph on one line however long it is.
  public var text: String {
    var text = PlainText(width: .max)
    if let heading { text.add([heading]) }
    for block in effective { text.add(block) }
    return text.paragraphs.joined(separator: "\n\n")
  }
}

/// Wraps paragraphs and lays out lists and tables in lines of text.
private struct PlainText {
  var width = 78
  var paragraphs: [String] = []

  /// Lines that belong together; empty ones are left out.
  mutating func add(_ lines: [String]) {
    let lines = lines.filter { !$0.isEmpty }.flatMap { wrap($0) }
    if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n")) }
  }

  mutating func add(heading: String, underlined mark: Character) {
    let lines = wrap(heading)
    let length = lines.map(\.count).max() ?? 0
    paragraphs.append((lines + [String(repeating: mark, count: length)]).joined(separator: "\n"))
  }

  mutating func add(_ block: Block) {
    switch block {
    case .paragraph(let text): add(text.lines.map(String.init))
    case .subheading(let text): add([text])
    case .bullets(let points):
      let lines = points.flatMap { wrap($0, first: "- ", rest: "  ") }
      paragraphs.append(lines.joined(separator: "\n"))
    case .table(let header, let rows): add(header: header, rows: rows)
    }
  }

  /// A table as one paragraph a row, each cell after its column's name. Columns of prose side by side
  /// cannot be read at this width, or aloud.
  private mutating func add(header: [String], rows: [[String]]) {
    if rows.isEmpty { return add(header) }
    let margin = (header.map(\.count).max() ?? 0) + 2
    for row in rows {
      let lines = zip(header, row).filter { !$0.1.isEmpty }.flatMap { name, cell in
        let label = name.isEmpty ? "" : name + ":"
        let first = label + String(repeating: " ", count: margin - label.count)
        return wrap(cell, first: first, rest: String(repeating: " ", count: margin))
      }
      paragraphs.append(lines.joined(separator: "\n"))
    }
  }

  /// The words in lines that are no longer than the width; line breaks in the text stay.
  private func wrap(_ text: String, first: String = "", rest: String = "") -> [String] {
    var lines: [String] = []
    var start = first
    for piece in text.lines {
      var line = start
      // Counting the characters of the whole line for every word would take quadratic time.
      var (length, isBlank) = (start.count, true)
      for word in piece.utf8.split(separator: 0x20).map(Substring.init) {
        let more = word.count
        if !isBlank, length + 1 + more > width {
          lines.append(line)
          line = rest
          (length, isBlank) = (rest.count, true)
        }
        line += isBlank ? word : " " + word
        length += isBlank ? more : more + 1
        isBlank = false
      }
      lines.append(line)
      start = rest
    }
    return lines
  }
}
