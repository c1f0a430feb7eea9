/// Views and scenarios that the reader is not shown.
enum ViewInspector: WorkbookFamily {
  static let view = HiddenDataClass(
    "xlsx.custom_view", .medium, "Custom views",
    lies: "In the workbook part as `customWorkbookViews`, in sheets as `customSheetViews`.",
    recognised: "Every view; its name is shown.",
    removal: "The views go, and the names that belong to them.")
  static let scenario = HiddenDataClass(
    "xlsx.scenario", .high, "What-if scenarios",
    lies: "In a sheet, as `scenarios`.",
    recognised: "Every scenario; its values, author and remark are shown.",
    removal: "The scenarios go.")

  static let classes = [view, scenario]

  static func inspect(_ workbook: Workbook) {
    var names = workbook.tree.descendants("customWorkbookView").map { $0["name"] ?? "unnamed" }
    for sheet in workbook.sheets {
      let own = sheet.tree?.descendants("customSheetView") ?? []
      if names.isEmpty, !own.isEmpty { names = own.map { $0["guid"] ?? "unnamed" } }
      for item in sheet.tree?.descendants("scenario") ?? [] {
        let cells = item.all("inputCells").map { "\($0["r"] ?? ""): \($0["val"] ?? "")" }
        let said = [item["name"], item["user"], item["comment"]].compactMap { $0 }
        workbook.run.report(
          scenario, at: "\(sheet.place), scenario \"\(item["name"] ?? "")\"", lines: said + cells)
      }
    }
    if !names.isEmpty {
      workbook.run.report(view, at: "custom views", lines: names)
    }
  }
}

/// Records that programs keep about a workbook: its changes, its place, and data of other programs.
enum RecordInspector: WorkbookFamily {
  static let revisions = HiddenDataClass(
    "xlsx.revision_log", .critical, "The log of changes of a shared workbook",
    lies: "In parts of revision headers and logs that the workbook leads to.",
    recognised: "The parts; who changed what, with the values before and after, is shown.",
    removal: "The parts go.")
  static let property = HiddenDataClass(
    "xlsx.custom_property", .medium, "Properties that programs attach to a sheet",
    lies: "In binary parts that a sheet leads to, named in `customProperties`.",
    recognised: "The parts; the texts in them are shown.",
    removal: "The parts go.")
  static let path = HiddenDataClass(
    "xlsx.abs_path", .medium, "Where the file was saved",
    lies: "In the workbook part, as `absPath`, and where it is published to.",
    recognised: "The address, which often names a user or a server.",
    removal: "The element goes.")
  static let rich = HiddenDataClass(
    "xlsx.rich_data", .medium, "Data behind linked data types",
    lies: "In parts of rich values that the workbook leads to.",
    recognised: "Values with words in them.",
    removal: "The parts go and the cells keep their text.")
  static let map = HiddenDataClass(
    "xlsx.xml_map", .medium, "Maps of XML",
    lies: "In the part of XML maps that the workbook leads to.",
    recognised: "A map or a schema in it.",
    removal: "The part goes.")

  static let classes = [revisions, property, path, rich, map]

  static func inspect(_ workbook: Workbook) {
    let logs = workbook.parts(
      ["revisionHeaders", "revisionLog", "usernames"],
      types: ["revisionheaders", "revisionlog", "usernames+xml"])
    for part in logs {
      let lines = said(
        part, workbook,
        attributes: ["userName", "name", "dateTime", "r", "ref", "author", "oldName", "newName"])
      workbook.run.report(revisions, at: "revision log", lines: lines.isEmpty ? [part] : lines)
    }
    for part in workbook.parts(["customProperty"], types: ["customproperty"]) {
      let names = workbook.sheets.flatMap { $0.tree?.descendants("customPr") ?? [] }
        .compactMap { $0["name"] }
      let strings = BinaryStrings.find(workbook.package.part(part) ?? [])
      workbook.run.report(
        property, at: "\(workbook.owner(of: part)), property", lines: strings + names)
    }
    for element in workbook.tree.descendants("absPath") {
      if let url = element["url"], url.hasWords {
        workbook.run.report(path, at: "the workbook's own place", showing: url)
      }
    }
    let published =
      workbook.tree.descendants("webPublishObject")
      + workbook.sheets.flatMap { $0.tree?.descendants("webPublishItem") ?? [] }
    for element in published {
      let said = ["destinationFile", "title", "sourceObject"].compactMap { element[$0] }
      if said.contains(where: \.hasWords) {
        workbook.run.report(path, at: "where it is published", lines: said)
      }
    }
    let values = workbook.parts(
      ["rdRichValue", "rdArray", "rdRichValueWebImage", "rdSupportingPropertyBag"],
      types: ["rdrichvalue+xml", "rdarray+xml", "rdsupportingpropertybag+xml"])
    for part in values {
      let lines = said(part, workbook, attributes: []).filter { $0.contains(where: \.isLetter) }
      if !lines.isEmpty { workbook.run.report(rich, at: "linked data types", lines: lines) }
    }
    for part in workbook.parts(["xmlMaps"], types: ["xmlmaps"]) {
      let lines = said(
        part, workbook,
        attributes: [
          "Name", "RootElement", "SchemaID", "SchemaRef", "name", "DataBindingName",
          "FileBindingName", "ConnectionID",
        ])
      if !lines.isEmpty { workbook.run.report(map, at: "maps of XML", lines: lines) }
    }
  }

  /// The texts of a part and some of its attributes, in the order of the document.
  private static func said(
    _ part: String, _ workbook: Workbook, attributes: Set<String>
  ) -> [String] {
    var lines: [String] = []
    workbook.package.tree(part)?.visit { element in
      let values = element.attributes.filter {
        !$0.isDeclaration && attributes.contains($0.name.local) && $0.value.hasWords
      }
      lines += values.map(\.value)
      if element.elements.isEmpty, element.text.hasWords { lines.append(element.text) }
    }
    return lines
  }
}
