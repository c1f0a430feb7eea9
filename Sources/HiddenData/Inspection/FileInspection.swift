import Documents

/// Looks into any file with the inspectors of its kind, and into what lies in it.
public enum FileInspection {
  /// Every class of hidden data there is, in the order of the formats.
  public static let classes: [HiddenDataClass] =
    WorkbookInspector.classes + WordInspector.classes + PresentationInspector.classes
    + OfficePartsInspector.classes + OpenDocumentInspector.classes + PDFInspector.classes
    + CompoundInspector.classes + MailInspector.classes + PictureInspector.classes
    + TableTextInspector.classes + ArchiveInspector.classes + [mismatch]

  /// The examples that the inspectors carry.
  public static let examples: [InspectionExample] =
    WorkbookInspector.examples + WordInspector.examples + PresentationInspector.examples
    + OfficePartsInspector.examples + OpenDocumentInspector.examples + PDFInspector.examples
    + CompoundInspector.examples + MailInspector.examples + PictureInspector.examples
    + TableTextInspector.examples + ArchiveInspector.examples
    + [
      InspectionExample(
        "a table that is called a PDF", file: "answer.pdf", Array("Year,Sum\n2025,7\n".utf8),
        finds: [mismatch.id], shows: "plain text"),
      InspectionExample(
        "a name that promises nothing is left alone", file: "answer.dat",
        Array("Year,Sum\n2025,7\n".utf8), leaves: [mismatch.id]),
    ]

  static let mismatch = HiddenDataClass(
    "any.type_mismatch", .high, "A file that is not what its name says",
    lies: "The ending of the file's name, against the first bytes and the parts of the file.",
    recognised:
      "The ending belongs to one kind of file and the bytes are of another, so that people and programs "
      + "open it as something else than it is. Endings that say nothing are left alone.",
    removal: "Give the file the ending of what it is, or ask for the file that the name promises.")

  /// Reports what is hidden in a file.
  ///
  /// The readers of XML, PDF and packed data are C: give it files from outside in a confined process only
  /// (see ``ConfinedInspector``).
  ///
  /// - Parameters:
  ///   - name: its ending is held against the bytes.
  ///   - sha256: of the bytes, for the report.
  public static func inspect(
    _ bytes: [UInt8], name: String, sha256: String, limits: InspectionLimits = InspectionLimits()
  ) -> Inspection {
    let kind = FileKind(bytes, name: name)
    let format = kind.format(of: bytes)
    let run = InspectionRun(limits: limits) { (run, bytes, name) throws(Unreadable) in
      let kind = FileKind(bytes, name: name)
      try inspect(bytes, as: kind, format: kind.format(of: bytes), name: name, run: run)
    }
    do throws(Unreadable) {
      try inspect(bytes, as: kind, format: format, name: name, run: run)
    } catch { run.fail(error) }
    return Inspection(
      file: name, format: format, sha256: sha256, reasons: run.failures.map(\.message),
      findings: run.findings)
  }

  /// - Parameter format: the short name of the kind; worked out where the name of the file promises one.
  private static func inspect(
    _ bytes: [UInt8], as kind: FileKind, format: @autoclosure () -> String, name: String,
    run: InspectionRun
  ) throws(Unreadable) {
    guard bytes.count <= run.limits.bytes else {
      throw .tooMuch("it has \(bytes.count) bytes; at most \(run.limits.bytes) are looked at")
    }
    guard !bytes.isEmpty else { throw .broken("there is nothing in it") }
    noteMismatch(format(), name: name, run: run)
    switch kind {
    case .office(let family):
      let package = try OfficePackage(bytes, run: run)
      switch family {
      case .workbook: WorkbookInspector.inspect(package, run: run)
      case .document: WordInspector.inspect(package, run: run)
      case .presentation: PresentationInspector.inspect(package, run: run)
      }
      OfficePartsInspector.inspect(package, family: family, run: run)
    case .openDocument: try OpenDocumentInspector.inspect(bytes, run: run)
    case .archive: try ArchiveInspector.inspect(bytes, run: run)
    case .pdf: try PDFInspector.inspect(bytes, run: run)
    case .picture: try PictureInspector.inspect(bytes, run: run)
    case .compound: try CompoundInspector.inspect(bytes, run: run)
    case .mail: try MailInspector.inspect(bytes, run: run)
    case .table: try TableTextInspector.inspect(bytes, run: run)
    case .unknown(let what):
      throw Unreadable(
        .unknownFormat,
        "The file is \(what); there is no reader for it here, so it cannot be called clean. Save it as "
          + "PDF, a workbook or plain text.")
    }
  }

