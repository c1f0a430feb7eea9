/// Bookmarks, destinations and page labels.
enum PDFNavigation: PDFFamily {
  static let outline = HiddenDataClass(
    "pdf.outline", .medium, "Bookmarks that say more than the pages",
    lies: "In `Title` of the items below `Outlines`.",
    recognised:
      "A bookmark is shown where its words stand on no page; those that repeat headings are "
      + "left alone.",
    removal: "The outline is taken out where a bookmark in it says more than the pages.")
  static let destination = HiddenDataClass(
    "pdf.named_dest", .low, "Telling names of destinations",
    lies: "In the tree of names `Dests`, or in `Dests` of the catalog.",
    recognised: "Names of some length that stand on no page and are not of the kind that programs "
      + "number.",
    removal: "The names are taken out.")
  static let label = HiddenDataClass(
    "pdf.page_label", .low, "Words in page labels",
    lies: "In the prefix `P` of the ranges below `PageLabels`.",
    recognised: "Prefixes with words that stand on no page.",
    removal: "The labels are taken out.")

  static let classes = [outline, destination, label]

  static func inspect(_ file: PDFFile) {
    bookmarks(file)
    destinations(file)
    labels(file)
  }

  private static func bookmarks(_ file: PDFFile) {
    for (index, item) in items(file).enumerated() {
      let title = PDFText.decode(item.title)
      if PDFText.says(title), !repeats(title, file) {
        file.report(outline, nil, "bookmark \(index + 1)", title)
      }
    }
  }

  /// Whether some bookmark says more than the pages.
  static func saysMore(_ file: PDFFile) -> Bool {
    items(file).contains { item in
      let title = PDFText.decode(item.title)
      return PDFText.says(title) && !repeats(title, file)
    }
  }

  /// A bookmark, and the place in the list of the one above it; -1 where there is none.
  struct Item {
    var title: [UInt8]
    var dictionary: PDFDictionary
    var parent: Int
  }

  /// The bookmarks in their order.
  static func items(_ file: PDFFile) -> [Item] {
    let outlines = file.current.value(file.root, "Outlines").dictionary
    var open = [(outlines?["First"], -1)]
    var seen: Set<Int> = []
    var items: [Item] = []
    while let (given, parent) = open.popLast(), items.count < 100_000 {
      guard let object = given else { continue }
      if let number = object.reference, !seen.insert(number).inserted { continue }
      guard let item = file.current.resolve(object).dictionary else { continue }
      open.append((item["Next"], parent))
      open.append((item["First"], items.count))
      let title = file.current.value(item, "Title").bytes ?? []
      items.append(Item(title: title, dictionary: item, parent: parent))
    }
    return items
  }

  /// Whether the pages say it too. Numbers of sections are often set apart, or not set at all.
  private static func repeats(_ title: String, _ file: PDFFile) -> Bool {
    if file.visible.shows(title) { return true }
    let words = title.split(whereSeparator: \.isWhitespace)
    if words.count > 1, words[0].contains(where: \.isNumber),
      !words[0].contains(where: \.isLetter)
    {
      return file.visible.shows(words.dropFirst().joined(separator: " "))
    }
    // Merged documents get a bookmark for each page.
    let word = title.filter(\.isLetter).lowercased()
    return ["page", "sheet", "slide", "table", "blankpage"].contains(word) && title.utf8.count < 12
  }

  private static func destinations(_ file: PDFFile) {
    let names = file.current.value(file.root, "Names").dictionary
    var found = file.leaves(names?["Dests"], "Names").compactMap(\.key.text)
    found += (file.current.value(file.root, "Dests").dictionary ?? [:]).keys.sorted()
    let telling = found.filter { isTelling($0) && !file.visible.shows($0) }
    guard !telling.isEmpty else { return }
    file.report(
      destination, nil, "named destinations", telling.prefix(300).joined(separator: "\n"))
  }

  /// `section.1.2`, `_Toc123456789`, `page.7`, `G1.1042` are given by programs.
  private static func isTelling(_ name: String) -> Bool {
    let letters = name.filter(\.isLetter)
    guard letters.count >= 4 else { return false }
    let word = String(letters).lowercased()
    let plain: Set = [
      "section", "subsection", "subsubsection", "chapter", "page", "figure", "table", "equation",
      "appendix", "toc", "ref", "hlk", "olelink", "docstart", "bookmark", "footnote", "hfootnote",
      "item", "part", "paragraph", "anchor", "outline", "title", "contents", "cite", "index",
    ]
    return !plain.contains(word)
      && PDFLexer.hex(name.utf8.first ?? 0).map { _ in
        !name.utf8.allSatisfy { PDFLexer.hex($0) != nil }
      } ?? true
  }

  private static func labels(_ file: PDFFile) {
    for (_, value) in file.leaves(file.root["PageLabels"], "Nums").prefix(10_000) {
      guard let range = file.current.resolve(value).dictionary,
        let prefix = file.text(range, "P"), PDFText.says(prefix, atLeast: 3),
        !["page", "seite", "annex", "appendix", "cover", "app", "fig", "front", "toc"].contains(
          String(decoding: PDFText.key(prefix), as: UTF8.self)), !file.visible.shows(prefix)
      else { continue }
      file.report(label, nil, "a page label", prefix)
    }
  }

  static let examples = [
    InspectionExample(
      "a bookmark with a name", file: "bookmark.pdf",
      PDFExample(
        catalog: "/Outlines 20 0 R",
        objects: [
          20: "<</Type/Outlines/First 21 0 R/Last 21 0 R/Count 1>>",
          21: "<</Title(Statement of J. Doe)/Parent 20 0 R/Dest[3 0 R/Fit]>>",
        ]
      ).file, finds: ["pdf.outline"], shows: "Statement of J. Doe"),
    InspectionExample(
      "a bookmark that repeats a heading", file: "heading.pdf",
      PDFExample(
        catalog: "/Outlines 20 0 R",
        objects: [
          20: "<</Type/Outlines/First 21 0 R/Last 21 0 R/Count 1>>",
          21: "<</Title(1 Response to your Request)/Parent 20 0 R/Dest[3 0 R/Fit]>>",
        ]
      ).file, leaves: ["pdf.outline"]),
    InspectionExample(
      "a destination with a name", file: "destination.pdf",
      PDFExample(catalog: "/Names<</Dests<</Names[(witness-jane-roe)[3 0 R/Fit]]>>>>").file,
      finds: ["pdf.named_dest"], shows: "witness-jane-roe"),
    InspectionExample(
      "a page label with a name", file: "label.pdf",
      PDFExample(catalog: "/PageLabels<</Nums[0<</P(Roe file )/S/D>>]>>").file,
      finds: ["pdf.page_label"], shows: "Roe file"),
    InspectionExample(
      "destinations and labels that programs number", file: "numbered.pdf",
      PDFExample(
        catalog: "/Names<</Dests<</Names[(section.1)[3 0 R/Fit](_Toc12345678)[3 0 R/Fit]]>>>>"
          + "/PageLabels<</Nums[0<</S/r>>1<</S/D/P(A-)>>]>>"
      ).file, leaves: ["pdf.named_dest", "pdf.page_label"]),
  ]
}
