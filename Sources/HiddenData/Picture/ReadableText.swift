/// Words in bytes of which nothing else is known.
package enum ReadableText {
  /// The most that is shown of one place.
  static let most = 3_800

  /// Text in whatever encoding fits: by its mark, UTF-8, otherwise Windows-1252 as Latin-1. Zeros at the end
  /// are padding.
  package static func decoded(_ bytes: some Collection<UInt8>) -> String {
    var bytes = Array(bytes)
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isBig: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isBig: true) }
    // Latin letters in two bytes each, without a mark.
    let pairs = bytes.count / 2
    let zeros = (0..<pairs).reduce(into: (first: 0, second: 0)) { zeros, pair in
      if bytes[pair * 2] == 0 { zeros.first += 1 }
      if bytes[pair * 2 + 1] == 0 { zeros.second += 1 }
    }
    if pairs >= 3, zeros.second * 5 >= pairs * 4, zeros.first * 5 < pairs {
      return utf16(bytes, isBig: false)
    }
    if pairs >= 3, zeros.first * 5 >= pairs * 4, zeros.second * 5 < pairs {
      return utf16(bytes, isBig: true)
    }
    while bytes.last == 0 { bytes.removeLast() }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// Text of two bytes a character, up to the first zero.
  package static func utf16(_ bytes: some Collection<UInt8>, isBig: Bool) -> String {
    let bytes = Array(bytes)
    var units: [UInt16] = []
    for at in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      let unit = isBig ? first << 8 | second : second << 8 | first
      if unit == 0 { break }
      units.append(unit)
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// The runs of letters in bytes, one byte or two a character, in their order. Where there are too many to
  /// show, the shortest, which are mostly chance, are left out.
  package static func runs(_ bytes: some Collection<UInt8>, least: Int = 5) -> String {
    let bytes = Array(bytes)
    var found = narrow(bytes, least: least) + wide(bytes, least: least)
    found.sort { $0.start < $1.start }
    var shortest = least
    while found.reduce(0, { $0 + $1.text.count + 1 }) > most, shortest < 64 {
      shortest += 1
      found.removeAll { $0.text.count < shortest }
    }
    return found.map(\.text).joined(separator: " ")
  }

  private typealias Run = (start: Int, text: String)

  private static func narrow(_ bytes: [UInt8], least: Int) -> [Run] {
    var found: [Run] = []
    var start = 0
    func close(_ end: Int) {
      guard end - start >= least, hasWords(bytes[start..<end]) else { return }
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      found.append((start, trimmed(text)))
    }
    var at = 0
    while at < bytes.count {
      let length = scalarLength(bytes, at)
      if length == 0 {
        close(at)
        at += 1
        start = at
      } else {
        at += length
      }
    }
    close(bytes.count)
    return found
  }

  /// How many bytes make a readable character here; 0 where there is none.
  private static func scalarLength(_ bytes: [UInt8], _ at: Int) -> Int {
    let byte = bytes[at]
    if byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x0D || byte == 0x09 { return 1 }
    // Two bytes are enough for the letters of European names; longer ones are mostly chance.
    if byte >= 0xC3, byte <= 0xC9, at + 1 < bytes.count, bytes[at + 1] & 0xC0 == 0x80 { return 2 }
    return 0
  }

  private static func wide(_ bytes: [UInt8], least: Int) -> [Run] {
    var found: [Run] = []
    for isBig in [false, true] {
      for parity in 0...1 {
        var start = parity
        var units: [UInt8] = []
        var at = parity
        while at + 1 < bytes.count {
          let (high, low) = isBig ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
          if high == 0, low >= 0x20, low < 0x7F {
            if units.isEmpty { start = at }
            units.append(low)
          } else {
            if units.count >= least {
              found.append((start, String(decoding: units, as: UTF8.self)))
            }
            units.removeAll(keepingCapacity: true)
          }
          at += 2
        }
        if units.count >= least { found.append((start, String(decoding: units, as: UTF8.self))) }
      }
    }
    // The same letters are seen from the odd and the even byte; the longer run is kept.
    var kept: [Run] = []
    for run in found.sorted(by: { $0.start < $1.start }) {
      if let last = kept.last, run.start < last.start + last.text.utf8.count * 2 {
        if run.text.utf8.count > last.text.utf8.count { kept[kept.count - 1] = run }
      } else {
        kept.append(run)
      }
    }
    return kept
  }

  private static func hasWords(_ bytes: ArraySlice<UInt8>) -> Bool {
    var letters = 0
    for byte in bytes {
      let isLetter = byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      if isLetter || isDigit { letters += 1 }
      if letters >= 3 { return true }
    }
    return false
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension String {
  /// Without blanks and zeros at both ends.
  var withoutOuterBlanks: String {
    let blank: (Character) -> Bool = { $0.isWhitespace || $0 == "\0" }
    return String(drop(while: blank).reversed().drop(while: blank).reversed())
  }
}
