import Casework
import Documents
import HiddenData
import HTTPTypes
import Markup
import Storage

/// A file of a release: what is hidden in it, and what can be done about it.
enum ReleaseFilePage {
  static let routes: [Route] = [
    .get(.releaseFile(":ref", file: ":file"), .sight("case")) { visit in
      .page(try await render(visit, FormErrors()))
    },
    .post(.acceptFindings(":ref", file: ":file"), .act("findingsAccepted")) { visit in
      try await answering(visit) { file, releaseFile in
        let acceptance = Acceptance(
          file: releaseFile.id, sha256: visit.form["sha256"],
          // A box stands for all parts of a long thing; each is accepted by its own key.
          findings: visit.form.all("finding").flatMap { $0.split(separator: " ").map(String.init) },
          reason: visit.form["reason"])
        _ = try await visit.save(
          .findingsAccepted(acceptance: acceptance), to: file.reference,
          basedOn: visit.formVersion)
        return .releaseFile(file.reference, file: releaseFile.id)
      }
    },
    .post(.cleanFile(":ref", file: ":file"), .act("fileSet")) { visit in
      try await answering(visit) { file, releaseFile in
        let bytes = try await visit.bytes(of: releaseFile.sha256, in: file)
        let cleaned = try await visit.house.tools.clean(bytes, releaseFile.name)
        try await visit.put(
          cleaned, name: releaseFile.name, id: releaseFile.id,
          making: .cleaned(from: releaseFile.sha256), in: file)
        return .releaseFile(file.reference, file: releaseFile.id)
      }
    },
    .post(.convertFile(":ref", file: ":file"), .act("fileSet")) { visit in
      try await answering(visit) { file, releaseFile in
        guard let convert = visit.house.tools.convert,
          let inspection = try await visit.inspection(of: releaseFile, in: file)
        else { throw Problem.notFound }
        let bytes = try await visit.bytes(of: releaseFile.sha256, in: file)
        let pdf = try await convert(bytes, releaseFile.name, inspection)
        try await visit.put(
          pdf, name: releaseFile.name.withEnding("pdf"), id: releaseFile.id,
          making: .cleaned(from: releaseFile.sha256), in: file)
        return .redactFile(file.reference, file: releaseFile.id)
      }
    },
    .post(
      .replaceFile(":ref", file: ":file"), .act("fileSet"), limit: Route.releaseLimit
    ) { visit in
      try await answering(visit) { file, releaseFile in
        guard let upload = visit.uploads["file"]?.first, !upload.bytes.isEmpty else {
          throw Refusal(.invalid, "Choose the file to put in its place.", field: "file")
        }
        try await visit.put(
          upload.bytes, name: upload.name.asFileName, id: releaseFile.id, making: .given, in: file)
        return .releaseFile(file.reference, file: releaseFile.id)
      }
    },
    .get(.workingCopy(":ref", file: ":file"), .act("fileSet")) { visit in
      let file = try await visit.caseFile()
      let releaseFile = try visit.releaseFile(of: file)
      let bytes = try await visit.bytes(of: releaseFile.sha256, in: file)
      return .file(
        bytes, type: "application/octet-stream", name: "NOT-CLEARED \(releaseFile.name)")
    },
    .get(
      .findingPicture(":ref", file: ":file", finding: ":finding"), .sight("case")
    ) { visit in
      let file = try await visit.caseFile()
      let releaseFile = try visit.releaseFile(of: file)
      let key = try visit.parameter("finding")
      let findings = try await visit.inspection(of: releaseFile, in: file)?.findings ?? []
      guard let picture = findings.first(where: { $0.key == key })?.picture else {
        throw Problem.notFound
      }
      return .file(picture, type: picture.isPNG ? "image/png" : "image/jpeg", name: nil)
    },
  ]

  /// Does something to the file; what is refused is said on its page.
  static func answering(
    _ visit: Visit, _ act: (CaseFile, ReleaseFile) async throws -> Address
  ) async throws -> Reply {
    try await visit.answering(act) { errors in try await render(visit, errors) }
  }

  static func render(_ visit: Visit, _ errors: FormErrors) async throws -> Page {
    let file = try await visit.caseFile()
    let releaseFile = try visit.releaseFile(of: file)
    let form = Form(values: visit.form, errors: errors)
    let view = ReleaseFileView(file: file, releaseFile: releaseFile)
    let inspection = try await visit.inspection(of: releaseFile, in: file)
    let others = try await visit.house.archive.otherCases(
      with: releaseFile.sha256, than: file.reference)
    let body: HTML = """
      \(form.summary)<h1><span class="over">\(file.reference), file of the release</span>\(releaseFile.name)</h1>
      <p>\(view.state) <span class="meta">\(releaseFile.making.words), \(releaseFile.check.size.asFileSize), \
      SHA-256 <code>\(releaseFile.sha256.prefix(16))…</code></span></p>
      \(elsewhere(others))
      <div class="two"><aside aria-label="What to do">\(actions(file, releaseFile, form, inspection))</aside>\
      <div><h2>What is hidden in it</h2>\(accepting(file, releaseFile, view, inspection, form))</div></div>
      """
    return Page(
      title: "\(releaseFile.name) of \(file.reference)",
      crumbs: file.crumbs(("Files", .release(file.reference))), body: body)
  }

