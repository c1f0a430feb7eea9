import Casework
import InformationLaw
import PublicInterest
import Scrutiny
import Testing

/// A request about a network, decided with two limbs: what the tests build cases from.
enum Sample {
  /// A working day; the answer is due on 24 June 2026.
  static let received = Day(number: 20_599)
  /// The day on which the tests are played.
  static let today = Day(number: 20_605)

  static let registration = Registration(
    reference: "FOI-2026-0001", title: "Suppliers of the network", received: received,
    channel: .email, regime: .foia,
    questions: [
      Question(id: "q1", text: "Which suppliers and versions protect the network?"),
      Question(id: "q2", text: "Who audits them?"),
    ])

  static let held = Holding(
    answer: .held, explanation: "The asset register lists them.",
    searches: [
      Search(
        place: "Asset register", terms: "firewall", by: "The network team", on: today, found: true)
    ])
  static let notHeld = Holding(
    answer: .notHeld, explanation: "No audit was commissioned.",
    searches: [
      Search(place: "Contracts", terms: "audit", by: "Procurement", on: nil, found: false)
    ])

  static let suppliers = Item(
    id: "suppliers", questions: ["q1"], kind: .supplier, description: "The names of the suppliers",
    outcome: .withhold)
  static let versions = Item(
    id: "versions", questions: ["q1"], kind: .version, description: "The versions in use",
    outcome: .withhold)

  static let crime = Reliance(
    id: "r1", limb: "foia-31-1-a", items: ["suppliers", "versions"],
    reason: "Whoever attacks the network would be helped.", onFile: ["ev-harm-record": "File 7"])
  static let security = Reliance(
    id: "r2", limb: "foia-24-1", items: ["versions"], reason: "The network carries alerts.",
    section23: .notWithin)

  static let likelyHarm = Harm(
    interest: "The detection of crime", shows: "Which systems to attack", who: "Organised crime",
    how: "By matching versions with known weaknesses", follows: "Investigations are exposed",
    evidence: [Evidence(says: "Three attacks", source: "The security team", date: today)],
    likelihood: .wouldBeLikely, likelihoodReason: "It has happened", severity: .serious,
    extent: "The whole force", lasts: "While the versions are in use")
  static let requiredHarm = Harm(
    interest: "National security", evidence: likelyHarm.evidence, likelihood: .required)

  static let forDisclosure = Factor(
    id: "d1", side: .disclose, recognised: "fd-accountability", words: "Public money is spent",
    weight: .moderate, reason: "The contracts are large")
  static let forMaintaining = Factor(
    id: "m1", side: .maintain, words: "An attack would expose victims", weight: .veryStrong,
    reason: "It would last")

  /// An answer to whether the harm under the first limb is traced from the words to the damage.
  static let chain = Judgement(
    rule: "RN-052", limb: "foia-31-1-a", answer: .notMet, reason: "Nobody is named who would act.")

  static let maintain = Balance(
    outcome: .maintain, reasons: "The harm is graver.", timing: "The versions are in use today.")
  static let disclose = Balance(outcome: .disclose, reasons: "Nothing speaks against it.")
  static let cumulative = CumulativeBalance(
    reliances: ["r1", "r2"], outcome: .maintain, reasons: "Both interests point one way.")
  static let totals = Alternative(
    form: .totals, outcome: .given, words: "There are four suppliers.")

  /// Everything that leads to a decision ready for approval, in the order of the work.
  static let drafting: [CaseEvent] = [
    .holdingSet(question: "q1", holding: held),
    .holdingSet(question: "q2", holding: notHeld),
    .itemSet(item: suppliers),
    .itemSet(item: versions),
    .relianceSet(reliance: crime),
    .relianceSet(reliance: security),
    .harmSet(reliance: "r1", harm: likelyHarm),
    .harmSet(reliance: "r2", harm: requiredHarm),
    .factorSet(reliance: "r1", factor: forDisclosure),
    .factorSet(reliance: "r1", factor: forMaintaining),
    .balanceSet(reliance: "r1", balance: maintain, answers: ["d1": "The totals are given."]),
    .balanceSet(reliance: "r2", balance: maintain, answers: [:]),
    .cumulativeSet(balance: cumulative),
    .alternativeSet(alternative: totals),
    .adviceSet(advice: "Ask for spending by year."),
    .letterEdited(section: "opening", text: "Thank you for your request."),
    .fileSet(file: sheet),
    .findingsAccepted(acceptance: authorStays),
  ]

  /// The bytes of the file, as a test's digest tells them.
  static let sheetBytes = Array("Supplier,2025".utf8)
  static let sheet = ReleaseFile(
    id: "f1", name: "spending.xlsx",
    check: FileCheck(
      sha256: digest(sheetBytes), size: sheetBytes.count, verdict: .hiddenData,
      findings: [FileCheck.Finding(key: "k1", kind: "xlsx.doc_core", severity: .medium)]),
    making: .given)
  static let authorStays = Acceptance(
    file: "f1", sha256: sheet.sha256, findings: ["k1"], reason: "The author is the unit itself.")
  static let manifest = ReleaseManifest(
    letter: digest(Array("Dear requester".utf8)),
    files: [ReleaseManifest.File(id: "f1", name: "spending.xlsx", sha256: sheet.sha256)])

  /// Stands in for SHA-256: other bytes have another digest.
  static func digest(_ bytes: [UInt8]) -> String {
    bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  static let approval = CaseEvent.approved(
    on: today, by: "The decision maker", despite: nil, release: manifest)
  static let issue = CaseEvent.issued(on: today, fingerprint: "9f86d081884c7d65")

  /// One event of each act, valid on a case in whatever state the act is for, so that only authority
  /// decides whether it is accepted.
  static let eventOfEachAct: [CaseEvent] = [
    .registered(registration),
    .questionsSet(questions: registration.questions),
    .holdingSet(question: "q1", holding: held),
    .itemSet(item: suppliers),
    .itemRemoved(item: "suppliers"),
    .relianceSet(reliance: crime),
    .relianceRemoved(reliance: "r2"),
    .harmSet(reliance: "r1", harm: likelyHarm),
    .factorSet(reliance: "r1", factor: forMaintaining),
    .factorRemoved(reliance: "r1", factor: "m1"),
    .balanceSet(reliance: "r1", balance: maintain, answers: ["d1": "The totals are given."]),
    .balanceRemoved(reliance: "r1"),
    .cumulativeSet(balance: cumulative),
    .cumulativeRemoved,
    .alternativeSet(alternative: totals),
    .alternativeRemoved(form: .totals),
    .adviceSet(advice: "Ask for spending by year."),
    .letterEdited(section: "opening", text: "Thank you for your request."),
    .letterRestored(section: "opening"),
    .clockEventAdded(fact: ClockFact(.clarificationAsked(today))),
    .clockMoved(from: received.adding(29), to: received.adding(30), because: "A new holiday"),
    .noteAdded(note: "The owner will answer on Monday."),
    .judgementGiven(judgement: chain),
    .fileSet(file: sheet),
    .fileRemoved(file: "f1"),
    .findingsAccepted(acceptance: authorStays),
    .submitted,
    .returned(reason: "Say more about the harm."),
    approval,
    issue,
  ]
}
