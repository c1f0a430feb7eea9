import Documents

/// Rich text as Outlook packs it (MS-OXRTFCP), and the words in it.
enum OutlookRichText {
  static func words(_ packed: [UInt8]) -> String {
    guard let rich = try? unpacked(packed) else { return ReadableText.runs(packed, least: 6) }
    return text(rich)
  }

  static func unpacked(_ packed: [UInt8]) throws(Unreadable) -> [UInt8] {
    var reader = ByteReader(packed)
    try reader.skip(4)
    let size = Int(try reader.uint32())
    let kind = try reader.uint32()
    try reader.skip(4)
    if kind == 0x414C_454D { return Array(try reader.take(min(size, reader.left))) }
    guard kind == 0x7546_5A4C, size <= 64 << 20 else { throw .broken("rich text of Outlook") }
    var window = [UInt8](repeating: 0, count: 4_096)
    window.replaceSubrange(0..<prepared.count, with: prepared)
    var at = prepared.count
    var out: [UInt8] = []
    while reader.left > 0, out.count < size {
      let control = try reader.uint8()
      for bit in 0..<8 {
        guard reader.left > 0, out.count < size else { break }
        if control >> bit & 1 == 0 {
          let byte = try reader.uint8()
          out.append(byte)
          window[at] = byte
          at = (at + 1) & 4_095
        } else {
          let high = Int(try reader.uint8())
          let low = Int(try reader.uint8())
          let offset = high << 4 | low >> 4
          if offset == at { return out }
          for step in 0..<(low & 15 + 2) {
            let byte = window[(offset + step) & 4_095]
            out.append(byte)
            window[at] = byte
            at = (at + 1) & 4_095
          }
        }
      }
    }
    return out
  }

  /// The words of rich text: control words, hidden groups and tables of fonts and colours left out.
  static func text(_ rich: [UInt8]) -> String {
    var out: [UInt8] = []
    var skipping: [Bool] = [false]
    var at = 0
    while at < rich.count {
      let byte = rich[at]
      at += 1
      switch byte {
      case UInt8(ascii: "{"): if skipping.count < 1_000 { skipping.append(skipping.last ?? false) }
      case UInt8(ascii: "}"): if skipping.count > 1 { skipping.removeLast() }
      case UInt8(ascii: "\\"):
        guard at < rich.count else { break }
        if rich[at] == UInt8(ascii: "'"), at + 2 < rich.count,
          let high = EncodedWord.hex(rich[at + 1]),
          let low = EncodedWord.hex(rich[at + 2])
        {
          if skipping.last != true { out.append(high << 4 | low) }
          at += 3
          continue
        }
        let start = at
        while at < rich.count, rich[at] | 0x20 >= 0x61, rich[at] | 0x20 <= 0x7A { at += 1 }
        if at == start {
          // `\*` begins what only some programs read.
          if rich[at] == UInt8(ascii: "*"), !skipping.isEmpty {
            skipping[skipping.count - 1] = true
          }
          if [0x5C, 0x7B, 0x7D].contains(rich[at]), skipping.last != true { out.append(rich[at]) }
          at += 1
          continue
        }
        let word = String(decoding: rich[start..<at], as: UTF8.self)
        while at < rich.count, rich[at] == 0x2D || rich[at] >= 0x30 && rich[at] <= 0x39 { at += 1 }
        if at < rich.count, rich[at] == 0x20 { at += 1 }
        if tables.contains(word), !skipping.isEmpty { skipping[skipping.count - 1] = true }
        if ["par", "line", "tab", "cell", "row"].contains(word), skipping.last != true {
          out.append(0x0A)
        }
      case 0x0D, 0x0A, 0: continue
      default: if skipping.last != true { out.append(byte) }
      }
    }
    let text = MailCharset.text(out, "")
    // Rich text made from HTML carries the tags as well.
    return text.contains("</") ? HTMLWords(text).shown : text.withoutOuterBlanks
  }

  private static let tables: Set<String> = [
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "listtable",
  ]

  private static let prepared = Array(
    ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
      + "\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
      + "\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx").utf8)
}
