/// Buttons, lists and boxes on sheets.
enum ControlInspector: WorkbookFamily {
  static let control = HiddenDataClass(
    "xlsx.form_control", .medium, "Form controls and what they hold",
    lies:
      "In parts of control properties, of ActiveX controls, and in the older drawing of a sheet.",
    recognised: "A control with words, a list, a linked cell, a macro, or properties of its own.",
    removal: "The controls go.")

  static let classes = [control]

  static func inspect(_ workbook: Workbook) {
    for part in workbook.parts(["ctrlProp"], types: ["controlproperties+xml"]) {
      guard let tree = workbook.package.tree(part) else { continue }
      var lines = tree.attributes.filter {
        $0.name.local.hasPrefix("fmla") || ["text", "editVal"].contains($0.name.local)
      }.map { "\($0.name.local): \($0.value)" }
      lines += tree.descendants("item").compactMap { $0["val"] }
      guard lines.contains(where: \.hasWords) else { continue }
      let kind = tree["objectType"] ?? "control"
      workbook.run.report(control, at: "\(workbook.owner(of: part)), \(kind)", lines: lines)
    }
    for part in workbook.parts(["control"], types: ["ms-office.activex+xml"]) {
      var lines: [String] = []
      workbook.package.tree(part)?.visit { element in
        lines += element.attributes.filter { !$0.isDeclaration && $0.name.local == "value" }
          .map(\.value)
      }
      for binary in workbook.package.relationships(of: part) where !binary.isExternal {
        lines += BinaryStrings.find(workbook.package.part(binary.target) ?? [])
      }
      workbook.run.report(
        control, at: "\(workbook.owner(of: part)), ActiveX control",
        lines: lines.contains(where: \.hasWords) ? lines : ["a control"])
    }
    for part in workbook.parts(["vmlDrawing"], types: ["vmldrawing"]) {
      let place = workbook.owner(of: part)
      for item in LegacyDrawing(part, workbook).items {
        if item.kind != "Note", !item.kind.isEmpty {
          let lines = [item.text, item.alternative] + item.details
          let isHidden = item.isHidden && item.text.hasWords
          let kind = isHidden ? ShapeInspector.hiddenShape : control
          if lines.contains(where: \.hasWords) {
            workbook.run.report(kind, at: "\(place), \(item.kind) \(item.name)", lines: lines)
          }
        } else if item.kind.isEmpty {
          if item.isHidden, item.text.hasWords {
            workbook.run.report(
              ShapeInspector.hiddenShape, at: "\(place), shape \(item.name)", showing: item.text)
          }
          if ShapeInspector.isTelling(item.alternative, name: item.name) {
            workbook.run.report(
              ShapeInspector.altText, at: "\(place), shape \(item.name)", showing: item.alternative)
          }
        }
        if item.isCropped {
          workbook.run.report(
            ShapeInspector.cropped, at: "\(place), picture \(item.name)",
            showing: "a picture of which a part is cut off from view")
        }
      }
    }
  }
}
