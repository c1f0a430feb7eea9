import Documents
import HTTPTypes
import InformationLaw
import LetterReading
import Markup
import Scrutiny

/// Any authority's letter, taken apart: pasted or uploaded, read by role and held against the rules.
/// Nothing of it is kept.
enum ReadLetterPage {
  /// The longest letter that is shown marked up, in bytes of text; longer ones are for the command
  /// line.
  static let textLimit = 1_000_000

  static let routes: [Route] = [
    .get(.readLetter, .signedIn) { visit in .page(ask(visit, Form(values: FormValues()))) },
    .post(.readLetter, .signedIn, limit: Route.uploadLimit) { visit in
      do {
        let letter = try await text(of: visit)
        return .page(show(visit, letter))
      } catch let errors as FormErrors {
        var form = Form(values: visit.form)
        form.errors = errors
        return .page(ask(visit, form), status: .unprocessableContent)
      }
    },
  ]

  private static func ask(_ visit: Visit, _ form: Form) -> Page {
    let error = form.errors.message(for: "file")
    let body: HTML = """
      \(form.summary)<h1>Read a letter</h1>
      <p class="lede">Any authority's answer, its public interest test or a draft of yours: see what \
      each part does and what the rules say of it. Nothing is kept.</p>
      <form method="post" action="\(Address.readLetter.path)" enctype="multipart/form-data">\(visit.token)
      \(form.area("text", "Paste the letter", rows: 12))
      <div class="field\(error == nil ? "" : " wrong")"><label for="file">Or upload it</label>\
      <p class="hint" id="file-hint">Text, web page, Word (.docx), OpenDocument (.odt), PDF with a text \
      layer, or e-mail (.eml), up to 25 MB.</p>\
      \(error.map { "<p class=\"error\" id=\"file-error\"><span class=\"unseen\">Error: </span>\($0)</p>" as HTML })\
      <input type="file" id="file" name="file" accept=".txt,.html,.htm,.docx,.odt,.pdf,.eml" \
      aria-describedby="file-hint\(error == nil ? "" : " file-error")"></div>
      <p class="actions"><button>Read it</button></p></form>
      """
    return Page(title: "Read a letter", body: body, isNarrow: true)
  }

  /// A letter as it came in.
  private struct Incoming {
    var name: String
    var text: String
    var notes: [String]
  }

  private static func text(of visit: Visit) async throws -> Incoming {
    var letter = Incoming(name: "Pasted letter", text: visit.form.raw("text"), notes: [])
    if let file = visit.files["file"], !file.bytes.isEmpty {
      let document: DocumentText
      do { document = try await visit.house.readDocument(file.bytes, file.name) } catch let error
        as Unreadable
      {
        throw FormErrors("'\(file.name)' cannot be read. \(error.message)", field: "file")
      }
      letter = Incoming(name: file.name, text: document.text, notes: document.notes.map(\.message))
    }
    guard letter.text.contains(where: { !$0.isWhitespace }) else {
      throw FormErrors("Paste the letter or upload it: there is nothing to read", field: "text")
    }
    guard letter.text.utf8.count <= textLimit else {
      throw FormErrors(
        "The letter has \(letter.text.utf8.count / 1000) kB of text; at most \(textLimit / 1000) kB "
          + "are shown here. Use 'steelyard audit' for longer ones", field: "text")
    }
    return letter
  }

  private static func show(_ visit: Visit, _ letter: Incoming) -> Page {
    let reading = visit.house.reader.read(letter.text)
    let report = visit.house.letterAudit.report(on: reading)
    let notes: HTML =
      letter.notes.isEmpty
      ? ""
      : """
      <div class="banner note" role="status"><h2>About this file</h2>\
      <ul>\(letter.notes.map { "<li>\($0)</li>" as HTML })</ul></div>
      """
    let content: HTML =
      reading.language == .english
      ? """
      \(facts(reading))<p>\(FindingView.tag(report.unlawful, .unlawful))\
      \(FindingView.tag(report.badPractice, .badPractice))\(FindingView.tag(report.style, .style))\
      <span class="hint">\(questions(report))</span></p>
      \(MarkedLetter(reading: reading, report: report).html)
      """
      : """
      <div class="banner note" role="status"><h2>Not in English</h2><p>\(reading.language.remark ?? "")</p></div>
      """
    let body: HTML = """
      <a class="back" href="\(Address.readLetter.path)">Read another letter</a>
      <h1><span class="over">\(letter.name)</span>What the letter says</h1>
      \(notes)\(content)
      """
    return Page(title: "What the letter says", body: body)
  }

  private static func questions(_ report: ScrutinyReport) -> HTML {
    report.questions.isEmpty
      ? ""
      : "\(report.questions.count) \(report.questions.count == 1 ? "rule needs" : "rules need") the file or a person's judgement"
  }

  private static func facts(_ reading: Reading) -> HTML {
    let exemptions = reading.exemptions.map { exemption -> HTML in
      "<li>\(exemption.cite) <span class=\"hint\">\(exemption.role.label)</span></li>"
    }
    let rights = [
      reading.rights.internalReview ? "internal review" : nil,
      reading.rights.regulator ? "the regulator" : nil,
    ].compactMap { $0 }
    return """
      <dl class="facts"><div><dt>Law</dt><dd>\(reading.regime?.rawValue ?? "none named")</dd></div>\
      <div><dt>Kind of letter</dt><dd>\(reading.letterType.label)</dd></div>\
      <div><dt>Relies on</dt><dd>\(exemptions.isEmpty ? "nothing that is named" as HTML : "<ul>\(exemptions)</ul>")</dd></div>\
      <div><dt>Likelihood stated</dt><dd>\(reading.standard.label)</dd></div>\
      <div><dt>Tells of</dt><dd>\(rights.isEmpty ? "no right" : rights.joined(separator: " and "))</dd></div></dl>
      """
  }
}

extension LetterType {
  /// The kind in words.
  var label: String {
    switch self {
    case .disclosure: "Disclosure"
    case .partial: "Part disclosed, part refused"
    case .refusal: "Refusal"
    case .costRefusal: "Refusal on cost"
    case .vexatiousRefusal: "Refusal as vexatious or repeated"
    case .notHeld: "Not held"
    case .neitherConfirmNorDeny: "Neither confirms nor denies"
    case .pitExtension: "More time for the public interest test"
    case .internalReview: "Outcome of an internal review"
    case .pitAttachment: "A public interest test by itself"
    }
  }
}

extension CitedExemption.Role {
  /// What it is relied on for, in words.
  var label: String {
    switch self {
    case .withhold: "withholds"
    case .neitherConfirmNorDeny: "neither confirms nor denies"
    case .cost: "cost"
    case .vexatious: "vexatious or repeated"
    case .accessible: "accessible otherwise"
    case .futurePublication: "to be published"
    case .manifestlyUnreasonable: "manifestly unreasonable"
    case .notHeld: "not held"
    case .underConsideration: "still considered"
    case .engagedButDisclosed: "applies, but released"
    }
  }
}

extension StatedStandard {
  /// The level in words.
  var label: String {
    switch self {
    case .would: "would"
    case .wouldBeLikely: "would be likely to"
    case .both: "would, or would be likely to: both"
    case .could: "could"
    case .might: "might or may"
    case .wouldAdverselyAffect: "would adversely affect"
    case .wouldSubstantially: "would prejudice substantially"
    case .wouldBeLikelySubstantially: "would be likely to prejudice substantially"
    case .mixed: "differs by exemption"
    case .none: "none"
    }
  }
}
