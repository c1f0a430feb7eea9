import Casework
import InformationLaw
import PublicInterest

extension Chance {
  /// What could happen next to a case that is open: mostly the next step towards a decision, now and
  /// then something beside it.
  mutating func event(for subject: Case, today: Day) -> CaseEvent {
    once(in: 3) ? aside(subject.decision, today: today) : step(subject.decision)
  }

  private mutating func step(_ decision: Decision) -> CaseEvent {
    if let question = decision.questions.first(where: { $0.holding == nil }) {
      return .holdingSet(
        question: question.id, holding: Holding(answer: .held, explanation: text()))
    }
    guard decision.items.count > 1 else { return item(decision.items.count + 1) }
    let covered = Set(decision.reliances.flatMap(\.items))
    if let item = decision.items.first(where: { !covered.contains($0.id) }) {
      let limb = pick(["foia-24-1", "foia-31-1-a", "foia-40-1"])
      return .relianceSet(
        reliance: Reliance(id: "r-\(item.id)", limb: limb, items: [item.id], reason: text()))
    }
    for reliance in decision.reliances where reliance.limb != "foia-40-1" {
      if reliance.harm.isEmpty {
        let level: Likelihood = reliance.limb == "foia-24-1" ? .required : .wouldBeLikely
        return .harmSet(
          reliance: reliance.id, harm: Harm(interest: text(), likelihood: level))
      }
      if reliance.factors.count < 2 { return factor(of: reliance) }
      if reliance.balance == nil {
        return .balanceSet(
          reliance: reliance.id, balance: Balance(outcome: .maintain, reasons: text()),
          answers: ["f1": text()])
      }
    }
    return .submitted
  }

  private mutating func aside(_ decision: Decision, today: Day) -> CaseEvent {
    let reliance = decision.reliances.first { $0.limb != "foia-40-1" }
    switch Int.random(in: 0..<8, using: &self) {
    case 0: return .letterEdited(section: pick(["opening", "closing"]), text: text())
    case 1: return .letterRestored(section: pick(["opening", "closing"]))
    case 2: return .adviceSet(advice: text())
    case 3: return .clockEventAdded(fact: ClockFact(.clarificationAsked(today)))
    case 4: return decision.items.isEmpty ? item(1) : .itemRemoved(item: pick(decision.items).id)
    case 5: return reliance.map { factor(of: $0) } ?? .noteAdded(note: text())
    case 6: return reliance.map { .relianceRemoved(reliance: $0.id) } ?? .noteAdded(note: text())
    default: return .noteAdded(note: text())
    }
  }

  private mutating func item(_ number: Int) -> CaseEvent {
    .itemSet(
      item: Item(
        id: "i\(number)", questions: ["q1"], kind: .document, description: text(),
        outcome: .withhold))
  }

  private mutating func factor(of reliance: Reliance) -> CaseEvent {
    let number = reliance.factors.count + 1
    return .factorSet(
      reliance: reliance.id,
      factor: Factor(id: "f\(number)", side: number % 2 == 0 ? .maintain : .disclose, words: text())
    )
  }
}
