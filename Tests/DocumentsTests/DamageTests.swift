import Documents
import Testing

/// Every file cut short and with bits turned over: a text or a reason, never a crash. What a reader in C
/// does with them is watched from a process of its own in the command's tests.
@Suite("Damaged files")
struct DamageTests {
  private static let letter = PDFPages.lines([
    "We have decided to withhold this information under section 31 of the Act, because it would",
    "be likely to prejudice the prevention or detection of crime.",
  ])

  static let files: [(String, [UInt8])] = [
    (
      "docx",
      WordFile(body: WordFile.paragraph("We refuse.") + WordFile.table([[["a"], ["b"]]])).bytes
    ),
    ("odt", OpenDocumentTests.file("<text:p>We refuse.</text:p>")),
    ("pdf", PDFPages(pages: [letter, letter]).bytes),
    ("html", Array("<html><body><table><tr><td>We<td>refuse &amp; sign</table>".utf8)),
    ("eml", Array("From: a@b.example\nMessage-ID: <1>\n\nWe refuse.".utf8)),
  ]

  @Test("a packed document that breaks off is damaged", arguments: [0, 1])
  func cutPackages(index: Int) {
    let bytes = Self.files[index].1
    for step in 1..<60 {
      let cut = Array(bytes.prefix(bytes.count * step / 60))
      #expect(reason(cut)?.reason != nil, "cut at \(cut.count) of \(bytes.count)")
    }
  }

  @Test("a PDF that breaks off has a reason or a note", arguments: 1..<60)
  func cutPDF(step: Int) {
    let bytes = Self.files[2].1
    let cut = Array(bytes.prefix(bytes.count * step / 60))
    do {
      let text = try read(cut)
      #expect(text.format == .text || text.notes.contains { $0.matter == .damage })
    } catch {}
  }

  @Test("bits turned over make no crash", arguments: files.indices)
  func flipped(index: Int) {
    var random = Seeded(state: UInt64(index + 1))
    let bytes = Self.files[index].1
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: damaged.indices, using: &random)
        damaged[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
      }
      if let refused = reason(damaged) { #expect(refused.message.hasSuffix(".")) }
    }
  }
}