  /// The same bytes on another case are either a shared answer or a file on the wrong case.
  private static func elsewhere(_ cases: [String]) -> HTML {
    guard !cases.isEmpty else { return "" }
    let links = cases.map { "<li><a href=\"\(Address.caseFile($0).path)\">\($0)</a></li>" as HTML }
    return """
      <div class="banner warn"><h2>The same file is on another case</h2><p>Make sure that it belongs to \
      this one.</p><ul>\(links)</ul></div>
      """
  }

  private static func accepting(
    _ file: CaseFile, _ releaseFile: ReleaseFile, _ view: ReleaseFileView,
    _ inspection: Inspection?, _ form: Form
  ) -> HTML {
    let open = releaseFile.check.findings.contains {
      file.subject.acceptance(of: $0, in: releaseFile) == nil
        && ($0.severity != .critical || file.visit.role == .decisionMaker)
    }
    guard file.may("findingsAccepted"), open, releaseFile.check.verdict != .unreadable else {
      return view.findings(inspection, canAccept: file.may("findingsAccepted"))
    }
    return """
      <form method="post" action="\(Address.acceptFindings(file.reference, file: releaseFile.id).path)">\
      \(file.visit.token)<input type="hidden" name="version" value="\(file.version)">\
      <input type="hidden" name="sha256" value="\(releaseFile.sha256)">
      \(view.findings(inspection, canAccept: true))
      \(form.area("reason", "Why may what is ticked leave?", hint: "Your name and this reason stay in the history.", rows: 3))
      <p class="actions"><button class="quiet">Accept what is ticked</button></p></form>
      """
  }

  private static func actions(
    _ file: CaseFile, _ releaseFile: ReleaseFile, _ form: Form, _ inspection: Inspection?
  ) -> HTML {
    guard file.may("fileSet") else { return "" }
    let reference = file.reference
    let id = releaseFile.id
    let isWorkbook = inspection?.format == "xlsx"
    let extract: HTML =
      isWorkbook
      ? """
      <h2>Recommended: a new file</h2><p>Only the visible cells, as they are shown, in a file that never \
      held anything else. It can be re-used, as FOIA s.11(1A) asks of datasets.</p>
      <form method="post" action="\(Address.extractCells(reference, file: id).path)">\(file.visit.token)\
      <p class="actions"><button name="format" value="xlsx" data-busy="Making the file…">New workbook</button> \
      <button class="quiet" name="format" value="csv" data-busy="Making the file…">New CSV</button></p></form>
      <p><a href="\(Address.chooseCells(reference, file: id).path)">Choose sheets and cells</a></p>
      """ : ""
    let clean: HTML =
      releaseFile.check.findings.contains { _ in true }
      ? """
      <h2>Clean it</h2><p>A copy without what is hidden; it is looked into again.</p>
      <form method="post" action="\(Address.cleanFile(reference, file: id).path)">\(file.visit.token)\
      <p class="actions"><button\(isWorkbook ? " class=\"quiet\"" as HTML : "") data-busy="Cleaning…">Make a clean copy</button></p></form>
      """ : ""
    return """
      \(extract)\(redaction(file, releaseFile, inspection))\(clean)
      <h2>Replace it</h2>
      <form method="post" enctype="multipart/form-data" \
      action="\(Address.replaceFile(reference, file: id).path)">\(file.visit.token)
      <div class="field"><label for="file">Another file in its place</label>\
      <input type="file" id="file" name="file"></div>
      <p class="actions"><button class="quiet" data-busy="Looking into the file…">Replace</button></p></form>
      <h2>More</h2><ul><li><a href="\(Address.workingCopy(reference, file: id).path)">Open a working copy</a> \
      <span class="meta">not cleared for release</span></li></ul>
      """
  }

  /// Taking passages out: at once, or by way of a PDF.
  private static func redaction(
    _ file: CaseFile, _ releaseFile: ReleaseFile, _ inspection: Inspection?
  ) -> HTML {
    let format = inspection?.format ?? ""
    if format == "pdf", releaseFile.check.verdict != .unreadable {
      return """
        <h2>Take passages out</h2><p>Mark what is withheld, under the exemption it rests on. What is taken \
        out is proved to be gone.</p>
        <p class="actions"><a class="button" href="\(Address.redactFile(file.reference, file: releaseFile.id).path)">\
        Mark passages</a></p>
        """
    }
    let isMail = ConfinedPrinter.mails.contains(format)
    guard ConfinedPrinter.formats.contains(format),
      releaseFile.check.verdict != .unreadable || isMail
    else { return "" }
    guard file.visit.house.tools.convert != nil else {
      return """
        <h2>Take passages out</h2><p class="meta">Save the document as PDF and put that here: passages are \
        taken out of PDF files and pictures.</p>
        """
    }
    let how: HTML =
      isMail
      ? """
      A PDF is made of its head, its words and the names of its attachments, and takes the file's place. Put \
      the attachments that are released among the files one by one.
      """ : "A clean copy is turned into a PDF first; it takes the file's place."
    return """
      <h2>Take passages out</h2><p>\(how)</p>
      <form method="post" action="\(Address.convertFile(file.reference, file: releaseFile.id).path)">\(file.visit.token)\
      <p class="actions"><button class="quiet" data-busy="Making a PDF…">Turn into PDF and mark</button></p></form>
      """
  }
}

extension [UInt8] {
  /// Whether these are the bytes of a PNG picture.
  var isPNG: Bool { starts(with: [0x89, 0x50, 0x4E, 0x47]) }
}
