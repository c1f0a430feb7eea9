/// Takes out of a text what its pages do not show, by the same marks by which it is found.
struct TextCleaning {
  private let styles: OpenDocumentStyles

  init(_ styles: OpenDocumentStyles) { self.styles = styles }

  func clean(_ body: XMLElement, ground: HTMLColour?) {
    body.remove { element in
      switch element.name.local {
      case "annotation", "annotation-end", "tracked-changes", "change", "change-start",
        "change-end", "notes",
        "user-field-decls", "script":
        true
      case "section": isHidden(section: element)
      case "page":
        styles.value(
          "visibility", "drawing-page-properties", of: element["style-name"], "drawing-page")
          == "hidden"
      case "p", "h": element.descendants("hidden-paragraph").contains { $0["is-hidden"] != "false" }
      case "hidden-text": element["is-hidden"] != "false"
      case "variable-set", "user-field-get", "user-field-input":
        element.attributes.contains { $0.name.local == "display" && $0.value == "none" }
      default:
        element.attributes.contains {
          $0.name.local == "display" && $0.name.space.contains("draw")
            && ($0.value == "none" || $0.value == "printer")
        }
      }
    }
    // What is shown of a field stays as words.
    body.unwrap { element in
      [
        "hidden-text", "conditional-text", "user-field-get", "user-field-input", "database-display",
        "database-name", "database-row-select", "database-row-number", "database-next",
      ].contains(element.name.local)
    }
    walk(body, TextLook(styles, ground: ground))
  }

  private func isHidden(section element: XMLElement) -> Bool {
    element["display"] == "none" || element["is-hidden"] == "true"
      || element["display"] == "condition" && element["is-hidden"] != "false"
  }

  private func walk(_ element: XMLElement, _ outer: TextLook) {
    if element.name.local == "covered-table-cell" {
      element.children = []
      return
    }
    let look = outer.within(element)
    if look.reason != nil {
      element.children.removeAll {
        if case .text(let text) = $0 { text.contains { !$0.isWhitespace } } else { false }
      }
    }
    for inner in element.elements { walk(inner, look) }
  }
}
