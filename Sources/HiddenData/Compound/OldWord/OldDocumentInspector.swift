import Documents

/// Looks into a document of Word 97 to 2003.
enum OldDocumentInspector {
  static func inspect(_ file: CompoundFile, run: InspectionRun) {
    PropertyInspector.inspect(file, as: OldWordClasses.properties, run: run)
    MacroInspector.inspect(file, as: OldWordClasses.macros, run: run)
    if let pool = file.entry("ObjectPool") {
      EmbeddedInspector.inspect(file, in: pool.index, as: OldWordClasses.embedded, run: run) { _ in
        true
      }
    }
    OldWordStreams.inspect(file, run: run)
    var unused: [CompoundFile.Slack] = []
    do throws(Unreadable) {
      if let head = try file.stream("WordDocument"), OldWordFile.isEncrypted(head) {
        run.report(
          EncryptedOffice.class, at: "the document", showing: "The document is encrypted.",
          removable: false)
        throw .locked("The document")
      }
      let document = try OldWordFile(file)
      let formatting = try OldWordFormatting(document)
      try OldWordTextInspector(document, formatting, run: run).inspect()
      try OldWordComments.inspect(document, run: run)
      try OldWordTables.inspect(document, run: run)
      unused = try OldWordLeftovers.stretches(of: document, in: file)
    } catch {
      run.fail(error)
    }
    SlackInspector.inspect(file, further: unused, as: OldWordClasses.slack, run: run)
  }
}