  private static func noteMismatch(
    _ format: @autoclosure () -> String, name: String, run: InspectionRun
  ) {
    let ending = FileName.ending(name)
    guard let promised = FileName.formats[ending] else { return }
    let format = format()
    guard !format.isEmpty, !promised.contains(format) else { return }
    run.report(
      mismatch, at: "the name '\(name)'",
      showing: "The name ends in .\(ending); the bytes are those of \(FileName.article(format)).",
      removable: false)
  }
}

extension FileKind {
  /// The short name of the format, as in the classes; empty where it is not known.
  func format(of bytes: [UInt8]) -> String {
    switch self {
    case .office(let family): family.rawValue
    case .openDocument: OpenDocumentInspector.format(of: bytes)
    case .archive: "zip"
    case .pdf: "pdf"
    case .picture: bytes.first == 0xFF ? "jpeg" : "png"
    case .compound: Self.compoundFormat(of: bytes)
    case .mail: "eml"
    case .table: "csv"
    case .unknown: ""
    }
  }

  private static func compoundFormat(of bytes: [UInt8]) -> String {
    switch CompoundInspector.kind(of: bytes) {
    case .workbook: "xls"
    case .document: "doc"
    case .message: "msg"
    case .presentation: "ppt"
    // A document with a password may be of any kind.
    case .encrypted, .unknown, nil: ""
    }
  }
}

extension OfficeFamily {
  /// The family that has this element at the top of its main part.
  init?(root: String) {
    switch root {
    case "workbook": self = .workbook
    case "document": self = .document
    case "presentation": self = .presentation
    default: return nil
    }
  }

  /// The family that the content type of a main part belongs to.
  init?(contentType: String) {
    let type = contentType.lowercased()
    if type.contains("spreadsheetml") || type.contains("ms-excel") {
      self = .workbook
    } else if type.contains("wordprocessingml") || type.contains("ms-word") {
      self = .document
    } else if type.contains("presentationml") || type.contains("ms-powerpoint") {
      self = .presentation
    } else {
      return nil
    }
  }
}

extension FileName {
  /// The formats that an ending promises.
  static let formats: [String: Set<String>] = [
    "xlsx": ["xlsx"], "xlsm": ["xlsx"], "xltx": ["xlsx"], "xlsb": ["xlsx"], "xls": ["xls"],
    "docx": ["docx"], "docm": ["docx"], "dotx": ["docx"], "doc": ["doc"], "pptx": ["pptx"],
    "pptm": ["pptx"], "ppsx": ["pptx"], "ppt": ["ppt"], "ods": ["ods"], "odt": ["odt"],
    "odp": ["odp"], "pdf": ["pdf"], "jpg": ["jpeg"], "jpeg": ["jpeg"], "png": ["png"],
    "zip": ["zip"], "eml": ["eml"], "msg": ["msg"], "csv": ["csv"], "txt": ["csv"],
  ]

  /// A format in words: `a workbook (xlsx)`.
  static func article(_ format: String) -> String {
    switch format {
    case "xlsx", "xls", "ods": "a workbook (.\(format))"
    case "docx", "doc", "odt": "a document (.\(format))"
    case "pptx", "ppt", "odp": "a presentation (.\(format))"
    case "jpeg", "png": "a picture (.\(format))"
    case "eml", "msg": "an e-mail (.\(format))"
    case "zip": "an archive (.zip)"
    case "pdf": "a PDF document"
    default: "plain text"
    }
  }
}
