import Documents

/// A PDF that is open: all its revisions, its pages, everything that can be reached from its trailer.
final class PDFFile {
  let source: PDFSource
  let run: InspectionRun
  /// The tables of the file, the newest first; two of a linearised file count as one.
  let sections: [PDFSection]
  /// The file as readers show it.
  let current: PDFRevision
  let scan: PDFScan
  /// Whether the table was of no use and objects were looked for.
  let wasRepaired: Bool
  /// Whether its streams and texts cannot be read as they are.
  let isEncrypted: Bool
  lazy var reach = PDFReach(current)
  lazy var fonts = PDFFonts(self)
  lazy var visible = PDFVisibleText(source.bytes, pages: run.limits.pages)
  /// Named destinations.
  lazy var destinations = Dictionary(
    leaves(current.value(root, "Names").dictionary?["Dests"], "Names").compactMap { leaf in
      leaf.key.bytes.map { ($0, leaf.value) }
    }, uniquingKeysWith: { first, _ in first })
  lazy var contents = PDFContents(self)
  lazy var engine: PDFEngine? = {
    if case .open(let engine) = PDFEngine.open(source.bytes) { engine } else { nil }
  }()

  init(_ bytes: [UInt8], run: InspectionRun) throws(Unreadable) {
    let source = try PDFSource(bytes, run: run)
    var tables = PDFCrossReference(source)
    let isRead = try Self.lastStart(source).map { (start) throws(Unreadable) in
      try tables.read(from: start)
    }
    var sections = Self.merged(tables.sections, source)
    var current = PDFRevision(source, sections: sections)
    let scan = try PDFScan(source) { current.object($0).int }
    current.fallback = scan.last
    var wasRepaired = false
    let isLocked =
      current.trailer["Encrypt"] != nil || scan.trailers.contains { $0["Encrypt"] != nil }
    if !isLocked, isRead != true || !Self.hasPages(current) {
      wasRepaired = true
      current = Self.repaired(source, scan)
      sections = []
    }
    self.source = source
    self.run = run
    self.sections = sections
    self.current = current
    self.scan = scan
    self.wasRepaired = wasRepaired
    isEncrypted = isLocked
    guard isLocked || Self.hasPages(current) else {
      throw .broken("no page can be found in it")
    }
    if wasRepaired, scan.ends.isEmpty || scan.objects.contains(where: { !$0.isWhole }) {
      run.fail(.broken("it breaks off, or its table of objects is gone"))
    }
  }

  private static func hasPages(_ revision: PDFRevision) -> Bool {
    let root = revision.value(revision.trailer, "Root").dictionary
    return revision.value(root, "Pages").dictionary != nil
  }

  /// Where the last table stands, as the end of the file says.
  private static func lastStart(_ source: PDFSource) -> Int? {
    // What follows the last %%EOF may be long; readers look back, and so far.
    var from = max(0, source.bytes.count - 2_048)
    var found: Int?
    while true {
      var start = from
      while let next = source.bytes.position(of: Array("startxref".utf8), from: start) {
        found = next
        start = next + 9
      }
      if found != nil || from == 0 { break }
      from = 0
    }
    guard let found else { return nil }
    var lexer = PDFLexer(source.bytes, from: found + 9)
    guard case .object(.int(let offset)) = lexer.next() else { return nil }
    return offset
  }

  /// A linearised file has its table in two parts, and both were written at once.
  private static func merged(_ sections: [PDFSection], _ source: PDFSource) -> [PDFSection] {
    var sections = sections
    guard sections.count >= 2, let length = linearised(source) else { return sections }
    let last = sections.count - 1
    guard sections[last].offset < length, sections[last - 1].offset < length else {
      return sections
    }
    let older = sections.removeLast()
    sections[last - 1].places.merge(older.places) { newer, _ in newer }
    return sections
  }

  /// The length of the file when it was linearised.
  private static func linearised(_ source: PDFSource) -> Int? {
    let offset = source.nextHeader(
      from: source.header, to: min(source.bytes.count, source.header + 1_024))
    guard let offset, let first = try? source.indirect(at: offset),
      let dictionary = first.object.dictionary, dictionary["Linearized"] != nil
    else { return nil }
    return dictionary["L"]?.int.map { $0 &+ source.header } ?? source.bytes.count
  }

  /// The objects that were found, the last of each number, as if there were no tables.
  private static func repaired(_ source: PDFSource, _ scan: PDFScan) -> PDFRevision {
    var table: [Int: PDFPlace] = scan.last.mapValues { .at($0) }
    var trailer: PDFDictionary = [:]
    for dictionary in scan.trailers { trailer.merge(dictionary) { _, newer in newer } }
    let first = PDFRevision(source, table: table, trailer: trailer)
    for object in scan.objects {
      guard let stream = object.object.stream else { continue }
      switch stream.dictionary["Type"]?.name {
      case "ObjStm":
        for (index, inner) in (source.packed(stream, in: first) ?? []).enumerated()
        where table[inner.number] == nil || isPacked(table[inner.number]) {
          table[inner.number] = .packed(stream: object.number, index: index)
        }
      case "XRef": trailer.merge(stream.dictionary) { _, newer in newer }
      default: continue
      }
    }
    if trailer["Root"] == nil {
      for object in scan.objects where object.object.dictionary?["Type"]?.name == "Catalog" {
        trailer["Root"] = .reference(object.number)
      }
    }
    return PDFRevision(source, table: table, trailer: trailer)
  }

  private static func isPacked(_ place: PDFPlace?) -> Bool {
    if case .packed = place { true } else { false }
  }
}
