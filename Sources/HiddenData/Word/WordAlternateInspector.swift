/// Content of which a program shows one version and keeps another.
enum WordAlternateInspector: WordRoomInspector {
  static let alternate = HiddenDataClass(
    "docx.alternate_content", .high, "Another version for other programs",
    lies:
      "`mc:AlternateContent`: a choice for programs that know a vocabulary, a fallback for the rest.",
    recognised:
      "A fallback, or a further choice, with text that the first does not have; a choice for a vocabulary that nothing knows. Notes that a chart cannot be shown are left alone.",
    removal: "The version that is shown stays, the others go.")

  static let classes = [alternate]

  static func inspect(_ file: WordPackage) {
    for story in file.allStories {
      story.root.visit { element in
        guard element.isAlternate else { return }
        tell(element, story, file)
      }
    }
  }

  private static func tell(_ element: XMLElement, _ story: WordStory, _ file: WordPackage) {
    let versions = element.elements.filter { ["Choice", "Fallback"].contains($0.name.local) }
    guard let first = versions.first else { return }
    let shown = squeezed(Self.text(first))
    for version in versions.dropFirst() {
      let text = Self.text(version)
      guard text.saysSomething, !shown.contains(squeezed(text)), !isNotice(text, first) else {
        continue
      }
      file.run.report(
        alternate,
        at: "\(story.label), \(version.name.local == "Fallback" ? "fallback" : "choice")",
        showing: text)
    }
    guard first.name.local == "Choice", !isKnown(first, in: story) else { return }
    let other = versions.dropFirst().map { squeezed(Self.text($0)) }.joined()
    let text = Self.text(first)
    guard text.saysSomething, !other.contains(squeezed(text)) else { return }
    file.run.report(
      alternate, at: "\(story.label), choice that no program makes", showing: text)
  }

  /// Text of a version, deleted text and instructions too, because a fallback is looked at nowhere else.
  private static func text(_ version: XMLElement) -> String {
    var text = version.elements.map(\.wordText).joined(separator: "\n")
    for element in version.elements {
      element.explore { inner in
        if inner.isAlternate { return false }
        if inner.name.local == "delText", version.name.local == "Fallback" { text += inner.text }
        return true
      }
    }
    return text.stripped
  }

  private static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  private static func isNotice(_ text: String, _ first: XMLElement) -> Bool {
    if text.contains("available in your version") { return true }
    return first.descendants("graphicData").contains {
      ["chartex", "slicer"].contains(where: ($0["uri"] ?? "").contains)
    }
  }

  /// Whether the choice asks for a vocabulary that Word has.
  static func isKnown(_ choice: XMLElement, in story: WordStory) -> Bool {
    guard let asked = choice["Requires"], !asked.isEmpty else { return false }
    let prefixes = asked.split(separator: " ").map(String.init)
    let known = [
      "schemas.microsoft.com", "schemas.openxmlformats.org", "purl.oclc.org",
      "urn:schemas-microsoft-com",
    ]
    return prefixes.allSatisfy { prefix in
      guard let space = story.namespaces[prefix] else { return false }
      return known.contains { space.contains($0) }
    }
  }

  private static func document(_ fallback: String, _ requires: String = "wps") -> [UInt8] {
    WordExample.file(
      "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"\(requires)\"><w:t>Total 12</w:t>"
        + "</mc:Choice><mc:Fallback><w:t>\(fallback)</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
  }

  static let examples = [
    InspectionExample(
      "a fallback that says more", file: "more.docx", document("Total 12, of them Ives and Roe"),
      finds: [alternate.id], shows: "Ives and Roe"),
    InspectionExample(
      "a choice for nobody", file: "nobody.docx", document("Total", "zz"), finds: [alternate.id],
      shows: "Total 12"),
    InspectionExample(
      "a fallback that says the same", file: "same.docx", document("Total 12"),
      leaves: [alternate.id]),
  ]
}
