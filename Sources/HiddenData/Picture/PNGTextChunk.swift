import Documents

/// A text chunk of a PNG file, packed or not.
struct PNGTextChunk {
  let type: String
  let keyword: String
  let text: String
  /// The keyword in another language, where there is one.
  private var translated = ""

  init(_ type: String, _ data: ArraySlice<UInt8>, limits: InspectionLimits) throws(Unreadable) {
    self.type = type
    let zero = data.firstIndex(of: 0) ?? data.endIndex
    keyword = ReadableText.decoded(data[..<zero])
    var rest = data[zero...].dropFirst()
    switch type {
    case "zTXt": text = try Self.unpacked(rest.dropFirst(), limits)
    case "iTXt":
      let isPacked = rest.first == 1
      rest = rest.dropFirst(2)
      rest = rest.drop { $0 != 0 }.dropFirst()
      translated = ReadableText.decoded(rest.prefix { $0 != 0 })
      rest = rest.drop { $0 != 0 }.dropFirst()
      text = isPacked ? try Self.unpacked(rest, limits) : ReadableText.decoded(rest)
    default: text = ReadableText.decoded(rest)
    }
  }

  /// The text with the translated keyword.
  var words: String { translated.isEmpty ? text : "\(translated): \(text)" }

  /// Whether it only tells the program, the time or the colours.
  var isOrdinary: Bool {
    guard translated.isEmpty || translated == keyword else { return false }
    let key = keyword.lowercased()
    let value = text.withoutOuterBlanks
    if value.isEmpty { return true }
    if key.hasPrefix("date:") || key == "creation time" || key == "create-date"
      || key == "modify-date" || key == "create-time"
    {
      return Self.isTime(value)
    }
    if key.hasPrefix("raw profile type ic") { return true }
    if key.hasPrefix("png:") || key.hasPrefix("exif:colorspace") { return value.count <= 60 }
    return (key == "software" || key == "comment" || key == "creator tool")
      && ProgramWords.areAll(of: value)
  }

  /// Whether a text is a date and a time and nothing else.
  private static func isTime(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let names: Set<Substring> = [
      "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday",
      "friday", "saturday", "sunday", "gmt", "utc", "bst", "cet", "cest", "am", "pm", "jan", "feb",
      "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "january", "february",
      "march", "april", "june", "july", "august", "september", "october", "november", "december",
    ]
    return text.count <= 60 && words.contains { $0.contains(where: \.isNumber) }
      && words.allSatisfy { word in
        names.contains(word) || word.allSatisfy { $0.isNumber || $0 == "t" || $0 == "z" }
      }
  }

  /// ImageMagick's way to keep a block: its length and its bytes in hexadecimal.
  var rawProfile: [UInt8] {
    let lines = text.split(whereSeparator: \.isNewline)
    guard let length = lines.dropFirst().first.flatMap({ Int($0.withoutBlanks) }) else { return [] }
    var digits: [UInt8] = []
    for line in lines.dropFirst(2) { digits += line.utf8.compactMap { Self.digit($0) } }
    var result: [UInt8] = []
    for at in stride(from: 0, to: digits.count - 1, by: 2) where result.count < length {
      result.append(digits[at] << 4 | digits[at + 1])
    }
    return result
  }

  private static func unpacked(_ data: ArraySlice<UInt8>, _ limits: InspectionLimits)
    throws(Unreadable) -> String
  {
    let bytes = Array(data)
    let (text, _) = try Inflation.inflate(
      bytes, 0..<bytes.count, window: 15, most: min(limits.part, 16 << 20),
      name: "a text of the picture")
    return ReadableText.decoded(text)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 55
    default: nil
    }
  }
}

extension Substring {
  /// Without any blanks.
  var withoutBlanks: String { String(filter { !$0.isWhitespace }) }
}
