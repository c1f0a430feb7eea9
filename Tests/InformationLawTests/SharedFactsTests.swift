import DataFiles
import Foundation
import InformationLaw
import Testing

/// Checks every fact of the statute book against the law files kept outside the repository, where
/// they are at hand.
@Suite("Facts kept beside the repository")
struct SharedFactsTests {
  /// The folder with the law files, or nil.
  static let folder: URL? = {
    let beside = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
    let named = ProcessInfo.processInfo.environment["STEELYARD_SHARED"]
    let folder = (named.map { URL(filePath: $0) } ?? beside).appending(path: "law")
    return FileManager.default.fileExists(atPath: folder.path()) ? folder : nil
  }()

  /// An entry of a law file by key, read loosely: what the book leaves out does not matter here.
  private struct Entry {
    var values: [String: DataNode] = [:]

    init(_ node: DataNode) throws {
      for (key, value) in try node.mapping({ $0.all() }) { values[key] = value }
    }

    func text(_ key: String) throws -> String? {
      guard let node = values[key], !node.isNull else { return nil }
      let text = try node.string()
      return text.isEmpty ? nil : text
    }

    func list(_ key: String) throws -> [String] { try values[key]?.strings() ?? [] }

    func entry(_ key: String) throws -> Entry? {
      guard let node = values[key], !node.isNull else { return nil }
      return try Entry(node)
    }
  }

  private func entries(_ file: String, _ list: String) throws -> [Entry] {
    let url = try #require(Self.folder).appending(path: file)
    let root = try Entry(
      DataNode(parsing: String(contentsOf: url, encoding: .utf8), file: file))
    return try #require(root.values[list]).list().map(Entry.init)
  }

  @Test(
    "every fact of every limb agrees",
    .enabled(if: folder != nil, "skipped: the folder with the law is not beside the repository"),
    arguments: [
      ("foia2000.yaml", Regime.foia, 107), ("eir2004.yaml", .eir, 24),
      ("foisa2002.yaml", .foisa, 68),
    ])
  func limbs(file: String, regime: Regime, count: Int) throws {
    let book = try StatuteBook.builtIn()
    let facts = try entries(file, "exemptions")
    let limbs = book.limbs.filter { $0.regime == regime }
    #expect(facts.count == count && limbs.count == count)
    #expect(Set(try facts.map { try $0.text("id") }) == Set(limbs.map(\.id)))
    for fact in facts {
      let id = try #require(try fact.text("id"))
      let limb = try #require(book.limb(id: id), "\(id)")
      try compare(limb, fact)
    }
  }

  private func compare(_ limb: Limb, _ fact: Entry) throws {
    for (ours, key) in [
      (limb.section, "section"), (limb.provision, "limb"), (limb.citation, "cite"),
      (limb.kind.rawValue, "kind"), (limb.status.rawValue, "status"),
      (limb.basis.rawValue, "basis"), (limb.threshold, "threshold"),
      (limb.textCheck, "text_check"),
    ] {
      #expect(try fact.text(key) == ours, "\(limb.id): \(key)")
    }
    for (ours, key) in [
      (limb.purposes, "purposes"), (limb.evidence, "evidence"), (limb.excludes, "excludes"),
      (limb.oftenWith, "often_with"),
      (limb.factorsForDisclosure, "factors_disclose"),
      (limb.factorsForMaintaining, "factors_maintain"), (limb.irrelevant, "weak"),
      (limb.errors, "errors"),
    ] {
      #expect(try fact.list(key) == ours, "\(limb.id): \(key)")
    }
    // The book gives every pair that may be cited in the alternative, in both directions.
    let alternatives = Set(limb.alternativeWith)
    #expect(alternatives.isSuperset(of: try fact.list("alternative_with")), "\(limb.id)")
    #expect(alternatives.isSubset(of: limb.excludes), "\(limb.id)")
    #expect(try fact.list("sublimbs").count == limb.sublimbs.count, "\(limb.id)")
    #expect(try fact.list("consult").count == limb.consult.count, "\(limb.id)")
    let expires = try #require(try fact.entry("expires"), "\(limb.id)")
    #expect(try expires.text("rule") == limb.expiry.rule, "\(limb.id)")
    #expect(try expires.text("years") == limb.expiry.years.map(String.init), "\(limb.id)")
    #expect(try expires.text("from") == limb.expiry.from, "\(limb.id)")
    #expect(try expires.text("cite") == limb.expiry.cite, "\(limb.id)")
    let certificate = try fact.entry("certificate")
    #expect(try certificate?.text("cite") == limb.certificate?.cite, "\(limb.id)")
    #expect(
      try certificate?.text("required") == limb.certificate.map { "\($0.isRequired)" },
      "\(limb.id)")
    #expect((try fact.text("emissions_bar") == "true") == limb.isBarredForEmissions, "\(limb.id)")
    #expect(
      (try fact.text("section_18_available") == "true") == limb.allowsSection18, "\(limb.id)")
    #expect(try fact.text("foia_counterpart") == limb.counterpart, "\(limb.id)")
  }

  @Test(
    "every rule has its citation, severity and check",
    .enabled(if: folder != nil, "skipped: the folder with the law is not beside the repository"))
  func rules() throws {
    let book = try StatuteBook.builtIn()
    let facts = try entries("refusal_notice.yaml", "rules")
    #expect(facts.count == book.rules.count)
    for fact in facts {
      let id = try #require(try fact.text("id"))
      let rule = try #require(book.rule(id: id), "\(id)")
      #expect(try fact.list("regimes") == rule.regimes.map(\.rawValue), "\(id)")
      #expect(try fact.text("citation") == rule.citation, "\(id)")
      #expect(try fact.text("severity") == rule.severity.rawValue, "\(id)")
      #expect(try fact.text("check") == rule.check.rawValue, "\(id)")
      #expect(try fact.text("document") == rule.document, "\(id)")
    }
  }
}
