package import Documents

/// Looks into tables in plain text: CSV and its like.
package enum TableTextInspector: FormatInspector {
  package static let classes = TableTextClass.all

  package static let examples = TableTextExamples.all

  package static func inspect(_ bytes: [UInt8], run: InspectionRun) throws(Unreadable) {
    guard bytes.count <= run.limits.part else {
      throw .tooMuch("the table has \(bytes.count) bytes")
    }
    let table = TableText(bytes)
    let shape = TableShape(table)
    if let gap = shape.gap {
      let lines = table.records[gap.upperBound...].filter { !$0.isEmpty }.map { line($0, table) }
      let first = table.records[gap.upperBound].line
      run.report(
        TableTextClass.far, at: "line \(first) and below, behind \(gap.count) empty lines",
        lines: lines)
    }
    for row in shape.ragged {
      let record = table.records[row]
      let beyond = record.fields[shape.width...].filter { !$0.withoutOuterBlanks.isEmpty }
      run.report(
        TableTextClass.ragged,
        at: "line \(record.line), beyond column \(CellName.column(max(0, shape.width - 1)))",
        lines: [beyond.joined(separator: String(table.delimiter))])
    }
    for record in table.records {
      for (column, field) in record.fields.enumerated() {
        inspect(field, at: "line \(record.line), column \(CellName.column(column))", run: run)
      }
    }
  }

  private static func line(_ record: TableText.Record, _ table: TableText) -> String {
    record.fields.joined(separator: String(table.delimiter))
  }

  private static func inspect(_ field: String, at place: String, run: InspectionRun) {
    // Most fields are short and plain; nothing can hide in them.
    let isPlain = field.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    if isPlain, field.utf8.count < PaddedField.mostBlanks { return }
    if let hidden = PaddedField.behind(field) {
      run.report(TableTextClass.padded, at: place, lines: [hidden])
    }
    let controls = HidingCharacters.found(in: field)
    if !controls.isEmpty {
      run.report(
        TableTextClass.controls, at: "\(place), " + controls.joined(separator: ", "),
        lines: [HidingCharacters.visible(field)])
    }
  }
}

/// The shape that most of a table has, and what lies outside of it.
struct TableShape {
  /// Columns that belong to the table.
  let width: Int
  /// The empty records before records far below.
  let gap: Range<Int>?
  /// Records with words beyond the last column.
  let ragged: [Int]

  /// Empty lines that no author leaves between two tables.
  static let longGap = 20

  init(_ table: TableText) {
    let records = table.records
    var gap: Range<Int>?
    var start: Int?
    for (index, record) in records.enumerated() {
      if record.isEmpty {
        start = start ?? index
      } else {
        if let from = start, index - from >= Self.longGap, gap == nil { gap = from..<index }
        start = nil
      }
    }
    self.gap = gap
    func used(_ record: TableText.Record) -> Int {
      (record.fields.lastIndex { !$0.withoutOuterBlanks.isEmpty } ?? -1) + 1
    }
    // The heading is the first record with more than one field; a line of title may stand above it.
    let body = records[..<(gap?.lowerBound ?? records.count)].enumerated().filter {
      !$0.element.isEmpty
    }
    let header = body.first { used($0.element) > 1 } ?? body.first
    let declared = header.map { used($0.element) } ?? 0
    var counts: [Int: Int] = [:]
    for (index, record) in body where index != header?.offset {
      counts[used(record), default: 0] += 1
    }
    let wide = counts.filter { $0.key > declared }.values.reduce(0, +)
    let total = counts.values.reduce(0, +)
    // Where most records are wider than the first, that may have been a line above the real headings: a
    // full record without a number.
    let isHeaded =
      wide * 2 <= total || total < 3
      || body.first { $0.offset > header?.offset ?? 0 && used($0.element) > declared }.map {
        record in
        record.element.fields.contains {
          $0.withoutOuterBlanks.isEmpty || $0.contains(where: \.isNumber)
        }
      } ?? true
    width = isHeaded ? declared : counts.keys.max() ?? declared
    let width = width
    ragged =
      isHeaded && declared > 0
      ? body.filter {
        $0.offset > header?.offset ?? 0 && used($0.element) > width
          && !Self.isFurtherTable($0.offset, records, used)
      }.map(\.offset) : []
  }

