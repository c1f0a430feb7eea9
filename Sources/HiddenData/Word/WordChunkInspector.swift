/// Whole documents that Word takes in when it opens the file.
enum WordChunkInspector: WordRoomInspector {
  static let chunk = HiddenDataClass(
    "docx.alt_chunk", .critical, "Document to be taken in",
    lies: "`w:altChunk` and the part that it leads to, in HTML, RTF, text or Word's own formats.",
    recognised: "Every such part with its text; those in a format of Office are entered.",
    removal: "Element and part go: open the file in Word and save it to keep the text.")

  static let classes = [chunk]

  static func inspect(_ file: WordPackage) {
    var seen: Set<String> = []
    for (relation, story) in file.targets("afchunk") {
      guard !relation.isExternal else {
        file.run.report(
          chunk, at: "\(story.label), taken in from elsewhere", showing: relation.target)
        continue
      }
      guard seen.insert(OfficePackage.key(relation.target)).inserted,
        let bytes = file.package.part(relation.target)
      else { continue }
      let place = "\(story.label), \(relation.target)"
      if bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
        let words = PartText.words(of: bytes, run: file.run)
        file.run.report(
          chunk, at: place,
          showing: words.hasWords ? words : "a document of \(bytes.count) bytes")
        file.run.enter(bytes, name: relation.target)
      } else {
        file.run.report(chunk, at: place, showing: WordChunkText.text(bytes))
      }
    }
  }

  private static func document(_ kind: String, _ name: String, _ text: String) -> [UInt8] {
    WordExample.file(#"<w:altChunk r:id="p1"/>"#, [(kind, name, text)])
  }

  static let examples = [
    InspectionExample(
      "a page of HTML", file: "page.docx",
      document(
        "aFChunk", "chunk.html", "<html><p>Statement of <b>K.</b> Lorne &amp; son</p></html>"),
      finds: [chunk.id], shows: "Statement of K. Lorne & son"),
    InspectionExample(
      "a web page in one file", file: "archive.docx",
      document(
        "aFChunk", "chunk.mht",
        "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n"
          + "Content-Transfer-Encoding: base64\r\n\r\nPHA+U3RhdGVtZW50IG9mIEsuIExvcm5lPC9wPg=="),
      finds: [chunk.id], shows: "Statement of K. Lorne"),
    InspectionExample(
      "rich text", file: "rich.docx",
      document(
        "aFChunk", "chunk.rtf", #"{\rtf1{\fonttbl{\f0 Arial;}}\f0 Statement of K.\~Lorne\par}"#),
      finds: [chunk.id], shows: "Statement of K."),
    InspectionExample(
      "a document of one piece", file: "one.docx", WordExample.file("<w:p/>"), leaves: [chunk.id]),
  ]
}
