/// A JSON value that keeps the order of its keys, so that output reads as it is documented.
enum JSON {
  case text(String)
  case number(Int)
  case flag(Bool)
  case null
  case list([JSON])
  case object([(key: String, value: JSON)])

  /// An object without the keys that have no value.
  static func record(_ entries: KeyValuePairs<String, JSON?>) -> JSON {
    var found: [(key: String, value: JSON)] = []
    found.reserveCapacity(entries.count)
    for case (let key, let value?) in entries { found.append((key, value)) }
    return .object(found)
  }

  /// The value as text: on one line, or indented by two blanks a level.
  func written(onOneLine: Bool) -> String {
    var out: [UInt8] = []
    write(to: &out, indent: onOneLine ? nil : 0)
    return String(decoding: out, as: UTF8.self)
  }

  private func write(to out: inout [UInt8], indent: Int?) {
    switch self {
    case .text(let text): JSON.quote(text, to: &out)
    case .number(let number): out += String(number).utf8
    case .flag(let flag): out += (flag ? "true" : "false").utf8
    case .null: out += "null".utf8
    case .list(let values):
      JSON.write("[", values, "]", to: &out, indent: indent) { value, out, indent in
        value.write(to: &out, indent: indent)
      }
    case .object(let entries):
      JSON.write("{", entries, "}", to: &out, indent: indent) { entry, out, indent in
        JSON.quote(entry.key, to: &out)
        out.append(UInt8(ascii: ":"))
        if indent != nil { out.append(UInt8(ascii: " ")) }
        entry.value.write(to: &out, indent: indent)
      }
    }
  }

  private static func write<Element>(
    _ open: Unicode.Scalar, _ elements: [Element], _ close: Unicode.Scalar,
    to out: inout [UInt8], indent: Int?, _ element: (Element, inout [UInt8], Int?) -> Void
  ) {
    func newLine(_ level: Int?) {
      guard let level else { return }
      out.append(UInt8(ascii: "\n"))
      out += repeatElement(UInt8(ascii: " "), count: 2 * level)
    }
    let inner = indent.map { $0 + 1 }
    out.append(UInt8(ascii: open))
    for (index, value) in elements.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      newLine(inner)
      element(value, &out, inner)
    }
    if !elements.isEmpty { newLine(indent) }
    out.append(UInt8(ascii: close))
  }

  private static func quote(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices {
        guard let escaped = escape(bytes, at: index) else { continue }
        out += bytes[start..<index]
        out += escaped.utf8
        start = index + (bytes[index] < 0x80 ? 1 : 3)
      }
      out += bytes[start...]
    }
    out.append(UInt8(ascii: "\""))
  }

  /// What stands for the character at an index; nil where it stands for itself.
  @inline(__always)
  private static func escape(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> String? {
    let byte = bytes[index]
    if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0xE2 { return nil }
    switch byte {
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    case UInt8(ascii: "\n"): return "\\n"
    case UInt8(ascii: "\r"): return "\\r"
    case UInt8(ascii: "\t"): return "\\t"
    case 0xE2:
      // U+2028 and U+2029 end lines in JavaScript.
      guard bytes[index + 1] == 0x80, bytes[index + 2] | 1 == 0xA9 else { return nil }
      return bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029"
    default:
      let hex = String(byte, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(arrayLiteral elements: JSON...) { self = .list(elements) }
  init(integerLiteral value: Int) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
}
