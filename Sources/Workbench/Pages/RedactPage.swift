import Casework
import Documents
import Foundation
import HTTPTypes
import InformationLaw
import Markup
import Passwords
import PersonalData
import PublicInterest
import Redaction
import Storage

/// Marking what is to be taken out of a file, and taking it out.
///
/// The page is drawn by the server with its marks; every mark can be made with a form. The script adds
/// drawing with the mouse and the keyboard, which fills in the same form.
enum RedactPage {
  static let routes: [Route] = [
    .get(.redactFile(":ref", file: ":file"), .act("fileSet")) { visit in
      .page(try await render(try await Bench(visit), FormErrors()))
    },
    .get(.pagePicture(":ref", file: ":file", page: ":page"), .act("fileSet")) { visit in
      let bench = try await Bench(visit)
      let number = Int(try visit.parameter("page")) ?? 1
      let view = RedactionPreview.View(rawValue: visit.query["view"]) ?? .marked
      let picture = try await visit.house.tools.picture(bench.planned, number, view)
      return .file(picture, type: "image/png", name: nil)
    },
    .post(.changeMarks(":ref", file: ":file"), .act("fileSet")) { visit in
      try await answering(visit) { bench in
        try await bench.keep(try MarkForm(visit.form).changed(bench.kept))
        return .redactPage(
          bench.file.reference, file: bench.releaseFile.id, page: bench.number,
          view: view(bench).rawValue)
      }
    },
    .post(.takeOut(":ref", file: ":file"), .act("fileSet")) { visit in
      try await answering(visit) { bench in
        guard !bench.plan.marks.isEmpty else {
          throw Refusal(.invalid, "Nothing is marked yet.", field: "find")
        }
        let result = try await visit.house.tools.redact(bench.planned)
        let marks = result.report.schedule.flatMap { row in
          row.pages.map { ReleaseFile.Mark(page: $0, code: row.code, what: row.extent) }
        }
        let report = String(decoding: try JSONEncoder().encode(result.report), as: UTF8.self)
        try await visit.put(
          result.bytes, name: bench.releaseFile.name, id: bench.releaseFile.id,
          making: .redacted(
            from: bench.source,
            redaction: ReleaseFile.Redaction(provedFor: sha256(result.bytes), marks: marks)),
          redaction: report, in: bench.file)
        return .releaseFile(bench.file.reference, file: bench.releaseFile.id)
      }
    },
  ]

  private static func answering(
    _ visit: Visit, _ act: (Bench) async throws -> Address
  ) async throws -> Reply {
    let bench = try await Bench(visit)
    do {
      return .seeOther(try await act(bench))
    } catch let refusal as Refusal {
      return .page(
        try await render(
          try await Bench(visit), FormErrors(refusal.description, field: refusal.field)),
        status: refusal.code == .conflict ? .conflict : .unprocessableContent)
    } catch let reason as Unreadable {
      return .page(
        try await render(try await Bench(visit), FormErrors(reason.message)),
        status: .unprocessableContent)
    }
  }

  /// A file on the bench: where it comes from, and what is marked in it.
  struct Bench {
    let visit: Visit
    let file: CaseFile
    let releaseFile: ReleaseFile
    /// The SHA-256 of the bytes in which it is marked: those before an earlier redaction.
    let source: String
    let bytes: [UInt8]
    let kept: KeptPlan
    let plan: RedactionPlan

    init(_ visit: Visit) async throws {
      self.visit = visit
      file = try await visit.caseFile()
      releaseFile = try visit.releaseFile(of: file)
      if case .redacted(let from, _) = releaseFile.making {
        source = from
      } else {
        source = releaseFile.sha256
      }
      bytes = try await visit.bytes(of: source, in: file)
      let known = try await visit.house.archive.plan(
        for: releaseFile.id, of: file.reference)
      // Marks in other bytes mean nothing in these.
      if let known, known.source == source {
        kept = known
        plan = try RedactionPlan.reading(known.plan.utf8)
      } else {
        kept = KeptPlan(source: source, revision: known?.revision ?? 0, plan: "")
        plan = RedactionPlan(marks: [])
      }
    }

    var planned: PlannedFile { PlannedFile(plan: plan, bytes: bytes) }

    /// The page that is shown.
    var number: Int { max(1, Int(visit.form["page"]) ?? Int(visit.query["page"]) ?? 1) }

    func keep(_ plan: RedactionPlan) async throws {
      let json = String(decoding: try JSONEncoder().encode(plan), as: UTF8.self)
      try await visit.house.archive.set(
        json, source: source, for: releaseFile.id, of: file.reference,
        basedOn: Int(visit.form["revision"]) ?? 0)
    }
  }

