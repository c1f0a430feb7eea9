import DataFiles
import InformationLaw
import PublicInterest

/// What the rules look at: the decision with its limbs resolved, its words, its clock, the letter.
struct Context: Sendable {
  let decision: Decision
  let today: Day?
  let book: StatuteBook
  let phrases: PhraseBook
  /// The reliances whose limb is in the book.
  let relied: [Relied]
  /// The distinct limbs relied on, in the order of the decision.
  let limbs: [Limb]
  /// The reliances whose limb is not.
  let unknown: [(index: Int, reliance: Reliance)]
  /// What the clock says; nil where the regime has none in the book.
  let clock: Result<ClockReading, ClockError>?
  /// The decision's own words outside the reliances.
  let telling: [Passage]
  /// The text of the letter's sections; nil without a letter.
  let letter: [Passage]?
  /// The headings of the letter's sections.
  let headings: [Passage]
  /// Whether the letter says whom it goes to.
  let isAddressed: Bool
  /// The folded words of each edited section as the decision yields them, to tell them from an
  /// officer's.
  private let derived: [FieldPath: WordedText]

  init(
    decision: Decision, letter: LetterText?, today: Day?, book: StatuteBook, phrases: PhraseBook
  ) {
    self.decision = decision
    self.today = today
    self.book = book
    self.phrases = phrases
    var relied: [Relied] = []
    var unknown: [(index: Int, reliance: Reliance)] = []
    for (index, reliance) in decision.reliances.enumerated() {
      if let limb = book.limb(id: reliance.limb) {
        relied.append(Relied(reliance, index: index, limb: limb, book: book, phrases: phrases))
      } else {
        unknown.append((index, reliance))
      }
    }
    self.relied = relied
    self.unknown = unknown
    var seen: Set<String> = []
    limbs = relied.map(\.limb).filter { seen.insert($0.id).inserted }
    telling = Passage.telling(of: decision, phrases: phrases)
    self.letter = letter?.sections.map {
      Passage(.section($0.id), .letter, $0.text, phrases: phrases)
    }
    headings =
      letter?.sections.map {
        Passage(.section($0.id), .letterHeading, $0.heading, phrases: phrases)
      } ?? []
    isAddressed = letter?.isAddressed ?? false
    derived = Dictionary(
      letter?.sections.filter { $0.derived != $0.text }
        .map { (.section($0.id), WordedText($0.derived)) } ?? [],
      uniquingKeysWith: { first, _ in first })
    clock = book.responseClock(decision.regime).map { clock in
      Result { () throws(ClockError) in
        try clock.reading(
          received: decision.received, events: decision.clockEvents.compactMap(\.event),
          calendar: book.workingDays(decision.regime))
      }
    }
  }

  /// Whether a limb of a kind is relied on.
  func relies(_ on: (Limb) -> Bool) -> Bool { relied.contains { on($0.limb) } }

  /// Whether the duty to confirm or deny is excluded.
  var neitherConfirmsNorDenies: Bool { relies { $0.kind == .neitherConfirmNorDeny } }

  /// Whether the public interest is being weighed under any limb.
  var isWeighing: Bool { relied.contains(where: \.isWeighed) }

  /// Whether anything is refused, as a whole or in part.
  var isRefusal: Bool { decision.isRefusal }

  /// The words of every reliance in some parts, and those outside reliances.
  func passages(_ parts: Set<Passage.Part>) -> [Passage] {
    (relied.flatMap(\.passages) + telling).filter { parts.contains($0.part) }
  }

  /// Whether an officer changed a section of the letter.
  func isEdited(_ section: Passage) -> Bool { derived[section.field] != nil }

  /// Whether a sentence of the letter stands word for word in what was derived: then it is judged
  /// at the decision's own field.
  func isDerived(_ sentence: Range<Int>, of section: Passage) -> Bool {
    guard let derived = derived[section.field] else { return true }
    return derived.contains(section.text.words[sentence])
  }
}

/// A reliance with its limb; a class, never changed, since almost every rule goes over all of them.
final class Relied: Sendable {
  let index: Int
  let reliance: Reliance
  let limb: Limb
  let threshold: Vocabulary.Threshold?
  /// Its own words.
  let passages: [Passage]

  init(
    _ reliance: Reliance, index: Int, limb: Limb, book: StatuteBook, phrases: PhraseBook
  ) {
    self.index = index
    self.reliance = reliance
    self.limb = limb
    threshold = book.vocabulary.thresholds[limb.threshold]
    passages = Passage.all(of: reliance, at: "reliance" / index, limb: limb, phrases: phrases)
  }

  /// Where it stands in the decision.
  var path: FieldPath { "reliance" / index }

  var harm: Harm { reliance.harm }

  /// Whether anything is put on a scale under it.
  var isWeighed: Bool { reliance.balance != nil || !reliance.factors.isEmpty }

  /// Whether the balance comes down for withholding.
  var maintains: Bool { reliance.balance?.outcome == .maintain }

  /// The factors of a side, each with its field.
  func factors(_ side: Vocabulary.Side) -> [(field: FieldPath, factor: Factor)] {
    reliance.factors(side).enumerated().map { (path / side.key / $0, $1) }
  }
}

extension Limb {
  /// Whether harm has to be shown, of whatever kind.
  var needsHarm: Bool { basis == .prejudice || threshold == "t-required-ns" }

  /// Whether it turns on prejudice.
  var isPrejudiceBased: Bool { basis == .prejudice }
}

extension FieldPath {
  /// A section of the letter.
  static func section(_ id: String) -> FieldPath { FieldPath(stringLiteral: "letter/" + id) }
}

extension Item {
  /// The description in quotation marks, not too long.
  var quoted: String { "'\(description.isEmpty ? id : description.shortened())'" }
}

extension String {
  /// At most `limit` characters, cut at a blank.
  func shortened(to limit: Int = 60) -> String {
    guard count > limit else { return self }
    let start = prefix(limit)
    let cut = start.lastIndex(of: " ") ?? start.endIndex
    return start[..<cut] + "…"
  }

  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

/// `a`, `a and b`, `a, b and c`.
func listed(_ words: [String], joint: String = "and") -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(joint) " + last
}
