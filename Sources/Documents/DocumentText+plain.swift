extension DocumentText {
  /// Reads plain text, which needs no confinement: its bytes are decoded by Swift alone.
  ///
  /// - Returns: nil where the bytes are another kind of file, which is for ``ConfinedReader``.
  /// - Throws: ``Unreadable`` where there is no text.
  public static func plain(
    _ bytes: [UInt8], hint: NameHint?
  ) throws(Unreadable) -> DocumentText? {
    guard !bytes.isEmpty, try FormatRecognition.kind(of: bytes, hint: hint) != .text else {
      return try DocumentText(reading: bytes, hint: hint)
    }
    return nil
  }
}
