/// What lies in the packed file beside the parts.
enum OfficeTraces {
  static let workbookArtifacts = HiddenDataClass(
    "xlsx.zip_artifacts", .medium, "Traces in the packed file beside the workbook's parts",
    lies:
      "In the ZIP file itself: comments, extra fields, files that its directory does not list or "
      + "lists twice, bytes before, between and after.",
    recognised: "The directory, the headers of the files and the gaps between them are compared. "
      + "Times and the padding that Office writes are left alone.",
    removal: "The file is packed again with nothing but its parts.")

  static func inspect(_ archive: ZipArchive, family: OfficeFamily, run: InspectionRun) {
    for trace in ArchiveTraces(archive, run: run).traces {
      switch family {
      case .workbook:
        guard trace.kind != .extraField(isTelling: false) else { continue }
        run.report(workbookArtifacts, at: trace.place, showing: trace.excerpt)
      case .document, .presentation:
        guard trace.kind != .extraField(isTelling: false) else { continue }
        run.report(ArchiveClass.of(trace.kind), at: trace.place, showing: trace.excerpt)
      }
    }
  }
}
