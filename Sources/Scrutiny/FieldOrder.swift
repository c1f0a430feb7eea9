import DataFiles

/// The order in which a person meets the fields of a decision and its letter.
struct FieldOrder {
  private let ranks: [String: Int]

  /// The keys of a decision file from top to bottom, those of the inner parts among them.
  private static let keys = [
    "reference", "received", "clock", "decided", "decided by", "authority", "questions", "items",
    "reliance", "cumulative balance", "alternatives", "advice", "rights", "letter",
    "limb", "section 23", "function", "purposes", "in the alternative", "reliances", "reason",
    "on file", "harm", "for disclosure", "for maintaining", "balance",
    "text", "held", "explanation", "searches", "kind", "description", "outcome",
    "interest", "shows", "who", "how", "follows", "evidence", "likelihood", "why so likely",
    "severity", "extent", "lasts",
    "factor", "words", "weight", "answer", "reasons", "timing",
    "internal review", "regulator", "contact", "ask within", "answer within",
  ]

  init(letter: LetterText?) {
    var ranks: [String: Int] = [:]
    for key in FieldOrder.keys + (letter?.sections.map { "letter/" + $0.id } ?? []) {
      ranks[key] = ranks.count
    }
    self.ranks = ranks
  }

  /// The worst first, then by field, then by place in the section, then as they came.
  func sorted(_ findings: [Finding]) -> [Finding] {
    let keyed = findings.enumerated().map { index, finding in
      (finding: finding, key: rank(finding.field) + [finding.start ?? -1, index])
    }
    return keyed.sorted { left, right in
      left.finding.severity == right.finding.severity
        ? left.key.lexicographicallyPrecedes(right.key)
        : left.finding.severity > right.finding.severity
    }.map(\.finding)
  }

  private func rank(_ field: FieldPath) -> [Int] {
    if field.components.first == "letter" {
      return [ranks["letter"] ?? 0, ranks[field.description] ?? -1, -2]
    }
    // A field comes before what lies inside it: -2 ends the path below every step and offset.
    return field.components.map { Int($0) ?? ranks[$0] ?? ranks.count } + [-2]
  }
}
