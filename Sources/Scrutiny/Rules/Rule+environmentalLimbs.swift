import DataFiles
import InformationLaw
import PublicInterest

// What single exceptions of regulation 12 ask for.

extension Rule {
  static let environmentalLimbs = [adverseEffect, emissions, helpedFirst, whoCompletes]

  /// 1. "Would adversely affect" is chosen; less engages nothing.
  /// 2. Words of mere possibility fall short of it.
  /// 3. The letter still says it.
  static let adverseEffect = Rule(
    "RN-071", limbs: { $0.threshold == "t-adverse" && $0.kind == .exemption },
    breaks: [
      Example("likely", at: "reliance/0/harm/likelihood") {
        $0.move(to: .eir, limb: "eir-12-5-b") { $0.harm.likelihood = .wouldBeLikely }
      },
      Example("might", at: "reliance/0/reason") {
        $0.move(to: .eir, limb: "eir-12-5-b") { $0.reason = "It might affect a pending inquiry." }
      },
      Example("a letter without it", at: "letter/reliance/crime") {
        $0.move(to: .eir, limb: "eir-12-5-b")
        $0.write("reliance/crime", "It would be unhelpful.")
      },
    ],
    passes: [Example("would") { $0.move(to: .eir, limb: "eir-12-5-b") }]
  ) { context, relied, answer in
    let cite = relied.limb.cite
    if relied.harm.likelihood != .would {
      answer.fail(
        relied.path / "harm" / "likelihood",
        "\(cite) needs harm that would follow; "
          + (relied.harm.likelihood.map { "'\($0.rawValue)' falls short." } ?? "no level is chosen.")
      )
    }
    context.object(
      to: "hedges", in: relied.passages.filter { Set<Passage.Part>.argument.contains($0.part) },
      letter: [], into: &answer
    ) { quote, _ in "\(quote) falls short of an adverse effect that would follow" }
    if let section = context.section(on: relied), !context.finds("adversely-affect", in: [section])
    {
      answer.fail(
        section.field, "The letter does not say that an interest would be adversely affected.")
    }
  }

  /// Words about emissions in the request or the items; the words leave open whether it is information
  /// *on* emissions only where the file has a check.
  static let emissions = Rule(
    "RN-114",
    when: { context in
      context.relies { barredForEmissions.contains($0.id) }
        && context.speaksOfEmissions
    },
    breaks: [
      Example("emissions, since they were supplied", at: "reliance/0/limb") {
        $0.move(to: .eir, limb: "eir-12-5-f")
        $0.questions[0].text = "What are the emissions of the plant?"
      }
    ],
    passes: [
      Example("looked at, and none") {
        $0.move(to: .eir, limb: "eir-12-5-f") { $0.onFile["ev-emissions"] = "Note of 2 November" }
        $0.questions[0].text = "What are the emissions of the plant, and who supplied the figures?"
      }
    ]
  ) { context, answer in
    for relied in context.relied where barredForEmissions.contains(relied.limb.id) {
      guard relied.reliance.onFile["ev-emissions"]?.isBlank ?? true else {
        answer.otherwise = .cannotAssess
        continue
      }
      answer.fail(
        relied.path / "limb",
        "\(relied.limb.cite) cannot be relied on for information on emissions, and nothing on file "
          + "says that it is none.", limb: relied.limb)
    }
  }

  private static let barredForEmissions: Set = [
    "eir-12-5-d", "eir-12-5-e", "eir-12-5-f", "eir-12-5-g",
  ]

  /// A question to the requester, or a note on file of the help given.
  static let helpedFirst = Rule(
    "RN-127", limbs: { $0.id == "eir-12-4-c" },
    breaks: [
      Example("nobody asked", at: "reliance/0/on file") {
        $0.move(to: .eir, limb: "eir-12-4-c") { $0.onFile["ev-clarify"] = nil }
      }
    ],
    passes: [
      Example("asked") {
        $0.move(to: .eir, limb: "eir-12-4-c") { $0.onFile["ev-clarify"] = "E-mail of 14 October" }
      }
    ]
  ) { context, relied, answer in
    let hasAsked = context.decision.clockEvents.contains { $0.kind.hasPrefix("clarification") }
    if !hasAsked { context.require(["ev-clarify"], of: relied, into: &answer) }
  }

  static let whoCompletes = Rule(
    "RN-129", limbs: { $0.id == "eir-12-4-d" },
    breaks: [
      Example("nobody named", at: "reliance/0/reason") {
        $0.move(to: .eir, limb: "eir-12-4-d") { $0.reason = "It is still being worked on." }
      },
      Example("no time", at: "reliance/0/reason") {
        $0.move(to: .eir, limb: "eir-12-4-d") { $0.reason = "It is being completed by the Agency." }
      },
    ],
    passes: [
      Example("who and when") {
        $0.move(to: .eir, limb: "eir-12-4-d") {
          $0.reason = "It is being completed by the Agency, which expects to finish in May 2027."
        }
      }
    ]
  ) { context, relied, answer in
    let reasons =
      relied.passages.filter { $0.part == .reason }
      + (context.section(on: relied).map { [$0] } ?? [])
    let field = relied.path / "reason"
    if !context.finds("completed-by", in: reasons) {
      answer.fail(field, "\(relied.limb.cite) does not name the body that completes the material.")
    } else if !context.finds("expected-by", in: reasons) {
      answer.partial(
        field, "\(relied.limb.cite) does not say when the material is expected to be finished.")
    }
  }
}

extension Context {
  /// Whether the request or an item speaks of emissions.
  fileprivate var speaksOfEmissions: Bool {
    let words = decision.questions.map(\.text) + decision.items.map(\.description)
    return words.contains { text in
      !phrases.hits(in: WordedText(text))["emissions"].isEmpty
    }
  }
}
