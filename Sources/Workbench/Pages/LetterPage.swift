import Casework
import DataFiles
import InformationLaw
import Letters
import Markup
import PublicInterest
import Scrutiny
import Storage

/// The letter: derived from the decision, edited section by section, checked as it stands.
enum LetterPage {
  static let routes: [Route] = [
    .get(.letter(":ref"), .sight("letter")) { visit in
      .page(render(try await visit.caseFile()))
    },
    .get(.letterFile(":ref", format: ":format"), .sight("letter")) { visit in
      let file = try await visit.caseFile()
      let format = try visit.parameter("format")
      let name = "\(file.reference).\(format)"
      // What went is what was kept, not what would be derived today.
      let letter: DispatchedLetter
      if let kept = try await visit.house.archive.dispatchedLetter(of: file.reference) {
        letter = kept
      } else {
        let requester = try await visit.house.archive.requester(of: file.reference)
        let derived = file.letter(
          to: requester.map { Addressee(name: $0.name, address: $0.address) })
        letter = DispatchedLetter(
          text: derived.plainText(), html: derived.html(), docx: derived.docx())
      }
      switch format {
      case "txt":
        return .file(Array(letter.text.utf8), type: "text/plain; charset=utf-8", name: name)
      case "html":
        return .file(Array(letter.html.utf8), type: "text/html; charset=utf-8", name: name)
      case "docx":
        return .file(
          letter.docx,
          type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          name: name)
      default: throw Problem.notFound
      }
    },
    .post(.restoreSection(":ref", section: ":section"), .act("letterRestored")) { visit in
      let section = Address.sectionKey(try visit.parameter("section"))
      return try await visit.append(.letterRestored(section: section)) { .letter($0.reference) }
    },
  ]

  /// Edits the wording of one section; what was derived stays beside it.
  static let edit = EditPage(
    address: .letterSection(":ref", section: ":section"), act: "letterEdited",
    title: { file in "Edit: \(try section(file).heading ?? section(file).id.key)" },
    back: { ("Back to the letter", .letter($0.reference)) },
    values: { FormValues([("text", try section($0).notation)]) },
    labels: ["text": "The wording"],
    fields: { file, form in
      let section = try section(file)
      let derived: HTML =
        section.edited == nil
        ? ""
        : """
        <details open><summary>As derived from the decision</summary>\
        <pre class="letter">\(section.derived.notation)</pre></details>
        """
      return """
        \(form.area(
          "text", "The wording",
          hint: "An empty line ends a paragraph. '- ' begins a point, '### ' a heading, '|' parts the cells of a table.",
          at: path(section), rows: 18))
        \(derived)
        """
    },
    event: { file, values in
      .letterEdited(section: try section(file).id.key, text: values["text"])
    },
    next: { file, _ in .letter(file.reference) }, button: "Save the wording", isNarrow: false)

  private static func section(_ file: CaseFile) throws -> Section {
    let key = Address.sectionKey(try file.visit.parameter("section"))
    guard let section = file.letter(to: nil).section(SectionID(key)) else {
      throw Problem.notFound
    }
    return section
  }

  @Sendable private static func path(_ section: Section) -> FieldPath {
    FieldPath(["letter"] + section.id.key.split(separator: "/").map(String.init))
  }

  private static func render(_ file: CaseFile) -> Page {
    let letter = file.letter(to: nil)
    let report = file.report
    let canEdit = file.may("letterEdited")
    let sections = letter.sections.map { part($0, file, report, canEdit) }
    let files = [
      ("docx", "Word (.docx)"), ("html", "Web page (.html)"), ("txt", "Plain text (.txt)"),
    ]
    .map { format, name -> HTML in
      "<li><a href=\"\(Address.letterFile(file.reference, format: format).path)\">\(name)</a></li>"
    }
    let lost = letter.unplacedEdits.map { key, text -> HTML in
      "<details><summary>Wording for a part that the letter no longer has (\(key))</summary><pre>\(text)</pre></details>"
    }
    let body: HTML = """
      <h1><span class="over">\(file.reference)</span>The letter</h1>
      <p>\(FindingView.tag(report.unlawful, .unlawful))\(FindingView.tag(report.badPractice, .badPractice))\
      \(FindingView.tag(report.style, .style))</p>
      <div class="two"><aside aria-label="Files"><h2>Take it out</h2><ul>\(files)</ul>\
      <p class="hint">The name and address of the requester are put in when the file is made.</p>\
      <p><a href="\(Address.approval(file.reference).path)">Approve and issue</a></p></aside>\
      <div><article class="letter" aria-label="The letter"><p>\(letter.salutation)</p>\(sections)</article>\
      \(lost)</div></div>
      """
    return Page(
      title: "The letter of \(file.reference)", crumbs: file.crumbs(), body: body)
  }

  private static func part(
    _ section: Section, _ file: CaseFile, _ report: ScrutinyReport, _ canEdit: Bool
  ) -> HTML {
    let name = section.heading ?? section.id.key
    let edit: HTML =
      canEdit
      ? "<a class=\"edit\" href=\"\(Address.letterSection(file.reference, section: Address.sectionSlug(section.id.key)).path)\">Edit<span class=\"unseen\"> \(name)</span></a>"
      : ""
    let findings = report.findings(within: path(section)).map { FindingView(finding: $0).html }
    let restore: HTML =
      section.edited != nil
      ? """
      <p class="meta">Edited by an officer. \(canEdit ? file.button(.restoreSection(file.reference, section: Address.sectionSlug(section.id.key)), "Put the derived wording back", unseen: name) : "" as HTML)</p>
      """ : ""
    return """
      <section\(section.edited == nil ? "" as HTML : " class=\"edited\"")>\(edit)\
      \(section.heading.map { "<h2 id=\"\(section.headingID)\">\($0)</h2>" as HTML })\(section.contentHTML(level: 3))\
      \(restore)\(findings)</section>
      """
  }
}

extension Address {
  /// The key of a letter's section in an address: `reliance/r1` becomes `reliance~r1`.
  static func sectionSlug(_ key: String) -> String { key.replacing("/", with: "~") }

  static func sectionKey(_ slug: String) -> String { slug.replacing("~", with: "/") }
}
