extension PDFLexer {
  mutating func numberOrWord() -> Token {
    let start = position
    while position < end, !Self.isSpace(bytes[position]), !Self.isDelimiter(bytes[position]) {
      position += 1
    }
    let word = bytes[start..<position]
    if let number = Self.number(word) { return .object(number) }
    // A word that is longer is no operator, and somebody's bytes are not copied again and again.
    return .word(String(decoding: word.prefix(64), as: UTF8.self))
  }

  /// A number as PDF writes it: sign, digits, a point; whatever does not fit is no number.
  static func number(_ word: ArraySlice<UInt8>) -> PDFObject? {
    var negative = false
    var whole = 0
    var value = 0.0
    var scale = 0.0
    var digits = 0
    var overflow = false
    for (index, byte) in word.enumerated() {
      switch byte {
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        // `--5` and `5-3` are written by faulty programs; readers stop there.
        if index == 0 { negative = byte == UInt8(ascii: "-") } else if digits > 0 { break }
      case UInt8(ascii: "."):
        guard scale == 0 else { return nil }
        scale = 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        let digit = Int(byte - UInt8(ascii: "0"))
        value = value * 10 + Double(digit)
        if scale > 0 {
          scale *= 10
        } else {
          let (product, first) = whole.multipliedReportingOverflow(by: 10)
          let (sum, second) = product.addingReportingOverflow(digit)
          whole = sum
          overflow = overflow || first || second
        }
      default: return nil
      }
    }
    guard digits > 0 || scale > 0 else { return nil }
    if scale > 0 || overflow { return .real((negative ? -value : value) / Swift.max(scale, 1)) }
    return .int(negative ? -whole : whole)
  }

  mutating func name() -> String {
    position += 1
    var out: [UInt8] = []
    while position < end, !Self.isSpace(bytes[position]), !Self.isDelimiter(bytes[position]) {
      if bytes[position] == UInt8(ascii: "#"), let high = peek(1).flatMap(Self.hex),
        let low = peek(2).flatMap(Self.hex)
      {
        out.append(high << 4 | low)
        position += 3
      } else {
        out.append(bytes[position])
        position += 1
      }
    }
    return String(validating: out, as: UTF8.self)
      ?? String(String.UnicodeScalarView(out.map { UnicodeScalar($0) }))
  }

  static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  mutating func hexString() -> [UInt8] {
    position += 1
    var out: [UInt8] = []
    var half: UInt8?
    while position < end {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: ">") { break }
      guard let digit = Self.hex(byte) else { continue }
      if let high = half {
        out.append(high << 4 | digit)
        half = nil
      } else {
        half = digit
      }
    }
    if let half { out.append(half << 4) }
    return out
  }

  mutating func literalString() -> [UInt8] {
    position += 1
    var out: [UInt8] = []
    var open = 1
    while position < end {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "("):
        open += 1
        out.append(byte)
      case UInt8(ascii: ")"):
        open -= 1
        if open == 0 { return out }
        out.append(byte)
      case UInt8(ascii: "\\"): escape(into: &out)
      case 0x0D:
        if position < end, bytes[position] == 0x0A { position += 1 }
        out.append(0x0A)
      default: out.append(byte)
      }
    }
    return out
  }

  private mutating func escape(into out: inout [UInt8]) {
    guard position < end else { return }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case 0x0D: if position < end, bytes[position] == 0x0A { position += 1 }
    case 0x0A: break
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = Int(byte - UInt8(ascii: "0"))
      for _ in 0..<2 {
        guard position < end, bytes[position] >= UInt8(ascii: "0"),
          bytes[position] <= UInt8(ascii: "7")
        else { break }
        value = value * 8 + Int(bytes[position] - UInt8(ascii: "0"))
        position += 1
      }
      out.append(UInt8(truncatingIfNeeded: value))
    default: out.append(byte)
    }
  }
}
