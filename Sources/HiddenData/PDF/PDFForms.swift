/// Values that a form carries and does not show.
enum PDFForms: PDFFamily {
  static let value = HiddenDataClass(
    "pdf.form_value", .high, "Values of form fields that are not shown",
    lies: "In `V`, `DV` and `RV` of the fields below `AcroForm`, or of widgets on the pages.",
    recognised: "A value is shown where its words stand on no page as drawn: the widget is hidden, "
      + "the field has none, its appearance says something else, or it is the value for starting anew. "
      + "Ticks and values that stand on the page are left alone.",
    removal: "The form is flattened: what its fields show stays as part of the page, the fields go."
  )
  static let xfa = HiddenDataClass(
    "pdf.xfa", .high, "Data of an XFA form",
    lies: "In `XFA` of the `AcroForm`: packets of XML with a form and its data of their own.",
    recognised:
      "By the key. The words of the data are shown, or those of the form where there is none.",
    removal: "The form is flattened and the packets are taken out.")

  static let classes = [value, xfa]

  /// Values of ticks and buttons that say nothing.
  private static let plain: Set = ["on", "off", "yes", "no", "1", "0", "true", "false", "choice"]

  static func inspect(_ file: PDFFile) {
    var seen: Set<String> = []
    for node in file.reach.nodes {
      let isWidget = file.current.value(node.dictionary, "Subtype").name == "Widget"
      let isField =
        ["Fields", "Kids", "Parent"].contains(node.key) && node.dictionary["T"] != nil
      guard isWidget || isField, type(of: node.dictionary, file) != "Sig" else { continue }
      let drawn = isWidget && isDrawnByReaders(node, file)
      var told: Set<String> = []
      for key in ["V", "DV", "RV"] {
        let texts = strings(file.current.value(node.dictionary, key), file)
        for text in texts {
          let words = key == "RV" ? PDFFile.withoutMarks(text) : text
          guard PDFText.says(words), !plain.contains(words.lowercased()),
            !(drawn && key == "V"), !isState(words, node.dictionary, file),
            !file.visible.shows(words), told.insert(words).inserted
          else { continue }
          let place = "field \"\(name(node.dictionary, file))\""
          let what = key == "DV" ? "\(place), the value for starting anew" : place
          guard seen.insert(what + "\n" + words).inserted else { continue }
          file.report(value, node.page, what, words)
        }
      }
    }
    inspectXFA(file)
  }

  /// Whether a value is the name of a state in which a button, or one of its widgets, is drawn.
  private static func isState(
    _ words: String, _ field: PDFDictionary, _ file: PDFFile
  ) -> Bool {
    guard type(of: field, file) == "Btn" else { return false }
    let kids = (file.current.value(field, "Kids").array ?? []).prefix(1_000).compactMap {
      file.current.resolve($0).dictionary
    }
    let parent = file.current.value(field, "Parent").dictionary
    let beside = (file.current.value(parent, "Kids").array ?? []).prefix(1_000).compactMap {
      file.current.resolve($0).dictionary
    }
    return ([field] + kids + beside).contains { widget in
      let appearance = file.current.value(widget, "AP").dictionary
      return file.current.value(appearance, "N").dictionary?[words] != nil
    }
  }

  /// Texts of a value: one, several, or a name that somebody gave.
  private static func strings(_ value: PDFObject, _ file: PDFFile) -> [String] {
    if let text = value.text { return [text] }
    if let name = value.name { return [name] }
    if let stream = value.stream {
      return [file.current.decoded(stream).map { PDFText.decode($0.data) } ?? ""]
    }
    return (value.array ?? []).prefix(1_000).compactMap { file.current.resolve($0).text }
  }

  /// A field without an appearance is drawn by the reader as it is opened.
  private static func isDrawnByReaders(_ node: PDFNode, _ file: PDFFile) -> Bool {
    let form = file.current.value(file.root, "AcroForm").dictionary
    var needs = false
    if case .bool(true) = file.current.value(form, "NeedAppearances") { needs = true }
    let isSecret = (file.current.value(node.dictionary, "Ff").int ?? 0) & 1 << 13 != 0
    return node.page != nil && (needs || node.dictionary["AP"] == nil) && !isSecret
      && PDFAnnotations.reasonHidden(node, file) == nil
  }

