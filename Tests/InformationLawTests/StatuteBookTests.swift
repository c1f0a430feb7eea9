import DataFiles
import InformationLaw
import Testing

@Suite("The statute book")
struct StatuteBookTests {
  let book: StatuteBook

  init() throws { book = try StatuteBook.builtIn() }

  @Test("every FOIA limb is there")
  func complete() {
    let limbs = book.limbs.filter { $0.regime == .foia }
    #expect(limbs.filter { $0.kind == .exemption }.count == 70)
    #expect(limbs.filter { $0.kind == .neitherConfirmNorDeny }.count == 30)
    #expect(limbs.filter { $0.kind == .procedural }.count == 7)
    #expect(book.rules.count == 123)
  }

  @Test("the absolute exemptions are those of s.2(3)")
  func absolute() {
    let sections = Set(
      book.limbs.filter { $0.status == .absolute && $0.kind == .exemption }.map(\.section))
    #expect(sections == ["21", "23", "32", "34", "37", "40", "41", "44"])
  }

  @Test(
    "a limb is found however it is written",
    arguments: [
      "s31(1)(a)", "s.31(1)(a)", "31(1)(a)", "31 (1) (a)", "section 31(1)(a)", "FOIA s.31(1)(a)",
      "foia-31-1-a", "Section 31(1)(a)",
    ])
  func written(form: String) throws {
    #expect(try book.limb(written: form).id == "foia-31-1-a")
  }

  @Test("capitals tell s.22A and the conditions of s.40 apart")
  func capitals() throws {
    #expect(try book.limb(written: "s22A(2)").id == "foia-22A-2")
    #expect(try book.limb(written: "s40(2) with 40(3A)(a)").id == "foia-40-2-3A-a")
  }

  @Test("a section without its limb is refused and its limbs are named")
  func sectionAlone() throws {
    let error = #expect(throws: UnknownLimb.self) { try book.limb(written: "s24") }
    #expect(error?.suggestions == ["s24(1)", "s24(2)"])
  }

  @Test("an unknown limb names the nearest one")
  func unknown() throws {
    let error = #expect(throws: UnknownLimb.self) { try book.limb(written: "s31(1)(z)") }
    #expect(error?.suggestions.count == 1)
    #expect(error?.description.contains("did you mean") == true)
  }

  @Test("a prejudice-based limb offers both levels, s.24 only 'required'")
  func levels() throws {
    let prejudice = try book.limb(written: "s31(1)(a)")
    let security = try book.limb(written: "s24(1)")
    #expect(book.vocabulary.thresholds[prejudice.threshold]?.levels == [.would, .wouldBeLikely])
    #expect(book.vocabulary.thresholds[security.threshold]?.levels == [.required])
    #expect(security.excludes == ["foia-23-1"])
  }

  @Test("sources that were not verified stay marked")
  func unverified() {
    #expect(book.sources.values.contains { $0.status == .unverified })
    let used = Set(book.limbs.flatMap(\.sources))
    #expect(used.isSubset(of: Set(book.sources.keys)) && !used.isEmpty)
  }

  @Test("the holidays cover 2005 to 2028 and FOIA takes those of every part")
  func holidays() throws {
    let foia = book.workingDays(.foia)
    let foisa = book.workingDays(.foisa)
    let scottish = try #require(Day("2026-06-15"))
    let irish = try #require(Day("2026-03-17"))
    #expect(book.bankHolidays.range.lowerBound == Day("2005-01-01"))
    #expect(book.bankHolidays.range.upperBound == Day("2028-12-31"))
    #expect(foia.nonWorking(scottish) != nil && foisa.nonWorking(scottish) != nil)
    #expect(foia.nonWorking(irish) != nil && foisa.nonWorking(irish) == nil)
  }

  /// Breaks a built-in file and expects the error to name file and line.
  @Test(
    "a broken data file is an error that names file and line",
    arguments: [
      ("vocabulary.yaml", "side: disclose", "side: disclsoe", "did you mean 'disclose'"),
      ("foia/2-s21-s29.yaml", "excludes: [foia-23-1]", "excludes: [foia-99-9]", "foia-99-9"),
      ("foia/2-s21-s29.yaml", "threshold: t-required-ns", "threshold: t-none-such", "t-none-such"),
      ("foia/3-s30-s36.yaml", "ev-harm-record", "ev-harm-recrod", "did you mean 'ev-harm-record'"),
      (
        "foia/3-s30-s36.yaml", "factors_disclose: [fd-", "factors_disclose: [fm-mosaic, fd-",
        "wrong side"
      ),
      ("rules.yaml", "severity: unlawful", "severity: awful", "is not one of"),
      ("clocks.yaml", "length: 20", "length: soon", "number of working days"),
      ("bank-holidays.yaml", "date: 2026-06-15", "date: 2026-06-31", "is not a day"),
      ("bank-holidays.yaml", "date: 2026-06-15", "date: 2026-06-14", "never counts"),
      ("sources.yaml", "\n    status: read", "\n    status: heard", "is not one of"),
    ])
  func broken(file: String, old: String, new: String, message: String) throws {
    var files = StatuteBook.builtInFiles
    let text = try #require(files[file])
    let place = try #require(text.range(of: old))
    let line = text[..<place.lowerBound].count { $0.isNewline } + 1
    files[file] = text.replacingCharacters(in: place, with: new)
    let error = #expect(throws: DataFileError.self) {
      _ = try StatuteBook(files: files)
    }
    #expect(error?.file == file)
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "no error")")
    #expect((error?.line ?? 0) > 1 && abs((error?.line ?? 0) - line) < 40)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }

  fileprivate func range(of needle: String) -> Range<Index>? { firstRange(of: needle) }
}
