/// Pictures and shapes on sheets: hidden ones, descriptions, and what was cut off from view.
enum ShapeInspector: WorkbookFamily {
  static let hiddenShape = HiddenDataClass(
    "xlsx.hidden_shape", .high, "Hidden shapes and text boxes",
    lies: "In the drawing of a sheet: `hidden` of an object, or text without a colour of its own.",
    recognised:
      "A hidden object; text in the colour of its ground, too small, or in a box of no size; what a program of today leaves aside for something else. White text on a dark shape or cell is not hidden.",
    removal: "The object goes.")
  static let altText = HiddenDataClass(
    "xlsx.alt_text", .medium, "Descriptions of objects",
    lies: "In the drawing of a sheet, as `descr` or `title`; for tables in their extension.",
    recognised: "A description that is more than a name such as \"Picture 1\" or \"image1.png\".",
    removal: "The description is emptied.")
  static let cropped = HiddenDataClass(
    "xlsx.image_cropped", .high, "Pictures of which a part is cut off from view",
    lies: "In the drawing of a sheet, as `srcRect` of a picture; the file holds all of it.",
    recognised: "A share above nought on some side.",
    removal: "The object goes, or the picture is made anew without what is cut off.")

  static let classes = [hiddenShape, altText, cropped]

  static func inspect(_ workbook: Workbook) {
    for sheet in workbook.sheets {
      let geometry = sheet.objects.isEmpty ? nil : SheetGeometry(sheet.layout)
      for (index, object) in sheet.objects.enumerated() {
        let place = "\(sheet.place), \(object.place)"
        if let geometry, let reason = hides(object, index, sheet, workbook, geometry) {
          let shown = [reason.text, object.description].filter(\.hasWords)
          workbook.run.report(
            hiddenShape, at: "\(place) (\(reason.why))",
            showing: shown.isEmpty ? object.name : shown.joined(separator: "\n"))
        }
        reportCrop(object, place, sheet, workbook)
      }
    }
    let drawings = workbook.parts(
      ["drawing", "chartUserShapes"], types: ["drawing+xml", "chartshapes+xml"])
    for part in drawings where !part.lowercased().hasSuffix(".vml") {
      guard let tree = workbook.package.tree(part) else { continue }
      let place = workbook.owner(of: part)
      for properties in tree.descendants("cNvPr") {
        let name = properties["name"] ?? ""
        let texts = [properties["title"], properties["descr"]].compactMap { $0 }.filter {
          isTelling($0, name: name) && !workbook.visible.holds($0)
        }
        if !texts.isEmpty {
          workbook.run.report(
            altText, at: "\(place), object \"\(name)\"", showing: texts.joined(separator: "\n"))
        }
      }
      guard tree.name.local == "userShapes" else { continue }
      for object in DrawingReader(palette: workbook.styles.palette).objects(tree) {
        guard object.isHidden else { continue }
        workbook.run.report(
          hiddenShape, at: "drawn on a chart, \(object.place) (hidden)",
          showing: object.text.hasWords ? object.text : object.name)
      }
    }
    for part in workbook.parts(["table", "pivotTable"], types: ["table+xml"]) {
      guard let tree = workbook.package.tree(part) else { continue }
      var texts: [String] = []
      tree.visit { element in
        texts += [element["altText"], element["altTextSummary"]].compactMap { $0 }
      }
      guard texts.contains(where: \.hasWords) else { continue }
      workbook.run.report(
        altText,
        at: "\(workbook.owner(of: part)), table \"\(tree["displayName"] ?? tree["name"] ?? "")\"",
        lines: texts)
    }
  }

  /// The names of the objects on a sheet that nobody sees.
  static func hiddenNames(_ sheet: Sheet, _ workbook: Workbook) -> Set<String> {
    let geometry = SheetGeometry(sheet.layout)
    var names: Set<String> = []
    for (index, object) in sheet.objects.enumerated()
    where hides(object, index, sheet, workbook, geometry) != nil {
      names.insert(object.name)
    }
    return names
  }

