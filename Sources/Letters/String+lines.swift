extension String {
  /// The lines that say something, without control characters and the white space around each.
  var normalisedLines: String {
    if isNormalisedLine { return self }
    return lines.map(\.cleaned).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The same in one line.
  var normalisedLine: String {
    if isNormalisedLine { return self }
    return normalisedLines.replacing("\n", with: " ")
  }

  /// Without the white space at both ends. Looks at scalars, since an accent that stands first may
  /// have joined the space before it.
  var trimmed: String {
    let isWord: (Unicode.Scalar) -> Bool = { !$0.properties.isWhitespace }
    guard let first = unicodeScalars.firstIndex(where: isWord),
      let last = unicodeScalars.lastIndex(where: isWord)
    else { return "" }
    return String(unicodeScalars[first...last])
  }

  /// Every line, empty ones too. A line ends at any of Unicode's line breaks; CR LF is one.
  var lines: [Substring] {
    if isNormalisedLine { return [self[...]] }
    var lines: [Substring] = []
    var start = startIndex
    var index = startIndex
    while index < endIndex {
      let scalar = unicodeScalars[index]
      var next = unicodeScalars.index(after: index)
      if scalar.isLineBreak {
        lines.append(self[start..<index])
        if scalar == "\r", next < endIndex, unicodeScalars[next] == "\n" {
          next = unicodeScalars.index(after: next)
        }
        start = next
      }
      index = next
    }
    lines.append(self[start...])
    return lines
  }

  /// Whether nothing has to be done: by far the most common case, so it is decided on bytes.
  private var isNormalisedLine: Bool {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return true }
    if first.properties.isWhitespace || last.properties.isWhitespace { return false }
    var previous: UInt8 = 0
    var beforeThat: UInt8 = 0
    for byte in utf8 {
      if byte < 0x20 || byte == 0x7F { return false }
      // U+0080 to U+009F, U+2028 and U+2029, U+FFFE and U+FFFF.
      if previous == 0xC2, byte < 0xA0 { return false }
      if beforeThat == 0xE2, previous == 0x80, byte == 0xA8 || byte == 0xA9 { return false }
      if beforeThat == 0xEF, previous == 0xBF, byte >= 0xBE { return false }
      beforeThat = previous
      previous = byte
    }
    return true
  }
}

extension Substring {
  /// Without characters that no document may hold and without white space at the ends.
  fileprivate var cleaned: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: unicodeScalars.filter { !$0.isForbidden })
    return String(scalars).trimmed
  }
}

extension Unicode.Scalar {
  fileprivate var isLineBreak: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// A control character other than a tab, or a noncharacter of the basic plane.
  fileprivate var isForbidden: Bool {
    switch value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
