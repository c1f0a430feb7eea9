import InformationLaw
import LetterReading

// How likely the harm is: one level, chosen, kept and reached.

extension LetterRule {
  static let levels = [choosesLevel, provesLevel, keepsLevel, adverseEffect, substantial]

  private static func example(
    _ says: String, on limb: String = "s43(2)", regime: Regime = .foia, _ harm: String
  ) -> LetterExample {
    let cite = limb.split(separator: " ").last.map(String.init) ?? limb
    let named =
      cite.hasPrefix("reg") ? "Regulation \(cite.dropFirst(3))" : "Section \(cite.dropFirst())"
    return LetterExample(says, on: [limb], regime: regime, "\(named).\n{harm \(limb)} \(harm)")
  }

  private static let likely = example(
    "likely", "A rival would see the price. That would be likely to prejudice our interests.")

  /// A level is chosen where the letter uses one and not only recites both.
  static let choosesLevel = LetterRule(
    "RN-053", when: \.turnsOnPrejudice,
    fails: [
      example("none", "Disclosure is prejudicial to our interests."),
      example("both recited", "It would, or would be likely to, prejudice our interests."),
    ],
    passes: [likely]
  ) { letter, answer in
    let used = letter.levelsUsed
    if used.contains(.would) || used.contains(.likely) { return }
    if let recital = letter.firstRecital {
      answer.object(
        .fail, "Both levels of likelihood are recited and neither is chosen.", at: recital)
    } else {
      answer.object(
        .fail, "The letter never says whether harm would, or would be likely to, follow.",
        at: letter.place(of: letter.spans(.argument)))
    }
  }

  /// Words of mere possibility: where nothing in the argument states a level the reasons do not reach
  /// any; beside a stated one they fall short of it in part.
  static let provesLevel = LetterRule(
    "RN-054", when: \.turnsOnPrejudice,
    fails: [
      example("could", "A rival could see the price and might bid just below it."),
      example(
        "could, beside a level", "It would be likely to prejudice us: a rival could underbid us."),
    ],
    passes: [likely]
  ) { letter, answer in
    let used = letter.levelsUsed
    let isStated = used.contains(.would) || used.contains(.likely)
    letter.object(
      to: "hedges", in: letter.spans(.argument), verdict: isStated ? .partial : .fail, into: &answer
    ) { "\($0) states a possibility and not a likelihood" }
  }

  /// Two levels in one letter. Both recited is two, unless one of them is then used.
  static let keepsLevel = LetterRule(
    "RN-055",
    when: { letter in
      letter.reading.arguesHarm && !letter.levelsUsed.isEmpty
        && letter.withheld.contains(where: \.isPrejudiceBased)
    },
    fails: [
      example(
        "certain and likely",
        "It would prejudice our interests. Suppliers are likely to raise their prices."),
      example("both recited", "It would, or would be likely to, prejudice our interests."),
    ],
    passes: [likely]
  ) { letter, answer in
    let used = letter.levelsUsed
    if used == [.both], let recital = letter.firstRecital {
      return answer.object(
        .fail, "Both levels are recited, so that neither is used throughout.", at: recital)
    }
    guard used.contains(.would), used.contains(.likely) else { return }
    if letter.reading.standard == .mixed { return }
    let places = [["level-would", "claims-would"], ["level-likely", "claims-likely"]].map { lists in
      lists.lazy.compactMap { letter.levelMatches($0).first }.min { $0.lowerBound < $1.lowerBound }
    }
    guard let one = places[0], let other = places[1] else { return }
    let later = one.lowerBound > other.lowerBound ? one : other
    let earlier = one.lowerBound > other.lowerBound ? other : one
    answer.object(
      .fail,
      "'\(letter.text.quote(later))' and '\(letter.text.quote(earlier))' are two levels of likelihood.",
      at: letter.text.range(ofWords: later))
  }

  static let adverseEffect = LetterRule(
    "RN-071",
    when: { letter in letter.withheld.contains { $0.provision.hasPrefix("12(5)") } },
    fails: [
      example("might", on: "reg12(5)(b)", regime: .eir, "It might affect a pending inquiry."),
      example(
        "likely", on: "reg12(5)(e)", regime: .eir,
        "It would be likely to prejudice the supplier's interests."),
    ],
    passes: [
      example("would", on: "reg12(5)(b)", regime: .eir, "It would adversely affect a fair trial.")
    ]
  ) { letter, answer in
    let parts = letter.spans(.argument)
    if letter.says("adversely-affect", in: parts) {
      letter.object(to: "level-likely", in: parts, verdict: .partial, into: &answer) {
        "\($0) is less than 'would adversely affect'"
      }
      return
    }
    let lower = ["level-likely", "claims-likely", "hedges"].lazy
      .compactMap { letter.firstMatch($0, in: parts) }.first
    answer.object(
      .fail, "Nothing says that the protected interest would be adversely affected.",
      at: lower ?? letter.place(of: parts, otherwise: letter.withheld.first))
  }

  static let substantial = LetterRule(
    "RN-072",
    when: { letter in
      letter.withheld.contains { $0.isCertainly { $0.threshold.hasPrefix("t-subst") } }
    },
    fails: [
      example(
        "unhelpful", on: "FOISA s33(1)(b)", regime: .foisa, "It would be unhelpful in negotiations."
      )
    ],
    passes: [
      example(
        "substantial", on: "FOISA s33(1)(b)", regime: .foisa,
        "It would be likely to prejudice substantially the commercial interests of the supplier.")
    ]
  ) { letter, answer in
    let parts = letter.spans(.argument)
    if !letter.says("substantially", in: parts) {
      answer.object(
        .fail, "Nothing says that the prejudice is substantial.",
        at: letter.place(of: parts, otherwise: letter.withheld.first))
    }
  }
}

/// A level of likelihood as the words of a letter use it.
enum UsedLevel: Sendable {
  case would
  case likely
  /// Both recited and neither used.
  case both
}

extension AuditedLetter {
  /// Whether something is withheld under a limb that turns on prejudice.
  fileprivate var turnsOnPrejudice: Bool {
    !isExtension && withheld.contains(where: \.isPrejudiceBased)
  }

  /// The parts that serve a limb which turns on prejudice.
  fileprivate var prejudiceParts: [Span] {
    var seen: Set<Span> = []
    return withheld.filter(\.isPrejudiceBased).flatMap { spans(.everything, on: $0) }
      .filter { seen.insert($0).inserted }
  }

  /// The levels that the argument and the balance use; a recital of both counts only by itself.
  fileprivate var levelsUsed: Set<UsedLevel> {
    var levels: Set<UsedLevel> = []
    if !levelMatches("level-would").isEmpty || !levelMatches("claims-would").isEmpty {
      levels.insert(.would)
    }
    if !levelMatches("level-likely").isEmpty || !levelMatches("claims-likely").isEmpty {
      levels.insert(.likely)
    }
    if levels.isEmpty, firstRecital != nil { levels.insert(.both) }
    return levels
  }

  /// Where a level is used in the argument or the balance, outside a recital of both.
  fileprivate func levelMatches(_ list: String) -> [Range<Int>] {
    matches(list, in: prejudiceParts).filter { !isRecital($0) }
  }
}
