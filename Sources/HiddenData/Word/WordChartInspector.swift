/// Data behind charts.
enum WordChartInspector: WordRoomInspector {
  static let chart = HiddenDataClass(
    "docx.chart_data", .critical, "Data behind a chart",
    lies:
      "The chart part with the values it was last drawn from, and the workbook embedded or linked with it.",
    recognised:
      "Every chart: exact values are more than a drawing shows, and the workbook often holds whole records.",
    removal:
      "The workbook goes; the chart keeps what it draws. Replace it by a picture where its values may not leave."
  )

  static let classes = [chart]

  static func inspect(_ file: WordPackage) {
    var seen: Set<String> = []
    for kind in ["chart", "chartex"] {
      for (relation, story) in file.targets(kind)
      where !relation.isExternal && seen.insert(OfficePackage.key(relation.target)).inserted {
        guard let root = file.package.tree(relation.target) else { continue }
        tell(root, relation.target, story, file)
      }
    }
  }

  private static func tell(
    _ root: XMLElement, _ part: String, _ story: WordStory, _ file: WordPackage
  ) {
    var cached: [String] = []
    root.visit { element in
      switch element.name.local {
      case "v", "f", "t", "name": cached.append(element.text.stripped)
      case "pt" where element.elements.isEmpty: cached.append(element.text.stripped)
      default: break
      }
    }
    var found: [String] = []
    let hasMore = file.package.relationships(of: part).contains {
      $0.isExternal || ["package", "oleobject"].contains($0.kind.lowercased())
    }
    for relation in file.package.relationships(of: part) {
      if relation.isExternal {
        found.append("linked: \(relation.target.removingPercentEscapes)")
      } else if ["package", "oleobject"].contains(relation.kind.lowercased()),
        let bytes = file.package.part(relation.target)
      {
        let words = workbook(bytes, file.run)
        let known = Set(cached)
        let further = words.filter { !known.contains($0) }
        found.append("workbook \(relation.target):")
        found += further.isEmpty ? words : further
      }
    }
    let drawn = cached.filter { !$0.isEmpty }
    if !drawn.isEmpty { found += ["drawn from:"] + drawn }
    file.run.report(
      chart, at: "\(story.label), chart \(part)",
      showing: found.isEmpty ? "a chart" : found.joined(separator: "\n"), removable: hasMore)
  }

  /// What stands in the cells of a workbook, as far as it can be read; entering it is done elsewhere.
  private static func workbook(_ bytes: [UInt8], _ run: InspectionRun) -> [String] {
    guard let package = try? OfficePackage(bytes, run: run) else { return [] }
    var words: [String] = []
    for part in package.parts {
      let type = package.contentType(of: part).lowercased()
      let isText = type.contains("sharedstrings")
      guard isText || type.contains("worksheet+xml"), let root = package.tree(part) else {
        continue
      }
      root.visit { element in
        guard words.count < 2_000 else { return }
        switch element.name.local {
        case "si", "is": words.append(element.text.stripped)
        case "c" where element["t"] != "s" && element["t"] != "inlineStr":
          if let value = element.first("v")?.text { words.append(value.stripped) }
        default: break
        }
      }
    }
    return words.filter { !$0.isEmpty }
  }

  static let examples = [
    InspectionExample(
      "values behind a chart", file: "chart.docx",
      WordExample.file(
        "<w:p/>",
        [
          (
            "chart", "charts/one.xml",
            #"<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart>"#
              + "<c:plotArea><c:ser><c:cat><c:strCache><c:pt idx=\"0\"><c:v>Ward 4, J. Moss</c:v>"
              + "</c:pt></c:strCache></c:cat></c:ser></c:plotArea></c:chart></c:chartSpace>"
          )
        ]), finds: [chart.id], shows: "Ward 4, J. Moss"),
    InspectionExample(
      "a table of values", file: "table.docx",
      WordExample.file(
        "<w:tbl><w:tr><w:tc>\(WordExample.paragraph("Ward 4"))</w:tc></w:tr></w:tbl><w:p/>"),
      leaves: [chart.id]),
  ]
}