  /// Whether a description says something beyond what programs put there themselves.
  static func isTelling(_ text: String, name: String) -> Bool {
    let text = text.trimmingWhitespace
    guard text.hasWords, text != name else { return false }
    if text.contains("automatically generated") || text.contains("AI-generated") { return false }
    let lower = text.lowercased()
    let endings = [".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf", ".svg", ".tif"]
    if let ending = endings.first(where: lower.hasSuffix), !lower.contains("\\"),
      !lower.contains("/")
    {
      return lower.count - ending.count > 8
    }
    let usual: Set = [
      "picture", "image", "chart", "logo", "graph", "photo", "icon", "shape", "text", "box",
      "textbox", "diagram", "company", "crest", "decorative", "table", "rectangle", "line",
    ]
    let words = lower.split { !$0.isLetter && !$0.isNumber }
    return words.contains { !usual.contains(String($0)) && !$0.allSatisfy(\.isNumber) }
  }

  private static func hides(
    _ object: DrawingObject, _ index: Int, _ sheet: Sheet, _ workbook: Workbook,
    _ geometry: SheetGeometry
  ) -> (text: String, why: String)? {
    if object.isHidden {
      // Objects and controls that stand elsewhere in the file have a hidden stand-in here.
      if !object.element.descendants("compatExt").isEmpty { return nil }
      return (object.element.descendants("t").map(\.text).joined(separator: "\n"), "hidden")
    }
    let text = object.text.trimmingWhitespace
    guard text.hasWords else { return nil }
    if object.isFallback {
      let phrases = ["isn't available", "represents a", "not available in your version"]
      let others = sheet.objects.filter { !$0.isFallback }
      let isUsual =
        phrases.contains(where: text.contains)
        || others.contains { $0.text.trimmingWhitespace == text }
      return isUsual ? nil : (text, "left aside by programs of today")
    }
    let box = object.box(geometry)
    if box.right - box.left < 6_000 || box.bottom - box.top < 6_000 || object.isFlat {
      return (text, "of no size")
    }
    var hidden = ""
    for run in object.runs where run.text.hasWords {
      guard let colour = run.colour else {
        hidden += run.text
        continue
      }
      let isSmall = (run.size ?? 11) < 3
      if isSmall || vanishes(colour, object, index, sheet, workbook, geometry) {
        hidden += run.text
      }
    }
    return hidden.hasWords ? (hidden, "its text cannot be seen") : nil
  }

  private static func vanishes(
    _ colour: Colour, _ object: DrawingObject, _ index: Int, _ sheet: Sheet, _ workbook: Workbook,
    _ geometry: SheetGeometry
  ) -> Bool {
    if let grounds = object.grounds {
      // A picture as the ground: what it looks like is not known.
      return !grounds.isEmpty && CellStyles.hides(colour, on: grounds)
    }
    guard colour.vanishes(on: .white) else { return false }
    let box = object.box(geometry)
    let below = sheet.objects[..<index].filter {
      $0.grounds != nil && $0.box(geometry).overlaps(box)
    }
    for other in below.reversed() {
      guard let grounds = other.grounds, !grounds.isEmpty else { return false }
      return CellStyles.hides(colour, on: grounds)
    }
    for place in object.anchor.firstCells {
      guard let style = sheet.probed[place] else { continue }
      if !workbook.styles.look(style).hides(colour) { return false }
    }
    return true
  }

  private static func reportCrop(
    _ object: DrawingObject, _ place: String, _ sheet: Sheet, _ workbook: Workbook
  ) {
    for fill in object.element.descendants("blipFill") {
      guard let crop = fill.first("srcRect") else { continue }
      let sides = [("left", "l"), ("top", "t"), ("right", "r"), ("bottom", "b")]
      let cut = sides.compactMap { (name, key) -> String? in
        guard let share = DrawingReader.share(crop[key]), share > 0.001 else { return nil }
        return "\(CellText.rounded(share * 100, 1) ?? "") % at the \(name)"
      }
      guard !cut.isEmpty else { continue }
      workbook.run.report(
        cropped, at: place, showing: "\(object.name): cut off are \(cut.joined(separator: ", "))",
        picture: picture(fill, sheet, workbook))
    }
  }

  /// The whole picture, where it is a small PNG.
  private static func picture(
    _ fill: XMLElement, _ sheet: Sheet, _ workbook: Workbook
  ) -> [UInt8]? {
    guard let id = fill.first("blip")?["embed"] else { return nil }
    for drawing in workbook.package.relationships(of: sheet.part) where drawing.kind == "drawing" {
      let own = workbook.package.relationships(of: drawing.target)
      guard let target = own.first(where: { $0.id == id && !$0.isExternal }),
        let entry = workbook.package.entry(target.target), entry.size < 500_000,
        let bytes = workbook.package.part(target.target),
        bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
      else { continue }
      return bytes
    }
    return nil
  }
}
