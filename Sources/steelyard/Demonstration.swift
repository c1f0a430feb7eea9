import Casework
import DataFiles
import Foundation
import InformationLaw
import PublicInterest
import Storage
import Workbench

/// A fictional authority with cases at several stages, so that a first look shows something real. The
/// worked case is the example decision that also stands beside the documentation.
struct Demonstration {
  let house: House

  private let officer = Account(
    id: "demonstration-officer", email: "officer@northmoor-police.example", name: "Robin Vale",
    role: .officer)
  private let decisionMaker = Account(
    id: "demonstration-decision-maker", email: "decisions@northmoor-police.example",
    name: "Sam Okoro", role: .decisionMaker)
  private let administrator = Account(
    id: "demonstration-administrator", email: "administrator@northmoor-police.example",
    name: "Alex Lind", role: .administrator)

  /// Loads the authority unless the store has accounts already.
  func loadIfEmpty() async throws {
    guard try await house.archive.accounts().isEmpty else { return }
    for account in [administrator, officer, decisionMaker] { try await house.archive.add(account) }
    let worked = try example("suppliers-decided-well")
    try await house.archive.set(worked.authority)
    try await load(worked, title: "Suppliers and software that protect the network", daysAgo: 14)
    let first = try example("suppliers-as-first-written")
    try await load(first, title: "Cyber security suppliers, first attempt", daysAgo: 26)
    for (title, question, daysAgo) in Demonstration.waiting {
      _ = try await register(
        title: title, questions: [Question(id: "q1", text: question)],
        received: house.now.day().adding(-daysAgo))
    }
  }

  private static let waiting = [
    (
      "Cost of body-worn video", "How much did the force spend on body-worn video in 2025/26?", 20
    ),
    (
      "Drone flights in June", "On which days in June did the force fly drones, and where?", 6
    ),
    (
      "Stop and search by ward", "How many stops and searches were there in each ward last year?", 1
    ),
  ]

  private func example(_ name: String) throws -> Decision {
    guard let text = EmbeddedText.files["examples/\(name).yaml"] else {
      throw Failure("the example \(name) is not built in")
    }
    do {
      return try DecisionFile(parsing: text, file: "\(name).yaml", book: house.book).decision
    } catch {
      throw Failure(error.description)
    }
  }

  private func register(
    title: String, questions: [Question], received: Day
  ) async throws -> String {
    let actor = officer.actor
    let today = house.now.day()
    let rules = house.rules
    return try await house.archive.register(
      Registration(
        reference: "", title: title, received: received, channel: .email, regime: .foia,
        questions: questions),
      requester: Requester(
        name: "A. Requester", address: "requester@mail.example",
        original: questions.map(\.text).joined(separator: "\n\n")),
      by: actor, at: house.now.stamp()
    ) { try rules.check(.registered($0), by: actor, on: nil, today: today) }
  }

  /// Plays a decision as the events that an officer's work would make.
  private func load(_ decision: Decision, title: String, daysAgo: Int) async throws {
    let received = house.now.day().adding(-daysAgo)
    let shift = received.number - decision.received.number
    let reference = try await register(
      title: title, questions: decision.questions.map { Question(id: $0.id, text: $0.text) },
      received: received)
    var version = 1
    for event in Demonstration.events(of: decision, shift: shift, today: house.now.day()) {
      let rules = house.rules
      let actor = officer.actor
      let today = house.now.day()
      version = try await house.archive.append(
        event, to: reference, basedOn: version, by: actor, at: house.now.stamp()
      ) { try rules.check(event, by: actor, on: $0, today: today) }.version
    }
  }

  /// The events of a decision; its days are moved with the day of receipt and never past today.
  private static func events(of decision: Decision, shift: Int, today: Day) -> [CaseEvent] {
    func moved(_ day: Day?) -> Day? { day.map { min($0.adding(shift), today) } }
    var events: [CaseEvent] = []
    for question in decision.questions {
      guard var holding = question.holding else { continue }
      for index in holding.searches.indices {
        holding.searches[index].on = moved(holding.searches[index].on)
      }
      events.append(.holdingSet(question: question.id, holding: holding))
    }
    events += decision.items.map { .itemSet(item: $0) }
    for reliance in decision.reliances {
      events.append(.relianceSet(reliance: reliance))
      var harm = reliance.harm
      for index in harm.evidence.indices {
        harm.evidence[index].date = moved(harm.evidence[index].date)
      }
      events.append(.harmSet(reliance: reliance.id, harm: harm))
      events += reliance.factors.map { .factorSet(reliance: reliance.id, factor: $0) }
      if let balance = reliance.balance {
        events.append(.balanceSet(reliance: reliance.id, balance: balance, answers: [:]))
      }
    }
    if let cumulative = decision.cumulative { events.append(.cumulativeSet(balance: cumulative)) }
    events += decision.alternatives.map { .alternativeSet(alternative: $0) }
    if !decision.advice.isEmpty { events.append(.adviceSet(advice: decision.advice)) }
    return events
  }
}
