import Casework
import HTTPTypes
import InformationLaw
import Letters
import Markup
import Passwords
import PublicInterest
import Scrutiny
import Storage

/// Sending for approval, approving by a second person, returning and issuing.
enum ApprovalPage {
  static let routes: [Route] = [
    .get(.approval(":ref"), .sight("letter")) { visit in
      .page(render(try await visit.caseFile(), FormErrors()))
    },
    .post(.submit(":ref"), .act("submitted")) { visit in
      try await act(.submitted, visit)
    },
    .post(.returnToDrafter(":ref"), .act("returned")) { visit in
      try await act(.returned(reason: visit.form["reason"]), visit)
    },
    .post(.approve(":ref"), .act("approved")) { visit in
      let despite = visit.form["despite"]
      let name = "\(try visit.account().name), \(try visit.account().role.rawValue)"
      let file = try await visit.caseFile()
      let approval = CaseEvent.approved(
        on: visit.today, by: name, despite: despite.isEmpty ? nil : despite)
      // What is approved is the letter as it will stand once it is.
      let letter = file.imagining(approval).letter(to: nil).plainText()
      let manifest = ReleaseManifest(
        letter: sha256(letter.utf8), files: file.subject.manifestFiles)
      return try await act(
        .approved(
          on: visit.today, by: name, despite: despite.isEmpty ? nil : despite, release: manifest),
        visit)
    },
    .post(.issue(":ref"), .act("issued")) { visit in try await issue(visit) },
  ]

  private static func act(_ event: CaseEvent, _ visit: Visit) async throws -> Reply {
    let file = try await visit.caseFile()
    do {
      // What a person decides on is what the page showed: any change since then sends them back. The
      // findings are of that same version, or saving is refused.
      guard visit.formVersion == file.subject.version else { throw Refusal.caseMoved }
      let saved = try await visit.save(
        event, to: file.reference, basedOn: file.subject.version, isExact: true,
        unlawfulFindings: file.report.unlawful)
      return .seeOther(.approval(saved.reference))
    } catch let refusal as Refusal {
      return .page(
        render(file, FormErrors(refusal.description, field: refusal.field)),
        status: refusal.code == .conflict ? .conflict : .unprocessableContent)
    }
  }

  /// Looks at everything again, and issues what the gate clears.
  private static func issue(_ visit: Visit) async throws -> Reply {
    let file = try await visit.caseFile()
    let house = visit.house
    do {
      guard visit.formVersion == file.subject.version else { throw Refusal.caseMoved }
      let parcel = try await parcel(file)
      let release = try house.gate.clear(
        file.subject, parcel, by: try visit.account().actor, today: visit.today)
      try await house.archive.issue(release, at: house.now.stamp())
      house.desk.forgetIssued()
      return .seeOther(.approval(file.reference))
    } catch let refusal as Refusal {
      return .page(
        render(file, FormErrors(refusal.description, field: refusal.field)),
        status: refusal.code == .conflict ? .conflict : .unprocessableContent)
    }
  }

  /// The letter and the files, the files inspected anew in the bytes that will leave.
  private static func parcel(_ file: CaseFile) async throws -> ReleaseParcel {
    let house = file.visit.house
    let requester = try await house.archive.requester(of: file.reference)
    let letter = file.letter(
      to: requester.map { Addressee(name: $0.name, address: $0.address) })
    var parcel = ReleaseParcel(
      letter: DispatchedLetter(
        text: letter.plainText(), html: letter.html(), docx: letter.docx()),
      approvedText: file.letter(to: nil).plainText(), contents: [:], checks: [:],
      unlawfulFindings: file.report.unlawful)
    for releaseFile in file.subject.files {
      let kept = try await house.archive.file(releaseFile.sha256, of: file.reference)
      guard let bytes = kept?.bytes else { continue }
      let inspection = await house.tools.inspect(bytes, releaseFile.name, sha256(bytes))
      parcel.contents[releaseFile.id] = bytes
      parcel.checks[releaseFile.id] = FileCheck(inspection, size: bytes.count)
    }
    return parcel
  }

  private static func render(_ file: CaseFile, _ errors: FormErrors) -> Page {
    let form = Form(values: file.visit.form, errors: errors)
    let report = file.report
    let state = WorkListPage.state(file.subject.state, file.visit)
    let body: HTML = """
      \(form.summary)<h1><span class="over">\(file.reference)</span>Approve and issue</h1>
      <p>\(state) \(FindingView.tag(report.unlawful, .unlawful))\
      \(FindingView.tag(report.badPractice, .badPractice))</p>
      \(ClockView(file: file).line)
      <p><a href="\(Address.letter(file.reference).path)">Read the letter</a></p>
      \(files(file))\(unlawful(report))\(judgements(file, report))\(step(file, form, report))
      """
    return Page(
      title: "Approve and issue \(file.reference)", crumbs: file.crumbs(), body: body,
      isNarrow: true
    )
  }