  private static func type(of field: PDFDictionary, _ file: PDFFile) -> String? {
    var field = field
    for _ in 0..<32 {
      if let type = file.current.value(field, "FT").name { return type }
      guard let parent = file.current.value(field, "Parent").dictionary else { return nil }
      field = parent
    }
    return nil
  }

  private static func name(_ field: PDFDictionary, _ file: PDFFile) -> String {
    var parts: [String] = []
    var field: PDFDictionary? = field
    while let here = field, parts.count < 32 {
      if let name = file.text(here, "T") { parts.insert(name, at: 0) }
      field = file.current.value(here, "Parent").dictionary
      if field == nil || parts.count == 32 { break }
    }
    return parts.joined(separator: ".")
  }

  private static func inspectXFA(_ file: PDFFile) {
    for node in file.reach.nodes where node.dictionary["XFA"] != nil {
      let given = file.current.value(node.dictionary, "XFA")
      var packets: [(name: String, text: String)] = []
      if let stream = given.stream { packets = [("", xml(stream, file))] }
      var name = ""
      for item in (given.array ?? []).prefix(1_000) {
        let item = file.current.resolve(item)
        if let text = item.text { name = text }
        if let stream = item.stream { packets.append((name, xml(stream, file))) }
      }
      let data = packets.filter { $0.name == "datasets" && !$0.text.isEmpty }
      let rest = packets.filter { $0.name != "datasets" && !$0.text.isEmpty }
      let words = (data + rest).map { $0.text }.joined(separator: "\n")
      file.report(xfa, nil, "the form", words.isEmpty ? "(without words)" : words)
    }
  }

  private static func xml(_ stream: PDFStream, _ file: PDFFile) -> String {
    guard let data = file.current.decoded(stream)?.data else { return "" }
    let text = String(decoding: data, as: UTF8.self)
    let words = PDFFile.withoutMarks(text)
    guard let root = try? XMLElement(reading: data, place: "the form") else { return words }
    // Data may stand in attributes; of a template they only say how it looks.
    var values: [String] = []
    root.visit { element in
      guard !element.name.space.contains("xfa-template"), values.count < 1_000 else { return }
      for attribute in element.attributes where !attribute.isDeclaration {
        values.append(attribute.value)
      }
    }
    return ([words] + values).filter { PDFText.says($0) }.joined(separator: "\n")
  }

  static let examples = [
    InspectionExample(
      "a field that is hidden", file: "form.pdf",
      PDFExample(
        annotations: [
          "<</Subtype/Widget/FT/Tx/T(Name)/V(Jane Roe, 4 High Street)/F 2/Rect[72 500 300 520]>>"
        ], catalog: "/AcroForm<</Fields[10 0 R]>>"
      ).file, finds: ["pdf.form_value"], shows: "Jane Roe, 4 High Street"),
    InspectionExample(
      "a field without a place on a page", file: "field.pdf",
      PDFExample(
        catalog: "/AcroForm<</Fields[20 0 R]>>",
        objects: [20: "<</FT/Tx/T(Case)/V<FEFF00410042003100320033>>>"]
      ).file, finds: ["pdf.form_value"], shows: "AB123"),
    InspectionExample(
      "the data of an XFA form", file: "xfa.pdf",
      PDFExample(
        catalog: "/AcroForm<</Fields[]/XFA[(datasets) 20 0 R]>>",
        objects: [20: PDFExample.stream("<d><surname>Doe</surname></d>")]
      ).file, finds: ["pdf.xfa"], shows: "Doe"),
    InspectionExample(
      "a field whose value stands on the page, and a tick", file: "shown.pdf",
      PDFExample(
        text: "Jane Roe",
        annotations: [
          "<</Subtype/Widget/FT/Tx/T(Name)/V(Jane Roe)/Rect[72 500 300 520]/AP<</N 20 0 R>>>>",
          "<</Subtype/Widget/FT/Btn/T(Tick)/V/Yes/AS/Yes/Rect[72 400 82 410]>>",
          "<</Subtype/Widget/FT/Btn/T(Way)/V/Post/AS/Post/AP<</N<</Post 20 0 R>>>>"
            + "/Rect[72 300 82 310]>>",
        ], catalog: "/AcroForm<</Fields[10 0 R 11 0 R]>>",
        objects: [
          20: PDFExample.stream(
            "BT /F1 9 Tf (Jane Roe) Tj ET",
            "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 5 0 R>>>>")
        ]
      ).file, leaves: ["pdf.form_value", "pdf.xfa"]),
  ]
}
