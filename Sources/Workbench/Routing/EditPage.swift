import Casework
import DataFiles
import HTTPTypes
import Markup
import Scrutiny
import Storage

/// A page that sets one part of a case.
///
/// From the description follows everything that such pages have in common: only those whose role may
/// do the act get in; what is typed is checked before it is saved and shown again with what is wrong;
/// findings stand beside the fields, without saving too; and where somebody else has set the same part
/// in the meantime both versions are shown and nothing is lost.
struct EditPage: Sendable {
  /// The address with placeholders.
  var address: Address
  /// The act, as the workflow names it.
  var act: String
  /// The title, given the case.
  var title: @Sendable (CaseFile) throws -> String
  /// The line above the title.
  var over: @Sendable (CaseFile) throws -> String = { "\($0.reference): \($0.subject.title)" }
  /// The way back.
  var back: @Sendable (CaseFile) throws -> (name: String, address: Address)
  /// The values as they are saved.
  var values: @Sendable (CaseFile) throws -> FormValues
  /// The names of the fields in words, for the comparison of two versions.
  var labels: [String: String] = [:]
  /// The form's fields.
  var fields: @Sendable (CaseFile, Form) throws -> HTML
  /// The event that the values make, or what is wrong with them.
  var event: @Sendable (CaseFile, FormValues) throws -> CaseEvent
  /// Where to go when it is saved.
  var next: @Sendable (CaseFile, FormValues) throws -> Address
  /// The words on the button.
  var button = "Save and carry on"
  /// Whether the page is of reading width.
  var isNarrow = true

  /// The routes of the page.
  var routes: [Route] {
    [
      .get(address, .act(act)) { visit in
        let file = try await visit.caseFile()
        return try reply(file, Form(values: try values(file)), status: .ok)
      },
      .post(address, .act(act)) { visit in try await post(visit) },
    ]
  }

  private func post(_ visit: Visit) async throws -> Reply {
    let file = try await visit.caseFile()
    var form = Form(values: visit.form)
    do {
      let event = try event(file, visit.form)
      let house = visit.house
      let actor = try visit.account().actor
      let today = visit.today
      if visit.isPreview || visit.form["action"] == "check" {
        try house.rules.check(event, by: actor, on: file.subject, today: today)
        return try reply(file.imagining(event), form, status: .ok)
      }
      let version = Int(visit.form["version"]) ?? file.subject.version
      let saved = try await visit.save(event, to: file.reference, basedOn: version)
      return .seeOther(try next(saved, visit.form))
    } catch let errors as FormErrors {
      form.errors = errors
      return try reply(file, form, status: visit.isPreview ? .ok : .unprocessableContent)
    } catch let refusal as Refusal {
      if refusal.code == .conflict {
        return try reply(file, form, status: .conflict, conflict: refusal.message)
      }
      form.errors = FormErrors(refusal.description, field: refusal.field)
      return try reply(file, form, status: visit.isPreview ? .ok : .unprocessableContent)
    }
  }

  private func reply(
    _ file: CaseFile, _ plain: Form, status: HTTPStatus, conflict: String? = nil
  ) throws -> Reply {
    var form = plain
    let report = file.report
    form.findings = { path in
      "\(report.findings(within: path).map { FindingView(finding: $0).html })"
    }
    let (backName, backAddress) = try back(file)
    let comparison = try conflict.map { try compare(file, form.values, because: $0) }
    let body: HTML = """
      <a class="back" href="\(backAddress.path)">\(backName)</a>
      \(form.summary)\(comparison)
      <form method="post" action="\(path(file))" data-live>\(file.visit.token)\
      <input type="hidden" name="version" value="\(file.version)">
      <h1><span class="over">\(try over(file))</span>\(try title(file))</h1>
      \(try fields(file, form))
      <p class="actions"><button name="action" value="save">\(button)</button> \
      <button class="quiet" name="action" value="check">Check without saving</button></p></form>
      """
    return .page(Page(title: try title(file), body: body, isNarrow: isNarrow), status: status)
  }

  /// The page's own path, its placeholders filled in.
  private func path(_ file: CaseFile) -> String {
    address.path.split(separator: "/").map { piece in
      piece.hasPrefix(":") ? file.visit.parameters[String(piece.dropFirst())] ?? "" : String(piece)
    }.reduce("") { $0 + "/" + $1 }
  }

  private func compare(_ file: CaseFile, _ typed: FormValues, because: String) throws -> HTML {
    let saved = try values(file)
    let rows = saved.names.filter { saved.all($0) != typed.all($0) }.map { name -> HTML in
      let theirs = saved.all(name).joined(separator: ", ")
      let yours = typed.all(name).joined(separator: ", ")
      return """
        <h3>\(labels[name] ?? name.capitalizedFirst)</h3><div class="conflict">\
        <section><h4>Saved now</h4><p>\(theirs.isEmpty ? "(nothing)" : theirs)</p></section>\
        <section><h4>What you typed</h4><p>\(yours.isEmpty ? "(nothing)" : yours)</p></section></div>
        """
    }
    return """
      <section class="banner warn" role="alert"><h2>Somebody else saved this in the meantime</h2>\
      <p>\(because)</p>\(rows)<p>The fields below hold what you typed. Take over what you need from \
      the saved version, then save again.</p></section>
      """
  }
}
