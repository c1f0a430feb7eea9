import Documents

/// Documents that are protected with a password: nothing in them can be looked at.
enum EncryptedOffice {
  static let `class` = HiddenDataClass(
    "any.encrypted_office", .medium, "Encrypted document: it cannot be looked into",
    lies: "Streams EncryptedPackage and EncryptionInfo of a compound file, a FILEPASS record in a"
      + " workbook, or the mark of encryption at the head of a Word document.",
    recognised: "By these marks; the file is then unreadable whatever else it holds.",
    removal: "Ask for a copy that was saved without a password.")

  /// Streams that hold an encrypted or rights-managed document instead of a plain one.
  private static let marks = [
    "EncryptedPackage", "EncryptionInfo", "\u{9}DRMContent", "EncryptedSummary",
  ]

  /// Reports a file that is encrypted as a whole.
  ///
  /// - Throws: ``Unreadable`` where it is.
  static func inspect(_ file: CompoundFile, run: InspectionRun) throws(Unreadable) {
    guard let mark = marks.first(where: { file.entry($0) != nil }) else { return }
    run.report(
      Self.class, at: "the whole file", showing: "The document is encrypted (stream \(mark)).",
      removable: false)
    throw .locked("The document")
  }
}
