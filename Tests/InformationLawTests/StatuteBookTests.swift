import DataFiles
import InformationLaw
import Testing

@Suite("The statute book")
struct StatuteBookTests {
  let book: StatuteBook

  init() throws { book = try StatuteBook.builtIn() }

  @Test(
    "every limb of every regime is there",
    arguments: [(Regime.foia, 70, 30, 7), (.eir, 18, 2, 4), (.foisa, 61, 1, 6)])
  func complete(regime: Regime, exemptions: Int, ncnd: Int, procedural: Int) {
    let limbs = book.limbs.filter { $0.regime == regime }
    #expect(limbs.filter { $0.kind == .exemption }.count == exemptions)
    #expect(limbs.filter { $0.kind == .neitherConfirmNorDeny }.count == ncnd)
    #expect(limbs.filter { $0.kind == .procedural }.count == procedural)
    #expect(book.regimes == Regime.allCases)
    #expect(book.rules.count == 123)
  }

  @Test("the absolute exemptions are those of s.2(3)")
  func absolute() {
    let sections = Set(
      book.limbs.filter {
        $0.regime == .foia && $0.status == .absolute && $0.kind == .exemption
      }.map(\.section))
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

  @Test(
    "the regime is read from the words",
    arguments: [
      ("reg12(5)(b)", "eir-12-5-b"), ("regulation 12(5)(b)", "eir-12-5-b"),
      ("reg 12(5)(b)", "eir-12-5-b"), ("Reg. 12(5)(b) of the EIR", "eir-12-5-b"),
      ("EIR reg 12(5)(b)", "eir-12-5-b"), ("12(5)(b) EIR", "eir-12-5-b"),
      ("reg13(1)(a) with 13(2A)", "eir-13-2A"), ("FOISA s35(1)(a)", "foisa-35-1-a"),
      ("FOISA s.35(1)(a)", "foisa-35-1-a"), ("s.35(1)(a) FOISA", "foisa-35-1-a"),
      ("section 35(1)(a) of FOISA", "foisa-35-1-a"),
      ("section 35(1)(a) of the Freedom of Information (Scotland) Act 2002", "foisa-35-1-a"),
      ("s.31(1)(a) of the Freedom of Information Act 2000", "foia-31-1-a"),
      ("s35(1)(a)", "foia-35-1-a"), ("FOISA s18(1)", "foisa-18"),
      ("FOISA s38(1)(b) with s38(2A)", "foisa-38-1-b-2A"),
      ("s40(2) by virtue of s40(3A)(a)", "foia-40-2-3A-a"),
    ])
  func regimeWritten(form: String, id: String) throws {
    #expect(try book.limb(written: form).id == id)
  }

  @Test("what a limb is called leads back to it, unless several are written alike")
  func roundTrip() throws {
    for limb in book.limbs {
      let alike = book.limbs(written: limb.cite)
      #expect(alike.contains { $0.id == limb.id }, "\(limb.cite)")
      if alike.count == 1 { #expect(try book.limb(written: limb.citation).id == limb.id) }
    }
  }

  @Test("a paragraph that holds several interests has to be named by its id")
  func severalInterests() throws {
    let error = #expect(throws: UnknownLimb.self) { try book.limb(written: "reg12(5)(a)") }
    #expect(error?.problem == .several)
    #expect(error?.suggestions.count == 4 && error?.suggestions.first == "eir-12-5-a-ir")
    #expect(book.limbs(written: "reg 12(5)(a)").count == 4)
    #expect(book.limbs(written: "s99").isEmpty)
  }

  @Test(
    "a provision of another regime is refused",
    arguments: [("FOIA s.31(1)(a)", Regime.eir), ("foia-31-1-a", .foisa), ("reg12(5)(b)", .foia)])
  func otherRegime(form: String, regime: Regime) {
    let error = #expect(throws: UnknownLimb.self) {
      try book.limb(written: form, regime: regime)
    }
    #expect(error?.description.contains("belongs to the") == true)
  }

  @Test("letters of each regime have their own way to cite")
  func cite() throws {
    #expect(book.limb(id: "eir-12-5-b")?.cite == "reg12(5)(b)")
    #expect(book.limb(id: "foisa-35-1-a")?.cite == "FOISA s35(1)(a)")
    #expect(book.limb(id: "foia-31-1-a")?.cite == "s31(1)(a)")
  }

  @Test("emissions bar reg 12(5)(d) to (g), and s.18 lists the exemptions that allow a denial")
  func particulars() {
    let barred = book.limbs.filter(\.isBarredForEmissions).map(\.provision)
    #expect(barred == ["12(5)(d)", "12(5)(e)", "12(5)(f)", "12(5)(g)"])
    let denying = Set(book.limbs.filter(\.allowsSection18).map(\.section))
    #expect(denying == ["28", "29", "30", "31", "32", "33", "34", "35", "38", "39", "41"])
    #expect(book.limb(id: "foisa-39-2")?.allowsSection18 == false)
    #expect(book.limb(id: "foisa-35-1-a")?.counterpart == "foia-31-1-a")
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
      ("eir/2-reg12.yaml", "text_check: statute-read", "text_check: hearsay", "hearsay"),
      (
        "foisa/3-s34-s41.yaml", "counterpart: foia-31-1-a", "counterpart: foia-31-1-z",
        "foia-31-1-z"
      ),
      ("foisa/3-s34-s41.yaml", "section_18: yes", "section_18: perhaps", "yes"),
      (
        "foia/5-earlier.yaml", "replaced_by: [foia-37-1-a,", "replaced_by: [foia-37-9,", "foia-37-9"
      ),
      ("foia/5-earlier.yaml", "until: 2018-05-24", "until: 2018-05-25", "on the same day"),
      ("foia/5-earlier.yaml", "{until: 2018-05-24}", "{from: 2005-01-01}", "has no end"),
      ("foia/4-s37-s44.yaml", "{until: 2020-12-31}", "{from: 2019-01-01}", "has to have an end"),
      ("foia/4-s37-s44.yaml", "{until: 2020-12-31}", "{until: 2017-12-31}", "comes before 'from'"),
      ("foia/4-s37-s44.yaml", "{from: 2021-01-01,", "{from: 2017-01-01,", "outside its own time"),
      ("rules.yaml", "{from: 2018-05-25, until: 2020-12-31}", "{until: 2020-12-31}", "same day"),
      ("rules.yaml", "sources: [C11]", "sources: [C99]", "C99"),
      ("regulators.yaml", "regimes: [FOISA]", "regimes: [FOIA]", "FOISA has no regulator"),
      ("regulators.yaml", "id: sic", "id: ico", "listed twice"),
      ("regulators.yaml", "      from: pending", "      from: someday", "is not a day"),
      ("limits.yaml", "pounds: 450", "pounds: plenty", "pounds above 0"),
      ("statutes.yaml", "regime: EIR", "regime: FOISA", "listed twice"),
      ("statutes.yaml", "sources: [S05, S06]", "sources: [S05, S66]", "S66"),
      ("rules.yaml", "severity: unlawful", "severity: awful", "is not one of"),
      ("clocks.yaml", "length: 20", "length: soon", "number above 0"),
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
