/// UTF-7 (RFC 2152): ASCII, with everything else as UTF-16 in base64 between `+` and `-`.
///
/// Only old mail servers write it, but what they write is bounces and receipts that people forward.
enum UTF7 {
  static func decode(_ bytes: Bytes) -> (text: String, isWhole: Bool) {
    var units: [UInt16] = []
    var isWhole = true
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "+") else {
        isWhole = isWhole && byte < 0x80
        units.append(byte < 0x80 ? UInt16(byte) : 0xFFFD)
        continue
      }
      let run = bytes[index...].prefix { Base64.value($0) != nil }
      index = run.endIndex
      if run.isEmpty { units.append(UInt16(UInt8(ascii: "+"))) } else { append(run, to: &units) }
      if index < bytes.endIndex, bytes[index] == UInt8(ascii: "-") { index += 1 }
    }
    let text = String(decoding: units, as: UTF16.self)
    return (text, isWhole && text.utf16.elementsEqual(units))
  }

  private static func append(_ run: Bytes, to units: inout [UInt16]) {
    var bits: UInt32 = 0
    var count = 0
    for byte in run {
      bits = bits << 6 | UInt32(Base64.value(byte) ?? 0)
      count += 6
      if count >= 16 {
        count -= 16
        units.append(UInt16(truncatingIfNeeded: bits >> UInt32(count)))
        bits &= (1 << UInt32(count)) - 1
      }
    }
  }
}
