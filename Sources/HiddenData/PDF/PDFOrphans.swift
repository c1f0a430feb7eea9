/// Objects that nothing leads to any more.
enum PDFOrphans: PDFFamily {
  static let orphan = HiddenDataClass(
    "pdf.orphan_object", .high, "Objects that the document does not use",
    lies:
      "Among the objects of the file, where no reference from the trailer leads: pages, pictures and "
      + "notes that a program took out of the document and not out of the file.",
    recognised:
      "Everything that can be reached is followed; what is left over is shown where it has "
      + "words or pixels. Fonts, numbers, times and the tables themselves are left alone.",
    removal: "The file is written anew from the objects that are used.")

  static let classes = [orphan]

  static func inspect(_ file: PDFFile) {
    let traces = PDFTraces(file: file)
    let listed = Set(file.reach.pages.map(\.number))
    // A page that only a bookmark or the structure still leads to is not shown either.
    for node in file.reach.nodes
    where node.isWhole && node.number > 0 && !listed.contains(node.number) {
      guard node.dictionary["Type"]?.name == "Page" else { continue }
      let lines = file.contents.lines(ofPage: node.dictionary, in: file.current)
      if !lines.isEmpty { report(node.number, "a page", lines.joined(separator: "\n"), file) }
    }
    for found in file.scan.objects { packed(found, traces, file) }
    var offsets: Set<Int> = []
    for number in file.current.table.keys.sorted() where !file.reach.numbers.contains(number) {
      if let offset = file.current.offset(of: number) { offsets.insert(offset) }
      let object = file.current.object(number)
      if object.isNull { continue }
      tell(number, object, traces, file)
    }
    for found in file.scan.objects
    where !file.reach.numbers.contains(found.number) && !offsets.contains(found.range.lowerBound) {
      let isCurrent = file.current.offset(of: found.number) == found.range.lowerBound
      guard isCurrent || !file.wasReplaced(found.number) else { continue }
      tell(found.number, found.object, traces, file)
    }
  }

  /// Objects in a stream of objects of which no table knows.
  private static func packed(
    _ found: PDFSource.PDFIndirect, _ traces: PDFTraces, _ file: PDFFile
  ) {
    guard found.object.dictionary?["Type"]?.name == "ObjStm", let stream = found.object.stream
    else { return }
    for inner in file.source.packed(stream, in: file.current) ?? []
    where file.current.table[inner.number] == nil {
      tell(inner.number, inner.object, traces, file)
    }
  }

  private static func tell(
    _ number: Int, _ object: PDFObject, _ traces: PDFTraces, _ file: PDFFile
  ) {
    if object.dictionary?["Type"]?.name == "Page", let page = object.dictionary {
      let lines = file.contents.lines(ofPage: page, in: file.current)
      if !lines.isEmpty { report(number, "a page", lines.joined(separator: "\n"), file) }
    }
    var trace = traces.trace(object, in: file.current)
    trace.words.removeAll { file.visible.shows($0) }
    guard !trace.isEmpty else { return }
    let picture = trace.picture == nil ? nil : file.engine?.picture(number)
    file.run.report(
      orphan, at: "object \(number)", showing: trace.text, picture: picture)
  }

  private static func report(_ number: Int, _ what: String, _ text: String, _ file: PDFFile) {
    file.report(orphan, nil, "object \(number), \(what)", text)
  }

  static let examples = [
    InspectionExample(
      "the content of a page that is gone", file: "orphan.pdf",
      PDFExample(objects: [
        20: PDFExample.stream("BT /F1 12 Tf 72 700 Td [(Jane)-400(Roe)] TJ ET")
      ]).file, finds: ["pdf.orphan_object"], shows: "Jane Roe"),
    InspectionExample(
      "a note that is on no page", file: "annotation.pdf",
      PDFExample(objects: [20: "<</Subtype/Text/Contents(Ask J. Doe)/M(D:20240101)>>"]).file,
      finds: ["pdf.orphan_object"], shows: "Ask J. Doe"),
    InspectionExample(
      "an object in a stream of objects that no table knows", file: "packed.pdf",
      PDFExample(objects: [
        20: PDFExample.stream("90 0 <</Note(Ask J. Doe)>>", "/Type/ObjStm/N 1/First 5")
      ]).file, finds: ["pdf.orphan_object"], shows: "Ask J. Doe"),
    InspectionExample(
      "a font and a number that nothing uses", file: "font.pdf",
      PDFExample(objects: [
        20: "<</Type/Font/Subtype/Type1/BaseFont/Courier>>", 21: "1042",
        22: "<</Producer(GPL Ghostscript 10.0)/CreationDate(D:20240101)>>",
      ]).file, leaves: ["pdf.orphan_object"]),
  ]
}
