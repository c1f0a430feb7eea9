/// Tells which of the titles in the properties the file shows as well.
///
/// Office lists the sheets, slides and headings when it saves; a list that tells of more than the file shows
/// tells of what was hidden or taken out.
struct ShownTitles {
  private let file: SharedPartsInspection

  init(_ file: SharedPartsInspection) { self.file = file }

  /// Whether words stand in what the file shows.
  func shows(_ title: String) -> Bool {
    let wanted = Self.folded(title)
    if file.family == .workbook { return isInCells(title) }
    return wanted.isEmpty || shownText.contains(wanted)
  }

  /// A list of strings may be large; it is not read as a tree for one title.
  private func isInCells(_ title: String) -> Bool {
    var written: [UInt8] = []
    XMLElement.escape(title, isAttribute: false, to: &written)
    let words = String(decoding: written, as: UTF8.self)
    return file.parts { $0.kind == "sharedStrings" || $0.kind == "officeDocument" }
      .contains { file.package.part($0).map { PartText.contains($0, words) } ?? false }
  }

  /// The titles of the last list that are not shown.
  func stale(in properties: XMLElement) -> [String] {
    guard let titles = properties.first("TitlesOfParts") else { return [] }
    let all = Self.values(titles)
    let pairs = properties.first("HeadingPairs").map(Self.values) ?? []
    switch file.family {
    case .workbook: return staleSheets(all)
    case .document: return all.filter { !$0.isEmpty && !PropertyParts.isProgram($0) && !shows($0) }
    case .presentation: return staleSlides(all, pairs)
    }
  }

  private func staleSheets(_ titles: [String]) -> [String] {
    // The list of sheets of a binary workbook is no XML.
    guard let main = file.package.mainPart,
      !file.package.contentType(of: main).lowercased().contains(".binary."),
      let workbook = file.package.tree(main)
    else { return [] }
    var known: Set<String> = []
    for sheet in workbook.first("sheets")?.all("sheet") ?? [] {
      guard sheet["state"].map({ $0 == "visible" }) ?? true else { continue }
      known.insert(Self.folded(sheet["name"] ?? ""))
    }
    for name in workbook.first("definedNames")?.all("definedName") ?? [] {
      known.insert(Self.folded(name["name"] ?? ""))
    }
    return titles.filter { title in
      // A name that belongs to a sheet is listed with it: 'Staff list'!Print_Area.
      let sheet = title.split(separator: "!").first.map { $0.filter { $0 != "'" } } ?? ""
      let belongs = title.contains("!") && known.contains(Self.folded(sheet))
      return !title.isEmpty && !belongs && !known.contains(Self.folded(title))
    }
  }

  private func staleSlides(_ titles: [String], _ pairs: [String]) -> [String] {
    // The lists are of fonts, themes and so on, and last but for custom shows of slides.
    var groups: [(name: String, count: Int)] = []
    for at in stride(from: 0, to: pairs.count - 1, by: 2) {
      groups.append((pairs[at], Int(pairs[at + 1]) ?? 0))
    }
    var start = 0
    for (index, group) in groups.enumerated() {
      guard group.count >= 0, group.count <= titles.count - start else { return [] }
      let isSlides =
        group.name.lowercased().contains("slide title")
        || group.count == slideCount
          && index == groups.count - 1
      if isSlides {
        return titles[start..<(start + group.count)].filter {
          !$0.isEmpty && !PropertyParts.isProgram($0) && !Self.isUntitled($0) && !shows($0)
        }
      }
      start += group.count
    }
    return []
  }

  private static func isUntitled(_ title: String) -> Bool {
    let words = title.lowercased()
    return words.hasPrefix("slide ") || words.hasPrefix("no slide title")
  }

  private var slideCount: Int { file.parts(of: "slide").count }

  /// The words that the file shows, without what a reader does not see (hidden slides), white space left out.
  private var shownText: String {
    guard let main = file.package.mainPart else { return "" }
    let parts =
      switch file.family {
      case .document, .workbook:
        [main] + file.parts { $0.kind == "header" || $0.kind == "footer" }
      case .presentation:
        file.parts(of: "slide").filter {
          !PresentationStructure.isHidden(file.package.tree($0))
        }
      }
    return parts.compactMap { file.package.tree($0) }.map { Self.folded($0.text) }
      .joined(separator: "\n")
  }

  private static func values(_ element: XMLElement) -> [String] {
    element.elements.flatMap(\.elements).map { $0.text.edgesTrimmed }
  }

  private static func folded(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
      .lowercased()
  }
}
