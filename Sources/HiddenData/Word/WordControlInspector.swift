/// What content controls and form fields know beside what they show.
enum WordControlInspector: WordRoomInspector {
  static let control = HiddenDataClass(
    "docx.content_control", .medium, "Labels and lists of content controls",
    lies:
      "`w:sdtPr` with alias, tag and list items; `w:ffData` of form fields with help, status and list entries.",
    recognised:
      "Labels that somebody gave and that do not stand in the text; choices of a list that was not chosen. Prompts, generic labels, numbers and galleries of Word are left alone.",
    removal: "The control becomes plain content; the form field becomes its text.")

  static let classes = [control]

  static func inspect(_ file: WordPackage) {
    for story in file.stories {
      story.visit { element in
        guard element.isWord else { return }
        switch element.name.local {
        case "sdt": tell(element, story, file)
        case "ffData": tellForm(element, story, file)
        default: break
        }
      }
    }
  }

  private static func tell(_ element: XMLElement, _ story: WordStory, _ file: WordPackage) {
    guard let properties = element.word("sdtPr") else { return }
    let shown = element.first("sdtContent")?.wordText.collapsed ?? ""
    let isGallery = properties.first("docPartObj") != nil || properties.first("docPartList") != nil
    var labels: [String] = []
    for name in ["alias", "tag"] {
      guard let label = properties.word(name)?["val"], isTelling(label), !shown.contains(label),
        !labels.contains(label), !isGallery || !WordGeneric.isGeneric(label)
      else { continue }
      labels.append(label)
    }
    let prompt = properties.at("placeholder", "docPart")?["val"] ?? ""
    if isTelling(prompt), !prompt.hasPrefix("DefaultPlaceholder"), !isNumber(prompt) {
      labels.append(prompt)
    }
    if let title = properties.first("repeatingSection")?.first("sectionTitle")?["val"],
      isTelling(title)
    {
      labels.append(title)
    }
    var items: [String] = []
    for list in properties.elements where ["dropDownList", "comboBox"].contains(list.name.local) {
      for item in list.all("listItem") {
        for text in [item["displayText"], item["value"]].compactMap({ $0 })
        where isChoice(text, shown) && !items.contains(text) { items.append(text) }
      }
    }
    if !labels.isEmpty {
      file.run.report(
        control, at: "\(story.label), label of a content control",
        showing: labels.joined(separator: "\n"))
    }
    if !items.isEmpty {
      file.run.report(
        control, at: "\(story.label), choices of a list that shows \"\(shown)\"",
        showing: items.joined(separator: "\n"))
    }
  }

  private static func tellForm(_ element: XMLElement, _ story: WordStory, _ file: WordPackage) {
    var found: [String] = []
    for name in ["helpText", "statusText", "entryMacro", "exitMacro"] {
      if let text = element.word(name)?["val"], text.saysSomething { found.append(text) }
    }
    if let list = element.word("ddList") {
      let chosen = list.word("result")?.number("val") ?? list.word("default")?.number("val") ?? 0
      let entries = list.all("listEntry").compactMap { $0["val"] }
      for (index, entry) in entries.enumerated() where index != chosen && isChoice(entry, "") {
        found.append(entry)
      }
    }
    guard !found.isEmpty else { return }
    file.run.report(
      control, at: "\(story.label), form field \(element.word("name")?["val"] ?? "")",
      showing: found.joined(separator: "\n"))
  }

  private static func isTelling(_ label: String) -> Bool {
    let key = label.lowercased()
    if ["goog_rdk_", "officeatwork"].contains(where: { key.hasPrefix($0) }) { return false }
    return label.contains { $0.isLetter } && !WordGeneric.isGeneric(label)
  }

  /// Whether a name is one that Word makes up: digits of a large number.
  private static func isNumber(_ name: String) -> Bool {
    name.allSatisfy { $0.isHexDigit || "{}-".contains($0) }
  }

  private static func isChoice(_ text: String, _ shown: String) -> Bool {
    text.saysSomething && !shown.contains(text.collapsed) && !WordGlossaryInspector.isPrompt(text)
      && !WordGeneric.isGeneric(text)
  }

  private static func control(_ properties: String, _ text: String) -> [UInt8] {
    WordExample.file(
      "<w:sdt><w:sdtPr>\(properties)</w:sdtPr><w:sdtContent>\(WordExample.paragraph(text))"
        + "</w:sdtContent></w:sdt>")
  }

  static let examples = [
    InspectionExample(
      "a tag", file: "tag.docx", control(#"<w:tag w:val="suspect:L. Fenn"/>"#, "withheld"),
      finds: [control.id], shows: "L. Fenn"),
    InspectionExample(
      "choices that were not chosen", file: "choices.docx",
      control(
        #"<w:dropDownList><w:listItem w:value="Choose an item."/><w:listItem w:displayText="Granted" "#
          + #"w:value="1"/><w:listItem w:displayText="Refused, see Fenn" w:value="2"/></w:dropDownList>"#,
        "Granted"), finds: [control.id], shows: "Refused, see Fenn"),
    InspectionExample(
      "controls of Word's own", file: "plain.docx",
      control(
        #"<w:alias w:val="Title"/><w:tag w:val=""/><w:id w:val="77"/><w:showingPlcHdr/>"#,
        "[Document title]"), leaves: [control.id]),
  ]
}
