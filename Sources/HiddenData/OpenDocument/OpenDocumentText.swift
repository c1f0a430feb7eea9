/// The words of an element.
enum OpenDocumentText {
  /// All words, line by line; comments and recorded changes left out.
  static func text(_ element: XMLElement, most: Int = 200_000) -> String {
    var out = ""
    gather(element, &out, most)
    return out.withoutOuterBlanks
  }

  private static func gather(_ element: XMLElement, _ out: inout String, _ most: Int) {
    guard out.utf8.count < most else { return }
    switch element.name.local {
    case "annotation", "annotation-end", "tracked-changes", "desc": return
    case "s":
      out += String(repeating: " ", count: min(max(Int(element["c"] ?? "1") ?? 1, 0), 100))
      return
    case "tab":
      out += "\t"
      return
    case "line-break":
      out += "\n"
      return
    default: break
    }
    for child in element.children {
      switch child {
      case .text(let text): out += text
      case .element(let inner): gather(inner, &out, most)
      }
    }
    switch element.name.local {
    case "p", "h", "table-row", "list-item": if !out.hasSuffix("\n") { out += "\n" }
    case "table-cell", "covered-table-cell":
      if out.hasSuffix("\n") { out.replaceSubrange(out.index(before: out.endIndex)..., with: "\t") }
    default: break
    }
  }

  /// A comment in words: who, when, what.
  static func note(_ element: XMLElement) -> String {
    let who = element.first("creator")?.text.withoutOuterBlanks ?? ""
    let when = element.first("date")?.text.withoutOuterBlanks ?? ""
    let initials =
      (element.first("creator-initials") ?? element.first("sender-initials"))?.text ?? ""
    let words = element.elements.filter { ["p", "list", "h"].contains($0.name.local) }
      .map { text($0) }.joined(separator: "\n")
    let head = [who.isEmpty ? initials : who, when].filter { !$0.isEmpty }.joined(separator: ", ")
    return head.isEmpty ? words : "\(head): \(words)"
  }
}
