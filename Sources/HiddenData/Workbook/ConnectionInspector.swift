import Documents

/// Where a workbook fetches data from, and what it fetched.
enum ConnectionInspector: WorkbookFamily {
  static let connections = HiddenDataClass(
    "xlsx.connections", .high, "Connections to data",
    lies: "In the part of connections that the workbook leads to.",
    recognised: "Every connection, with server, user, query and file as they are written.",
    removal: "The part goes, and what was refreshed through it stays as values.")
  static let queryTable = HiddenDataClass(
    "xlsx.query_table", .medium, "Tables filled by queries",
    lies: "In a part of a query table that a sheet or table leads to.",
    recognised: "The part; its name and fields are shown.",
    removal: "The part goes and the cells stay.")
  static let query = HiddenDataClass(
    "xlsx.power_query", .high, "Power Query formulas",
    lies: "In a custom XML part, as a packed container in `DataMashup`.",
    recognised: "The element; the container is opened and its formulas are shown.",
    removal: "The part goes.")
  static let model = HiddenDataClass(
    "xlsx.data_model", .critical, "A data model",
    lies: "In a part of the data model that the workbook leads to.",
    recognised: "The part. It may hold millions of rows that no sheet shows.",
    removal: "The part goes.")

  static let classes = [connections, queryTable, query, model]

  static func inspect(_ workbook: Workbook) {
    for part in workbook.parts(["connections"], types: ["connections+xml"]) {
      for connection in workbook.package.tree(part)?.descendants("connection") ?? [] {
        workbook.run.report(
          connections, at: "connection \"\(connection["name"] ?? "")\"", lines: said(connection))
      }
    }
    for part in workbook.parts(["queryTable"], types: ["querytable+xml"]) {
      guard let tree = workbook.package.tree(part) else { continue }
      workbook.run.report(
        queryTable, at: "query table \"\(tree["name"] ?? "")\"", lines: said(tree))
    }
    for part in workbook.parts(["powerPivotData"], types: ["openxmlformats-officedocument.model"]) {
      let bytes = workbook.package.part(part) ?? []
      let strings = BinaryStrings.find(bytes, most: 2_000)
      workbook.run.report(
        model, at: "data model of \(bytes.count) bytes",
        lines: strings.isEmpty ? ["packed data"] : strings)
    }
    for part in workbook.parts(["customXml"]) where hasMashup(part, workbook) {
      guard let tree = workbook.package.tree(part) else { continue }
      for element in tree.descendants("DataMashup") { reportMashup(element, workbook) }
    }
  }

  /// The values that an element and those in it give, numbers and switches left out.
  private static func said(_ element: XMLElement) -> [String] {
    var lines: [String] = []
    element.visit { one in
      for attribute in one.attributes where !attribute.isDeclaration {
        let value = attribute.value
        guard value.contains(where: \.isLetter), !["true", "false"].contains(value) else {
          continue
        }
        lines.append("\(attribute.name.local): \(value)")
      }
      if one.elements.isEmpty, one.text.hasWords { lines.append(one.text) }
    }
    return lines
  }

  /// Whether a custom part is one, without complaining about parts that are no XML.
  private static func hasMashup(_ part: String, _ workbook: Workbook) -> Bool {
    guard let bytes = workbook.package.part(part) else { return false }
    let letters = bytes.prefix(4_096).filter { $0 != 0 }
    return String(decoding: letters, as: UTF8.self).contains("DataMashup")
  }

  /// What lies behind the formulas: permissions, then descriptions of the queries as XML.
  private static func descriptions(
    _ reader: inout ByteReader, _ workbook: Workbook
  ) throws(Unreadable) -> [String] {
    _ = try reader.take(Int(try reader.uint32()))
    let size = Int(try reader.uint32())
    try reader.skip(4)
    let length = min(Int(try reader.uint32()), max(size - 8, 0))
    let words = PartText.words(of: Array(try reader.take(length)), run: workbook.run)
    return words.hasWords ? ["descriptions of the queries:\n\(words)"] : []
  }

  private static func reportMashup(_ element: XMLElement, _ workbook: Workbook) {
    let bytes = MashupText.decode(element.text)
    var lines: [String] = []
    do throws(Unreadable) {
      var reader = ByteReader(bytes)
      try reader.skip(4)
      let size = Int(try reader.uint32())
      let archive = try ZipArchive(try reader.take(size), limits: workbook.run.limits)
      for entry in archive.entries where !entry.isFolder && entry.name != "[Content_Types].xml" {
        let text = try archive.unpack(entry, run: workbook.run)
        lines.append("\(entry.name):\n\(String(decoding: text, as: UTF8.self))")
      }
      lines += (try? descriptions(&reader, workbook)) ?? []
    } catch { workbook.run.fail(error) }
    workbook.run.report(
      query, at: "Power Query", lines: lines.isEmpty ? [element.text] : lines)
  }
}

/// Base64 as XML carries it.
enum MashupText {
  static func encode(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for byte in group { bits = bits << 8 | UInt32(byte) }
      bits <<= UInt32(8 * (3 - group.count))
      for index in 0..<4 {
        let value = Int(bits >> UInt32(18 - 6 * index) & 63)
        out.append(index <= group.count ? letters[value] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The bytes; characters that do not belong are passed over.
  static func decode(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text.utf8 {
      let value: UInt32
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte - 65)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte - 71)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte + 4)
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      default: continue
      }
      bits = (bits << 6 | value) & 0xFF_FFFF
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return out
  }
}
