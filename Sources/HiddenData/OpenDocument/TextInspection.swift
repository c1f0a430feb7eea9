/// The words of a document as they are walked through, with what hides them.
final class TextInspection {
  private let run: InspectionRun
  private let styles: OpenDocumentStyles
  private let place: String
  private var paragraph = 0
  private var slide = ""
  /// Hidden words of the paragraph at hand, by what hides them.
  private var pending: [(kind: HiddenDataClass, reason: String, text: String)] = []
  private let hiddenLayers: Set<String>

  init(
    _ styles: OpenDocumentStyles, run: InspectionRun, place: String, hiddenLayers: Set<String> = []
  ) {
    self.styles = styles
    self.run = run
    self.place = place
    self.hiddenLayers = hiddenLayers
  }

  func inspect(_ body: XMLElement, ground: HTMLColour?) {
    walk(body, TextLook(styles, ground: ground))
    flush()
  }

  private var here: String { "\(place)\(slide)paragraph \(paragraph)" }

  private func walk(_ element: XMLElement, _ outer: TextLook) {
    switch element.name.local {
    case "annotation":
      run.report(OpenDocumentClass.note, at: here, showing: OpenDocumentText.note(element))
      return
    case "tracked-changes", "user-field-decls", "variable-decls", "forms", "scripts",
      "annotation-end":
      return
    case "notes":
      let text = OpenDocumentText.text(element)
      if !text.isEmpty {
        run.report(OpenDocumentClass.note, at: here + ", notes of the slide", showing: text)
      }
      return
    case "section": if hide(section: element) { return }
    case "page": if hide(page: element) { return }
    case "hidden-text", "conditional-text", "script", "variable-set", "user-field-get",
      "user-field-input", "hidden-paragraph":
      if field(element) { return }
    case "covered-table-cell":
      let text = OpenDocumentText.text(element)
      if !text.isEmpty {
        run.report(OpenDocumentClass.hiddenText, at: here + ", under a merged cell", showing: text)
      }
      return
    default: break
    }
    if element.name.local.hasPrefix("database-") { database(element) }
    if hide(shape: element) { return }
    let look = outer.within(element)
    let isParagraph = element.name.local == "p" || element.name.local == "h"
    if isParagraph {
      flush()
      paragraph += 1
      if hide(paragraph: element) { return }
    }
    for child in element.children {
      switch child {
      case .element(let inner): walk(inner, look)
      case .text(let text): add(text, look)
      }
    }
    if isParagraph { flush() }
  }

  private func add(_ text: String, _ look: TextLook) {
    guard let reason = look.reason, text.contains(where: { !$0.isWhitespace }) else { return }
    let kind = look.isHidden ? OpenDocumentClass.hiddenText : OpenDocumentClass.colour
    if let last = pending.last, last.kind == kind, last.reason == reason {
      pending[pending.count - 1].text += text
    } else {
      pending.append((kind, reason, text))
    }
  }

  private func flush() {
    for piece in pending {
      run.report(piece.kind, at: "\(here), \(piece.reason)", lines: [piece.text.withoutOuterBlanks])
    }
    pending = []
  }

  private func hide(section element: XMLElement) -> Bool {
    let display = element["display"]
    let isHidden =
      display == "none" || display == "condition" && element["is-hidden"] != "false"
      || element["is-hidden"] == "true"
    guard isHidden else { return false }
    let text = OpenDocumentText.text(element)
    if !text.isEmpty {
      run.report(
        OpenDocumentClass.hiddenSection, at: "\(place)section \"\(element["name"] ?? "")\"",
        lines: [text])
    }
    notes(in: element)
    return true
  }

  private func hide(paragraph element: XMLElement) -> Bool {
    let marks = element.descendants("hidden-paragraph")
    guard marks.contains(where: { $0["is-hidden"] != "false" }) else { return false }
    let text = OpenDocumentText.text(element)
    if !text.isEmpty {
      run.report(OpenDocumentClass.hiddenSection, at: here + ", hidden", lines: [text])
    }
    notes(in: element)
    return true
  }

  /// A slide that is not shown.
  private func hide(page element: XMLElement) -> Bool {
    paragraph = 0
    slide = "slide \"\(element["name"] ?? "")\", "
    let shown = styles.value(
      "visibility", "drawing-page-properties", of: element["style-name"], "drawing-page")
    guard shown == "hidden" else { return false }
    run.report(
      OpenDocumentClass.hiddenSection, at: "\(place)slide \"\(element["name"] ?? "")\"",
      lines: [OpenDocumentText.text(element)].filter { !$0.isEmpty })
    notes(in: element)
    return true
  }

  private func hide(shape element: XMLElement) -> Bool {
    let display = element.attributes.first {
      $0.name.local == "display" && $0.name.space.contains("draw")
    }?.value
    let isOff =
      display == "none" || display == "printer"
      || element["layer"].map(hiddenLayers.contains) ?? false
    guard isOff else { return false }
    let text = OpenDocumentText.text(element)
    if !text.isEmpty {
      run.report(
        OpenDocumentClass.hiddenText, at: here + ", a shape that is not shown", lines: [text])
    }
    return true
  }

  private func notes(in element: XMLElement) {
    for note in element.descendants("annotation") {
      run.report(OpenDocumentClass.note, at: here, showing: OpenDocumentText.note(note))
    }
  }

  /// Fields with words that are not shown; whether nothing of it is left to walk through.
  private func field(_ element: XMLElement) -> Bool {
    let shown = OpenDocumentText.text(element)
    switch element.name.local {
    case "hidden-text":
      let words = [element["string-value"] ?? "", shown].filter { !$0.isEmpty }
      let text = words.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      let isShown = element["is-hidden"] == "false"
      if !text.isEmpty {
        run.report(
          isShown ? OpenDocumentClass.conditional : OpenDocumentClass.hiddenText,
          at: here + ", hidden-text field", showing: text.joined(separator: "\n"))
      }
      return true
    case "conditional-text":
      let other = [element["string-value-if-true"], element["string-value-if-false"]].compactMap {
        $0
      }
      .filter { !$0.withoutOuterBlanks.isEmpty && $0 != shown }
      if !other.isEmpty {
        run.report(
          OpenDocumentClass.conditional, at: here + ", condition \(element["condition"] ?? "")",
          showing: other.joined(separator: "\n"))
      }
      return false
    case "script":
      let text = shown.isEmpty ? element["href"] ?? "" : shown
      if !text.isEmpty {
        run.report(OpenDocumentClass.hiddenText, at: here + ", script in the text", showing: text)
      }
      return true
    case "variable-set", "user-field-get", "user-field-input":
      guard element.attributes.contains(where: { $0.name.local == "display" && $0.value == "none" })
      else { return false }
      let words = [shown, element["string-value"] ?? element["value"] ?? element["formula"] ?? ""]
        .filter { !$0.isEmpty }
      if let first = words.first {
        run.report(
          OpenDocumentClass.field,
          at: here + ", field \"\(element["name"] ?? "")\" that is not shown", showing: first)
      }
      return true
    default: return false
    }
  }

  private func database(_ element: XMLElement) {
    let names = ["database-name", "table-name", "column-name"].compactMap { element[$0] }.filter {
      !$0.isEmpty
    }
    let address = element.descendants("connection-resource").compactMap { $0["href"] }
    let text = OpenDocumentText.text(element)
    let parts = (names + address).joined(separator: ", ")
    guard !parts.isEmpty else { return }
    run.report(
      OpenDocumentClass.field, at: here + ", database field",
      showing: text.isEmpty ? parts : "\(parts): \(text)")
  }
}
