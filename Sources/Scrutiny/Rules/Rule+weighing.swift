import DataFiles
import InformationLaw
import PublicInterest

// The public interest test: whether it was made, rightly, and where it has a place.

extension Rule {
  static let weighing = [
    weighs, weighsConfirming, nothingWeighedUnderAbsolute, rightTest, weighedTogether,
  ]

  /// 1. No balance under a qualified limb, or one without reasons: nothing was weighed.
  /// 2. A cumulative balance with reasons that takes the limb in stands in for its own
  ///    ([2025] UKSC 27).
  /// 3. Otherwise a person judges the reasons.
  static let weighs = Rule(
    "RN-080", limbs: { $0.needsBalance && $0.kind == .exemption },
    breaks: [
      Example("no balance", at: "reliance/0/balance") {
        $0.reliances[0].balance = nil
        $0.cumulative = nil
      },
      Example("a balance without reasons", at: "reliance/0/balance/reasons") {
        $0.reliances[0].balance?.reasons = ""
      },
    ],
    passes: [
      Example("weighed together only") { $0.reliances[1].balance = nil }
    ]
  ) { context, relied, answer in
    context.checkBalance(of: relied, into: &answer)
  }

  /// The same for an exclusion of the duty to confirm or deny.
  static let weighsConfirming = Rule(
    "RN-081", limbs: { $0.needsBalance && $0.kind == .neitherConfirmNorDeny },
    breaks: [
      Example("no balance", at: "reliance/2/balance") {
        $0.rely(on: "foia-31-3", for: []) { $0.balance = nil }
      }
    ],
    passes: [Example("a balance") { $0.rely(on: "foia-31-3", for: []) }]
  ) { context, relied, answer in
    context.checkBalance(of: relied, into: &answer)
  }

  static let nothingWeighedUnderAbsolute = Rule(
    "RN-085", limbs: { $0.status == .absolute },
    breaks: [
      Example("a balance", at: "reliance/2/balance") {
        $0.rely(on: "foia-41-1", for: ["products"]) { $0.factors = [] }
      },
      Example("factors", at: "reliance/2/for disclosure") {
        $0.rely(on: "foia-41-1", for: ["products"]) { $0.balance = nil }
      },
    ],
    passes: [
      Example("nothing weighed") {
        $0.rely(on: "foia-41-1", for: ["products"]) {
          $0.balance = nil
          $0.factors = []
        }
      }
    ]
  ) { _, relied, answer in
    let cite = relied.limb.cite
    if relied.reliance.balance != nil {
      answer.fail(
        relied.path / "balance",
        "\(cite) is absolute, and a public interest balance is struck under it.")
    } else if let side = Vocabulary.Side.allCases.first(where: { !relied.factors($0).isEmpty }) {
      answer.fail(
        relied.path / side.key, "\(cite) is absolute, and factors are weighed under it.")
    }
  }

  /// 1. An outcome for disclosure and an item withheld all the same, under no other limb and in no
  ///    cumulative balance.
  /// 2. Words that put the burden on the requester, or withhold although the sides are equal.
  /// 3. The letter still has the statutory formula after an officer's edits.
  static let rightTest = Rule(
    "RN-086", when: \.isWeighing,
    breaks: [
      Example("withheld against the balance", at: "reliance/0/balance/outcome") {
        $0.reliances[0].balance?.outcome = .disclose
        $0.cumulative = nil
      },
      Example("the requester has to make the case", at: "reliance/1/balance/reasons") {
        $0.reliances[1].balance?.reasons = "The requester has not shown why it should be released."
      },
      Example("a letter without the test", at: "letter/reliance/crime") {
        $0.write("reliance/crime", "We have decided to withhold it.")
      },
    ],
    passes: [
      Example("no test in the letter under an absolute limb") {
        $0.rely(on: "foia-41-1", for: ["products"])
        $0.write("reliance/added", "It was given to us in confidence.")
      }
    ]
  ) { context, answer in
    for relied in context.relied where relied.reliance.balance?.outcome == .disclose {
      guard let item = context.withheldOnly(under: relied) else { continue }
      answer.fail(
        relied.path / "balance" / "outcome",
        "The balance under \(relied.limb.cite) comes down for disclosure, yet \(item.quoted) is "
          + "withheld.", limb: relied.limb)
    }
    let maintaining = context.relied.filter(\.maintains).flatMap(\.passages)
    context.object(
      to: "burden-on-requester", in: maintaining.filter { [.balance, .answer].contains($0.part) },
      into: &answer
    ) { quote, _ in
      "\(quote) turns the test round: information is disclosed unless maintaining the exemption "
        + "outweighs disclosure"
    }
    for relied in context.relied where relied.maintains && relied.limb.needsBalance {
      guard let section = context.section(on: relied),
        !context.finds("balance-formula", in: [section])
      else { continue }
      answer.fail(
        section.field,
        "The letter no longer says that the public interest in maintaining \(relied.limb.cite) "
          + "outweighs that in disclosure.", limb: relied.limb)
    }
  }

