import DataFiles
import InformationLaw
import PublicInterest

// Words that fall short of the level of likelihood claimed, or contradict it.

extension Rule {
  static let wording = [provesLevel, keepsLevel]

  /// 1. Words of mere possibility where the harm is argued under a limb that turns on prejudice.
  /// 2. In the letter they are looked for in what an officer wrote.
  static let provesLevel = Rule(
    "RN-054", when: { $0.relies(\.isPrejudiceBased) },
    breaks: [
      Example("could", at: "reliance/0/harm/how") {
        $0.reliances[0].harm.how = "They could exploit a weakness"
      },
      Example("might, in the reason", at: "reliance/0/reason") {
        $0.reliances[0].reason = "It might help somebody to break in."
      },
      Example("an officer's perhaps", at: "letter/reliance/crime") {
        $0.write("reliance/crime", "Perhaps somebody breaks in. Harm would be likely.")
      },
    ],
    passes: [
      Example("the month of May, and what cannot be") {
        $0.reliances[0].harm.how = "In May 2026 they broke in. The way in could not be closed."
      }
    ]
  ) { context, answer in
    let passages = context.relied.filter(\.limb.isPrejudiceBased).flatMap(\.passages)
      .filter { Set<Passage.Part>.argument.contains($0.part) }
    context.object(to: "hedges", in: passages, letter: context.letterReasons, into: &answer) {
      quote, passage in
      let level = passage.limb.flatMap { context.level(of: $0) }.map { "'\($0.words)'" }
      return "\(quote) states a possibility; it does not show that harm "
        + "\(level ?? "would, or would be likely to,") follow"
    }
  }

  /// 1. Words of certainty beside "would be likely", and words of mere risk beside "would".
  /// 2. Both levels recited together, or words of both where none is chosen.
  static let keepsLevel = Rule(
    "RN-055", when: { $0.relies(\.isPrejudiceBased) },
    breaks: [
      Example("certain, where likely is claimed", at: "reliance/0/harm/follows") {
        $0.reliances[0].harm.follows = "An attack would inevitably follow"
      },
      Example("likely, where would is claimed", at: "reliance/0/reason") {
        $0.reliances[0].harm.likelihood = .would
        $0.reliances[0].reason = "Disclosure is likely to help an attacker."
      },
      Example("both recited", at: "reliance/0/balance/reasons") {
        $0.reliances[0].balance?.reasons = "It would, or would be likely to, help an attacker."
      },
      Example("an officer's certainty", at: "letter/reliance/crime") {
        $0.write("reliance/crime", "Harm would be likely. It is certain to follow.")
      },
    ],
    passes: [
      Example("the level claimed") {
        $0.reliances[0].reason = "There is a real and significant risk of a break-in."
      }
    ]
  ) { context, answer in
    let parts: Set<Passage.Part> = [.reason, .harm, .likelihood, .balance]
    for relied in context.relied where relied.limb.isPrejudiceBased {
      let passages = relied.passages.filter { parts.contains($0.part) }
      let cite = relied.limb.cite
      for list in context.listsAgainst(relied.harm.likelihood, in: passages) {
        context.object(to: list, in: passages, letter: [], into: &answer) { quote, _ in
          guard let level = relied.harm.likelihood else {
            return "\(quote) leaves open which level of likelihood is claimed under \(cite)"
          }
          return "\(quote) does not fit the level claimed under \(cite), '\(level.rawValue)'"
        }
      }
    }
    // The letter may recite the statute; only the contrary of the one level claimed is out of
    // place.
    let levels = Set(context.relied.compactMap { context.level(of: $0.limb) })
    guard levels.count == 1, let level = levels.first, level != .required else { return }
    context.object(
      to: level == .would ? "claims-likely" : "claims-would", in: [],
      letter: context.letterReasons, into: &answer
    ) { quote, _ in "\(quote) does not fit the level claimed, '\(level.rawValue)'" }
  }
}

extension Context {
  /// The level of likelihood chosen for a limb that turns on prejudice.
  fileprivate func level(of limb: Limb) -> Likelihood? {
    guard limb.isPrejudiceBased else { return nil }
    return relied.first { $0.limb.id == limb.id }?.harm.likelihood
  }

  /// The lists of words that do not fit a level.
  fileprivate func listsAgainst(_ level: Likelihood?, in passages: [Passage]) -> [String] {
    switch level {
    case .would: ["claims-both", "claims-likely"]
    case .wouldBeLikely: ["claims-both", "claims-would"]
    case .required: ["claims-both"]
    case nil:
      finds("claims-would", in: passages) && finds("claims-likely", in: passages)
        ? ["claims-both", "claims-would", "claims-likely"] : ["claims-both"]
    }
  }
}