  /// What a form asks of the marks.
  private struct MarkForm {
    private let form: FormValues

    init(_ form: FormValues) { self.form = form }

    func changed(_ kept: KeptPlan) throws -> RedactionPlan {
      var plan =
        kept.plan.isEmpty
        ? RedactionPlan(marks: []) : try RedactionPlan.reading(kept.plan.utf8)
      switch form["action"] {
      case "box": plan.marks.append(try mark(.box(page: page(), try box())))
      case "page": plan.marks.append(try mark(.page(page())))
      case "find":
        let text = form["find"]
        guard text.contains(where: { !$0.isWhitespace }) else {
          throw Refusal(.invalid, "Type the words that are to be taken out.", field: "find")
        }
        let search = RedactionPlan.Search(
          text, matchesCase: form["match-case"] == "yes", wholeWords: form["whole-words"] == "yes")
        plan.marks.append(try mark(.text(search, page: nil)))
      case let action where action.hasPrefix("suggested:"):
        let text = String(action.dropFirst("suggested:".count))
        plan.marks.append(try mark(.text(RedactionPlan.Search(text), page: nil)))
      case "undo": if !plan.marks.isEmpty { plan.marks.removeLast() }
      case let action where action.hasPrefix("remove-"):
        guard let index = Int(action.dropFirst("remove-".count)), plan.marks.indices.contains(index)
        else { throw Refusal(.conflict, "The mark is gone already.") }
        plan.marks.remove(at: index)
      default: throw Refusal(.invalid, "Choose what to do with the marks.")
      }
      plan.label = form["label"] == "none" ? .none : .code
      return plan
    }

    private func page() -> Int { max(1, Int(form["page"]) ?? 1) }

    private func box() throws -> PageBox {
      let edges = ["left", "top", "right", "bottom"].map { Double(form[$0]) }
      guard let left = edges[0], let top = edges[1], let right = edges[2], let bottom = edges[3],
        edges.compactMap(\.self).allSatisfy({ $0.isFinite && abs($0) < 100_000 }),
        abs(right - left) >= 1, abs(bottom - top) >= 1
      else {
        throw Refusal(
          .invalid,
          "Draw a box on the page, or give its four edges in points from the top left of the page.",
          field: "left")
      }
      return PageBox(left: left, top: top, right: right, bottom: bottom)
    }

    private func mark(_ target: RedactionPlan.Mark.Target) throws -> RedactionPlan.Mark {
      let code = form["code"].isEmpty ? form["other-code"] : form["code"]
      guard !code.isEmpty else {
        throw Refusal(
          .invalid, "Say which exemption each mark rests on, such as s40(2).", field: "code")
      }
      let json = try JSONEncoder().encode(
        RedactionPlan(marks: [RedactionPlan.Mark(target, code: code)]))
      do { return try RedactionPlan.reading(json).marks[0] } catch {
        throw Refusal(.invalid, error.message, field: "code")
      }
    }
  }

  // MARK: The page

  private static func render(_ bench: Bench, _ errors: FormErrors) async throws -> Page {
    let file = bench.file
    let back = Address.releaseFile(file.reference, file: bench.releaseFile.id)
    let title = "Take passages out of \(bench.releaseFile.name)"
    let head: HTML = """
      <h1><span class="over">\(file.reference), file of the release</span>Take passages out of \
      \(bench.releaseFile.name)</h1>
      """
    let crumbs = file.crumbs(
      ("Files", .release(file.reference)), (bench.releaseFile.name, back))
    let shown: MarkedPage
    do {
      shown = try await bench.visit.house.tools.page(bench.planned, bench.number)
    } catch let reason as Unreadable {
      return Page(
        title: title, crumbs: crumbs,
        body:
          "\(head)<div class=\"banner warn\" role=\"alert\"><h2>It cannot be marked here</h2><p>\(reason.message)</p></div>"
      )
    }
    let form = Form(values: bench.visit.form, errors: errors)
    let body: HTML = """
      \(form.summary)\(head)
      <div class="bench"><section aria-label="The page">\(pager(bench, shown))\(sheet(bench, shown))\
      </section><aside aria-label="Marks">\(tools(bench, shown, form))\(suggestions(bench, shown))\
      \(list(bench, shown))\(apply(bench))</aside></div>
      """
    return Page(title: title, crumbs: crumbs, body: body)
  }

