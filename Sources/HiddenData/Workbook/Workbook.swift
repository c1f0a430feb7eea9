import Documents

/// A workbook that is being looked at: its parts, its styles and strings, and what its visible cells say.
final class Workbook {
  let package: OfficePackage
  let run: InspectionRun
  /// The part of the workbook itself.
  let part: String
  let tree: XMLElement
  let styles: CellStyles
  let strings: SharedStrings
  let countsFrom1904: Bool
  let text: CellText
  private(set) var sheets: [Sheet] = []
  let visible: VisibleValues
  /// Texts in quotes in formulas, with the first place of each.
  var literals: [String: (place: String, formula: String)] = [:]
  /// Those that the value of their own cell shows.
  var shownLiterals: Set<String> = []
  /// Whether hidden cells are kept with their sheets, for cleaning.
  var keepsHiddenCells = false

  /// Opens the parts that all others need.
  ///
  /// - Throws: ``Unreadable`` where it has no workbook.
  init(_ package: OfficePackage, run: InspectionRun) throws(Unreadable) {
    self.package = package
    self.run = run
    guard let part = package.mainPart, let tree = package.tree(part) else {
      throw .broken("it has no workbook")
    }
    self.part = part
    self.tree = tree
    let own = package.relationships(of: part).filter { !$0.isExternal }
    func first(_ kind: String) -> String? { own.first { $0.kind == kind }?.target }
    styles = CellStyles(
      first("styles").flatMap(package.tree), theme: first("theme").flatMap(package.tree))
    let strings = SharedStrings()
    self.strings = strings
    if let part = first("sharedStrings") {
      do throws(Unreadable) { try Self.scan(part, in: package, run: run, to: strings) } catch {
        run.fail(error)
      }
    }
    countsFrom1904 = tree.first("workbookPr")?.isSet("date1904") ?? false
    text = CellText(strings: strings, styles: styles, countsFrom1904: countsFrom1904)
    visible = VisibleValues(strings)
    sheets = Self.sheets(tree, own)
  }

  /// A workbook whose list of sheets and whose strings were read from another format.
  init(
    _ package: OfficePackage, run: InspectionRun, part: String, tree: XMLElement,
    strings: SharedStrings
  ) {
    self.package = package
    self.run = run
    self.part = part
    self.tree = tree
    self.strings = strings
    styles = CellStyles(nil, theme: nil)
    countsFrom1904 = false
    text = CellText(strings: strings, styles: styles, countsFrom1904: false)
    visible = VisibleValues(strings)
    sheets = Self.sheets(tree, package.relationships(of: part).filter { !$0.isExternal })
  }

  /// Parts that a relationship of one of these kinds leads to, and parts whose content type names one of
  /// these words, each once.
  func parts(_ kinds: Set<String>, types: [String] = []) -> [String] {
    var seen: Set<String> = []
    let led = relationships.filter { kinds.contains($0.kind) && !$0.isExternal }.map(\.target)
    let typed =
      types.isEmpty
      ? []
      : package.parts.filter { part in
        let type = package.contentType(of: part).lowercased()
        return types.contains { type.contains($0) }
      }
    return (led + typed).filter {
      package.contains($0) && seen.insert(OfficePackage.key($0)).inserted
    }
  }

  /// Every relationship in the package.
  private(set) lazy var relationships: [OfficePackage.Relationship] =
    ([""] + package.parts.filter { package.reachable.contains(OfficePackage.key($0)) })
    .flatMap { package.relationships(of: $0) }

  /// The sheet that leads to a part, as `sheet "Staff"`; the name of the part where none does.
  func owner(of part: String) -> String {
    let key = OfficePackage.key(part)
    let owner = sheets.first { sheet in
      package.relationships(of: sheet.part).contains {
        !$0.isExternal && OfficePackage.key($0.target) == key
      }
    }
    return owner.map(\.place) ?? part
  }

  /// Sends a part through the quick splitter; parts in other encodings are turned into UTF-8 before.
  static func scan(
    _ part: String, in package: OfficePackage, run: InspectionRun, to listener: some TokenListener
  ) throws(Unreadable) {
    guard let entry = package.entry(part) else { return }
    let tokens = MarkupTokens(place: part, depth: run.limits.depth, to: listener)
    var isFirst = true
    var isOther = false
    try package.unpack(entry) { (piece) throws(Unreadable) in
      if isFirst { isOther = !isUTF8(piece) }
      isFirst = false
      if !isOther { try tokens.feed(piece) }
    }
    if isOther {
      guard let bytes = package.part(part) else { return }
      let document = try XMLElement(reading: bytes, place: part, depth: run.limits.depth)
        .document()
      let result = document.withUnsafeBytes { buffer -> Result<Void, Unreadable> in
        do throws(Unreadable) { return .success(try tokens.feed(buffer)) } catch {
          return .failure(error)
        }
      }
      try result.get()
    }
    try tokens.finish()
  }

  /// Whether a part is written in UTF-8, as nearly all are.
  private static func isUTF8(_ start: UnsafeRawBufferPointer) -> Bool {
    guard start.count >= 4 else { return true }
    if start[0] == 0xFE || start[0] == 0xFF || start[0] == 0 || start[1] == 0 || start[0] == 0x4C {
      return false
    }
    let head = String(decoding: start.prefix(200), as: UTF8.self)
    guard head.contains("<?xml"), let mark = head.firstRange(of: "encoding") else { return true }
    let name = head[mark.upperBound...].drop { "= \t\"'".contains($0) }
      .prefix { $0 != "\"" && $0 != "'" }.lowercased()
    return ["utf-8", "utf8", "us-ascii", "ascii"].contains(name)
  }

