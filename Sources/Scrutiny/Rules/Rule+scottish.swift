import DataFiles
import InformationLaw
import PublicInterest

// What the Freedom of Information (Scotland) Act asks for: time, holding, the exemption, substance,
// the balance and the rights.

extension Rule {
  static let scottish = [
    scottishTime, saysThatItHolds, scottishExclusion, citesScottishExemption, givesScottishReason,
    substantial, weighsInScotland, scottishRights,
  ]

  /// Nothing but clarification and fees moves the date; an extension for the balance is none.
  static let scottishTime = Rule(
    "RN-018", when: \.isRefusal,
    breaks: [
      Example("after 20 working days", at: "decided") {
        $0.move(to: .foisa, limb: "foisa-30-c")
        $0.decided = Day("2026-11-16")
      },
      Example("more time for the balance", at: "clock/0") {
        $0.move(to: .foisa, limb: "foisa-30-c")
        $0.clockEvents = facts([("pit-extension", "2026-11-27")])
      },
    ],
    passes: [Example("in time") { $0.move(to: .foisa, limb: "foisa-30-c") }]
  ) { context, answer in
    if context.isExtended {
      return answer.fail(
        context.extensionField,
        "Time was extended to weigh the public interest, which FOISA does not allow.")
    }
    checkTime(context, &answer)
  }

  static let saysThatItHolds = Rule(
    "RN-021", when: { $0.isRefusal && !$0.neitherConfirmsNorDenies },
    breaks: [
      Example("nobody recorded what is held", at: "questions/1/held") {
        $0.move(to: .foisa, limb: "foisa-30-c")
        $0.questions[1].holding = nil
      }
    ],
    passes: [Example("held") { $0.move(to: .foisa, limb: "foisa-30-c") }],
    check: checkHolding)

  /// s.18 stands on an exemption that it covers, and on the public interest.
  static let scottishExclusion = Rule(
    "RN-028", when: \.neitherConfirmsNorDenies,
    breaks: [
      Example("nothing beneath it", at: "reliance/0/limb") {
        $0.move(to: .foisa, limb: "foisa-18") {
          $0.items = []
          $0.reason = "To reveal whether it exists would be contrary to the public interest."
        }
      },
      Example("no word of the public interest", at: "reliance/0/reason") {
        $0.move(to: .foisa, limb: "foisa-18") { $0.items = [] }
        $0.rely(on: "foisa-35-1-a", for: [])
      },
    ],
    passes: [
      Example("both") {
        $0.move(to: .foisa, limb: "foisa-18") {
          $0.items = []
          $0.reason = "To reveal whether it exists would be contrary to the public interest."
        }
        $0.rely(on: "foisa-35-1-a", for: [])
      }
    ]
  ) { context, answer in
    for relied in context.relied where relied.limb.id == "foisa-18" {
      let isCovered = context.relied.contains { coveredByExclusion.contains($0.limb.section) }
      if !isCovered {
        answer.fail(
          relied.path / "limb", "s18(1) is relied on without an exemption that it covers.",
          limb: relied.limb)
      }
      if !context.finds("contrary-to-public-interest", in: relied.passages) {
        answer.fail(
          relied.path / "reason",
          "Nothing says that to reveal whether the information exists would be contrary to the "
            + "public interest.", limb: relied.limb)
      }
    }
  }

  /// The sections under which s.18(1) allows neither confirming nor denying.
  private static let coveredByExclusion: Set = [
    "28", "29", "30", "31", "32", "33", "34", "35", "38", "39", "41",
  ]

  static let citesScottishExemption = Rule(
    "RN-033", when: \.isRefusal,
    breaks: [
      Example("a section of the other Act", at: "reliance/0/limb") {
        $0.move(to: .foisa, limb: "foia-43-2")
      }
    ],
    passes: [Example("a section of this Act") { $0.move(to: .foisa, limb: "foisa-33-1-b") }],
    check: checkCitations)

  static let givesScottishReason = Rule(
    "RN-041", limbs: { $0.regime == .foisa && $0.kind != .procedural },
    breaks: [
      Example("neither reason nor harm", at: "reliance/0/reason") {
        $0.move(to: .foisa, limb: "foisa-30-c") {
          $0.reason = ""
          $0.harm = Harm()
        }
      }
    ],
    passes: [Example("a reason") { $0.move(to: .foisa, limb: "foisa-30-c") }],
    check: checkReason)

  /// 1. A minor harm is not substantial, and one of which nothing says how bad it is not shown to be.
  /// 2. The letter still says it.
  static let substantial = Rule(
    "RN-072", limbs: { $0.threshold.hasPrefix("t-subst") },
    breaks: [
      Example("minor", at: "reliance/0/harm/severity") {
        $0.move(to: .foisa, limb: "foisa-30-c") { $0.harm.severity = .minor }
      },
      Example("no severity", at: "reliance/0/harm/severity") {
        $0.move(to: .foisa, limb: "foisa-30-c") { $0.harm.severity = nil }
      },
      Example("a letter without it", at: "letter/reliance/crime") {
        $0.move(to: .foisa, limb: "foisa-30-c")
        $0.write("reliance/crime", "It would be unhelpful.")
      },
    ],
    passes: [Example("serious") { $0.move(to: .foisa, limb: "foisa-30-c") }]
  ) { context, relied, answer in
    let field = relied.path / "harm" / "severity"
    switch relied.harm.severity {
    case nil:
      answer.partial(field, "Nothing says how severe the harm under \(relied.limb.cite) is.")
    case .minor:
      answer.fail(field, "The harm under \(relied.limb.cite) is minor, and has to be substantial.")
    case .moderate, .serious, .severe: break
    }
    if let section = context.section(on: relied), !context.finds("substantially", in: [section]) {
      answer.fail(section.field, "The letter does not say that the prejudice is substantial.")
    }
  }

  static let weighsInScotland = Rule(
    "RN-084", limbs: { $0.regime == .foisa && $0.needsBalance },
    breaks: [
      Example("no balance", at: "reliance/0/balance") {
        $0.move(to: .foisa, limb: "foisa-33-1-b") { $0.balance = nil }
      }
    ],
    passes: [Example("a balance") { $0.move(to: .foisa, limb: "foisa-33-1-b") }]
  ) { context, relied, answer in
    context.checkBalance(of: relied, into: &answer)
  }

  static let scottishRights = Rule(
    "RN-133", when: \.isRefusal,
    breaks: [
      Example("no review", at: "rights/internal review") {
        $0.move(to: .foisa, limb: "foisa-30-c")
        $0.rights.internalReview = false
      },
      Example("a letter without the Commissioner", at: "letter/rights") {
        $0.move(to: .foisa, limb: "foisa-30-c")
        $0.write("rights", "You may require us to review this.")
      },
    ],
    passes: [Example("both") { $0.move(to: .foisa, limb: "foisa-30-c") }]
  ) { context, answer in
    context.checkRights(
      [
        ("internal review", "the right to require a review (s.20)", "scottish-review"),
        ("regulator", "the right to apply to the Commissioner (s.47)", "regulator"),
      ], into: &answer)
  }
}
