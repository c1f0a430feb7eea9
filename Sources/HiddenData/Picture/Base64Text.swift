/// Base64 (RFC 4648, RFC 2045): blanks and whatever is no letter of it are passed over.
package enum Base64Text {
  /// The bytes; nil where it holds no letter of base64.
  package static func decoded(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    var any = false
    for byte in text {
      guard let value = value(byte) else {
        // The end of one piece; another may follow where pieces were joined.
        if byte == UInt8(ascii: "=") {
          bits = 0
          count = 0
        }
        continue
      }
      any = true
      bits = (bits << 6 | value) & 0xFF_FFFF
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return any ? result : nil
  }

  /// Bytes in base64, in lines of 76 letters as e-mails have them.
  package static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    for at in stride(from: 0, to: bytes.count, by: 3) {
      if at > 0, at % 57 == 0 { out += [0x0D, 0x0A] }
      var group = 0
      for index in 0..<3 {
        group = group << 8 | (at + index < bytes.count ? Int(bytes[at + index]) : 0)
      }
      for (index, shift) in [18, 12, 6, 0].enumerated() {
        out.append(at + index <= bytes.count ? letters[group >> shift & 63] : UInt8(ascii: "="))
      }
    }
    return out
  }

  private static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - 65)
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - 71)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) + 4
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