  private static func view(_ bench: Bench) -> RedactionPreview.View {
    let asked =
      bench.visit.form["view"].isEmpty ? bench.visit.query["view"] : bench.visit.form["view"]
    return RedactionPreview.View(rawValue: asked) ?? .marked
  }

  private static func link(_ bench: Bench, _ page: Int, _ view: RedactionPreview.View) -> HTML {
    "\(Address.redactPage(bench.file.reference, file: bench.releaseFile.id, page: page, view: view.rawValue).path)"
  }

  private static func pager(_ bench: Bench, _ shown: MarkedPage) -> HTML {
    let number = bench.number
    let view = view(bench)
    func step(_ target: Int, _ label: String, _ isThere: Bool) -> HTML {
      isThere
        ? "<li><a href=\"\(link(bench, target, view))\">\(label)</a></li>"
        : "<li class=\"meta\">\(label)</li>"
    }
    func look(_ other: RedactionPreview.View, _ label: String) -> HTML {
      other == view
        ? "<li aria-current=\"true\"><b>\(label)</b></li>"
        : "<li><a href=\"\(link(bench, number, other))\">\(label)</a></li>"
    }
    return """
      <div class="pager"><nav aria-label="Pages"><ul>\(step(number - 1, "Previous", number > 1))\
      <li>Page \(number) of \(shown.count)</li>\(step(number + 1, "Next", number < shown.count))</ul></nav>\
      <form method="get" action="\(Address.redactFile(bench.file.reference, file: bench.releaseFile.id).path)">\
      <input type="hidden" name="view" value="\(view.rawValue)">\
      <label for="go">Go to page</label> <input class="tiny" id="go" name="page" inputmode="numeric" \
      value="\(number)"> <button class="quiet small">Go</button></form>\
      <nav aria-label="Views"><ul>\(look(.marked, "As marked"))\(look(.released, "As released"))</ul></nav></div>
      """
  }

  private static func sheet(_ bench: Bench, _ shown: MarkedPage) -> HTML {
    let picture = Address.pagePicture(
      bench.file.reference, file: bench.releaseFile.id, page: "\(bench.number)")
    let words = shown.page.words.map(\.text).joined(separator: " ")
    return """
      <div class="sheet" data-marking data-width="\("\(shown.page.width)")" data-height="\("\(shown.page.height)")">\
      <img src="\(picture.path)?view=\(view(bench).rawValue)&revision=\(bench.kept.revision)" \
      alt="Page \(bench.number) with its marks"></div>
      <details><summary>The words of this page</summary><p class="words">\(words.isEmpty ? "There are none: it may be a picture." : words)</p></details>
      """
  }

  private static func hidden(_ bench: Bench) -> HTML {
    """
    \(bench.visit.token)<input type="hidden" name="revision" value="\(bench.kept.revision)">\
    <input type="hidden" name="page" value="\(bench.number)">\
    <input type="hidden" name="view" value="\(view(bench).rawValue)">
    """
  }

  private static func tools(_ bench: Bench, _ shown: MarkedPage, _ form: Form) -> HTML {
    let limbs = bench.file.subject.decision.reliances.compactMap {
      bench.file.book.limb(id: $0.limb)?.cite
    }
    var seen: Set<String> = []
    let options = limbs.filter { seen.insert($0).inserted }.map { Option(value: $0, label: $0) }
    var values = form.values
    // The next mark most often rests on what the last one did.
    if values["code"].isEmpty, values["other-code"].isEmpty {
      let last = bench.plan.marks.last?.code
      if let code = options.count == 1 ? options[0].value : last {
        values[options.contains { $0.value == code } ? "code" : "other-code"] = code
      }
    }
    let filled = Form(values: values, errors: form.errors)
    let code: HTML =
      options.isEmpty
      ? filled.text(
        "other-code", "Exemption", hint: "As it will stand on the box: s40(2)", width: .short)
      : """
      \(filled.select("code", "Exemption", groups: [("", options)]))\
      \(filled.text("other-code", "Or another", hint: "The decision has to rely on it before the release", width: .short))
      """
    func edge(_ name: String, _ label: String) -> HTML {
      """
      <div class="field"><label for="\(name)">\(label)</label><input class="tiny" id="\(name)" name="\(name)" \
      inputmode="decimal"></div>
      """
    }
    return """
      <form method="post" id="marks" action="\(Address.changeMarks(bench.file.reference, file: bench.releaseFile.id).path)">\
      \(hidden(bench))<h2>Mark</h2>\(code)
      \(form.text("find", "Words, wherever they stand", hint: "Across lines, in every page"))
      <div class="choices across"><div class="choice"><input type="checkbox" id="whole-words" name="whole-words" value="yes" checked>\
      <label for="whole-words">Whole words</label></div><div class="choice">\
      <input type="checkbox" id="match-case" name="match-case" value="yes"><label for="match-case">Same capitals</label></div></div>
      <p class="actions"><button name="action" value="find">Mark the words</button> \
      <button class="quiet" name="action" value="page">Mark this whole page</button></p>
      <fieldset><legend>A box on page \(bench.number)</legend>\
      <p class="hint" id="box-hint">Draw it on the page, or give its edges in points from the top left. With the \
      keyboard: go to the page, press Enter, move the box with the arrow keys, change its size with Shift, press Enter again.</p>\
      <div class="row">\(edge("left", "Left"))\(edge("top", "Top"))\(edge("right", "Right"))\(edge("bottom", "Bottom"))</div>\
      <p class="actions"><button name="action" value="box">Mark the box</button></p></fieldset>
      <div class="choice"><input type="checkbox" id="label" name="label" value="none"\(bench.plan.label == .none ? " checked" : "")>\
      <label for="label">Boxes without the exemption on them</label></div></form>
      """
  }