  /// Whether a record belongs to a further table, behind an empty line and with headings of its own.
  private static func isFurtherTable(
    _ row: Int, _ records: [TableText.Record], _ used: (TableText.Record) -> Int
  ) -> Bool {
    guard let before = records[..<row].lastIndex(where: \.isEmpty) else { return false }
    let rest = records[(before + 1)...]
    guard let headings = rest.first(where: { used($0) > 1 }), used(headings) >= used(records[row])
    else { return false }
    let isFull = headings.fields.prefix(used(headings)).allSatisfy {
      !$0.withoutOuterBlanks.isEmpty && !$0.contains(where: \.isNumber)
    }
    let rows = rest.prefix { !$0.isEmpty }.count { used($0) == used(headings) }
    return isFull && rows >= 2
  }
}

/// Words in a field behind a long run of blanks.
enum PaddedField {
  static let mostBlanks = 40
  static let mostBreaks = 8

  /// What stands behind the first such run; nil where there is none.
  static func behind(_ field: String) -> String? {
    var blanks = 0
    var breaks = 0
    let scalars = Array(field.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      guard isBlank(scalar) else {
        if blanks >= mostBlanks || breaks >= mostBreaks {
          let rest = String(String.UnicodeScalarView(scalars[index...]))
          return rest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        (blanks, breaks) = (0, 0)
        continue
      }
      blanks += scalar == "\t" ? 8 : 1
      if scalar == "\n" || scalar == "\u{2028}" || scalar == "\u{0B}" || scalar == "\u{0C}" {
        breaks += 1
      }
      if scalar == "\r", index + 1 >= scalars.count || scalars[index + 1] != "\n" { breaks += 1 }
    }
    return nil
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace
      || ["\u{2800}", "\u{3164}", "\u{115F}", "\u{FFA0}", "\u{200B}"].contains(scalar)
  }
}

/// Characters that nobody sees and that change or hide what is seen.
enum HidingCharacters {
  /// The kinds that are in a field.
  static func found(in field: String) -> [String] {
    var kinds: [String] = []
    let scalars = Array(field.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      guard let kind = kind(scalar, at: index, in: scalars), !kinds.contains(kind) else { continue }
      kinds.append(kind)
    }
    return kinds
  }

  static func kind(_ scalar: Unicode.Scalar, at index: Int, in scalars: [Unicode.Scalar]) -> String?
  {
    switch scalar.value {
    case 0: return "NUL"
    case 1...8, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: return "control characters"
    case 0x80...0x9F: return scalar.value == 0x85 ? nil : "control characters"
    case 0x202A...0x202E, 0x2066...0x2069: return "direction of writing turned"
    case 0x200B, 0x2060...0x2064, 0x180E, 0x206A...0x206F: return "characters of no width"
    case 0xFEFF: return index == 0 ? nil : "characters of no width"
    case 0x200C, 0x200D:
      // Joiners belong to emoji and to scripts that change their letters.
      let near = [index - 1, index + 1].filter(scalars.indices.contains).map { scalars[$0].value }
      return near.allSatisfy { $0 < 0x250 } ? "characters of no width" : nil
    case 0xE0001...0xE007F:
      // Flags of parts of countries are written with these behind a black flag.
      let flag = scalars[..<index].last { !(0xE0001...0xE007F).contains($0.value) }
      return flag?.value == 0x1F3F4 ? nil : "characters that tag"
    case 0xE0100...0xE01EF: return nil
    default: return nil
    }
  }

  /// The field with those characters made visible.
  static func visible(_ field: String) -> String {
    var out = ""
    let scalars = Array(field.unicodeScalars)
    var run = 0
    for (index, scalar) in scalars.enumerated() {
      guard kind(scalar, at: index, in: scalars) != nil else {
        out.unicodeScalars.append(scalar)
        run = 0
        continue
      }
      if (0xE0020...0xE007E).contains(scalar.value),
        let letter = Unicode.Scalar(scalar.value - 0xE0000)
      {
        // Tags are letters of their own that nobody sees.
        out.unicodeScalars.append(letter)
      } else if run < 4 {
        out += "‹\(String(scalar.value, radix: 16, uppercase: true))›"
        run += 1
      }
    }
    // Without them too, so that words broken by them can be read.
    let bare = String(
      String.UnicodeScalarView(
        scalars.enumerated().filter { kind($0.element, at: $0.offset, in: scalars) == nil }.map(
          \.element)))
    return bare + "\n" + out
  }
}
