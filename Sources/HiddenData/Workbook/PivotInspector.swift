import Documents

/// Pivot tables: the copy of their source that they carry, and their slicers.
enum PivotInspector: WorkbookFamily {
  static let records = HiddenDataClass(
    "xlsx.pivot_records", .critical, "The source rows behind a pivot table",
    lies: "In a part of records that the definition of a pivot cache leads to.",
    recognised: "The part with a record in it. It holds every row, whatever the table shows.",
    removal: "The cache goes and the pivot table becomes plain cells.")
  static let items = HiddenDataClass(
    "xlsx.pivot_items", .high, "Items that a pivot table remembers",
    lies:
      "In the definition of a pivot cache, as `sharedItems` of its fields; also who refreshed it.",
    recognised: "An item that no visible cell shows, such as one whose rows were deleted.",
    removal: "The cache goes and the pivot table becomes plain cells.")
  static let slicers = HiddenDataClass(
    "xlsx.slicer_cache", .medium, "Slicers and timelines",
    lies: "In parts of slicer and timeline caches that the workbook leads to.",
    recognised: "The part; its items, names and the fields it stands for are shown.",
    removal: "The caches and the slicers go.")

  static let classes = [records, items, slicers]

  private static let kinds: Set = ["pivotCacheDefinition"]

  private static func caches(_ workbook: Workbook) -> [String] {
    workbook.parts(kinds, types: ["pivotcachedefinition+xml"])
  }

  static func prepare(_ workbook: Workbook) {
    for part in caches(workbook) {
      for item in workbook.package.tree(part)?.descendants("sharedItems").flatMap(\.elements) ?? []
      {
        guard let value = item["v"] else { continue }
        if let number = Double(value) { workbook.visible.want(number) }
        if item.name.local == "d",
          let serial = CellText.serial(value, from1904: workbook.countsFrom1904)
        {
          workbook.visible.want(serial)
        }
      }
    }
  }

  static func inspect(_ workbook: Workbook) {
    for part in caches(workbook) {
      guard let tree = workbook.package.tree(part) else { continue }
      reportItems(tree, workbook)
    }
    let listed = workbook.parts(["pivotCacheRecords"], types: ["pivotcacherecords+xml"])
    for part in listed {
      let fields =
        caches(workbook).first { cache in
          workbook.package.relationships(of: cache).contains {
            OfficePackage.key($0.target) == OfficePackage.key(part)
          }
        }.flatMap(workbook.package.tree)?.descendants("cacheField") ?? []
      reportRecords(part, fields, workbook)
    }
    for part in workbook.parts(
      ["slicerCache", "timelineCache", "slicer", "timeline"],
      types: ["slicercache+xml", "timelinecache+xml", "slicer+xml", "timeline+xml"])
    {
      guard let tree = workbook.package.tree(part) else { continue }
      var lines: [String] = []
      tree.visit { element in
        for attribute in element.attributes where !attribute.isDeclaration {
          let telling: Set = [
            "name", "sourceName", "caption", "n", "c", "uniqueName", "startDate", "endDate",
            "filterType",
          ]
          if telling.contains(attribute.name.local) { lines.append(attribute.value) }
        }
        if element.elements.isEmpty, element.text.hasWords { lines.append(element.text) }
      }
      workbook.run.report(slicers, at: "slicer or timeline \(tree["name"] ?? "")", lines: lines)
    }
  }

  private static func reportItems(_ tree: XMLElement, _ workbook: Workbook) {
    let source = tree.descendants("worksheetSource").first
    let from = [source?["sheet"], source?["ref"] ?? source?["name"]].compactMap { $0 }
    let place = "pivot cache" + (from.isEmpty ? "" : " of \(from.joined(separator: "!"))")
    if let user = tree["refreshedBy"], user.hasWords {
      workbook.run.report(items, at: "\(place), who refreshed it", showing: user)
    }
    for field in tree.descendants("cacheField") {
      var hidden: [String] = []
      for item in field.first("sharedItems")?.elements ?? [] {
        // The caption is what the table shows in place of the value.
        if let caption = item["c"], caption.hasWords, !workbook.visible.holds(caption) {
          hidden.append(caption)
        }
        guard let value = item["v"], value.hasWords else { continue }
        if workbook.visible.holds(value) { continue }
        if item.name.local == "b" || item.name.local == "e" { continue }
        if item.name.local == "d",
          let serial = CellText.serial(value, from1904: workbook.countsFrom1904),
          workbook.visible.holds(serial)
        {
          continue
        }
        hidden.append(value)
        hidden += item.elements.compactMap { $0["v"] ?? $0["n"] }
      }
      let group = field.first("fieldGroup")?.descendants("s").compactMap { $0["v"] } ?? []
      hidden += group.filter {
        !workbook.visible.holds($0) && !UsualWords.contains($0)
          && !$0.hasPrefix("<") && !$0.hasPrefix(">") && !$0.hasPrefix("Qtr") && $0.count > 3
      }
      guard !hidden.isEmpty else { continue }
      workbook.run.report(items, at: "\(place), field \"\(field["name"] ?? "")\"", lines: hidden)
    }
  }

  private static func reportRecords(_ part: String, _ fields: [XMLElement], _ workbook: Workbook) {
    guard let bytes = workbook.package.part(part) else { return }
    let shared = fields.map { field in
      (field.first("sharedItems")?.elements ?? []).map { $0["v"] ?? "" }
    }
    let listener = RecordListener(shared)
    do throws(Unreadable) {
      try XMLEvents.read(
        bytes, place: part, depth: workbook.run.limits.depth, to: listener)
    } catch { workbook.run.fail(error) }
    guard !listener.lines.isEmpty else { return }
    let names = fields.compactMap { $0["name"] }.joined(separator: "\t")
    workbook.run.report(records, at: "pivot cache records", lines: [names] + listener.lines)
  }

  /// Puts the records together, with the shared items in the place of their numbers.
  private final class RecordListener: XMLListener {
    private(set) var lines: [String] = []
    private let shared: [[String]]
    private var record: [String] = []
    private var isInRecord = false
    private var size = 0

    init(_ shared: [[String]]) { self.shared = shared }

    var isFull: Bool { size > 200_000 }

    func begin(_ name: XMLName, prefix: String, attributes: [XMLAttribute]) {
      if name.local == "r" {
        isInRecord = true
        record = []
        return
      }
      guard isInRecord else { return }
      let value = attributes.first { $0.name.local == "v" }?.value ?? ""
      if name.local == "x" {
        let items = record.count < shared.count ? shared[record.count] : []
        let index = Int(value) ?? -1
        record.append(index >= 0 && index < items.count ? items[index] : value)
      } else {
        record.append(value)
      }
    }

    func end(_ name: XMLName) {
      guard name.local == "r" else { return }
      isInRecord = false
      let line = record.joined(separator: "\t")
      size += line.utf8.count
      lines.append(line)
    }

    func text(_ bytes: UnsafeRawBufferPointer) {}
  }
}
