/// A header value with parameters: `text/plain; charset=utf-8; name="letter.txt"`.
struct ParameterisedValue {
  /// What stands before the first `;`, blank or comment, in small letters.
  let value: String
  private var parameters: [String: Bytes] = [:]

  /// Reads a header's value; parameters that make no sense are passed over.
  init(_ header: Bytes) {
    var rest = header.drop(while: \.isWhitespace)
    value =
      rest.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "(") && !$0.isWhitespace }.name
    while let semicolon = rest.firstIndex(of: UInt8(ascii: ";")) {
      rest = rest[(semicolon + 1)...]
      let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
      rest = rest[name.endIndex...]
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().drop(while: \.isWhitespace)
      let value = Self.takeValue(&rest)
      if parameters[name.name] == nil { parameters[name.name] = value }
    }
  }

  private static func takeValue(_ rest: inout Bytes) -> Bytes {
    guard rest.first == UInt8(ascii: "\"") else {
      let value = rest.prefix { $0 != UInt8(ascii: ";") }
      rest = rest[value.endIndex...]
      return value.trimmed
    }
    var value: Bytes = []
    rest.removeFirst()
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      // Only a quote and the backslash itself are escaped; a path from Windows is not.
      if byte == UInt8(ascii: "\\"), let next = rest.first,
        next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\")
      {
        value.append(next)
        rest.removeFirst()
      } else {
        value.append(byte)
      }
    }
    return value
  }

  /// The bytes of a parameter as they stand.
  subscript(name: String) -> Bytes? { parameters[name] }

  /// The text of a parameter, whichever of the ways to write foreign letters in it was taken:
  /// RFC 2231, in one piece or in several, or an encoded word.
  func text(_ name: String, remarks: inout Remarks) -> String? {
    if let extended = extended(name) {
      return decode(extended, remarks: &remarks)
    }
    return parameters[name].map { EncodedWords.text($0, remarks: &remarks) }
  }

  /// The value of `name*`, or the pieces of `name*0`, `name*1*` and so on put together. The
  /// character set stands before two apostrophes; percent signs are undone where a star says so.
  private func extended(_ name: String) -> (charset: String, bytes: [UInt8])? {
    if let whole = parameters["\(name)*"] {
      let (charset, rest) = Self.splitCharset(whole)
      return (charset, Self.percentDecoded(rest))
    }
    var charset = ""
    var bytes: [UInt8] = []
    var number = 0
    while true {
      if var piece = parameters["\(name)*\(number)*"] {
        if number == 0 { (charset, piece) = Self.splitCharset(piece) }
        bytes += Self.percentDecoded(piece)
      } else if let piece = parameters["\(name)*\(number)"] {
        bytes += piece
      } else {
        return number == 0 ? nil : (charset, bytes)
      }
      number += 1
    }
  }

  private func decode(
    _ extended: (charset: String, bytes: [UInt8]), remarks: inout Remarks
  ) -> String {
    let charset = Charset(name: extended.charset)
    let (text, isWhole) = (charset ?? .unstated).decode(extended.bytes[...])
    if charset == nil || !isWhole {
      remarks.add("Some characters in the header lines could not be read.")
    }
    return EncodedWords.oneLine(text)
  }

  private static func splitCharset(_ value: Bytes) -> (String, Bytes) {
    let apostrophe = UInt8(ascii: "'")
    guard let first = value.firstIndex(of: apostrophe),
      let second = value[(first + 1)...].firstIndex(of: apostrophe)
    else { return ("", value) }
    return (value[..<first].name, value[(second + 1)...])
  }

  private static func percentDecoded(_ value: Bytes) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = value
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let high = rest.first?.hexValue,
        let low = rest.dropFirst().first?.hexValue
      {
        bytes.append(high << 4 | low)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