  /// What on this page looks like personal data or a protected fact and is not marked yet. A person decides.
  private static func suggestions(_ bench: Bench, _ shown: MarkedPage) -> HTML {
    let marked = Set(
      bench.plan.marks.compactMap { mark -> String? in
        if case .text(let search, _) = mark.target { return search.text.lowercased() }
        return nil
      })
    var seen = marked
    let words = shown.page.words.map(\.text).joined(separator: " ")
    let entries = bench.visit.house.suggestions.suggest(in: words)
      .filter { seen.insert($0.text.lowercased()).inserted }.prefix(30)
      .map { suggestion -> HTML in
        """
        <li><span>‘\(suggestion.text)’ <span class="meta">\(suggestion.kind.title), \
        \(suggestion.confidence.rawValue): \(suggestion.reason)</span></span> \
        <button class="quiet small" form="marks" name="action" value="suggested:\(suggestion.text)">\
        Mark<span class="unseen"> \(suggestion.text)</span></button></li>
        """
      }
    guard !entries.isEmpty else { return "" }
    return """
      <details><summary>Suggestions on this page (\(entries.count))</summary><p class="hint">Choose the \
      exemption above first. What is suggested may be wrong, and what is not may be right.</p>\
      <ul class="marks">\(Array(entries))</ul></details>
      """
  }

  private static func list(_ bench: Bench, _ shown: MarkedPage) -> HTML {
    let rows = bench.plan.marks.enumerated().reversed().map { index, mark -> HTML in
      let what: HTML
      switch mark.target {
      case .box(let page, _):
        what = "<a href=\"\(link(bench, page, view(bench)))\">Box on page \(page)</a>"
      case .page(let page):
        what = "<a href=\"\(link(bench, page, view(bench)))\">All of page \(page)</a>"
      case .text(let search, _):
        let count = shown.counts[index].map { $0 == 1 ? "1 place" : "\($0) places" } ?? ""
        what = "‘\(search.text)’ <span class=\"meta\">\(count)</span>"
      }
      return """
        <li>\(what) <b>\(mark.code)</b> <button class="quiet small" name="action" value="remove-\(index)">\
        Remove<span class="unseen"> mark \(index + 1)</span></button></li>
        """
    }
    guard !rows.isEmpty else { return "<h2>Marks</h2><p class=\"meta\">None yet.</p>" }
    return """
      <h2>Marks (\(rows.count))</h2><form method="post" \
      action="\(Address.changeMarks(bench.file.reference, file: bench.releaseFile.id).path)">\(hidden(bench))\
      <input type="hidden" name="label" value="\(bench.plan.label.rawValue)">\
      <p><button class="quiet small" name="action" value="undo">Undo the last</button></p>\
      <ul class="marks">\(rows)</ul></form>
      """
  }

  private static func apply(_ bench: Bench) -> HTML {
    guard !bench.plan.marks.isEmpty else { return "" }
    return """
      <h2>Take it out</h2><p>The passages are removed, not covered; other code then tries to find them \
      again, and only what is proved is kept.</p>
      <form method="post" action="\(Address.takeOut(bench.file.reference, file: bench.releaseFile.id).path)">\
      \(hidden(bench))<p class="actions"><button data-busy="Taking out and proving…">Take out and prove</button></p></form>
      """
  }
}
