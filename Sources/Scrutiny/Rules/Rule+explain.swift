import DataFiles
import InformationLaw
import PublicInterest

// Why the exemption applies, to this information, limb by limb.

extension Rule {
  static let explain = [givesReason, appliesTest, heldBackUnder17, reasonsForEachLimb, consistent]

  /// 1. Neither a reason nor any harm: nothing explains the limb.
  /// 2. Harm without a reason, or a reason without harm where the limb turns on harm: half of it.
  /// 3. Otherwise a person judges whether it explains.
  static let givesReason = Rule(
    "RN-040", limbs: { $0.kind != .procedural || $0.section != "1" },
    breaks: [
      Example("neither reason nor harm", at: "reliance/1/reason") {
        $0.reliances[1].reason = ""
        $0.reliances[1].harm = Harm()
      },
      Example("harm only", at: "reliance/0/reason") { $0.reliances[0].reason = "" },
      Example("a reason only", at: "reliance/0/harm") { $0.reliances[0].harm = Harm() },
    ], check: checkReason)

  @Sendable static func checkReason(_: Context, _ relied: Relied, _ answer: inout Answer) {
    let cite = relied.limb.cite
    switch (relied.reliance.reason.isBlank, relied.harm.isEmpty) {
    case (true, true):
      answer.fail(
        relied.path / "reason",
        "\(cite) is relied on and nothing says why it applies: there is no reason and no harm.")
    case (true, false):
      answer.partial(
        relied.path / "reason",
        "Harm is argued under \(cite), but nothing says why the exemption applies to these items.")
    case (false, true) where relied.limb.needsHarm:
      answer.partial(
        relied.path / "harm", "\(cite) turns on harm, and no harm stands behind the reason.")
    case (false, _): break
    }
  }

  /// A reason that has no word of its own beside the statute's repeats the statute.
  static let appliesTest = Rule(
    "RN-042", limbs: { _ in true },
    breaks: [
      Example("the words of the limb", at: "reliance/0/reason") {
        $0.reliances[0].reason =
          "Disclosure of this information would be likely to prejudice the prevention or detection "
          + "of crime."
      }
    ]
  ) { context, relied, answer in
    guard !relied.reliance.reason.isBlank else { return }
    let limb = relied.limb
    let statute = WordedText(
      [limb.title, limb.standard, limb.provision, relied.threshold?.label ?? ""]
        .joined(separator: ". "))
    let bare = Set(statute.words.map(\.folded))
    let always = context.phrases.words["bare-words"] ?? []
    let own = WordedText(relied.reliance.reason).words.map(\.folded).filter {
      !bare.contains($0) && !always.contains($0) && !$0.isNumber
    }
    if own.isEmpty {
      answer.fail(
        relied.path / "reason",
        "'\(relied.reliance.reason.shortened())' repeats the words of \(limb.cite) and says nothing "
          + "of this information.")
    }
  }

  /// Where a reason is kept back, s.17(4) has to be named.
  static let heldBackUnder17 = Rule(
    "RN-043",
    when: { context in
      context.finds(
        "explanation-held-back", in: context.passages(.againstDisclosure) + context.letterWords)
    },
    breaks: [
      Example("kept back without a provision", at: "reliance/1/reason") {
        $0.reliances[1].reason += " To say more would defeat the purpose."
      }
    ],
    passes: [
      Example("kept back under s.17(4)") {
        $0.reliances[1].reason +=
          " To say more would itself disclose the settings, so section 17(4) is relied on."
      }
    ]
  ) { context, answer in
    let silent = context.passages(.againstDisclosure).filter { !$0.cited.cite("17(4)") }
    let letter = context.letter?.filter { !$0.cited.cite("17(4)") }
    context.object(to: "explanation-held-back", in: silent, letter: letter, into: &answer) {
      quote, _ in "\(quote) keeps the explanation back, but s.17(4) is not named"
    }
  }

  /// Where several limbs of one section are relied on, one without words, or with the words of
  /// another, has no reasons of its own.
  static let reasonsForEachLimb = Rule(
    "RN-044",
    when: { context in
      Dictionary(grouping: context.limbs, by: \.section).values.contains { $0.count > 1 }
    },
    breaks: [
      Example("a second limb without a word", at: "reliance/2/reason") {
        $0.rely(on: "foia-31-1-b", for: ["products"]) {
          $0.reason = ""
          $0.harm = Harm()
        }
      },
      Example("a second limb with the words of the first", at: "reliance/2/reason") {
        $0.rely(on: "foia-31-1-b", for: ["products"])
      },
    ],
    passes: [
      Example("a second limb with its own") {
        $0.rely(on: "foia-31-1-b", for: ["products"]) {
          $0.reason = "Officers could no longer find the people they look for."
        }
      }
    ]
  ) { context, answer in
    for relied in context.relied {
      let others = context.relied.filter {
        $0.limb.section == relied.limb.section && $0.limb.id != relied.limb.id
      }
      guard !others.isEmpty else { continue }
      let reason = WordedText(relied.reliance.reason)
      if reason.isEmpty, relied.harm.isEmpty {
        answer.fail(
          relied.path / "reason",
          "\(relied.limb.cite) stands beside \(listed(others.map(\.limb.cite))) without a word of "
            + "its own.",
          limb: relied.limb)
      } else if !reason.isEmpty,
        let twin = others.first(where: {
          $0.index < relied.index && WordedText($0.reliance.reason).says(theSameAs: reason)
        })
      {
        answer.fail(
          relied.path / "reason",
          "\(relied.limb.cite) has the same reason as \(twin.limb.cite), word for word.",
          limb: relied.limb)
      }
    }
  }

  /// What structure shows to be at odds: items for what is not held, a limb for what is released.
  static let consistent = Rule(
    "RN-045",
    breaks: [
      Example("items for what is not held", at: "questions/0/held") {
        $0.questions[0].holding = Holding(answer: .notHeld, explanation: "There is no such list.")
      },
      Example("a limb for a released item", at: "reliance/0/items") {
        $0.reliances[0].items.append("spend")
      },
    ]
  ) { context, answer in
    let decision = context.decision
    for (index, question) in decision.questions.enumerated()
    where question.holding?.answer == .notHeld {
      guard let item = decision.items.first(where: { $0.questions.contains(question.id) }) else {
        continue
      }
      answer.fail(
        "questions" / index / "held",
        "Nothing is said to be held for question \(question.id), yet \(item.quoted) is an item of it."
      )
    }
    for relied in context.relied {
      guard let item = decision.items(of: relied.reliance).first(where: { $0.outcome == .release })
      else { continue }
      answer.fail(
        relied.path / "items",
        "\(relied.limb.cite) is relied on for \(item.quoted), which is released.",
        limb: relied.limb)
    }
  }
}
