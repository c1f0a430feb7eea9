/// Tracked changes: what was struck out is still there, and everything says who did it and when.
enum WordRevisionInspector: WordRoomInspector {
  static let deleted = HiddenDataClass(
    "docx.deleted_text", .critical, "Text struck out while changes were tracked",
    lies: "`w:del` around runs, rows, cells and paragraph marks of any story.",
    recognised:
      "Every such element with its text, whether the text stands in `w:delText` or not; also deleted instructions of fields and deleted pictures.",
    removal: "The deletion is accepted: element and text go.")

  static let inserted = HiddenDataClass(
    "docx.inserted_text", .medium, "Who put text in, and when",
    lies: "`w:ins` with its author and date.",
    recognised: "Every such element, around runs and on rows, cells and paragraph marks.",
    removal: "The insertion is accepted: the text stays, the author goes.")

  static let moved = HiddenDataClass(
    "docx.moved_text", .high, "Text moved while changes were tracked",
    lies: "`w:moveFrom` where the text was, `w:moveTo` where it is, and the marks around both.",
    recognised: "The old place with its text, which may differ from what stands at the new one.",
    removal: "The move is accepted: the old text goes, the new one stays without its author.")

  static let format = HiddenDataClass(
    "docx.format_change", .low, "Who changed formatting, and when",
    lies: "`w:rPrChange`, `w:pPrChange`, `w:sectPrChange` and their like, with author and date.",
    recognised: "Every element that keeps former properties; told once for each author and story.",
    removal: "The change is accepted: the former properties go.")

  static let classes = [deleted, inserted, moved, format]

  static func inspect(_ file: WordPackage) {
    for story in file.allStories {
      tell(deleted, "deleted", ["del", "cellDel", "customXmlDelRangeStart"], story, file) {
        $0.deleted
      }
      tell(moved, "moved away", ["moveFrom", "moveFromRangeStart"], story, file) {
        $0.deleted == nil ? $0.movedAway : nil
      }
      tell(moved, "moved here", ["moveTo", "moveToRangeStart"], story, file) {
        $0.isGone ? nil : $0.movedHere
      }
      let insertions: Set<String> = ["ins", "cellIns", "cellMerge", "customXmlInsRangeStart"]
      tell(inserted, "inserted", insertions, story, file) { $0.inserted }
      tellFormats(story, file)
    }
  }

  /// Tells the text of changes of one kind, and then those that have no text.
  private static func tell(
    _ kind: HiddenDataClass, _ verb: String, _ elements: Set<String>, _ story: WordStory,
    _ file: WordPackage, _ change: (WordRevisions) -> WordRevision?
  ) {
    var told: Set<WordRevision> = []
    for passage in story.passages({ _, piece in change(piece.revisions) }) {
      told.insert(passage.key)
      file.report(
        kind, in: story, passage.first,
        at: "\(story.place(passage)), \(verb)\(passage.key.described)", showing: passage.text)
    }
    var others: [WordRevision: (count: Int, names: String)] = [:]
    var order: [WordRevision] = []
    story.visit { element in
      guard element.isWord, elements.contains(element.name.local) else { return }
      let revision = WordRevision(element)
      guard !told.contains(revision) else { return }
      if others[revision] == nil { order.append(revision) }
      let names = element.descendants("docPr").compactMap { $0["descr"] ?? $0["name"] }
      others[revision, default: (0, "")].count += 1
      others[revision]?.names += names.map { " \($0)" }.joined()
    }
    for revision in order {
      let (count, names) = others[revision] ?? (0, "")
      let what =
        names.isEmpty ? "paragraph marks, rows or other marks: \(count)" : "pictures:\(names)"
      file.report(
        kind, in: story, nil, at: "\(story.label), \(verb)\(revision.described)", showing: what)
    }
  }

