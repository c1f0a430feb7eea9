package import Documents

/// Looks into PDFs: everything that drawing the pages does not show, and then what the drawing hides.
package enum PDFInspector: FormatInspector {
  static var families: [any PDFFamily.Type] {
    [
      PDFAnnotations.self, PDFRedactionMarks.self, PDFForms.self, PDFScripts.self,
      PDFAttachments.self, PDFMetadata.self, PDFPrivateData.self, PDFNavigation.self, PDFLinks.self,
      PDFStructureTexts.self, PDFPictures.self, PDFUnused.self, PDFSignatures.self, PDFNames.self,
      PDFRevisions.self, PDFOrphans.self, PDFLeftovers.self,
    ]
  }

  static let encrypted = HiddenDataClass(
    "pdf.encrypted", .medium, "Encryption with a password",
    lies: "In `Encrypt` of the trailer.",
    recognised:
      "By the key. A file that only its owner's wishes protect opens without a password and is "
      + "inspected as well; any other cannot be.",
    removal: "A file that opens is written without encryption; for any other, ask for an open copy."
  )

  package static var classes: [HiddenDataClass] {
    families.flatMap { $0.classes } + [encrypted] + PDFPageInspector.classes
  }

  package static var examples: [InspectionExample] {
    families.flatMap { $0.examples } + PDFPageInspector.examples + [
      InspectionExample(
        "a file with a password", file: "locked.pdf",
        PDFExample(
          trailer: "/Encrypt<</Filter/Standard/V 1/R 2/P -44/O<\(key)>/U<\(key)>>>/ID[<00><00>]"
        ).file, finds: [encrypted.id])
    ]
  }

  /// Thirty-two bytes in hexadecimal that belong to no password.
  private static let key = String(repeating: "5A", count: 32)

  package static func inspect(_ bytes: [UInt8], run: InspectionRun) throws(Unreadable) {
    let file = try PDFFile(bytes, run: run)
    if file.isEncrypted {
      try inspect(locked: file)
    } else {
      for family in families { family.inspect(file) }
      checkCount(of: file)
    }
    try PDFPageInspector.inspect(bytes, run: run, isShortExplained: hasEmptyDeflate(file))
  }

  /// Whether a packed stream without a byte is all that can end early and has not been reported:
  /// `PDFLeftovers` unpacks the first filter of each stream, so none may deflate behind another.
  private static func hasEmptyDeflate(_ file: PDFFile) -> Bool {
    guard !file.isEncrypted else { return false }
    let streams = file.reach.nodes.compactMap(\.stream)
    guard streams.contains(where: \.range.isEmpty) else { return false }
    var hasEmpty = false
    for stream in streams {
      let filters = PDFFilters.filters(stream.dictionary, resolve: file.current.resolve).map(\.name)
      if filters.dropFirst().contains("FlateDecode") { return false }
      if stream.range.isEmpty, filters.first == "FlateDecode" { hasEmpty = true }
    }
    return hasEmpty
  }

  /// A file that opens without a password is inspected as it is without encryption; what lies between
  /// its objects is not encrypted.
  private static func inspect(locked file: PDFFile) throws(Unreadable) {
    guard case .open(let engine) = PDFEngine.open(file.source.bytes) else {
      file.run.report(
        encrypted, at: "the file", showing: "The file is encrypted.", removable: false)
      throw .locked("The PDF")
    }
    file.run.report(
      encrypted, at: "the file",
      showing:
        "The file is encrypted; it opens without a password, and its owner restricts its use.")
    PDFLeftovers.inspect(file, isLocked: true)
    guard let bytes = engine.decrypted() else {
      throw .broken("it is encrypted, and cannot be opened without that")
    }
    let open = try PDFFile(bytes, run: file.run)
    for family in families where family != PDFLeftovers.self { family.inspect(open) }
    checkCount(of: open)
    PDFLeftovers.inspect(open, isLocked: false)
    if file.scan.ends.count > 1, file.sections.count > 1 {
      file.report(
        PDFRevisions.revision, nil, "before the last version",
        "(an earlier version that is encrypted)")
    }
  }

  /// As many pages are drawn as the file says it has; those beyond would go unseen.
  private static func checkCount(of file: PDFFile) {
    let tree = file.current.value(file.root, "Pages").dictionary
    let stated = file.current.value(tree, "Count").int ?? 0
    let count = file.reach.pages.count
    if count > stated { file.run.fail(.broken("it has \(count) pages, and says \(stated)")) }
  }
}
