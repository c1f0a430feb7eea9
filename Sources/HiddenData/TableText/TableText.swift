/// A table in plain text: its characters, its delimiter, its records (RFC 4180 and what programs make of it).
struct TableText {
  enum Encoding {
    case utf8, utf16Little, utf16Big, windows1252
  }

  struct Record {
    var fields: [String]
    /// The first line of it, counted from one.
    var line: Int
    /// Where it stands in ``text``, with its line end.
    var range: Range<Int>
    var isEmpty: Bool {
      fields.allSatisfy { $0.allSatisfy { $0.isWhitespace || $0 == "\0" || $0 == "\u{FEFF}" } }
    }
  }

  let encoding: Encoding
  let hasMark: Bool
  /// The characters, without the byte order mark.
  let text: [Unicode.Scalar]
  let delimiter: Unicode.Scalar
  private(set) var records: [Record] = []
  /// Whether a quoted field is still open at the end.
  private(set) var isOpen = false

  init(_ bytes: [UInt8]) {
    (encoding, hasMark) = Self.encoding(of: bytes)
    switch encoding {
    case .utf8:
      let start = hasMark ? 3 : 0
      text = Array(String(decoding: bytes.dropFirst(start), as: UTF8.self).unicodeScalars)
    case .utf16Little, .utf16Big:
      var units: [UInt16] = []
      units.reserveCapacity(bytes.count / 2)
      for at in stride(from: hasMark ? 2 : 0, to: bytes.count - 1, by: 2) {
        let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
        units.append(encoding == .utf16Big ? first << 8 | second : second << 8 | first)
      }
      text = Array(String(decoding: units, as: UTF16.self).unicodeScalars)
    case .windows1252: text = Array(MailCharset.text(bytes, "windows-1252").unicodeScalars)
    }
    delimiter = Self.delimiter(of: text)
    read()
  }

  /// The characters of a range as they were written, in the encoding of the file.
  func encoded(_ text: some Sequence<Unicode.Scalar>) -> [UInt8] {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text)
    let string = String(view)
    switch encoding {
    case .utf8: return (hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array(string.utf8)
    case .windows1252:
      return MailCharset.windows1252(string) ?? [0xEF, 0xBB, 0xBF] + Array(string.utf8)
    case .utf16Little:
      return (hasMark ? [0xFF, 0xFE] : [])
        + string.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16Big:
      return (hasMark ? [0xFE, 0xFF] : [])
        + string.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
  }

  private static func encoding(of bytes: [UInt8]) -> (Encoding, Bool) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, true) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16Little, true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16Big, true) }
    let start = bytes.prefix(4_096)
    // Latin letters in two bytes have a zero in every second one.
    let even = start.enumerated().count { $0.offset % 2 == 0 && $0.element == 0 }
    let odd = start.enumerated().count { $0.offset % 2 == 1 && $0.element == 0 }
    if start.count >= 8, odd * 5 > start.count * 2, even * 10 < start.count {
      return (.utf16Little, false)
    }
    if start.count >= 8, even * 5 > start.count * 2, odd * 10 < start.count {
      return (.utf16Big, false)
    }
    return (String(validating: bytes, as: UTF8.self) == nil ? .windows1252 : .utf8, false)
  }

  /// The one of comma, semicolon, tab and bar that parts the first lines most evenly.
  private static func delimiter(of text: [Unicode.Scalar]) -> Unicode.Scalar {
    // A first line that names it, as some programs write: `sep=;`.
    if text.count > 4, String(String.UnicodeScalarView(text.prefix(4))).lowercased() == "sep=" {
      return text[4]
    }
    let candidates: [Unicode.Scalar] = [",", ";", "\t", "|"]
    var counts: [[Int]] = []
    var row = [0, 0, 0, 0]
    var isQuoted = false
    for scalar in text.prefix(20_000) {
      if scalar == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if scalar == "\n" || scalar == "\r" {
        if row != [0, 0, 0, 0] || !counts.isEmpty { counts.append(row) }
        row = [0, 0, 0, 0]
        if counts.count >= 40 { break }
      } else if let index = candidates.firstIndex(of: scalar) {
        row[index] += 1
      }
    }
    if row != [0, 0, 0, 0] { counts.append(row) }
    let scores = candidates.indices.map { index in
      let column = counts.map { $0[index] }
      let usual = column.first { $0 > 0 } ?? 0
      // A padded field has many tabs, in one line.
      let even = column.count { $0 == usual && usual > 0 } * 4
      return even + min(usual, 20, even)
    }
    guard let best = scores.max(), best > 0, let index = scores.firstIndex(of: best) else {
      return ","
    }
    return candidates[index]
  }

  private mutating func read() {
    var fields: [String] = []
    var field = String.UnicodeScalarView()
    var start = 0
    var line = 1
    var firstLine = 1
    var isQuoted = false
    var at = 0
    func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
    while at < text.count {
      let scalar = text[at]
      if isQuoted {
        if scalar == "\"" {
          if at + 1 < text.count, text[at + 1] == "\"" {
            field.append("\"")
            at += 1
          } else {
            isQuoted = false
          }
        } else {
          if scalar == "\n" { line += 1 }
          field.append(scalar)
        }
        at += 1
        continue
      }
      if scalar == "\"", field.allSatisfy({ $0 == " " }) {
        isQuoted = true
        field.removeAll()
      } else if scalar == delimiter {
        fields.append(String(field))
        field = String.UnicodeScalarView()
      } else if isLineEnd(scalar) {
        if scalar == "\r", at + 1 < text.count, text[at + 1] == "\n" { at += 1 }
        line += 1
        fields.append(String(field))
        field = String.UnicodeScalarView()
        records.append(Record(fields: fields, line: firstLine, range: start..<(at + 1)))
        fields = []
        start = at + 1
        firstLine = line
      } else {
        field.append(scalar)
      }
      at += 1
    }
    isOpen = isQuoted
    if start < text.count || !fields.isEmpty {
      fields.append(String(field))
      records.append(Record(fields: fields, line: firstLine, range: start..<text.count))
    }
  }
}
