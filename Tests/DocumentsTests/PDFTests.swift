import Documents
import Testing

@Suite("PDF documents")
struct PDFTests {
  private func text(_ pages: String...) throws -> String {
    try read(PDFPages(pages: pages).bytes).text
  }

  @Test("lines become paragraphs, hyphens go, and lines broken on purpose stay")
  func paragraphs() throws {
    let letter = PDFPages.lines([
      "Aldermere Borough Council", "Date: 15 January 2024", "",
      "Release of the version numbers would be likely to prejudice the prevention of crime, be-",
      "cause faults in named versions are published each month; we gave this infor-",
      "mation to nobody. The risk is real.", "",
      "The second paragraph is about the non-disclosure of it and about what we would not disc-",
      "lose, whatever the non-",
      "disclosure costs.",
    ])
    #expect(
      try text(letter) == """
        Aldermere Borough Council
        Date: 15 January 2024

        Release of the version numbers would be likely to prejudice the prevention of crime, because \
        faults in named versions are published each month; we gave this information to nobody. The risk \
        is real.

        The second paragraph is about the non-disclosure of it and about what we would not disclose, \
        whatever the non-disclosure costs.
        """)
  }

  @Test("bold headings and list items stand by themselves")
  func headings() throws {
    let heading = PDFPages.lines(["Public interest test"], y: 700, font: "B")
    let body = PDFPages.lines(
      [
        "Factors that we took into account when we weighed what speaks for and against telling you:",
        "\u{2022} the first of them", "(b) the second", "2. the third",
      ].map { $0.replacing("\u{2022}", with: "\\225") }, y: 686.25
    ).replacing("\\\\225", with: "\\225")
    #expect(
      try text(heading + body) == """
        Public interest test

        Factors that we took into account when we weighed what speaks for and against telling you:
        • the first of them
        (b) the second
        2. the third
        """)
  }

  @Test("a table reads row by row, its cells put together")
  func table() throws {
    let left = { (lines: [String], y: Double) in PDFPages.lines(lines, x: 72, y: y) }
    let right = { (lines: [String], y: Double) in PDFPages.lines(lines, x: 320, y: y) }
    let page =
      left(
        ["We weighed the following for and against disclosure, and it took us a long time to do."],
        740)
      + left(["Factors for"], 700) + right(["Factors against"], 700)
      + left(["The public would see how", "the force spends."], 670)
      + right(["Offenders would learn", "where the force is weak,", "and use it."], 670)
      + left(["Trust would grow."], 610) + right(["Officers would be at risk."], 610)
      + left(["On balance the exemption is maintained."], 560)
    #expect(
      try text(page) == """
        We weighed the following for and against disclosure, and it took us a long time to do.

        Factors for | Factors against
        The public would see how the force spends. | Offenders would learn where the force is weak, \
        and use it.
        Trust would grow. | Officers would be at risk.

        On balance the exemption is maintained.
        """)
  }

  @Test("columns are read one after the other")
  func columns() throws {
    let page =
      PDFPages.lines(["First column, first", "line and second."], x: 72)
      + PDFPages.lines(["Second column", "comes after."], x: 320)
    #expect(try text(page) == "First column, first line and second.\n\nSecond column comes after.")
  }

  @Test("a sentence goes on over the page; page numbers stay as lines")
  func pages() throws {
    let first = PDFPages.lines([
      "The prejudice would be real, because the numbers that you ask for show how many officers are"
    ])
    let second =
      PDFPages.lines(["on duty at night."]) + PDFPages.lines(["Page 2 of 2"], x: 280, y: 40)
    #expect(
      try text(first, second) == """
        The prejudice would be real, because the numbers that you ask for show how many officers are \
        on duty at night.

        Page 2 of 2
        """)
  }

  @Test("a scan has no text, and a page of a letter that is one is named")
  func scan() throws {
    let scan = reason(PDFPages(pages: [PDFPages.picture]).bytes)
    #expect(scan?.reason == .noTextLayer && scan?.message.contains("OCR") == true)
    let mixed = try read(
      PDFPages(pages: [PDFPages.lines(["Dear Sir"]), PDFPages.picture]).bytes)
    #expect(mixed.text == "Dear Sir")
    #expect(mixed.notes.map(\.matter) == [.pictures])
    #expect(mixed.notes[0].message.hasPrefix("Page 2 without a text layer"))
    #expect(reason(PDFPages(pages: [""]).bytes)?.reason == .empty)
  }

  @Test("a PDF with a password is encrypted")
  func encrypted() {
    let key = String(repeating: "4b", count: 32)
    var file = PDFPages(pages: [PDFPages.lines(["secret"])])
    file.trailer =
      "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<\(key)>/U<\(key)>>>/ID[<\(key)><\(key)>]"
    #expect(reason(file.bytes)?.reason == .encrypted)
  }

  @Test("too many pages are refused in words, by what the file says of their number")
  func manyPages() {
    let many = reason(
      PDFPages(pages: [String](repeating: "", count: 3_001)).bytes)
    #expect(many?.reason == .overLimit)
    #expect(many?.message.contains("3001 pages") == true)
    var liar = PDFPages(pages: [PDFPages.lines(["one"])])
    liar.count = 100_000
    #expect(reason(liar.bytes)?.reason == .overLimit || reason(liar.bytes) == nil)
  }

  @Test("a broken directory is mended and a note says so")
  func mended() throws {
    var bytes = PDFPages(pages: [PDFPages.lines(["Dear Sir"])]).bytes
    guard let table = bytes.firstRange(of: Array("xref\n".utf8)) else { return }
    bytes.removeSubrange(table.lowerBound...)
    let text = try read(bytes)
    #expect(text.text == "Dear Sir")
    #expect(text.notes.map(\.matter) == [.damage])
  }
}
