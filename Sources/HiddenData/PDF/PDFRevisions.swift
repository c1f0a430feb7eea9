import Documents

/// What an earlier saving of the file showed and the last does not.
enum PDFRevisions: PDFFamily {
  static let revision = HiddenDataClass(
    "pdf.incremental", .critical, "Earlier versions of the document",
    lies: "Before the last `%%EOF`: a program that only adds to a file leaves the objects that it "
      + "replaces or takes out where they were.",
    recognised: "Every object of every earlier version is compared with the last one; words and "
      + "pictures that are gone from it are shown. The two tables of a linearised file, a signature "
      + "that was added, and savings that only added are left alone.",
    removal: "The file is written anew from the objects of its last version.")

  static let classes = [revision]

  /// Versions that are compared; a file that was saved more often is compared from the newest back.
  private static let most = 100

  static func inspect(_ file: PDFFile) {
    let known = CurrentWords(file)
    var found: [Int: Found] = [:]
    var told: Set<[UInt8]> = []
    func add(_ trace: PDFTraces.Trace, at offset: Int) {
      let version = file.version(at: offset)
      for word in trace.words where !known.shows(word) {
        guard told.insert(PDFText.key(word)).inserted else { continue }
        found[version, default: Found()].words.append(word)
      }
      if let picture = trace.picture { found[version, default: Found()].words.append(picture) }
    }
    let traces = PDFTraces(file: file)
    pages(file, add)
    dropped(file, traces, add)
    for old in superseded(file) {
      // The same again says nothing new, whatever else was changed beside it.
      let now = traces.trace(file.current.object(old.number), in: file.current)
      var trace = traces.trace(old.object, in: file.current)
      let words = Set(now.words)
      trace.words.removeAll { words.contains($0) }
      if now.picture != nil, trace.picture == now.picture,
        file.sameBytes(old.object, file.current.object(old.number))
      {
        trace.picture = nil
      }
      add(trace, at: old.offset)
    }
    let count = max(file.scan.ends.count, (found.keys.max() ?? 0) + 1)
    for (version, found) in found.sorted(by: { $0.key < $1.key }) where !found.words.isEmpty {
      file.report(
        revision, nil, "version \(version) of \(count)", found.words.joined(separator: "\n"))
    }
  }

  private struct Found { var words: [String] = [] }

  /// An object that another of its number took the place of.
  struct Superseded {
    var number: Int
    var offset: Int
    var object: PDFObject
  }

  /// The text of the pages as earlier versions had them, with the fonts of then.
  private static func pages(_ file: PDFFile, _ add: (PDFTraces.Trace, Int) -> Void) {
    guard file.sections.count > 1 else { return }
    var compared: Set<Int> = []
    for index in 1..<min(file.sections.count, most) {
      let then = PDFRevision(file.source, sections: file.sections[index...])
      let changed = file.sections[index - 1].places.keys
      let isSmall = file.sections[index...].reduce(0) { $0 + $1.places.count } < 1_000_000
      guard !changed.isEmpty, isSmall else { continue }
      for page in PDFPages.list(of: then) {
        let streams = PDFPages.contents(page.dictionary)
        let touched =
          streams.contains { file.sections[index - 1].places[$0] != nil }
          || file.sections[index - 1].places[page.number] != nil
        guard touched || !file.reach.numbers.contains(page.number) else { continue }
        let offset =
          streams.compactMap { then.offset(of: $0) }.first ?? then.offset(of: page.number)
        guard let offset, compared.insert(offset).inserted else { continue }
        let lines = file.contents.lines(ofPage: page.dictionary, in: then)
        add(PDFTraces.Trace(words: lines), offset)
      }
    }
  }

