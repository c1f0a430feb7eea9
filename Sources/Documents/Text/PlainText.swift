/// Plain text: the file's own characters, no more and no less.
enum PlainText {
  static func read(_ bytes: [UInt8]) throws(Unreadable) -> DocumentText {
    let decoding = Decoding(bytes)
    guard !isBinary(decoding.text) else {
      throw FormatRecognition.unknown(
        "of a kind that is not known here",
        advice: "Text, HTML, .docx, .odt, PDF and .eml are read. "
          + FormatRecognition.asDocument)
    }
    return DocumentText(
      text: decoding.text, format: .text, notes: decoding.note.map { [$0] } ?? [])
  }

  /// Text has hardly a control character and no NUL; other files have many.
  private static func isBinary(_ text: String) -> Bool {
    var (controls, count) = (0, 0)
    for byte in text.utf8.prefix(65_536) {
      count += 1
      switch byte {
      case 0: controls += 20
      case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B: break
      case ..<0x20: controls += 1
      default: break
      }
    }
    return controls * 20 > count
  }
}
