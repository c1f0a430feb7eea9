import DataFiles
import Markup

/// A choice among radio buttons, boxes or list entries.
struct Option {
  var value: String
  var label: String
  var hint: String? = nil
}

/// What was wrong with a form: a message for each field, and messages for none in particular.
struct FormErrors: Error, Equatable {
  var messages: [(field: String?, message: String)] = []

  init(_ message: String, field: String? = nil) { messages = [(field, message)] }
  init() {}

  func message(for field: String) -> String? { messages.first { $0.field == field }?.message }

  static func == (left: FormErrors, right: FormErrors) -> Bool {
    left.messages.map(\.message) == right.messages.map(\.message)
  }
}

/// A form as a page shows it: the values, what was wrong, and what scrutiny found beside each field.
struct Form {
  /// The values, as typed or as saved.
  var values: FormValues
  /// What was wrong.
  var errors = FormErrors()
  /// What scrutiny found, rendered, by the path of the field in the decision.
  var findings: (FieldPath) -> HTML = { _ in "" }

  /// The hidden field that proves that the form is one of ours.
  static func token(_ token: String) -> HTML {
    "<input type=\"hidden\" name=\"token\" value=\"\(token)\">"
  }

  /// The summary at the top: a link to each field that has to be put right.
  var summary: HTML {
    guard !errors.messages.isEmpty else { return "" }
    let items = errors.messages.map { entry -> HTML in
      guard let field = entry.field else { return "<li>\(entry.message)</li>" }
      return "<li><a href=\"#\(Form.id(field))\">\(entry.message)</a></li>"
    }
    return """
      <div class="summary errors" role="alert" aria-labelledby="error-summary" tabindex="-1">\
      <h2 id="error-summary">There is a problem</h2><ul>\(items)</ul></div>
      """
  }

  /// The id of a field's control; a form field's name may hold blanks and slashes.
  static func id(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "-" })
  }

  /// How a single-line field looks.
  enum Width: String {
    case full = ""
    case short
    case tiny
  }

  /// A line of text.
  func text(
    _ name: String, _ label: String, hint: String? = nil, at path: FieldPath? = nil,
    width: Width = .full, type: String = "text", autocomplete: String? = nil
  ) -> HTML {
    let value: HTML = type == "password" ? "" : " value=\"\(values[name])\""
    let complete: HTML = autocomplete.map { " autocomplete=\"\($0)\"" } ?? ""
    let style: HTML = width == .full ? "" : " class=\"\(width.rawValue)\""
    return wrap(name, label, hint, path) { described in
      "<input\(style) type=\"\(type)\" id=\"\(Form.id(name))\" name=\"\(name)\"\(value)\(complete)\(described)>"
    }
  }

  /// Several lines of text.
  func area(
    _ name: String, _ label: String, hint: String? = nil, at path: FieldPath? = nil, rows: Int = 5
  ) -> HTML {
    wrap(name, label, hint, path) { described in
      """
      <textarea id="\(Form.id(name))" name="\(name)" rows="\(rows)"\(described)>
      \(values[name])</textarea>
      """
    }
  }

  /// A list to choose from, in groups.
  func select(
    _ name: String, _ label: String, hint: String? = nil, at path: FieldPath? = nil,
    groups: [(name: String, options: [Option])]
  ) -> HTML {
    let chosen = values[name]
    let entries = groups.map { group -> HTML in
      let options = group.options.map { option -> HTML in
        let mark: HTML = option.value == chosen ? " selected" : ""
        return "<option value=\"\(option.value)\"\(mark)>\(option.label)</option>"
      }
      return group.name.isEmpty
        ? "\(options)" : "<optgroup label=\"\(group.name)\">\(options)</optgroup>"
    }
    return wrap(name, label, hint, path) { described in
      """
      <select id="\(Form.id(name))" name="\(name)"\(described)>\
      <option value="">Choose</option>\(entries)</select>
      """
    }
  }

  /// One of several, as radio buttons.
  func radios(
    _ name: String, _ legend: String, hint: String? = nil, at path: FieldPath? = nil,
    across: Bool = false, _ options: [Option]
  ) -> HTML {
    choices("radio", name, legend, hint, path, across, options) { values[name] == $0 }
  }

  /// Any of several, as boxes.
  func boxes(
    _ name: String, _ legend: String, hint: String? = nil, at path: FieldPath? = nil,
    _ options: [Option]
  ) -> HTML {
    let ticked = Set(values.all(name))
    return choices("checkbox", name, legend, hint, path, false, options) { ticked.contains($0) }
  }

  /// The findings about a field, in the place where the script renews them.
  func findingsPlace(_ path: FieldPath?) -> HTML {
    guard let path else { return "" }
    return "<div data-finding-for=\"\(path.description)\">\(findings(path))</div>"
  }

  private func wrap(
    _ name: String, _ label: String, _ hint: String?, _ path: FieldPath?, control: (HTML) -> HTML
  ) -> HTML {
    let id = Form.id(name)
    let error = errors.message(for: name)
    let ids = [hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }].compactMap(\.self)
    let described: HTML =
      ids.isEmpty ? "" : " aria-describedby=\"\(ids.joined(separator: " "))\""
    let invalid: HTML = error == nil ? "" : " aria-invalid=\"true\""
    let field: HTML = """
      <div class="field\(error == nil ? "" : " wrong")"><label for="\(id)">\(label)</label>\
      \(hintLine(id, hint))\(errorLine(id, error))\(control("\(described)\(invalid)"))</div>
      """
    return path == nil ? field : "<div class=\"beside\">\(field)\(findingsPlace(path))</div>"
  }

  private func choices(
    _ type: String, _ name: String, _ legend: String, _ hint: String?, _ path: FieldPath?,
    _ across: Bool, _ options: [Option], isOn: (String) -> Bool
  ) -> HTML {
    let id = Form.id(name)
    let error = errors.message(for: name)
    let entries = options.enumerated().map { index, option -> HTML in
      // The first choice carries the field's own id, so that the error summary leads to it.
      let optionID = index == 0 ? id : "\(id)-\(index + 1)"
      let mark: HTML = isOn(option.value) ? " checked" : ""
      let described: HTML =
        option.hint == nil ? "" : " aria-describedby=\"\(optionID)-hint\""
      return """
        <div class="choice"><input type="\(type)" name="\(name)" id="\(optionID)" \
        value="\(option.value)"\(mark)\(described)><label for="\(optionID)">\(option.label)</label>\
        \(hintLine(optionID, option.hint))</div>
        """
    }
    let ids = [hint.map { _ in "\(id)-group-hint" }, error.map { _ in "\(id)-error" }]
      .compactMap(\.self)
    let described: HTML =
      ids.isEmpty ? "" : " aria-describedby=\"\(ids.joined(separator: " "))\""
    let set: HTML = """
      <fieldset\(error == nil ? HTML("") : " class=\"wrong\"")\(described)><legend>\(legend)</legend>\
      \(hintLine("\(id)-group", hint))\(errorLine(id, error))\
      <div class="choices\(across ? " across" : "")">\(entries)</div></fieldset>
      """
    return path == nil ? set : "<div class=\"beside\">\(set)\(findingsPlace(path))</div>"
  }

  private func hintLine(_ id: String, _ hint: String?) -> HTML {
    hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" } ?? ""
  }

  private func errorLine(_ id: String, _ error: String?) -> HTML {
    error.map {
      "<p class=\"error\" id=\"\(id)-error\"><span class=\"unseen\">Error: </span>\($0)</p>"
    } ?? ""
  }
}
