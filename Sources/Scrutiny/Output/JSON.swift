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
    .object(entries.compactMap { key, value in value.map { (key, $0) } })
  }

  /// The value as text: on one line, or indented by two blanks a level.
  func written(onOneLine: Bool) -> String {
    var out = ""
    write(to: &out, indent: onOneLine ? nil : 0)
    return out
  }

  private func write(to out: inout String, indent: Int?) {
    switch self {
    case .text(let text): out += JSON.quoted(text)
    case .number(let number): out += String(number)
    case .flag(let flag): out += flag ? "true" : "false"
    case .null: out += "null"
    case .list(let values):
      JSON.write("[", values, "]", to: &out, indent: indent) { value, out, indent in
        value.write(to: &out, indent: indent)
      }
    case .object(let entries):
      JSON.write("{", entries, "}", to: &out, indent: indent) { entry, out, indent in
        out += JSON.quoted(entry.key) + (indent == nil ? ":" : ": ")
        entry.value.write(to: &out, indent: indent)
      }
    }
  }

  private static func write<Element>(
    _ open: String, _ elements: [Element], _ close: String, to out: inout String, indent: Int?,
    _ element: (Element, inout String, Int?) -> Void
  ) {
    let inner = indent.map { $0 + 1 }
    func newLine(_ level: Int?) -> String {
      level.map { "\n" + String(repeating: "  ", count: $0) } ?? ""
    }
    out += open
    for (index, value) in elements.enumerated() {
      out += (index == 0 ? "" : ",") + newLine(inner)
      element(value, &out, inner)
    }
    out += (elements.isEmpty ? "" : newLine(indent)) + close
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
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
