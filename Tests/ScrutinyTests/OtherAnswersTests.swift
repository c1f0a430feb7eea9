import DataFiles
import InformationLaw
import Letters
import PublicInterest
import Testing

@testable import Scrutiny

/// Answers of other kinds, each made as it should be: what the rules must leave alone.
@Suite("Answers of other kinds")
struct OtherAnswersTests {
  private static let head = """
    steelyard: decision/1
    authority:
      name: Ravenmouth Council
      internal review: {contact: Ravenmouth Town Hall}
    reference: RC/26/204
    received: 2026-10-05
    decided: 2026-10-20
    decided by: Information Rights Manager
    rights: {internal review: yes, regulator: yes}
    advice: The yearly accounts on our website show totals by service. Please ask if they would help.

    """

  private static let answers: [(name: String, yaml: String)] = [
    (
      "everything is disclosed",
      """
      questions:
        - {id: q1, text: How many parking tickets were issued in 2025?, held: held}
      items:
        - {id: tickets, questions: [q1], kind: document, description: Tickets by month, outcome: release}
      """
    ),
    (
      "nothing is held",
      """
      questions:
        - id: q1
          text: How many swans live on the canal?
          held: not held
          explanation: We have never counted them; the canal belongs to another body.
          searches:
            - {place: Parks service, terms: swans, by: Parks manager, on: 2026-10-07, found: no}
      """
    ),
    (
      "the cost would be too high",
      """
      questions:
        - {id: q1, text: All e-mails about the depot since 2010, held: held}
      reliance:
        - limb: s12(1)
          reason: >
            The appropriate limit is £450, or 18 hours. Some 3,400 e-mails would have to be opened, at one
            minute each, to find those about the depot: 57 hours.
          on file: {ev-cost-estimate: Estimate of 12 October 2026}
      """
    ),
    (
      "the request is vexatious",
      """
      questions:
        - {id: q1, text: All records of bay 14 once more, held: held}
      reliance:
        - limb: s14(1)
          reason: >
            This is the eleventh request in two years about one parking bay. Each has been answered in
            full and the ombudsman has closed the matter; a further answer would serve nobody.
          on file: {ev-vexatious: Chronology of 9 October 2026}
      """
    ),
    (
      "a third person's data are withheld",
      """
      questions:
        - {id: q1, text: Who complained about the kennels?, held: held}
      items:
        - id: names
          questions: [q1]
          kind: personal data
          description: Names and addresses of the two people who complained
          outcome: withhold
        - id: complaint
          questions: [q1]
          kind: document
          description: The text of both complaints without names
          outcome: release
      reliance:
        - limb: 40(2) with 40(3A)(a)
          items: [names]
          reason: >
            They wrote in confidence and would not expect their names to be published. The interest in
            how we dealt with the complaints is met by their text, so that naming them is not necessary.
          on file:
            ev-schedule: Schedule in the case folder
            ev-dp-principle: Note of 12 October 2026
            ev-lia: Assessment of 12 October 2026
      """
    ),
    (
      "it is on the website",
      """
      questions:
        - {id: q1, text: Minutes of the planning committee in May 2026, held: held}
      items:
        - {id: m, questions: [q1], kind: document, description: Minutes of May 2026, outcome: withhold}
      reliance:
        - limb: s21(1)
          items: [m]
          reason: The minutes are at https://ravenmouth.example/planning/2026-05, free of charge.
          on file: {ev-accessible: Opened on 12 October 2026}
      """
    ),
    (
      "whether anything is held is neither confirmed nor denied",
      """
      questions:
        - {id: q1, text: Is the club under investigation?}
      reliance:
        - limb: s31(3)
          reason: >
            To say that there is an investigation would warn those concerned; to say that there is none
            would free them to go on.
          on file:
            ev-ncnd-both-ways: Note of 12 October 2026
            ev-public-domain: Search of 12 October 2026
          harm:
            interest: The regulation of gambling on licensed premises
            shows: Whether inspectors are at work at the club
            who: Those who run games there
            how: They hide the books, or carry on in the knowledge that nobody looks
            follows: Games without a licence go on unpunished
            likelihood: would be likely
            why so likely: It happened at two other clubs in 2025 after a leak
            severity: serious
            extent: One club and some 300 members
            lasts: Until the inspection is over
            evidence:
              - {says: Books disappeared after the leak of 2025, source: Licensing manager, date: 2026-10-09}
          for disclosure:
            - factor: fd-ncnd-small-step
              words: A bare yes or no gives little away about the club itself
              weight: slight
              reason: It would still tell the club what it needs
              answer: The little that is said is just what would warn the club
            - factor: fd-accountability
              words: Members ought to know that the council looks after licensing
              weight: moderate
              reason: Complaints about the club were in the press
              answer: Our yearly licensing report shows how many inspections there were
          for maintaining:
            - factor: fm-ncnd-tipoff
              words: Either answer would tell those who run the games what to do next
              weight: considerable
              reason: It has happened before at clubs of this kind
          balance:
            outcome: maintain
            reasons: The yearly report serves the interest in accountability without warning anybody.
            timing: Judged in October 2026.
      """
    ),
    (
      "a contractor's prices are withheld",
      """
      questions:
        - {id: q1, text: What does the council pay for refuse collection?, held: held}
      items:
        - {id: total, questions: [q1], kind: spend, description: The yearly total, outcome: release}
        - id: rates
          questions: [q1]
          kind: spend
          description: The contractor's rates for each kind of vehicle
          outcome: withhold
      reliance:
        - limb: s43(2)
          items: [rates]
          reason: >
            The rates show how the contractor prices its vehicles. Rivals bid against it for three
            contracts this winter and would undercut them line by line.
          on file:
            ev-schedule: Schedule in the case folder
            ev-public-domain: Search of 12 October 2026
            ev-third-party: Letter from the contractor of 13 October 2026
          harm:
            interest: The commercial interests of the contractor
            shows: What it charges for each vehicle and crew
            who: Three firms that bid for the same contracts
            how: They set each line of a bid just below
            follows: The contractor loses bids that it would have won
            likelihood: would be likely
            why so likely: The bids close in December, and price counts for seven points in ten
            severity: moderate
            extent: Three contracts of some £4 million a year
            lasts: Until the contracts are let in March 2027
            evidence:
              - {says: The rates are those of the coming bids, source: The contractor, date: 2026-10-13}
          for disclosure:
            - factor: fd-public-spending
              words: People pay for the service and ought to see what it costs
              weight: considerable
              reason: It is the largest contract that the council has
              answer: The yearly total is released
            - factor: fd-contract-performance
              words: Rates would show whether the council pays more than others do
              weight: moderate
              reason: Neighbouring councils publish totals only
              answer: Totals can be compared; the auditor has seen the rates
          for maintaining:
            - factor: fm-competitive-harm
              words: The contractor would lose bids for a reason that has nothing to do with its work
              weight: very strong
              reason: The bids are weeks away
          balance:
            outcome: maintain
            reasons: The total lets people judge the cost, and the rates would mainly serve rivals.
            timing: The rates are current; after March 2027 the answer may be different.
      """
    ),
  ]

  @Test("made as it should be, it has nothing to put right", arguments: answers.map(\.name))
  func inOrder(name: String) throws {
    let yaml = try #require(OtherAnswersTests.answers.first { $0.name == name }).yaml
    let book = try Cases.book.get()
    let file = try DecisionFile(
      parsing: OtherAnswersTests.head + yaml + "\n", file: "answer.yaml", book: book)
    let letter = LetterText(Letter(decision: file.decision, book: book))
    for letter in [nil, letter] {
      let report = try Cases.scrutiny().report(on: file.decision, letter: letter)
      let found = report.findings.map { "\($0.rule) \($0.field): \($0.message)" }
      #expect(found == [], "\(letter == nil ? "decision" : "letter")")
    }
  }
}