  private static func sheets(
    _ tree: XMLElement, _ own: [OfficePackage.Relationship]
  ) -> [Sheet] {
    let kinds: Set = [
      "worksheet", "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet",
    ]
    var sheets: [Sheet] = []
    var listed: Set<String> = []
    for element in tree.descendants("sheet") {
      guard let id = element["id"], let target = own.first(where: { $0.id == id }) else { continue }
      listed.insert(OfficePackage.key(target.target))
      sheets.append(
        Sheet(
          name: element["name"] ?? "", state: element["state"] ?? "", part: target.target,
          kind: target.kind))
    }
    // A sheet that the workbook leads to and does not list is nowhere to be seen, and still there.
    for target in own where kinds.contains(target.kind) {
      guard listed.insert(OfficePackage.key(target.target)).inserted else { continue }
      sheets.append(
        Sheet(name: target.target, state: "unlisted", part: target.target, kind: target.kind))
    }
    hideWithWindow(sheets, tree)
    return sheets
  }

  /// Sheets are out of sight where every window of the workbook is hidden, and all but the first shown
  /// where the tabs are.
  private static func hideWithWindow(_ sheets: [Sheet], _ tree: XMLElement) {
    let views = tree.first("bookViews")?.all("workbookView") ?? []
    guard !views.isEmpty else { return }
    if views.allSatisfy({ ($0["visibility"] ?? "visible") != "visible" }) {
      for sheet in sheets { sheet.hide(because: "the window of the workbook is hidden") }
    } else if views.allSatisfy({ $0.isUnset("showSheetTabs") }) {
      let shown = Set(views.map { Int($0["activeTab"] ?? "") ?? 0 })
      for (index, sheet) in sheets.enumerated() where !shown.contains(index) {
        sheet.hide(because: "the tabs of the sheets are hidden")
      }
    }
  }
}

/// A sheet of a workbook.
final class Sheet {
  enum State { case visible, hidden, veryHidden }

  let name: String
  let part: String
  /// The kind of relationship that leads to it: `worksheet`, `chartsheet`…
  let kind: String
  private(set) var state: State
  /// Why it is hidden, where its own state does not say so.
  private(set) var reason: String?
  /// All of it but its cells.
  var tree: XMLElement?
  var layout = SheetLayout()
  /// What lies on it.
  var objects: [DrawingObject] = []
  /// The styles of cells under objects that have no ground of their own.
  var probed: [CellPlace: Int] = [:]
  var hasValues = false
  /// The cells that nobody sees, where somebody wants to know them.
  var hiddenCells: Set<CellPlace> = []
  /// Cells whose formula protection hides, likewise.
  var hiddenFormulas: Set<CellPlace> = []
  /// Cells that charts draw, and the numbers that visible ones of them hold.
  var drawn = CellRangeIndex()
  var drawnNumbers: [CellPlace: (number: Double, isDate: Bool)] = [:]
  /// Readings above characters, in texts that stand in cells.
  var phonetics: [String] = []

  init(name: String, state: String, part: String, kind: String) {
    self.name = name
    self.part = part
    self.kind = kind
    switch state.lowercased() {
    case "hidden": self.state = .hidden
    case "veryhidden": self.state = .veryHidden
    case "unlisted":
      self.state = .veryHidden
      reason = "the workbook does not list it"
    default: self.state = .visible
    }
  }

  var isVisible: Bool { state == .visible }
  var isMacroSheet: Bool { kind.hasSuffix("acrosheet") }
  var place: String { "sheet \"\(name)\"" }

  func hide(because reason: String) {
    guard state == .visible else { return }
    state = .hidden
    self.reason = reason
  }
}

/// What visible cells say, so that copies of it elsewhere are not taken for hidden.
final class VisibleValues {
  private let strings: SharedStrings
  @exclusivity(unchecked) private var texts: Set<Int> = []
  @exclusivity(unchecked) private var numbers: Set<UInt32> = []
  /// Numbers that somebody will ask for; others are not kept.
  @exclusivity(unchecked) private var wanted: Set<UInt32> = []
  private var hasAllStrings = false

  init(_ strings: SharedStrings) { self.strings = strings }

  var wantsNumbers: Bool { !wanted.isEmpty }

  func want(_ number: Double) { wanted.insert(Self.key(number)) }

  func add(_ number: Double) {
    let key = Self.key(number)
    if wanted.contains(key) { numbers.insert(key) }
  }

  func add(_ text: [UInt8]) {
    if texts.count < 2_000_000 { texts.insert(Self.hash(text[...])) }
  }

  /// Whether a visible cell holds a text, or the number that it is.
  func holds(_ text: String) -> Bool {
    if !hasAllStrings {
      hasAllStrings = true
      for index in 0..<strings.count where strings.isVisible[index] {
        if let slice = strings.slice(index) { texts.insert(Self.hash(slice)) }
      }
    }
    if texts.contains(Self.hash(Array(text.utf8)[...])) { return true }
    return Double(text).map { numbers.contains(Self.key($0)) } ?? false
  }

  func holds(_ number: Double) -> Bool { numbers.contains(Self.key(number)) }

  /// Seven digits tell numbers apart; caches and cells may differ beyond.
  private static func key(_ number: Double) -> UInt32 { Float(number).bitPattern }

  /// Blanks around a text and the case of its letters make no other text of it.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var slice = bytes
    while let first = slice.first, first <= 0x20 { slice.removeFirst() }
    while let last = slice.last, last <= 0x20 { slice.removeLast() }
    for byte in slice {
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      hash = (hash ^ UInt64(lower)) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: hash)
  }
}
