/// Links to other workbooks and programs: where they lead, and what of them is kept.
enum ExternalLinkInspector: WorkbookFamily {
  static let cache = HiddenDataClass(
    "xlsx.external_link_cache", .high, "Values kept from linked workbooks",
    lies: "In a part of an external link, as the data set of its sheets.",
    recognised: "A cell with a value in it, or a name of the other workbook.",
    removal: "The links go; formulas that used them become values.")
  static let path = HiddenDataClass(
    "xlsx.external_link_path", .medium, "Where linked workbooks and pictures lie",
    lies:
      "In the relationships of an external link, of a drawing or of another part, as an external target.",
    recognised:
      "Any external target that is no hyperlink; the names of the other workbook's sheets.",
    removal: "The links go.")
  static let exchange = HiddenDataClass(
    "xlsx.dde_link", .medium, "Links to other programs",
    lies: "In a part of an external link, as `ddeLink` or `oleLink`, and in volatile dependencies.",
    recognised: "The element; service, topic, items and the values kept are shown.",
    removal: "The links go.")

  static let classes = [cache, path, exchange]

  static func inspect(_ workbook: Workbook) {
    for part in workbook.parts(["externalLink"], types: ["externallink+xml"]) {
      guard let tree = workbook.package.tree(part) else { continue }
      let targets = workbook.package.relationships(of: part).filter(\.isExternal).map {
        $0.target.removingPercentEscapes
      }
      let sheets = tree.descendants("sheetName").compactMap { $0["val"] }
      let name = targets.first ?? sheets.first ?? part
      if !targets.isEmpty || !sheets.isEmpty {
        workbook.run.report(
          path, at: "linked workbook",
          showing: (targets + sheets.map { "sheet \"\($0)\"" }).joined(separator: "\n"))
      }
      reportCache(tree, sheets, name, workbook)
      reportExchange(tree, workbook)
    }
    for part in workbook.parts(["volatileDependencies"], types: ["volatiledependencies+xml"]) {
      let topics = workbook.package.tree(part)?.descendants("tp") ?? []
      let lines = topics.map { $0.elements.map(\.text).joined(separator: "\t") }
      if lines.contains(where: \.hasWords) {
        workbook.run.report(exchange, at: "volatile dependencies", lines: lines)
      }
    }
    var told: Set<String> = []
    for relationship in workbook.relationships where relationship.isExternal {
      let kind = relationship.kind.lowercased()
      if kind.contains("hyperlink") || kind.contains("externallink") { continue }
      guard told.insert(relationship.target).inserted else { continue }
      workbook.run.report(
        path, at: "external target (\(relationship.kind))",
        showing: relationship.target.removingPercentEscapes)
    }
  }

  private static func reportCache(
    _ tree: XMLElement, _ sheets: [String], _ name: String, _ workbook: Workbook
  ) {
    for data in tree.descendants("sheetData") {
      let index = Int(data["sheetId"] ?? "") ?? -1
      let sheet = index >= 0 && index < sheets.count ? sheets[index] : ""
      let lines = data.all("row").map { row in
        row.all("cell").compactMap { cell in
          cell.first("v")?.text.trimmingWhitespace
        }.joined(separator: "\t")
      }
      guard lines.contains(where: \.hasWords) else { continue }
      let cells = data.descendants("cell").compactMap { $0["r"] }
      let range = [cells.first, cells.count > 1 ? cells.last : nil].compactMap { $0 }
      workbook.run.report(
        cache, at: "kept from \(name), sheet \"\(sheet)\", \(range.joined(separator: " to "))",
        lines: lines)
    }
    let names = tree.descendants("definedName").map {
      [$0["name"] ?? "", $0["refersTo"] ?? ""].joined(separator: " ")
    }
    if !names.isEmpty {
      workbook.run.report(path, at: "names of \(name)", lines: names)
    }
  }

  private static func reportExchange(_ tree: XMLElement, _ workbook: Workbook) {
    for link in tree.descendants("ddeLink") + tree.descendants("oleLink") {
      var lines = [link["ddeService"], link["ddeTopic"], link["progId"]].compactMap { $0 }
      for item in link.descendants("ddeItem") + link.descendants("oleItem") {
        let values = item.descendants("val").map(\.text)
        lines.append(([item["name"] ?? ""] + values).joined(separator: "\t"))
      }
      let parts = [link["ddeService"], link["ddeTopic"], link["progId"]].compactMap { $0 }
      workbook.run.report(exchange, at: "link to \(parts.joined(separator: ", "))", lines: lines)
    }
  }
}
