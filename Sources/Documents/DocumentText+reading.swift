extension DocumentText {
  /// Reads the words of a file.
  ///
  /// What kind it is shows in its bytes; the hint is for those that show nothing. Nothing is opened
  /// beside the bytes. The readers of PDF, XML and packed files are C: give them files from outside in
  /// a confined process only (see ``ConfinedReader``).
  ///
  /// - Throws: ``Unreadable`` where there is no text, or it cannot be had.
  public init(
    reading bytes: [UInt8], hint: NameHint? = nil, limits: DocumentLimits = DocumentLimits()
  ) throws(Unreadable) {
    guard bytes.count <= limits.bytes else {
      throw .overLimit("The file has \(bytes.count) bytes; at most \(limits.bytes) are opened.")
    }
    guard !bytes.isEmpty else { throw .empty }
    switch try FormatRecognition.kind(of: bytes, hint: hint) {
    case .text: self = try PlainText.read(bytes)
    case .html: self = try HTMLDocument.read(bytes, limits: limits)
    case .mail: self = try MailDocument.read(bytes)
    case .pdf: self = try PDFDocument.read(bytes, limits: limits)
    case .package: self = try Package.read(bytes, limits: limits)
    }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace && $0 != "\u{FEFF}" })
    else {
      // What was left out may be all there is.
      throw Unreadable(
        .empty, ([Unreadable.empty.message] + notes.map(\.message)).joined(separator: " "))
    }
    guard text.utf8.count <= limits.text else {
      throw .overLimit("The text has more than \(limits.text) bytes.")
    }
    addNoteOnDirection()
  }

  /// Marks that turn the direction of writing can show a reader other words than a program finds.
  private mutating func addNoteOnDirection() {
    var count = 0
    for scalar in text.unicodeScalars where scalar.value >= 0x200E && scalar.value <= 0x2069 {
      switch scalar.value {
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: count += 1
      default: break
      }
    }
    guard count > 0 else { return }
    notes.append(
      DocumentNote(
        .direction,
        "The text holds \(count) \(count == 1 ? "mark" : "marks") for the direction of writing;"
          + " on screen it may look otherwise than it is."))
  }
}
