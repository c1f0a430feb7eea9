package import Documents

/// Looks into compound files: what Office wrote before 2007, messages of Outlook, and encrypted documents.
package enum CompoundInspector: FormatInspector {
  package static let classes =
    WorkbookClasses.all + OldWordClasses.all + MessageClasses.all
    + [EncryptedOffice.class, properties]

  package static let examples: [InspectionExample] =
    WorkbookExamples.all + OldWordExamples.all + MessageExamples.all

  /// What a compound file is, by the streams that only files of that kind have.
  package enum Kind: String, Sendable {
    case workbook = "xls"
    case document = "doc"
    case message = "msg"
    case presentation = "ppt"
    case encrypted
    case unknown
  }

  /// The kind of a compound file; nil where it cannot be opened or is none.
  package static func kind(of bytes: [UInt8]) -> Kind? {
    (try? CompoundFile(bytes)).map(kind)
  }

  static func kind(of file: CompoundFile) -> Kind {
    if file.entry("EncryptedPackage") != nil || file.entry("EncryptionInfo") != nil {
      return .encrypted
    }
    if MessageInspector.recognises(file) { return .message }
    if !OldWorkbookInspector.streams(of: file).isEmpty { return .workbook }
    if file.entry("WordDocument") != nil { return .document }
    return file.entry("PowerPoint Document") != nil ? .presentation : .unknown
  }

  package static func inspect(_ bytes: [UInt8], run: InspectionRun) throws(Unreadable) {
    let file = try CompoundFile(bytes)
    for damage in file.damages { run.fail(.broken(damage)) }
    // Some streams have no reader; that they are not whole is told all the same.
    for entry in file.everything() {
      do throws(Unreadable) { _ = try file.data(of: entry) } catch { run.fail(error) }
    }
    try EncryptedOffice.inspect(file, run: run)
    switch kind(of: file) {
    case .workbook: OldWorkbookInspector.inspect(file, run: run)
    case .document: OldDocumentInspector.inspect(file, run: run)
    case .message: MessageInspector.inspect(file, run: run)
    default:
      PropertyInspector.inspect(file, as: properties, run: run)
      throw Unreadable(
        .unknownFormat,
        kind(of: file) == .presentation
          ? "Presentations of PowerPoint 97–2003 are not looked into. Save it as .pptx and give that."
          : "This kind of compound file is not looked into. Save it in a format of today and give that."
      )
    }
  }

  static let properties = HiddenDataClass(
    "ppt.doc_props", .medium, "People and matters in the properties of an old file",
    lies: "The streams SummaryInformation and DocumentSummaryInformation of a presentation, or of"
      + " another compound file that has no reader here.",
    recognised: "By fields that say something: author, title, company, custom ones. The rest of the"
      + " file cannot be looked into, so that it is unreadable whatever is found.",
    removal: "Convert the file to a format that can be looked into, and give that.")
}
