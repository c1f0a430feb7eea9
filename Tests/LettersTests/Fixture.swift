import InformationLaw
import PublicInterest
import Testing

/// Decisions to write letters from.
struct Fixture {
  let book: StatuteBook

  init() throws { book = try StatuteBook.builtIn() }

  static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// A council refuses part of a request about a tender: a price schedule under s.43(2), names of
  /// junior staff under s.40(2); the rest is given. Complete in every part.
  func partlyRefused() throws -> Decision {
    Decision(
      authority: Authority(
        name: "Eastmere Council", address: "Town Hall, Quay Street, Eastmere EM1 2AB",
        email: "foi@eastmere.example", reviewContact: "review@eastmere.example"),
      reference: "FOI-2026-0042", received: try Self.day("2026-03-02"),
      decided: try Self.day("2026-03-27"), decidedBy: "Head of Legal Services",
      questions: [
        Question(
          id: "q1", text: "What did the winning bidder charge?",
          holding: Holding(answer: .held, explanation: "The contract holds this.")),
        Question(
          id: "q2", text: "Who marked the bids,\nand what did they note?",
          holding: Holding(
            answer: .inPart, explanation: "the marks were kept, the notes were not",
            searches: [
              Search(
                place: "Procurement drive", terms: "all files of tender 17", by: "Procurement",
                on: try Self.day("2026-03-05"), found: true),
              Search(
                place: "Paper files", terms: "", by: "", on: nil, found: false),
            ])),
      ],
      items: [
        Item(
          id: "total", questions: ["q1"], kind: .spend, description: "Total price of the contract",
          outcome: .release),
        Item(
          id: "rates", questions: ["q1"], kind: .spend, description: "Rates in the price schedule",
          outcome: .withhold),
        Item(
          id: "names", questions: ["q2"], kind: .personal,
          description: "Names of three junior officers", outcome: .withhold),
      ],
      reliances: [try commercial(), personal],
      alternatives: [
        Alternative(form: .ranges, outcome: .given, words: "Each rate is given within £50."),
        Alternative(
          form: .later, outcome: .notPossible,
          words: "the rates stay in force until the contract is let again"),
      ],
      advice: "The council publishes its contracts register every quarter.")
  }

  func commercial() throws -> Reliance {
    Reliance(
      id: "rates", limb: "foia-43-2", items: ["rates"],
      reason: "A competitor who knows the rates can undercut each of them.",
      harm: Harm(
        interest: "the supplier's position in the tenders of neighbouring councils",
        shows: "The rate for each task", who: "Competitors for the same work",
        how: "they read the rates and bid just below",
        follows: "loss of the tenders that are out until June",
        evidence: [
          Evidence(
            says: "The supplier expects two bids from competitors this spring",
            source: "Letter of the supplier", date: try Self.day("2026-03-10"))
        ],
        likelihood: .wouldBeLikely,
        likelihoodReason: "Three such tenders are open and the same firms bid.",
        severity: .moderate, extent: "some 40 jobs", lasts: "until June 2026"),
      factors: [
        Factor(
          id: "d1", side: .disclose, words: "What the council pays for each task",
          weight: .considerable, reason: "The contract is worth millions",
          answer: "The total and the ranges are given"),
        Factor(
          id: "m1", side: .maintain, words: "Fair competition in the open tenders",
          weight: .veryStrong, reason: "Losing them would leave one bidder"),
      ],
      balance: Balance(
        outcome: .maintain, reasons: "The ranges serve the interest in value for money.",
        timing: "The tenders are open now."))
  }

  private var personal: Reliance {
    Reliance(
      id: "names", limb: "foia-40-2-3A-a", items: ["names"],
      reason: "Junior officers do not expect their names to be published, and nobody needs them.")
  }

  /// A request that has been registered and nothing more.
  func bare() throws -> Decision {
    Decision(
      authority: Authority(name: "Eastmere Council"), reference: "",
      received: try Self.day("2026-03-02"),
      questions: [Question(id: "q1", text: "What did it cost?")],
      items: [Item(id: "i1", questions: [], kind: .other, description: "The invoice")],
      reliances: [Reliance(id: "r1", limb: "foia-31-1-a", items: [])],
      rights: Rights(internalReview: false, regulator: false))
  }

  /// Everything that was asked for is given.
  func disclosed() throws -> Decision {
    Decision(
      authority: Authority(name: "Eastmere Council", reviewContact: "review@eastmere.example"),
      reference: "FOI-2026-0043", received: try Self.day("2026-03-02"),
      decided: try Self.day("2026-03-09"), decidedBy: "Information officer",
      questions: [
        Question(
          id: "q1", text: "How many bins were emptied?",
          holding: Holding(answer: .held, explanation: ""))
      ],
      items: [
        Item(
          id: "bins", questions: ["q1"], kind: .other, description: "Bins emptied in each month",
          outcome: .release)
      ])
  }
}
