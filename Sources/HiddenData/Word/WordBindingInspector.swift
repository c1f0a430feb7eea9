/// Content controls whose data say something else than the page.
enum WordBindingInspector: WordRoomInspector {
  static let binding = HiddenDataClass(
    "docx.data_binding", .high, "Bound data that differ from what is shown",
    lies:
      "`w:dataBinding` of a content control leads by path to an element of custom XML or of the properties.",
    recognised:
      "The bound value is not what the control shows. Chosen items, dates, ticks, pictures and prompts are compared as what they stand for.",
    removal: "Control and binding go, the text stays; the custom XML goes.")

  static let classes = [binding]

  static func inspect(_ file: WordPackage) {
    var stores: [String: XMLElement]?
    for story in file.stories {
      story.visit { element in
        guard element.isWord, element.name.local == "sdt", let properties = element.word("sdtPr"),
          let bound = properties.first("dataBinding"), let path = bound["xpath"]
        else { return }
        let known = stores ?? WordStores.read(file)
        stores = known
        let root = known[(bound["storeItemID"] ?? "").lowercased()]
        // Word looks in every store where the one named is missing.
        let roots = root.map { [$0] } ?? Array(known.values)
        guard let value = roots.lazy.compactMap({ WordStores.value(of: path, in: $0) }).first
        else { return }
        let shown = element.first("sdtContent")?.wordText ?? ""
        guard differs(value, shown, properties) else { return }
        let label = properties.word("alias")?["val"] ?? ""
        file.run.report(
          binding, at: "\(story.label), content control \(label) showing \"\(shown.collapsed)\"",
          showing: value)
      }
    }
  }

  private static func differs(_ value: String, _ shown: String, _ properties: XMLElement) -> Bool {
    let kinds = properties.elements.map(\.name.local)
    if kinds.contains("picture") || kinds.contains("checkbox") { return false }
    let value = value.stripped
    guard !value.isEmpty else { return false }
    if let date = properties.word("date") {
      let full = date["fullDate"] ?? ""
      if !full.isEmpty, full.prefix(10) == value.prefix(10) { return false }
    }
    for list in properties.elements where ["dropDownList", "comboBox"].contains(list.name.local) {
      let item = list.all("listItem").first { $0["value"] == value }
      if let text = item?["displayText"], shown.collapsed == text.collapsed { return false }
    }
    // Rich text is kept as a whole document.
    if value.hasPrefix("<"), let inner = try? XMLElement(reading: Array(value.utf8), place: "data")
    {
      return squeezed(inner.wordText) != squeezed(shown)
    }
    return squeezed(value) != squeezed(shown)
  }

  private static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  private static func document(_ value: String) -> [UInt8] {
    let control =
      #"<w:sdt><w:sdtPr><w:dataBinding w:prefixMappings="xmlns:c='urn:case'" "#
      + #"w:xpath="/c:case[1]/c:owner[1]" w:storeItemID="{A1}"/><w:text/></w:sdtPr><w:sdtContent>"#
      + "\(WordExample.paragraph("An officer"))</w:sdtContent></w:sdt>"
    return OfficeExample.package([
      ("[Content_Types].xml", OfficeExample.contentTypes([:])),
      ("_rels/.rels", OfficeExample.relationships([("m", "officeDocument", "d.xml")])),
      ("d.xml", "<w:document \(WordExample.names)><w:body>\(control)</w:body></w:document>"),
      ("_rels/d.xml.rels", OfficeExample.relationships([("c", "customXml", "item.xml")])),
      ("item.xml", "<case xmlns=\"urn:case\"><owner>\(value)</owner></case>"),
      ("_rels/item.xml.rels", OfficeExample.relationships([("p", "customXmlProps", "p.xml")])),
      ("p.xml", #"<ds:datastoreItem xmlns:ds="urn:ds" ds:itemID="{A1}"/>"#),
    ])
  }

  static let examples = [
    InspectionExample(
      "a name behind a control", file: "bound.docx", document("DC 4471 Iles"),
      finds: [binding.id], shows: "DC 4471 Iles", allows: ["docx.custom_xml"]),
    InspectionExample(
      "a control that shows its data", file: "same.docx", document("An officer"),
      leaves: [binding.id], allows: ["docx.custom_xml"]),
  ]
}
