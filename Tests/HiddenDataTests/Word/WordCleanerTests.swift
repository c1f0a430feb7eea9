import Documents
import Testing

@testable import HiddenData

@Suite("cleaning Word documents")
struct WordCleanerTests {
  private func clean(_ bytes: [UInt8]) throws -> [UInt8] {
    try WordCleaner.clean(bytes, limits: InspectionLimits())
  }

  private func text(_ bytes: [UInt8]) throws -> String {
    let run = InspectionRun { (_, _, _) in }
    let package = try OfficePackage(bytes, run: run)
    let file = try #require(WordPackage(package, part: package.mainPart ?? "", run: run))
    return file.body.root.wordText
  }

  @Test("nothing that can be taken out is left of any example")
  func examples() throws {
    for example in WordInspector.examples {
      let run = WordTesting.inspect(try clean(example.bytes))
      #expect(run.failures.isEmpty, "\(example.name): \(run.failures)")
      let left = run.findings.filter(\.removable).map { "\($0.class): \($0.excerpt)" }
      #expect(left.isEmpty, "\(example.name): \(left)")
    }
  }

  @Test("innocents keep their text")
  func innocents() throws {
    for example in WordInspector.examples where example.finds.isEmpty {
      let before = try text(example.bytes).filter { !$0.isWhitespace }
      let after = try text(clean(example.bytes)).filter { !$0.isWhitespace }
      #expect(before == after, "\(example.name)")
    }
  }

  @Test("changes are accepted, fields and controls become what they show")
  func accepted() throws {
    let mark = { (kind: String) in #"<w:r><w:fldChar w:fldCharType="\#(kind)"/></w:r>"# }
    let run = { (text: String) in WordExample.run(text) }
    let file = WordExample.file(
      "<w:p>\(run("One "))<w:del w:author=\"A\"><w:r><w:delText>two </w:delText></w:r></w:del>"
        + "<w:ins w:author=\"A\">\(run("three "))</w:ins><w:sdt><w:sdtPr><w:tag w:val=\"who is it\"/></w:sdtPr>"
        + "<w:sdtContent>\(run("four "))</w:sdtContent></w:sdt>\(mark("begin"))"
        + "<w:r><w:instrText>MERGEFIELD Owner</w:instrText></w:r>\(mark("separate"))\(run("five "))"
        + "\(mark("end"))\(mark("begin"))<w:r><w:instrText>PAGE</w:instrText></w:r>"
        + "\(mark("separate"))\(run("6"))\(mark("end"))</w:p>")
    let cleaned = try clean(file)
    #expect(try text(cleaned) == "One three four five 6")
    let package = try OfficePackage(cleaned, run: InspectionRun { (_, _, _) in })
    let body = String(decoding: package.part(package.mainPart ?? "") ?? [], as: UTF8.self)
    #expect(body.contains("PAGE"))
    for word in ["two", "MERGEFIELD", "who is it", "w:author"] { #expect(!body.contains(word)) }
  }

  @Test("a deleted paragraph mark joins its paragraph to the next")
  func joined() throws {
    let file = WordExample.file(
      "<w:p><w:pPr><w:rPr><w:del w:author=\"A\"/></w:rPr></w:pPr>\(WordExample.run("Half "))</w:p>"
        + "<w:p>\(WordExample.run("and half"))</w:p><w:sectPr/>")
    #expect(try text(clean(file)) == "Half and half")
  }

  @Test("redacted words become blocks of one length, whatever they were")
  func blocks() throws {
    let black = #"<w:highlight w:val="black"/>"#
    let short = WordExample.file(WordExample.paragraph("Al", black))
    let long = WordExample.file(
      "<w:p>\(WordExample.run("Alexandra ", black))\(WordExample.run("Fairweather", black))</w:p>")
    #expect(try text(clean(short)) == WordJudgement.blocks)
    #expect(try text(clean(long)) == WordJudgement.blocks)
  }

  @Test("cleaning twice is cleaning once")
  func twice() throws {
    for example in WordInspector.examples {
      let once = try clean(example.bytes)
      #expect(try clean(once) == once, "\(example.name)")
    }
  }

  @Test("a damaged document is refused")
  func damaged() {
    let bytes = WordExample.file("<w:p>")
    #expect(throws: Unreadable.self) {
      try WordCleaner.clean(Array(bytes.prefix(200)), limits: InspectionLimits())
    }
    let broken = WordExample.file("<w:p></w:q>")
    #expect(throws: Unreadable.self) {
      try WordCleaner.clean(broken, limits: InspectionLimits())
    }
  }
}
