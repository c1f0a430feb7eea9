import Documents
import Testing

@testable import Redaction

@Suite("Texts and tables")
struct TextTests {
  private func redact(
    _ bytes: [UInt8], _ searches: [(String, String)], label: RedactionPlan.Label = .code
  ) throws -> RedactionResult {
    let marks = searches.map {
      RedactionPlan.Mark(.text(.init($0.0), page: nil), code: $0.1)
    }
    return try Redactor.redact(bytes, plan: RedactionPlan(marks: marks, label: label))
  }

  @Test("a name gives way to its code, everywhere and across lines")
  func acrossLines() throws {
    let text = "Dear Ann,\nwe met Ann\nSmith and ANN SMITH-JONES.\nYours"
    let result = try redact(Array(text.utf8), [("Ann Smith", "s40(2)")])
    #expect(
      String(decoding: result.bytes, as: UTF8.self)
        == "Dear Ann,\nwe met [s40(2)]\n[s40(2)] and [s40(2)].\nYours")
    #expect(result.report.marks.map(\.removed) == [["Ann Smith", "ANN SMITH-JONES"]])
    #expect(result.report.schedule.map(\.extent) == ["4 words"])
  }

  @Test("labels are of one length, whatever they stand for")
  func oneLength() throws {
    let csv = "name,note\r\n\"Smith, Bob\",ill\r\nAl,well\r\n"
    let result = try redact(Array(csv.utf8), [("Smith, Bob", "s40(2)"), ("Al", "s38(1)(a)")])
    #expect(
      String(decoding: result.bytes, as: UTF8.self)
        == "name,note\r\n\"[s40(2)###]\",ill\r\n[s38(1)(a)],well\r\n")
  }

  @Test("other encodings keep their form", arguments: [true, false])
  func wide(isBigEndian: Bool) throws {
    let encoding = TextEncoding.utf16(isBigEndian: isBigEndian)
    let bytes = encoding.bytes("\u{FEFF}Zoë Müller left")
    let result = try redact(bytes, [("zoë müller", "s40(2)")], label: .none)
    #expect(result.bytes == encoding.bytes("\u{FEFF}[########] left"))
  }

  @Test("Western letters of one byte are kept")
  func oneByte() throws {
    let result = try redact([0x4D, 0xFC, 0x2C, 0x20, 0xE9, 0x74, 0xE9], [("Mü", "s40")])
    #expect(result.bytes == Array("[s40], ".utf8) + [0xE9, 0x74, 0xE9])
  }

  @Test("what is not there, a box and a file that is no text are refused")
  func refused() {
    #expect(throws: Unreadable.self) { try redact(Array("text".utf8), [("other", "s40")]) }
    #expect(throws: Unreadable.self) { try redact([0, 1, 2, 3, 0xFF], [("other", "s40")]) }
    #expect(throws: Unreadable.self) {
      try Redactor.redact(
        Array("text".utf8), plan: RedactionPlan(marks: [.init(.page(1), code: "s40")]))
    }
  }
}