  /// Objects that an earlier version used and the last does not, though they are still in its table: a
  /// note whose page does not list it any more.
  private static func dropped(
    _ file: PDFFile, _ traces: PDFTraces, _ add: (PDFTraces.Trace, Int) -> Void
  ) {
    for index in 1..<max(1, min(file.sections.count, 10)) {
      let then = PDFRevision(file.source, sections: file.sections[index...])
      guard then.table.count < 200_000 else { return }
      for number in PDFReach(then).numbers.subtracting(file.reach.numbers).sorted() {
        guard let offset = then.offset(of: number) ?? then.holder(of: number) else { continue }
        add(traces.trace(then.object(number), in: then), offset)
      }
    }
  }

  /// Objects in the file whose number means another object now, or none where it meant one.
  static func superseded(_ file: PDFFile) -> [Superseded] {
    var result: [Superseded] = []
    for found in file.scan.objects where found.number > 0 {
      let isCurrent = file.current.offset(of: found.number) == found.range.lowerBound
      let type = found.object.dictionary?["Type"]?.name
      if type == "ObjStm", let stream = found.object.stream, !file.isEncrypted {
        result += packed(stream, found, isCurrent, file)
      }
      guard !isCurrent, type != "ObjStm", type != "XRef", file.wasReplaced(found.number) else {
        continue
      }
      result.append(
        Superseded(number: found.number, offset: found.range.lowerBound, object: found.object))
    }
    return result
  }

  private static func packed(
    _ stream: PDFStream, _ found: PDFSource.PDFIndirect, _ isCurrent: Bool, _ file: PDFFile
  ) -> [Superseded] {
    var result: [Superseded] = []
    for (index, inner) in (file.source.packed(stream, in: file.current) ?? []).enumerated() {
      if isCurrent, case .packed(let holder, let place) = file.current.table[inner.number],
        holder == found.number, place == index
      {
        continue
      }
      guard file.wasReplaced(inner.number) else { continue }
      result.append(
        Superseded(number: inner.number, offset: found.range.lowerBound, object: inner.object))
    }
    return result
  }

  static let examples = [
    InspectionExample(
      "a page whose words were replaced", file: "saved.pdf",
      PDFExample(text: "Witness Jane Roe").saved([
        4: PDFExample.stream("BT /F1 12 Tf 72 700 Td (Witness A) Tj ET")
      ]), finds: ["pdf.incremental"], shows: "Witness Jane Roe"),
    InspectionExample(
      "a page that was taken out", file: "page.pdf",
      PDFExample(objects: [
        2: "<</Type/Pages/Kids[3 0 R 20 0 R]/Count 2>>",
        20: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 21 0 R"
          + "/Resources<</Font<</F1 5 0 R>>>>>>",
        21: PDFExample.stream("BT /F1 12 Tf 72 700 Td (Minutes about Ms Roe) Tj ET"),
      ]).saved([2: "<</Type/Pages/Kids[3 0 R]/Count 1>>"]), finds: ["pdf.incremental"],
      shows: "Minutes about Ms Roe", allows: ["pdf.orphan_object"]),
    InspectionExample(
      "a link that was added later", file: "added.pdf",
      PDFExample().saved([
        3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
          + "/Resources<</Font<</F1 5 0 R>>>>/Annots[10 0 R]>>",
        10: "<</Type/Annot/Subtype/Link/Rect[72 600 90 610]/Dest[3 0 R/Fit]>>",
      ]), leaves: ["pdf.incremental"]),
  ]
}

/// The words of the document as it is now. They are read when something is first compared with them:
/// most files have one version only.
private final class CurrentWords {
  private let file: PDFFile
  private lazy var keys: [UInt8] = {
    var keys: [UInt8] = []
    for page in file.reach.pages where keys.count < 64 << 20 {
      for line in file.contents.lines(ofPage: page.dictionary, in: file.current) {
        keys += PDFText.key(line)
      }
      keys.append(0)
    }
    return keys
  }()

  init(_ file: PDFFile) { self.file = file }

  func shows(_ words: String) -> Bool {
    file.visible.shows(words) || keys.holds(PDFText.key(words))
  }
}
