/// Header text with encoded words (RFC 2047): `=?utf-8?Q?caf=C3=A9?=`.
enum EncodedWords {
  /// The text of a header on one line.
  static func text(_ value: some Sequence<UInt8>, remarks: inout Remarks) -> String {
    var reading = Reading(bytes: Array(value)[...])
    reading.readAll()
    if !reading.isWhole {
      remarks.add("Some characters in the header lines could not be read.")
    }
    return oneLine(reading.text)
  }

  /// White space and control characters made single blanks, none at the ends.
  static func oneLine(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isBlank = scalar == " " || scalar.isControl || scalar.properties.isWhitespace
      if !isBlank {
        result.append(scalar)
      } else if let last = result.last, last != " " {
        result.append(" ")
      }
    }
    if result.last == " " { result.removeLast() }
    return String(result)
  }

  private struct Word {
    var charset: String
    var bytes: [UInt8]
  }

  private struct Reading {
    var bytes: Bytes
    var text = ""
    var isWhole = true
    // Neighbouring words of one character set are joined before they are decoded: some programs
    // cut a character in two.
    private var word: Word?
    private var plain: [UInt8] = []

    init(bytes: Bytes) { self.bytes = bytes }

    mutating func readAll() {
      var index = bytes.startIndex
      while index < bytes.endIndex {
        if bytes[index] == UInt8(ascii: "="), let (next, end) = Self.word(bytes, at: index) {
          take(next)
          index = end
        } else {
          plain.append(bytes[index])
          index += 1
        }
      }
      flushWord()
      flushPlain()
    }

    private mutating func take(_ next: Word) {
      // Blanks between two encoded words are not part of the text.
      if word != nil, plain.allSatisfy(\.isWhitespace) { plain = [] }
      if plain.isEmpty, word?.charset == next.charset {
        word?.bytes += next.bytes
        return
      }
      flushWord()
      flushPlain()
      word = next
    }

    private mutating func flushWord() {
      guard let word else { return }
      let name = word.charset.split(separator: "*", maxSplits: 1).first.map(String.init) ?? ""
      let charset = Charset(name: name)
      let decoded = (charset ?? .unstated).decode(word.bytes[...])
      text += decoded.text
      isWhole = isWhole && decoded.isWhole && charset != nil
      self.word = nil
    }

    private mutating func flushPlain() {
      guard !plain.isEmpty else { return }
      text += Charset.unstated.decode(plain[...]).text
      plain = []
    }

    /// The word that begins at `start`, and where it ends. Its text has no `?` in it, so that
    /// each byte is looked at only a few times, whatever the header.
    private static func word(_ bytes: Bytes, at start: Int) -> (Word, Int)? {
      guard bytes[start...].starts(with: [UInt8(ascii: "="), UInt8(ascii: "?")]) else { return nil }
      let charset = bytes[(start + 2)...].prefix(80).prefix {
        $0 != UInt8(ascii: "?") && $0 > .space
      }
      let kind = charset.endIndex + 1
      guard kind + 1 < bytes.endIndex, bytes[charset.endIndex] == UInt8(ascii: "?"),
        bytes[kind + 1] == UInt8(ascii: "?")
      else { return nil }
      let text = bytes[(kind + 2)...].prefix { $0 != UInt8(ascii: "?") }
      let end = text.endIndex + 1
      guard end < bytes.endIndex, bytes[end] == UInt8(ascii: "=") else { return nil }
      switch bytes[kind].lowercased {
      case UInt8(ascii: "b"):
        return (Word(charset: charset.name, bytes: Base64.decode(text).bytes), end + 1)
      case UInt8(ascii: "q"):
        return (Word(charset: charset.name, bytes: QuotedPrintable.decodeWord(text)), end + 1)
      default: return nil
      }
    }
  }
}
