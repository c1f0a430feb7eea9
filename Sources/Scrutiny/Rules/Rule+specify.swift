import DataFiles
import InformationLaw
import PublicInterest

// Which exemption: cited down to the limb, and not together with one that excludes it.

extension Rule {
  static let specify = [
    saysExempt, citesLimb, namesFunction, namesCondition, namesOpinion, security, investigations,
    policy,
  ]

  static let saysExempt = Rule(
    "RN-030", when: { !$0.decision.withheld.isEmpty },
    breaks: [
      Example("withheld and nothing relied on", at: "reliance") { $0.reliances = [] },
      Example("a letter that never says so", at: "letter") {
        $0.write("decision", "We hold it and do not send it.")
      },
    ]
  ) { context, answer in
    if context.decision.reliances.isEmpty {
      answer.fail("reliance", "Information is withheld and no exemption is relied on.")
    }
    if context.letter != nil, !context.finds("says-exempt", in: context.letterWords) {
      answer.fail(
        context.letterField("withheld"), "The letter never says that an exemption is relied on.")
    }
  }

  /// 1. A limb of the book stands at the level at which it has to be cited: met by construction.
  /// 2. The letter still cites it at that level after an officer's edits.
  static let citesLimb = Rule(
    "RN-031", when: \.isRefusal,
    breaks: [
      Example("no limb of the book", at: "reliance/1/limb") { $0.reliances[1].limb = "foia-31" },
      Example("a limb of another time", at: "reliance/1/limb") {
        $0.reliances[1].limb = "foia-22A-1-b-i"
        $0.decided = Day("2013-06-03")
        $0.received = Day("2013-05-20") ?? $0.received
      },
      Example("the letter cites a bare section", at: "letter") {
        $0.write("decision", "Sections 24(1) and 31 apply.")
      },
    ],
    passes: [
      Example("cited as people write it") {
        $0.write("decision", "Section 31 (1) (a) and s.24(1) apply.")
      }
    ], check: checkCitations)

  @Sendable static func checkCitations(_ context: Context, _ answer: inout Answer) {
    for relied in context.relied where relied.limb.regime != context.decision.regime {
      answer.fail(
        relied.path / "limb",
        "\(relied.limb.citation) is no provision of the \(context.decision.regime.instrument).",
        limb: relied.limb)
    }
    for relied in context.relied where !relied.limb.isLaw(on: context.decision.decided) {
      let day = context.decision.decided.map { "on \($0.written)" } ?? "any more"
      answer.fail(
        relied.path / "limb",
        "\(relied.limb.citation), \(relied.limb.title.lowercased()), is not the law \(day): it is "
          + "\(relied.limb.inForce.text).", limb: relied.limb)
    }
    for (index, reliance) in context.unknown {
      answer.fail(
        "reliance" / index / "limb", "'\(reliance.limb)' is no limb in the statute book.")
    }
    guard context.letter != nil else { return }
    let cited = context.letterWords.map(\.cited)
    for limb in context.limbs where limb.kind != .procedural {
      // A limb that stands for several provisions, reg 13(5A)-(5B), is cited by the first.
      let provision = limb.provision.split(separator: "-").first.map(String.init) ?? ""
      if cited.contains(where: { $0.cite(provision) }) { continue }
      answer.fail(
        context.letterField("withheld"), "The letter does not cite \(limb.citation) in full.",
        fix: "Cite \(limb.citation), down to the paragraph.", limb: limb)
    }
  }

  /// s.31(1)(g) to (i) protect an authority's functions for the purposes of s.31(2).
  static let namesFunction = Rule(
    "RN-034", limbs: { $0.section == "31" && !$0.purposes.isEmpty },
    breaks: [
      Example("no function and no purpose", at: "reliance/2/function") {
        $0.rely(on: "foia-31-1-g", for: ["products"])
      },
      Example("no purpose", at: "reliance/2/purposes") {
        $0.rely(on: "foia-31-1-g", for: ["products"]) { $0.function = "Inspection, Act s.3" }
      },
    ],
    passes: [
      Example("both named") {
        $0.rely(on: "foia-31-1-g", for: ["products"]) {
          $0.function = "Inspection of workplaces, Health and Safety at Work etc. Act 1974 s.20"
          $0.purposes = ["i"]
        }
      }
    ]
  ) { _, relied, answer in
    let cite = relied.limb.cite
    if relied.reliance.function.isBlank {
      answer.fail(
        relied.path / "function",
        "\(cite) does not say whose function would be prejudiced, and under which law.")
    }
    if relied.reliance.purposes.isEmpty {
      answer.fail(relied.path / "purposes", "\(cite) names no purpose of s.31(2).")
    }
  }

