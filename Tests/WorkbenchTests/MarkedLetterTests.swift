import DataFiles
import InformationLaw
import LetterReading
import Markup
import Scrutiny
import Testing

@testable import Workbench

@Suite("A letter marked up")
struct MarkedLetterTests {
  private func reading(_ text: String, spans: [Span], blocks: [Block]) -> Reading {
    var reading = Reading(text: text)
    reading.spans = spans
    reading.blocks = blocks
    return reading
  }

  private func finding(_ start: Int?, _ end: Int?, _ message: String) -> Finding {
    Finding(
      rule: "RN-054", severity: .unlawful, verdict: .fail, field: "letter/0", start: start,
      end: end,
      message: message, citation: "FOIA s.17", fix: "Say it.")
  }

  private let empty = ScrutinyReport(verdicts: [], findings: [], questions: [])

  @Test("every word of the letter is shown once and in order, in a block or not")
  func whole() {
    let text = "Dear you,\n\nIt could harm. é🙂 Yes.\n\nLast words."
    let marked = MarkedLetter(
      reading: reading(
        text, spans: [Span(role: .harm, start: 11, end: 25)],
        blocks: [Block(kind: .paragraph, start: 11, end: 33)]), report: empty)
    let shown = marked.rows.flatMap(\.pieces).map(\.text).joined()
    #expect(shown.filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
    #expect(marked.rows.map(\.kind) == [.paragraph, .paragraph, .paragraph])
  }

  @Test("a part inside a part is coloured as the inner one and named where it begins")
  func nested() throws {
    let marked = MarkedLetter(
      reading: reading(
        "abcdefghij",
        spans: [
          Span(role: .exemptionReason, exemption: "s31(1)(a)", start: 0, end: 10),
          Span(role: .harm, start: 4, end: 7),
        ], blocks: [Block(kind: .paragraph, start: 0, end: 10)]), report: empty)
    let pieces = try #require(marked.rows.first?.pieces)
    #expect(pieces.map(\.text) == ["abcd", "efg", "hij"])
    #expect(pieces.map(\.role) == [.exemptionReason, .harm, .exemptionReason])
    #expect(pieces.map { $0.begins.map(\.role) } == [[.exemptionReason], [.harm], []])
    #expect(marked.html.text.contains("Why the exemption applies s31(1)(a)"))
  }

  @Test("a finding stands beside the words that it is about; one without a place stands at the top")
  func findings() throws {
    let report = ScrutinyReport(
      verdicts: [],
      findings: [finding(3, 6, "placed"), finding(nil, nil, "whole"), finding(90, 99, "outside")],
      questions: [])
    let marked = MarkedLetter(
      reading: reading("one two", spans: [], blocks: [Block(kind: .paragraph, start: 0, end: 7)]),
      report: report)
    #expect(marked.wholeCount == 2 && marked.findings.map(\.number) == [1, 2, 3])
    let row = try #require(marked.rows.first)
    #expect(row.findings == [3])
    #expect(row.pieces.filter(\.isMarked).map(\.text) == [" tw"])
    let html = marked.html.text
    #expect(html.contains("href=\"#finding-3\"") && html.contains("id=\"finding-3\""))
    #expect(html.contains("id=\"words-3\"") && html.contains("href=\"#words-3\""))
  }

  @Test("what a letter says is text, never markup")
  func escaped() {
    let marked = MarkedLetter(
      reading: reading(
        "<script>alert(1)</script>", spans: [],
        blocks: [Block(kind: .paragraph, start: 0, end: 25)]), report: empty)
    #expect(!marked.html.text.contains("<script>"))
  }
}
