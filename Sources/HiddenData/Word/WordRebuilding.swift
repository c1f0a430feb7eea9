/// Writes the tree of a story anew with tracked changes accepted and everything gone that was judged to go.
struct WordRebuilding {
  private let judgement: WordJudgement
  private let story: WordStory
  private let file: WordPackage
  /// Numbers of the bookmarks that go.
  private let bookmarks: Set<String>

  init(_ judgement: WordJudgement, _ story: WordStory, _ file: WordPackage) {
    self.judgement = judgement
    self.story = story
    self.file = file
    var ids: Set<String> = []
    story.visit { element in
      guard element.isWord, element.name.local == "bookmarkStart", let name = element["name"],
        WordMarkInspector.isTelling(name), !judgement.referred.contains(name)
      else { return }
      ids.insert(element["id"] ?? "")
    }
    bookmarks = ids
  }

  func rebuild() { rebuild(story.root) }

  /// Numbers of editing sessions, in attributes and in styles.
  static func dropSessions(_ tree: XMLElement) {
    tree.visit { element in
      element.attributes.removeAll { isSession($0) }
      element.removeElements { $0.isWord && ($0.name.local == "rsid" || $0.name.local == "rsids") }
    }
  }

  private static func isSession(_ attribute: XMLAttribute) -> Bool {
    attribute.name.local.hasPrefix("rsid")
      || attribute.name.space == "http://schemas.microsoft.com/office/word/2010/wordml"
        && ["paraId", "textId"].contains(attribute.name.local)
  }

  private func rebuild(_ element: XMLElement) {
    clean(element)
    let merged = Set(
      element.elements.filter {
        $0.name.local == "p" && $0.word("pPr")?.word("rPr")?.word("del") != nil
      }
      .map { ObjectIdentifier($0) })
    element.children = element.children.flatMap { child -> [XMLElement.Child] in
      guard case .element(let inner) = child else { return [child] }
      return fate(of: inner)
    }
    if !merged.isEmpty { merge(merged, in: element) }
    complete(element)
  }

  /// What an element becomes: itself, what is in it, or nothing.
  private func fate(of element: XMLElement) -> [XMLElement.Child] {
    if judgement.isGone(element) { return [] }
    if element.isAlternate { return alternate(element) }
    if judgement.isUnwrapped(element) { return inside(element) }
    let name = element.name.local
    guard element.isWord else {
      if ["contentPart", "OLEObject", "ink"].contains(name) { return [] }
      rebuild(element)
      return isEmptied(element) ? [] : [.element(element)]
    }
    switch name {
    case "del", "moveFrom", "cellDel", "cellIns", "cellMerge", "proofErr", "altChunk", "control",
      "commentReference", "annotationRef", "tblCaption", "tblDescription", "movie":
      return []
    case "ins", "moveTo": return inside(element)
    case "sdt":
      guard let content = element.word("sdtContent") else { return [] }
      return inside(content)
    case "smartTag", "customXml": return inside(element)
    case "smartTagPr", "customXmlPr", "sdtPr": return []
    case "headerReference", "footerReference":
      let target = file.relation(element["id"], from: file.body)?.target ?? ""
      return judgement.shownMargins.contains(OfficePackage.key(target)) ? [.element(element)] : []
    case "bookmarkStart", "bookmarkEnd":
      return bookmarks.contains(element["id"] ?? "") ? [] : [.element(element)]
    case _ where name.hasSuffix("Change") && element["author"] != nil,
      _ where name.contains("Range") && !name.hasPrefix("bookmark"),
      _ where name.hasPrefix("perm") && element["id"] != nil:
      return []
    case "tr" where element.word("trPr")?.word("del") != nil: return []
    case "tc" where element.word("tcPr")?.word("cellDel") != nil: return []
    default:
      rebuild(element)
      return isEmptied(element) ? [] : [.element(element)]
    }
  }

  private func inside(_ element: XMLElement) -> [XMLElement.Child] {
    rebuild(element)
    return element.children
  }