  /// The limbs of s.40(2) in the book carry their condition; the letter has to name it too.
  static let namesCondition = Rule(
    "RN-035", limbs: { $0.id.hasPrefix("foia-40-2") },
    breaks: [
      Example("a letter without the condition", at: "letter") {
        $0.rely(on: "foia-40-2-3A-a", for: ["products"])
        $0.write("decision", "Section 40(2) applies.")
      }
    ],
    passes: [
      Example("a letter with it") {
        $0.rely(on: "foia-40-2-3A-a", for: ["products"])
        $0.write("decision", "Section 40(2) with section 40(3A)(a) applies.")
      }
    ]
  ) { context, relied, answer in
    guard context.letter != nil, let condition = relied.limb.provision.split(separator: " ").last
    else { return }
    if !context.letterWords.contains(where: { $0.cited.cite(String(condition)) }) {
      answer.fail(
        context.letterField("withheld"),
        "The letter relies on s40(2) and does not name \(condition).")
    }
  }

  /// The limb of s.36 is the reliance itself; the opinion's level of likelihood has to be chosen.
  static let namesOpinion = Rule(
    "RN-036", limbs: { $0.section == "36" },
    breaks: [
      Example("no level", at: "reliance/2/harm/likelihood") {
        $0.rely(on: "foia-36-2-b-i", for: ["products"]) { $0.harm.likelihood = nil }
      }
    ],
    passes: [
      Example("a level") { $0.rely(on: "foia-36-2-b-i", for: ["products"]) }
    ]
  ) { _, relied, answer in
    if relied.harm.likelihood == nil {
      answer.fail(
        relied.path / "harm" / "likelihood",
        "\(relied.limb.cite) does not say whether the qualified person's opinion is that harm would, "
          + "or would be likely to, follow.")
    }
  }

  static let security = Rule.exclusion(
    "RN-037", between: "23", and: "24",
    breaks: [
      Example("both for one item", at: "reliance/2/items") {
        $0.rely(on: "foia-23-1", for: ["configuration"]) { $0.balance = nil }
      }
    ],
    passes: [
      Example("said to be in the alternative") {
        $0.rely(on: "foia-23-1", for: ["configuration"]) { $0.balance = nil }
        $0.reliances[1].section23 = .inTheAlternative
      },
      Example("for different items") { $0.rely(on: "foia-23-1", for: ["products"]) },
    ])

  static let investigations = Rule.exclusion(
    "RN-038", between: "30", and: "31",
    breaks: [
      Example("both for one item", at: "reliance/2/items") {
        $0.rely(on: "foia-30-1-a", for: ["products"])
      }
    ],
    passes: [
      Example("in the alternative") {
        $0.rely(on: "foia-30-1-a", for: ["products"]) { $0.isAlternative = true }
      }
    ])

  static let policy = Rule.exclusion(
    "RN-039", between: "35", and: "36",
    breaks: [
      Example("both for one item", at: "reliance/3/items") {
        $0.rely(on: "foia-35-1-a", for: ["suppliers"])
        $0.rely(on: "foia-36-2-b-i", for: ["suppliers"])
      }
    ],
    passes: [
      Example("for different items") {
        $0.rely(on: "foia-35-1-a", for: ["suppliers"])
        $0.rely(on: "foia-36-2-b-i", for: ["spend"])
      }
    ])

  /// Two limbs that the book says exclude each other cannot stand for the same item, unless the
  /// book allows them in the alternative and one of them is so described.
  private static func exclusion(
    _ id: String, between one: String, and other: String, breaks: [Example], passes: [Example]
  ) -> Rule {
    Rule(
      id,
      when: { context in
        context.relies { $0.section == one && $0.kind == .exemption }
          && context.relies { $0.section == other && $0.kind == .exemption }
      },
      breaks: breaks, passes: passes
    ) { context, answer in
      for (index, later) in context.relied.enumerated() {
        for earlier in context.relied[..<index]
        where Set([earlier.limb.section, later.limb.section]) == [one, other] {
          guard earlier.limb.excludes(later.limb), !earlier.isAlternative(to: later),
            let item = context.decision.items(of: later.reliance).first(where: {
              earlier.reliance.items.contains($0.id)
            })
          else { continue }
          answer.fail(
            later.path / "items",
            "\(earlier.limb.cite) and \(later.limb.cite) are both relied on for \(item.quoted); the "
              + "one rules out the other.", limb: later.limb)
        }
      }
    }
  }
}

extension Limb {
  /// Whether the two cannot apply to the same information.
  fileprivate func excludes(_ other: Limb) -> Bool {
    excludes.contains(other.id) || other.excludes.contains(id)
  }
}

extension Relied {
  /// Whether the book allows the two in the alternative and they are said to be so.
  fileprivate func isAlternative(to other: Relied) -> Bool {
    let isAllowed =
      limb.alternativeWith.contains(other.limb.id) || other.limb.alternativeWith.contains(limb.id)
    let isSaid = [self, other].contains {
      $0.reliance.isCitedInTheAlternative
    }
    return isAllowed && isSaid
  }
}
