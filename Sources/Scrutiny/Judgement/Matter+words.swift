import InformationLaw
import PublicInterest

// The words of each part. A field that is empty is left out, so that a field which a later version
// adds to decisions changes no matter in which it was never filled in.

extension Matter {
  mutating func add(requestOf decision: Decision) {
    for question in decision.questions {
      let number = question.id.dropFirst()
      add("Question \(number)", question.text)
      guard let holding = question.holding else { continue }
      add(
        "Question \(number): what is held",
        "\(holding.answer.rawValue.capitalizedFirst). \(holding.explanation)")
      for search in holding.searches {
        let day = search.on.map { ", \($0.written)" } ?? ""
        add(
          "Question \(number): search",
          "\(search.place): \(search.terms). \(search.by)\(day). "
            + (search.found ? "Something was found." : "Nothing was found."))
      }
    }
  }

  mutating func add(itemsOf decision: Decision, about subjects: [Subject]?) {
    let ids = subjects.map { Set($0.flatMap(\.reliance.items)) }
    for item in decision.items where ids?.contains(item.id) ?? true {
      let outcome =
        switch item.outcome {
        case .release: "released"
        case .withhold: "withheld"
        case nil: "undecided"
        }
      add("Item, \(outcome)", item.description)
    }
  }

  mutating func add(clockOf decision: Decision) {
    add("Received", decision.received.written)
    for fact in decision.clockEvents {
      add(fact.kind.replacing("-", with: " ").capitalizedFirst, fact.day.written)
    }
  }

  mutating func add(reasonOf subject: Subject, in decision: Decision) {
    let (reliance, cite) = (subject.reliance, subject.limb.cite)
    add("\(cite): items", decision.items(of: reliance).map(\.description).joined(separator: "; "))
    add("\(cite): why it applies", reliance.reason)
    add("\(cite): section 23", reliance.section23?.rawValue)
    add("\(cite): function", reliance.function)
    add("\(cite): purposes", reliance.purposes.joined(separator: ", "))
    if reliance.isAlternative { add("\(cite): cited", "in the alternative") }
  }

  mutating func add(fileOf subject: Subject, book: StatuteBook) {
    for (key, place) in subject.reliance.onFile.sorted(by: { $0.key < $1.key }) {
      add("\(subject.limb.cite), on file: \(book.vocabulary.evidence[key] ?? key)", place)
    }
  }

  mutating func add(harmOf subject: Subject) {
    let (harm, cite) = (subject.reliance.harm, subject.limb.cite)
    add("\(cite): the interest", harm.interest)
    add("\(cite): what disclosure would show", harm.shows)
    add("\(cite): who could use it", harm.who)
    add("\(cite): how", harm.how)
    add("\(cite): what would follow", harm.follows)
    for evidence in harm.evidence {
      let day = evidence.date.map { ", \($0.written)" } ?? ""
      add("\(cite): evidence", "\(evidence.says) (\(evidence.source)\(day))")
    }
    add("\(cite): how likely", harm.likelihood?.words)
    add("\(cite): why so likely", harm.likelihoodReason)
    add("\(cite): how severe", harm.severity?.rawValue)
    add("\(cite): how far it would reach", harm.extent)
    add("\(cite): for how long", harm.lasts)
  }

  mutating func add(weighingOf subject: Subject) {
    let (reliance, cite) = (subject.reliance, subject.limb.cite)
    for (side, name) in [(Vocabulary.Side.disclose, "disclosing"), (.maintain, "maintaining")] {
      for factor in reliance.factors(side) {
        let weight = factor.weight.map { "Weight: \($0.rawValue). " } ?? ""
        let answer = factor.answer.isBlank ? "" : "Answered: \(factor.answer)"
        let lines = [factor.words, weight + factor.reason, answer].filter { !$0.isBlank }
        add("\(cite): for \(name)", lines.joined(separator: "\n"))
      }
    }
    guard let balance = reliance.balance else { return }
    add("\(cite): the balance", "\(balance.outcome.sentence) \(balance.reasons)")
    add("\(cite): age and state of the matter", balance.timing)
  }

  static func words(of balance: CumulativeBalance) -> String {
    "\(balance.outcome.sentence) \(balance.reasons)"
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
