package import Documents

/// Writes a table in plain text again without what lies out of sight.
package enum TableTextCleaner: FormatCleaner {
  package static func clean(
    _ bytes: [UInt8], limits: InspectionLimits
  ) throws(Unreadable) -> [UInt8] {
    guard bytes.count <= limits.part else { throw .tooMuch("the table has \(bytes.count) bytes") }
    let table = TableText(bytes)
    let shape = TableShape(table)
    let ragged = Set(shape.ragged)
    var out: [Unicode.Scalar] = []
    for (index, record) in table.records.enumerated() {
      if let gap = shape.gap, index >= gap.lowerBound { break }
      let isTouched =
        ragged.contains(index)
        || record.fields.contains {
          PaddedField.behind($0) != nil || !HidingCharacters.found(in: $0).isEmpty
        }
      guard isTouched else {
        out += table.text[record.range]
        continue
      }
      let fields = ragged.contains(index) ? Array(record.fields.prefix(shape.width)) : record.fields
      out +=
        fields.map { quoted(cleaned($0), table.delimiter) }.joined(
          separator: String(table.delimiter)
        ).unicodeScalars
      out += table.text[record.range].reversed().prefix { $0 == "\n" || $0 == "\r" }.reversed()
    }
    return table.encoded(out)
  }

  private static func cleaned(_ field: String) -> String {
    let scalars = Array(field.unicodeScalars)
    var kept = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated()
    where HidingCharacters.kind(scalar, at: index, in: scalars) == nil { kept.append(scalar) }
    let text = String(kept)
    guard PaddedField.behind(text) != nil else { return text }
    return text.unicodeScalars.split { PaddedField.isBlank($0) }.map {
      String(String.UnicodeScalarView($0))
    }
    .joined(separator: " ")
  }

  private static func quoted(_ field: String, _ delimiter: Unicode.Scalar) -> String {
    let needs = field.unicodeScalars.contains {
      $0 == delimiter || $0 == "\"" || $0 == "\n" || $0 == "\r"
    }
    return needs ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
  }
}
