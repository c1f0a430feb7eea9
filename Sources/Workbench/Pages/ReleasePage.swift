import Casework
import HTTPTypes
import Markup
import PublicInterest
import Storage

/// The release of a case: the letter and every file that goes with it, and what is in the way.
enum ReleasePage {
  static let routes: [Route] = [
    .get(.release(":ref"), .sight("case")) { visit in
      .page(try await render(try await visit.caseFile(), FormErrors()))
    },
    .post(.addFiles(":ref"), .act("fileSet"), limit: Route.releaseLimit) { visit in
      try await add(visit)
    },
    .post(.removeFile(":ref", file: ":file"), .act("fileRemoved")) { visit in
      let id = try visit.parameter("file")
      return try await visit.append(.fileRemoved(file: id)) { .release($0.reference) }
    },
    .get(.releasedFile(":ref", position: ":position"), .sight("letter")) { visit in
      let files = try await visit.house.archive.releasedFiles(of: try visit.parameter("ref"))
      guard let position = Int(try visit.parameter("position")), files.indices.contains(position)
      else { throw Problem.notFound }
      let file = files[position]
      return .file(file.bytes, type: "application/octet-stream", name: file.name)
    },
  ]

  private static func add(_ visit: Visit) async throws -> Reply {
    var file = try await visit.caseFile()
    let uploads = visit.uploads["file"] ?? []
    do {
      guard !uploads.isEmpty else {
        throw Refusal(.invalid, "Choose the files that go with the letter.", field: "file")
      }
      for upload in uploads {
        guard !upload.bytes.isEmpty else {
          throw Refusal(.invalid, "'\(upload.name)' is empty.", field: "file")
        }
        file = try await visit.put(
          upload.bytes, name: upload.name.asFileName, id: nil, making: .given, in: file)
      }
      guard uploads.count == 1, let last = file.subject.files.last else {
        return .seeOther(.release(file.reference))
      }
      return .seeOther(.releaseFile(file.reference, file: last.id))
    } catch let refusal as Refusal {
      return .page(
        try await render(
          try await visit.caseFile(), FormErrors(refusal.description, field: refusal.field)),
        status: refusal.code == .conflict ? .conflict : .unprocessableContent)
    }
  }

  private static func render(_ file: CaseFile, _ errors: FormErrors) async throws -> Page {
    let form = Form(values: file.visit.form, errors: errors)
    let body: HTML = """
      \(form.summary)<h1><span class="over">\(file.reference)</span>Files of the release</h1>
      <p class="lede">Every file is looked into in its final bytes. Nothing leaves that could not be \
      read, that hides something nobody has accepted, or that changed after it was approved.</p>
      \(obstacles(file))\(list(file))\(reminder(file))\(upload(file, form))\
      \(try await schedule(file))
      """
    return Page(
      title: "Files of \(file.reference)", crumbs: file.crumbs(), body: body)
  }

  private static func obstacles(_ file: CaseFile) -> HTML {
    let obstacles = file.subject.obstacles(book: file.book)
    if file.subject.state == "issued" || file.subject.files.isEmpty { return "" }
    guard !obstacles.isEmpty else {
      return
        "<p class=\"banner good\" role=\"status\">Nothing is in the way of releasing these files.</p>"
    }
    let entries = obstacles.map { obstacle -> HTML in
      let address = Address.releaseFile(file.reference, file: obstacle.file)
      return "<li><a href=\"\(address.path)\">\(obstacle.message)</a></li>"
    }
    return """
      <section class="banner warn" role="status"><h2>Not safe to release yet</h2><ul>\(entries)</ul></section>
      """
  }