  /// The files that go with the letter, and whether they may.
  private static func files(_ file: CaseFile) -> HTML {
    let entries = file.subject.files.map { releaseFile -> HTML in
      """
      <li><a href="\(Address.releaseFile(file.reference, file: releaseFile.id).path)">\(releaseFile.name)</a> \
      \(ReleaseFileView(file: file, releaseFile: releaseFile).state) \
      <span class="meta">SHA-256 <code>\(releaseFile.sha256.prefix(12))…</code></span></li>
      """
    }
    let link: HTML =
      "<a href=\"\(Address.release(file.reference).path)\">Files of the release</a>"
    guard !entries.isEmpty else {
      return "<p>\(link): no file goes with the letter.</p>"
    }
    return """
      <h2 id="release">What leaves with the letter</h2><ul>\(entries)</ul><p>\(link). An approval is for exactly \
      these bytes; any change opens the case again.</p>
      """
  }

  private static func unlawful(_ report: ScrutinyReport) -> HTML {
    let entries = report.findings.filter { $0.severity == .unlawful }
      .map { "<li>\(FindingView(finding: $0).html)</li>" as HTML }
    guard !entries.isEmpty else { return "" }
    return "<h2>Unlawful findings</h2><ul class=\"findings\" role=\"list\">\(entries)</ul>"
  }

  /// What people said to the questions that only they can answer: how far, which of those that an
  /// approval would leave open are about lawfulness, and every answer that is not a plain yes.
  private static func judgements(_ file: CaseFile, _ report: ScrutinyReport) -> HTML {
    guard !report.questions.isEmpty else { return "" }
    func listed(_ title: HTML, _ entries: [HTML]) -> HTML {
      entries.isEmpty
        ? "" : "<h3>\(title)</h3><ul>\(entries.map { "<li>\($0)</li>" as HTML })</ul>"
    }
    func name(_ question: ScrutinyReport.Question) -> HTML {
      "\(question.limb.map { "\($0): " } ?? "")\(question.question) <span class=\"meta\">\(question.rule)</span>"
    }
    let open = report.openQuestions.filter {
      file.book.rule(id: $0.rule)?.severity == .unlawful
    }.map(name)
    let negative = report.questions.filter { $0.answer?.judgement.answer.needsReason == true }
      .map { "\(name($0)) \(JudgementView(given: $0.answer).html)" as HTML }
    return """
      <h2>Questions to judge</h2><p><a href="\(Address.judgements(file.reference).path)">\
      \(report.progress)</a>.</p>\
      \(listed("Not answered, and unlawful if not met", open))\
      \(listed("Answered other than 'met'", negative))
      """
  }

  /// What can be done now, and by whom.
  private static func step(_ file: CaseFile, _ form: Form, _ report: ScrutinyReport) -> HTML {
    switch file.subject.state {
    case "open":
      guard file.may("submitted") else { return "" }
      return """
        <h2>Send for approval</h2><p>A decision maker who has not drafted any of it looks at it next.</p>
        \(small(.submit(file.reference), "Send for approval", file))
        """
    case "submitted": return approve(file, form, report) + returnForm(file, form)
    case "approved":
      let issue: HTML =
        file.may("issued")
        ? """
        <h2>Issue the letter</h2><p>Approved by \(file.subject.decision.decidedBy)\
        \(file.subject.decision.decided.map { " on \($0.written)" } ?? ""). Issuing records the letter as \
        it goes and closes the case; send it from the authority's own mail.</p>
        \(small(.issue(file.reference), "Issue the letter", file))
        """ : ""
      return issue + returnForm(file, form)
    default:
      return """
        <p class="banner good">Issued on \(file.subject.issuedOn?.written ?? ""). The letter as it went is \
        kept with its fingerprint <code>\(file.subject.issuedFingerprint?.prefix(16) ?? "")…</code></p>
        """
    }
  }

  private static func approve(
    _ file: CaseFile, _ form: Form, _ report: ScrutinyReport
  ) -> HTML {
    guard file.may("approved") else {
      return "<p>It waits for a decision maker who has not drafted any of it.</p>"
    }
    let isDrafter = file.visit.session.map { file.subject.drafters.contains($0.account.id) } ?? true
    guard !isDrafter else {
      return
        "<p class=\"inset\">You drafted part of this decision, so somebody else has to approve it.</p>"
    }
    let despite: HTML =
      report.unlawful > 0
      ? form.area(
        "despite", "Why do you approve in spite of the unlawful findings?",
        hint: "Your name and this reason stay in the history.", rows: 3) : ""
    return """
      <h2>Approve</h2><form method="post" action="\(Address.approve(file.reference).path)">\
      \(file.visit.token)<input type="hidden" name="version" value="\(file.version)">\(despite)
      <p class="actions"><button>Approve the decision and the letter</button></p></form>
      """
  }

  private static func returnForm(_ file: CaseFile, _ form: Form) -> HTML {
    guard file.may("returned") else { return "" }
    return """
      <h2>Return to the drafter</h2>\
      <form method="post" action="\(Address.returnToDrafter(file.reference).path)">\
      \(file.visit.token)<input type="hidden" name="version" value="\(file.version)">
      \(form.area("reason", "What has to change?", rows: 3))
      <p class="actions"><button class="quiet">Return it</button></p></form>
      """
  }

  private static func small(_ address: Address, _ label: String, _ file: CaseFile) -> HTML {
    """
    <form method="post" action="\(address.path)">\(file.visit.token)\
    <input type="hidden" name="version" value="\(file.version)">\
    <p class="actions"><button>\(label)</button></p></form>
    """
  }
}
