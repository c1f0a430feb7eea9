/// Where links lead and what they say when pointed at.
enum HyperlinkInspector: WorkbookFamily {
  static let hyperlink = HiddenDataClass(
    "xlsx.hyperlink", .medium, "Targets and tips of links",
    lies: "In a sheet or drawing, as `hyperlink`, with the target in the relationships.",
    recognised:
      "A target that is a file, a mailbox, a place within a network, or carries a query; a tip. Links to pages of the public web, and targets that a visible cell shows, are usual.",
    removal: "The links go and their text stays.")

  static let classes = [hyperlink]

  static func inspect(_ workbook: Workbook) {
    for sheet in workbook.sheets {
      let targets = workbook.package.relationships(of: sheet.part)
      for link in sheet.tree?.descendants("hyperlink") ?? [] {
        let target = link["id"].flatMap { id in targets.first { $0.id == id }?.target } ?? ""
        var shown: [String] = []
        if isTelling(target, workbook) { shown.append(target.removingPercentEscapes) }
        let location = link["location"] ?? ""
        if !target.isEmpty, shown.isEmpty == false, location.hasWords {
          shown.append("#" + location)
        }
        // A place may be in another workbook: '[Staff.xlsx]List'!A1.
        if target.isEmpty, location.lowercased().contains(".xls") { shown.append(location) }
        for text in [link["tooltip"], link["display"]].compactMap({ $0 }) {
          if text.hasWords, text != target, !workbook.visible.holds(text), isWords(text, target),
            text != location
          {
            shown.append(text)
          }
        }
        guard !shown.isEmpty else { continue }
        workbook.run.report(
          hyperlink, at: "\(sheet.place), \(link["ref"] ?? "")",
          showing: shown.joined(separator: "\n"))
      }
      reportDrawn(sheet, workbook)
    }
  }

  private static func reportDrawn(_ sheet: Sheet, _ workbook: Workbook) {
    let drawings = workbook.package.relationships(of: sheet.part).filter { $0.kind == "drawing" }
    let targets = drawings.flatMap { workbook.package.relationships(of: $0.target) }
    for object in sheet.objects {
      for name in ["hlinkClick", "hlinkHover"] {
        for link in object.element.descendants(name) {
          let target = targets.first { $0.id == link["id"] && $0.isExternal }?.target ?? ""
          let tip = link["tooltip"] ?? ""
          let shown = [isTelling(target, workbook) ? target.removingPercentEscapes : "", tip]
            .filter(\.hasWords)
          guard !shown.isEmpty else { continue }
          workbook.run.report(
            hyperlink, at: "\(sheet.place), \(object.place)", showing: shown.joined(separator: "\n")
          )
        }
      }
    }
  }

  /// Whether a text is more than the target written in another way.
  private static func isWords(_ text: String, _ target: String) -> Bool {
    !target.lowercased().contains(text.lowercased())
      && !text.lowercased().contains(target.lowercased().isEmpty ? "\u{0}" : target.lowercased())
  }

  /// Whether a target tells something that the page of a public web site does not.
  static func isTelling(_ target: String, _ workbook: Workbook) -> Bool {
    let plain = target.removingPercentEscapes
    guard plain.hasWords, !workbook.visible.holds(plain) else { return false }
    let lower = plain.lowercased()
    if lower.hasPrefix("mailto:") {
      let address = String(plain.dropFirst(7))
      return !workbook.visible.holds(address)
    }
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else {
      return !lower.hasPrefix("#")
    }
    let rest = lower.drop { $0 != "/" }.dropFirst(2)
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let path = rest.dropFirst(host.count)
    if host.contains("@") || path.contains("?") || path.contains("\\") { return true }
    let name = host.prefix { $0 != ":" }
    let last = name.split(separator: ".").last.map(String.init) ?? ""
    let inner: Set = ["local", "internal", "lan", "corp", "intranet", "home", "test", "invalid"]
    if !name.contains(".") || inner.contains(last) || last.allSatisfy(\.isNumber) { return true }
    if ["sharepoint", "onedrive", "intranet", "teams.microsoft"].contains(where: name.contains) {
      return true
    }
    // A long path with digits is a document, not a page; a person should see which.
    let digits = path.filter(\.isNumber).count
    return host.contains(":") || digits >= 4
  }
}