  /// 1. Only engaged, qualified limbs on the same item can be weighed together.
  /// 2. Where several are engaged for one item a person judges whether the notice is clear on it.
  static let weighedTogether = Rule(
    "RN-096", when: { $0.decision.cumulative != nil || $0.sharesItem },
    breaks: [
      Example("one limb alone", at: "cumulative balance/reliances") {
        $0.cumulative?.reliances = ["crime"]
      },
      Example("no item in common", at: "cumulative balance/reliances") {
        $0.reliances[0].items = ["products"]
      },
      Example("a limb that is not engaged", at: "cumulative balance/reliances") {
        $0.reliances[1].harm.likelihood = nil
      },
      Example("an absolute limb", at: "cumulative balance/reliances") {
        $0.rely(on: "foia-41-1", for: ["configuration"]) { $0.balance = nil }
        $0.cumulative?.reliances.append("added")
      },
      Example("no reasons", at: "cumulative balance/reasons") { $0.cumulative?.reasons = "" },
    ]
  ) { context, answer in
    guard let cumulative = context.decision.cumulative else { return }
    let field: FieldPath = "cumulative balance"
    let together = context.relied.filter { cumulative.reliances.contains($0.reliance.id) }
    if together.count < 2 {
      answer.fail(
        field / "reliances", "A cumulative balance weighs two exemptions or more together.")
    }
    for relied in together {
      if !relied.limb.needsBalance {
        answer.fail(
          field / "reliances",
          "\(relied.limb.cite) is absolute and cannot be part of a cumulative balance.",
          limb: relied.limb)
      } else if relied.limb.needsHarm, relied.harm.isEmpty || relied.harm.likelihood == nil {
        answer.fail(
          field / "reliances",
          "\(relied.limb.cite) is weighed with others, but is not shown to be engaged: its harm has no "
            + "level of likelihood.", limb: relied.limb)
      }
    }
    let shared = together.dropFirst().reduce(Set(together.first?.reliance.items ?? [])) {
      $0.intersection($1.reliance.items)
    }
    if together.count > 1, shared.isEmpty {
      answer.fail(
        field / "reliances",
        "\(listed(together.map(\.limb.cite))) share no item, so that nothing can be weighed together."
      )
    }
    if cumulative.reasons.isBlank {
      answer.fail(field / "reasons", "The cumulative balance has no reasons.")
    }
  }
}

extension Context {
  func checkBalance(of relied: Relied, into answer: inout Answer) {
    let cite = relied.limb.cite
    if let balance = relied.reliance.balance {
      if balance.reasons.isBlank {
        answer.fail(
          relied.path / "balance" / "reasons", "The balance under \(cite) has no reasons.")
      }
      return
    }
    let isWeighedTogether =
      decision.cumulative.map {
        $0.reliances.contains(relied.reliance.id) && !$0.reasons.isBlank
      } ?? false
    if !isWeighedTogether {
      answer.fail(
        relied.path / "balance", "\(cite) is qualified, and the public interest is not weighed.")
    }
  }

  /// An item that is withheld with nothing but a balance for disclosure behind it.
  fileprivate func withheldOnly(under relied: Relied) -> Item? {
    if let cumulative = decision.cumulative, cumulative.outcome == .maintain,
      cumulative.reliances.contains(relied.reliance.id)
    {
      return nil
    }
    return decision.items(of: relied.reliance).first { item in
      item.outcome == .withhold
        && !self.relied.contains {
          $0.index != relied.index && $0.reliance.items.contains(item.id)
            && $0.reliance.balance?.outcome != .disclose
        }
    }
  }

  /// Whether several qualified limbs are relied on for one item.
  fileprivate var sharesItem: Bool {
    decision.items.contains { item in
      relied.count { $0.limb.needsBalance && $0.reliance.items.contains(item.id) } > 1
    }
  }
}
