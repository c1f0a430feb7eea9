import DataFiles
import InformationLaw
import TextScan

/// What a section stands for in a letter and which of its subsections the reasoning uses, read from
/// `subsections.yaml`.
struct SectionBook: Sendable {
  /// One section, or one provision of it that differs.
  struct Entry: Sendable {
    var provision: Provision
    var role: CitedExemption.Role?
    var fallback: Provision?
    var neitherConfirmNorDeny: Provision?
    var several: Bool
    var candidates: [Provision]
  }

  private let entries: [Entry]
  private let byProvision: [Provision: Int]
  /// The phrases, as ``PhraseIndex`` looks for them.
  let phrases: [String]
  /// For each phrase, its entry and candidate.
  private let meanings: [(entry: Int, candidate: Int)]

  init(_ node: DataNode) throws(DataFileError) {
    var phrases: [String] = []
    var meanings: [(entry: Int, candidate: Int)] = []
    let read = try node.mapping { top throws(DataFileError) in
      try top.list("sections") { node throws(DataFileError) in
        try node.mapping { entry throws(DataFileError) in
          let cases = try (entry.optional("when")?.list() ?? []).map {
            case_ throws(DataFileError) in
            try case_.mapping { one throws(DataFileError) in
              (try Provision(try one.required("is")), try one.strings("words"))
            }
          }
          return (
            Entry(
              provision: try Provision(try entry.required("section")),
              role: try entry.optional("role")?.choice(CitedExemption.Role.self),
              fallback: try entry.optional("default").map(Provision.init),
              neitherConfirmNorDeny: try entry.optional("ncnd").map(Provision.init),
              several: try entry.optionalFlag("several") ?? false,
              candidates: cases.map(\.0)),
            cases.map(\.1)
          )
        }
      }
    }
    for (index, (_, lists)) in read.enumerated() {
      for (candidate, words) in lists.enumerated() {
        phrases += words
        meanings += Array(repeating: (index, candidate), count: words.count)
      }
    }
    entries = read.map(\.0)
    byProvision = Dictionary(
      entries.enumerated().map { ($1.provision, $0) }, uniquingKeysWith: { first, _ in first })
    self.phrases = phrases
    self.meanings = meanings
  }

  /// What a provision is relied on for by its nature; nil where it simply withholds.
  func role(of provision: Provision) -> CitedExemption.Role? {
    var shorter = provision
    while true {
      if let index = byProvision[shorter], let role = entries[index].role { return role }
      if shorter.parts.isEmpty { return nil }
      shorter.parts.removeLast()
    }
  }

  /// Whether a provision excludes the duty to confirm or deny: it is the special one of its section, or
  /// begins like it (40(5), 40(5A) and 40(5B) are one family).
  func isNeitherConfirmNorDeny(_ provision: Provision) -> Bool {
    if role(of: provision) == .neitherConfirmNorDeny { return true }
    let section = Provision(regime: provision.regime, section: provision.section)
    guard let index = byProvision[section],
      let special = entries[index].neitherConfirmNorDeny?.parts.first,
      let own = provision.parts.first
    else { return false }
    return own == special || own.prefix { $0.isNumber } == "5" && special.hasPrefix("5")
  }

  /// The provisions that the reasoning in some passages uses, where the citation stops short.
  func refined(
    _ provision: Provision, in passages: [Range<Int>], phrases: PhraseHits, confirmsNothing: Bool
  ) -> [Provision] {
    guard let index = byProvision[Provision(regime: provision.regime, section: provision.section)]
    else { return [provision] }
    let entry = entries[index]
    func goesFurther(_ other: Provision) -> Bool {
      other.parts.count > provision.parts.count && other.parts.starts(with: provision.parts)
    }
    if confirmsNothing, let special = entry.neitherConfirmNorDeny, goesFurther(special) {
      return [special]
    }
    var counts = [Int](repeating: 0, count: entry.candidates.count)
    for passage in passages {
      phrases.each(.subsections, in: passage) {
        let meaning = meanings[$0.literal]
        if meaning.entry == index { counts[meaning.candidate] += 1 }
      }
    }
    let shown = entry.candidates.indices.filter {
      counts[$0] > 0 && goesFurther(entry.candidates[$0])
    }
    if entry.several, !shown.isEmpty { return shown.map { entry.candidates[$0] } }
    if let best = shown.max(by: { (counts[$0], -$0) < (counts[$1], -$1) }) {
      return [entry.candidates[best]]
    }
    if let fallback = entry.fallback, goesFurther(fallback) { return [fallback] }
    return [provision]
  }
}
