extension Part {
  /// The text of a text part, ready to read.
  func text(remarks: inout Remarks) -> String {
    let bytes = textBytes(remarks: &remarks)[...]
    let name = type["charset"].map(\.name) ?? ""
    let charset = Charset(name: name)
    if charset == nil {
      remarks.add(
        "The text says that it is written in '\(EncodedWords.oneLine(String(name.prefix(40))))',"
          + " which is not known here; it was read as Windows-1252.")
    }
    let (decoded, isWhole) = (charset ?? .singleByte(.windows1252)).decode(bytes)
    if !isWhole { remarks.add("Some characters of the text could not be read.") }
    let lines = TextLines.normalised(decoded)
    if type.value == "text/html" { return TextLines.trimmed(HTMLText.text(of: lines)) }
    guard type["format"]?.name == "flowed" else { return TextLines.trimmed(lines) }
    let deletesBlank = type["delsp"]?.name == "yes"
    return TextLines.trimmed(FlowedText.unflowed(lines, deletesBlank: deletesBlank))
  }

  /// The bytes of the text. Some programs say base64 over text that is not.
  private func textBytes(remarks: inout Remarks) -> [UInt8] {
    guard encoding == "base64" else { return decoded(remarks: &remarks) }
    let (bytes, isProper) = Base64.decode(content)
    let isText = { (byte: UInt8) in byte.isWhitespace || (0x20...0x7E).contains(byte) }
    // Base64 has no blanks in a line, and a text of less than a line is short for it.
    let looksLikeWords = content.trimmed.contains(.space) || content.count < 60
    if !isProper, looksLikeWords, content.allSatisfy(isText), !bytes.allSatisfy(isText),
      !Charset.utf8.decode(bytes[...]).isWhole
    {
      remarks.add("The text says that it is encoded in base64 but is not; it was read as it is.")
      return Array(content)
    }
    return bytes
  }
}

/// What all text goes through.
enum TextLines {
  /// Line ends made line feeds, and control characters taken out.
  static func normalised(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\r", "\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": result.append("\n")
      case "\t": result.append(scalar)
      case "\u{A0}": result.append(" ")
      // A byte order mark; within text it is an invisible nothing.
      case "\u{FEFF}": break
      case _ where scalar.isControl: break
      default: result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }

  /// No blanks at the ends of lines, no empty lines at the ends of the text.
  static func trimmed(_ text: String) -> String {
    var lines = text.utf8.split(separator: .lineFeed, omittingEmptySubsequences: false)
    for index in lines.indices {
      while lines[index].last?.isBlank == true { lines[index].removeLast() }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.drop(while: \.isEmpty).map { Substring($0) }.joined(separator: "\n")
  }
}