  /// The version that is shown; a picture rather than ink.
  private func alternate(_ element: XMLElement) -> [XMLElement.Child] {
    let choice = element.first("Choice")
    let fallback = element.first("Fallback")
    if let choice, WordAlternateInspector.isKnown(choice, in: story),
      choice.descendants("contentPart").isEmpty
    {
      rebuild(choice)
      element.children = [.element(choice)]
      return choice.elements.isEmpty ? [] : [.element(element)]
    }
    return fallback.map { inside($0) } ?? []
  }

  /// Whether an element has lost all that it was there for.
  private func isEmptied(_ element: XMLElement) -> Bool {
    switch element.name.local {
    case "drawing", "pict", "object": element.elements.isEmpty
    case "tbl": element.first("tr") == nil
    case "tr": element.first("tc") == nil
    default: false
    }
  }

  /// A paragraph whose mark was deleted runs on into the next.
  private func merge(_ merged: Set<ObjectIdentifier>, in element: XMLElement) {
    var result: [XMLElement.Child] = []
    var carried: [XMLElement.Child] = []
    for child in element.children {
      guard case .element(let inner) = child, inner.isWord, inner.name.local == "p" else {
        result.append(child)
        continue
      }
      let at = inner.word("pPr") == nil ? 0 : 1
      inner.children.insert(contentsOf: carried, at: min(at, inner.children.count))
      carried = []
      if merged.contains(ObjectIdentifier(inner)), element.elements.last !== inner {
        carried = inner.children.filter {
          if case .element(let part) = $0 { part.name.local != "pPr" } else { false }
        }
      } else {
        result.append(child)
      }
    }
    element.children = result
    guard !carried.isEmpty else { return }
    let last = XMLElement(XMLName("p", element.name.space), prefix: element.prefix)
    last.children = carried
    let end = element.children.lastIndex {
      if case .element(let part) = $0 { part.name.local == "sectPr" } else { false }
    }
    element.children.insert(.element(last), at: end ?? element.children.count)
  }

  /// Cells, boxes and stories have at least one paragraph, and cells end with one.
  private func complete(_ element: XMLElement) {
    guard element.isWord else { return }
    let name = element.name.local
    guard ["tc", "txbxContent", "hdr", "ftr", "footnote", "endnote"].contains(name) else { return }
    let last = element.elements.last?.name.local
    guard last != "p", name == "tc" || element.first("p") == nil else { return }
    element.children.append(
      .element(XMLElement(XMLName("p", element.name.space), prefix: element.prefix)))
  }

  /// Attributes that tell something, and what form fields know.
  private func clean(_ element: XMLElement) {
    let name = element.name.local
    element.attributes.removeAll { attribute in
      if Self.isSession(attribute) { return true }
      switch (name, attribute.name.local) {
      case ("docPr", "descr"), ("docPr", "title"), ("cNvPr", "descr"), ("cNvPr", "title"):
        return WordAlternativeTextInspector.isWritten(attribute.value)
      case ("blip", "link"): return true
      case (_, "alt"), (_, "href"): return element.name.space.hasSuffix(":vml")
      case ("hyperlink", "tooltip"): return true
      default: return false
      }
    }
    for index in element.attributes.indices
    where ["docPr", "cNvPr"].contains(name) && element.attributes[index].name.local == "name" {
      if WordAlternativeTextInspector.isPath(element.attributes[index].value) {
        element.attributes[index].value = "Picture"
      }
    }
    guard element.isWord else { return }
    if name == "ffData" {
      let traces = ["helpText", "statusText", "entryMacro", "exitMacro"]
      element.removeElements { traces.contains($0.name.local) }
    }
    if name == "ddList" {
      let chosen =
        element.word("result")?.number("val") ?? element.word("default")?.number("val") ?? 0
      let entries = element.all("listEntry")
      let kept = entries.indices.contains(chosen) ? entries[chosen] : nil
      element.children = kept.map { [.element($0)] } ?? []
    }
    if name == "object" {
      // Without its object it is a picture.
      element.name.local = "pict"
    }
  }
}