  private static func tellFormats(_ story: WordStory, _ file: WordPackage) {
    var counts: [String: (count: Int, dates: Set<String>)] = [:]
    story.visit { element in
      guard element.isWord, element.name.local.hasSuffix("Change"), let author = element["author"]
      else { return }
      counts[author, default: (0, [])].count += 1
      if let date = element["date"] { counts[author]?.dates.insert(date) }
    }
    for (author, found) in counts.sorted(by: { $0.key < $1.key }) {
      let dates = found.dates.sorted().prefix(20).joined(separator: ", ")
      file.run.report(
        format, at: "\(story.label), changed by \(author) in \(found.count) places",
        showing: "\(author) \(dates)".stripped)
    }
  }

  private static let by = #"w:id="1" w:author="R. Hale" w:date="2024-02-01T09:00:00Z""#

  static let examples = [
    InspectionExample(
      "a deletion within a formula", file: "formula.docx",
      WordExample.file(
        #"<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r>"#
          + #"<w:rPr><w:del \#(by)/></w:rPr><m:t>Lantern</m:t></m:r></m:oMath></w:p>"#),
      finds: [deleted.id], shows: "Lantern"),
    InspectionExample(
      "a deletion split over runs is shown whole", file: "deleted.docx",
      WordExample.file(
        "<w:p>\(WordExample.run("The source is "))<w:del \(by)><w:r><w:delText>Maria</w:delText></w:r>"
          + "<w:r><w:delText xml:space=\"preserve\"> Quist</w:delText></w:r></w:del></w:p>"),
      finds: [deleted.id], shows: "Maria Quist"),
    InspectionExample(
      "a row that was deleted", file: "row.docx",
      WordExample.file(
        "<w:tbl><w:tr><w:trPr><w:del \(by)/></w:trPr><w:tc>\(WordExample.paragraph("Cell 14"))"
          + "</w:tc></w:tr></w:tbl><w:p/>"), finds: [deleted.id], shows: "Cell 14"),
    InspectionExample(
      "instructions of a field that were deleted", file: "code.docx",
      WordExample.file(
        "<w:p><w:del \(by)><w:r><w:delInstrText>LINK C:\\case\\901</w:delInstrText></w:r></w:del></w:p>"
      ), finds: [deleted.id], shows: "C:\\case\\901"),
    InspectionExample(
      "the author of an insertion", file: "inserted.docx",
      WordExample.file("<w:p><w:ins \(by)>\(WordExample.run("later"))</w:ins></w:p>"),
      finds: [inserted.id], shows: "R. Hale"),
    InspectionExample(
      "text that was moved away", file: "moved.docx",
      WordExample.file(
        "<w:p><w:moveFrom \(by)>\(WordExample.run("as it was"))</w:moveFrom></w:p>"
          + "<w:p><w:moveTo \(by)>\(WordExample.run("as it is"))</w:moveTo></w:p>"),
      finds: [moved.id], shows: "as it was"),
    InspectionExample(
      "former formatting", file: "format.docx",
      WordExample.file(
        WordExample.paragraph("Plain", "<w:b/><w:rPrChange \(by)><w:rPr/></w:rPrChange>")),
      finds: [format.id], shows: "R. Hale"),
    InspectionExample(
      "a deletion in a header", file: "header.docx",
      WordExample.file(
        #"<w:p/><w:sectPr><w:headerReference w:type="default" r:id="p1"/></w:sectPr>"#,
        [
          WordExample.part(
            "header", "top.xml", "hdr",
            "<w:p><w:del \(by)><w:r><w:delText>Draft for Hale</w:delText></w:r></w:del></w:p>")
        ]), finds: [deleted.id, WordPackage.elsewhere.id], shows: "Draft for Hale"),
    InspectionExample(
      "struck-through text was not deleted", file: "strike.docx",
      WordExample.file(WordExample.paragraph("no longer", "<w:strike/>")),
      leaves: [deleted.id, inserted.id, moved.id, format.id]),
  ]
}