  private static func list(_ file: CaseFile) -> HTML {
    let files = file.subject.files
    guard !files.isEmpty else { return "<p class=\"meta\">No file goes with the letter yet.</p>" }
    let rows = files.enumerated().map { position, releaseFile -> HTML in
      let page = Address.releaseFile(file.reference, file: releaseFile.id)
      let released: HTML =
        file.subject.state == "issued" && file.visit.sees("letter")
        ? "<a href=\"\(Address.releasedFile(file.reference, position: "\(position)").path)\">Download<span class=\"unseen\"> \(releaseFile.name)</span></a>"
        : ""
      let remove: HTML =
        file.may("fileRemoved")
        ? file.button(
          .removeFile(file.reference, file: releaseFile.id), "Take out", unseen: releaseFile.name)
        : ""
      return """
        <tr><th scope="row"><a href="\(page.path)">\(releaseFile.name)</a> \
        <span class="meta">\(releaseFile.making.words), \(releaseFile.check.size.asFileSize)</span></th>\
        <td>\(ReleaseFileView(file: file, releaseFile: releaseFile).state)</td>\
        <td><code title="\(releaseFile.sha256)">\(releaseFile.sha256.prefix(12))…</code></td>\
        <td>\(released)\(remove)</td></tr>
        """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Files"><table><thead><tr>\
      <th scope="col">File</th><th scope="col">State</th><th scope="col">SHA-256</th>\
      <th scope="col"><span class="unseen">Actions</span></th></tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }

  /// What is released in the decision has to be somewhere: in the letter, or in a file.
  private static func reminder(_ file: CaseFile) -> HTML {
    let released = file.subject.decision.released
    guard file.subject.files.isEmpty, !released.isEmpty else { return "" }
    let entries = released.map { "<li>\($0.description)</li>" as HTML }
    return """
      <div class="inset"><p>The decision releases what follows. Put the files here, or make sure that the \
      letter itself gives it.</p><ul>\(entries)</ul></div>
      """
  }

  private static func upload(_ file: CaseFile, _ form: Form) -> HTML {
    guard file.may("fileSet") else { return "" }
    let error = form.errors.message(for: "file")
    let warning: HTML =
      file.subject.state == "open"
      ? ""
      : "<p class=\"hint\">The case is \(file.visit.house.workflow.name(ofState: file.subject.state).lowercased()). A file that is added or taken out opens it again, and it has to be approved anew.</p>"
    return """
      <h2>Add files</h2>\(warning)<form method="post" enctype="multipart/form-data" \
      action="\(Address.addFiles(file.reference).path)">\(file.visit.token)
      <div class="field\(error == nil ? "" : " wrong")"><label for="file">Files for the requester</label>\
      <p class="hint" id="file-hint">Workbooks, documents, presentations, PDF, e-mails, pictures, CSV, ZIP; \
      together up to 100 MB. Each is opened in a locked room and looked into before anything else.</p>\
      \(error.map { "<p class=\"error\" id=\"file-error\"><span class=\"unseen\">Error: </span>\($0)</p>" as HTML })\
      <input type="file" id="file" name="file" multiple \
      aria-describedby="file-hint\(error == nil ? "" : " file-error")"></div>
      <p class="actions"><button data-busy="Looking into the files…">Add and look into them</button></p></form>
      """
  }

  /// The schedule of withheld material: what was taken out of the files, by page and provision.
  private static func schedule(_ file: CaseFile) async throws -> HTML {
    let rows = file.subject.files.flatMap { releaseFile in
      (releaseFile.redaction?.marks ?? []).map { mark -> HTML in
        """
        <tr><th scope="row">\(releaseFile.name)</th><td>\(mark.page > 0 ? "\(mark.page)" : "–")</td>\
        <td>\(mark.what)</td><td>\(mark.code)</td></tr>
        """
      }
    }
    guard !rows.isEmpty else { return "" }
    return """
      <h2>Schedule of withheld material</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="Schedule"><table><thead><tr>\
      <th scope="col">File</th><th scope="col">Page</th><th scope="col">What was taken out</th>\
      <th scope="col">Provision</th></tr></thead><tbody>\(rows)</tbody></table></div>
      """
  }
}

extension ReleaseFile.Making {
  /// How the file came about, in a word or two.
  var words: String {
    switch self {
    case .given: "as given"
    case .cleaned: "cleaned copy"
    case .extracted: "new, from visible cells"
    case .redacted: "redacted"
    }
  }
}

extension Int {
  /// A number of bytes as people read it.
  var asFileSize: String {
    switch self {
    case ..<1_000: "\(self) bytes"
    case ..<1_000_000: "\((self + 500) / 1_000) kB"
    default: "\(self / 1_000_000).\(self % 1_000_000 / 100_000) MB"
    }
  }
}
