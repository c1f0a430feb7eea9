/// What stands in a run.
extension WordWalk {
  func runChildren(_ run: XMLElement, _ state: State) {
    for child in run.children {
      guard case .element(let element) = child else { continue }
      if element.isAlternate {
        if let shown = element.first("Choice") ?? element.first("Fallback") {
          runChildren(shown, state)
        }
        continue
      }
      switch element.name.local {
      case "t", "delText": add(element.text, element, state)
      case "instrText", "delInstrText": addCode(element, state)
      case "tab", "ptab": add("\t", element, state)
      case "br", "cr": add("\n", element, state)
      case "noBreakHyphen": add("-", element, state)
      case "sym", "symEx": add(WordSymbol.text(element), element, state)
      case "fldChar": field(element)
      case "ruby": rubyParts(element, state)
      case "rPr", "softHyphen": continue
      default: drawing(element, state)
      }
    }
  }

  private func rubyParts(_ element: XMLElement, _ state: State) {
    for part in element.elements where part.name.local != "rubyPr" { walkChildren(part, state) }
  }

  private func field(_ element: XMLElement) {
    switch element["fldCharType"] {
    case "begin": fields.begin(element)
    case "separate": fields.separate(element)
    case "end": end(element)
    default: break
    }
  }

  /// Ends the innermost field.
  func end(_ mark: XMLElement?) {
    guard var field = fields.end(mark) else { return }
    field.paragraph = paragraph
    story.fields.append(field)
  }

  private func addCode(_ element: XMLElement, _ state: State) {
    fields.addCode(element.text, element)
    append(element.text, .code, element, state)
  }

  private func add(_ text: String, _ element: XMLElement, _ state: State) {
    let isCode = fields.isCode
    fields.addText(text, element)
    append(text, isCode ? .code : .text, element, state)
  }

  private func append(
    _ text: String, _ kind: WordPiece.Kind, _ source: XMLElement, _ state: State
  ) {
    guard !text.isEmpty else { return }
    paragraph?.pieces.append(
      WordPiece(
        text: text, kind: kind, source: source, look: state.look, revisions: state.revisions,
        field: fields.name))
  }
}
