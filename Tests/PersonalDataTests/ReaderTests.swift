import PersonalData
import Testing

@Suite("The reader")
struct ReaderTests {
  @Test(
    "offsets count Unicode scalars, whatever stands before",
    arguments: ["", "👮🏽‍♀️ ", "Cafe\u{301} ", "Łódź – “x” ", "日本語 ", "\u{FEFF}", "a\u{0}b ", "é\r\n"])
  func offsets(before: String) {
    let text =
      before
      + "call 07911 123456 or AB123456C, 14 Acacia Avenue, Leeds LS1 4AP 👍 jane.doe@example.org"
    let scalars = Array(text.unicodeScalars)
    let found = reader.suggest(in: text)
    #expect(found.count == 5)
    for suggestion in found {
      var own = String.UnicodeScalarView()
      own.append(contentsOf: scalars[suggestion.range])
      #expect(String(own) == suggestion.text)
    }
  }

  @Test(
    "marks directly around a passage do not hide it",
    arguments: ["“%”", "(%)", "–%–", "\u{A0}%\u{A0}", "•%", "<b>%</b>", "👉%👈"])
  func around(frame: String) {
    for passage in [
      "AB123456C", "07911 123456", "CVE-2021-44228", "jane.doe@example.org", "AB12 CDE",
    ] {
      let found = reader.suggest(in: frame.replacing("%", with: passage)).map(\.text)
      #expect(found == [passage], "\(frame)")
    }
  }

  @Test("suggestions come in order and do not overlap")
  func order() {
    let text =
      "DS Sarah Khan 07911 123456, khan.sarah@example.org\nSort code 12-34-56 account 12345678\nDOB 1/2/1980 LS1 4AP"
    let found = reader.suggest(in: text)
    #expect(found.count == 7)
    for (left, right) in zip(found, found.dropFirst()) { #expect(left.end <= right.start) }
    #expect(found == reader.suggest(in: text))
  }

  @Test("nothing in a plain refusal is high")
  func refusal() {
    let letter = """
      Fernshire County Council
      County Hall, 1 High Street, Fernton LS1 2AB
      Tel: 01632 960000   foi@fernshire.gov.uk   www.fernshire.gov.uk

      14 March 2023
      Our ref: FOI 2023/0123   Your ref: 12-34-56

      Dear Requester,

      Freedom of Information Act 2000 (FOIA): request for information

      Thank you for your request of 20 February 2023. In 2022/23 there were 4,512 applications and 312
      appeals, costing £12,345.67. We estimate 19.5 hours at £25 an hour, which is more than £450.

      1.2.3.4 Section 31(1)(a), section 40(2) and regulation 12(5)(b) apply. Information on version 2.1 of the
      policy is on page 12. The Data Protection Act 2018 came into force on 25 May 2018; the Act on 1 January 2005.
      Grant funding, the May elections and the Mark Scheme are not affected. See [2015] UKUT 159 (AAC).

      Will Fernshire publish it? The public interest favours maintaining the exemption.

      If you are unhappy, ask for an internal review within 40 working days, or write to the Information
      Commissioner's Office, Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF, 0303 123 1113,
      casework@ico.org.uk, https://ico.org.uk/make-a-complaint/

      Yours faithfully,
      Information Governance Team
      """
    let found = reader.suggest(in: letter)
    #expect(found.filter { $0.confidence == .high }.map(\.text) == [])
    #expect(
      found.filter { $0.confidence == .medium }.map(\.text) == [
        "1 High Street", "LS1 2AB", "01632 960000",
      ])
  }

  @Test("real identifiers in the same letter are high")
  func letterWithIdentifiers() {
    let letter =
      "Dear Requester,\nPC 4512 attended. The caller, DOB 12/03/1980, rang from 07911 123456.\n"
    #expect(
      reader.suggest(in: letter).filter { $0.confidence == .high }.map(\.text)
        == ["4512", "12/03/1980", "07911 123456"])
  }

  @Test("an empty text and one without anything give nothing")
  func nothing() {
    expectNothing(in: "")
    expectNothing(in: "We hold nothing of the kind.\n\n- one, two, three\n")
  }

  @Test("any bytes are read to the end, and every suggestion lies within the text")
  func anyBytes() {
    let pieces = [
      "AB 12 34 56 C", "0", "+44 (0)", "@", ".", "::", "\\\\", "12/03/", "PC ", "Mr ", "John ",
      "\t1\n", "|", "CVE-2021-",
      "Windows Server ", "\u{A0}", "é", "👮", "12-34-56 ", "GB29 NWBK ", "/home/", "9",
      "99999999999", "\"", "A", "Street", "(", "\r\n",
    ].map { Array($0.utf8) }
    var state: UInt64 = 42
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    for round in 0..<400 {
      var bytes: [UInt8] = []
      while bytes.count < 300 {
        if round % 2 == 0 {
          bytes += pieces[next(pieces.count)]
        } else {
          bytes.append(UInt8(next(256)))
        }
        if next(9) == 0 { bytes += pieces[next(pieces.count)] }
      }
      for suggestion in reader.suggest(inUTF8: bytes) {
        #expect(suggestion.start >= 0 && suggestion.start < suggestion.end)
        #expect(suggestion.end <= bytes.count)
      }
    }
  }

  @Test("long runs of marks take no more than linear time")
  func longRuns() {
    for piece in [
      "@", "a@", ".a", ":a", "\\\\a", "1 ", "1-", "A ", "Mr ", "John ", "1.", ",", "\"", "0 (",
    ] {
      #expect(reader.suggest(in: String(repeating: piece, count: 3_000)).count < 3_001)
    }
  }
}
