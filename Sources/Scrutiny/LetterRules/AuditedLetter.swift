import DataFiles
import InformationLaw
import LetterReading

/// What the rules look at: what the reader found in a letter, its words, and the limbs it cites.
///
/// A class, never changed, since every rule goes over it.
final class AuditedLetter: Sendable {
  let reading: Reading
  let book: StatuteBook
  let phrases: PhraseBook
  /// The regime whose rules are applied.
  let regime: Regime
  /// Whether this is the whole reply; of an attachment the covering letter may say what is missing.
  let isWhole: Bool
  let text: WordedText
  /// Where the phrases that the rules look for stand, outside the quoted request.
  let hits: PhraseBook.Hits
  /// Every provision that the letter decides by, or considers.
  let cited: [CitedLimb]
  private let quotedRequest: [Range<Int>]
  private let headings: [Range<Int>]

  init(
    _ reading: Reading, regime: Regime, isWhole: Bool, book: StatuteBook, limbs: LimbIndex,
    phrases: PhraseBook
  ) {
    self.reading = reading
    self.book = book
    self.phrases = phrases
    self.regime = regime
    self.isWhole = isWhole
    text = WordedText(reading.readText)
    hits = phrases.hits(in: text)
    cited = reading.exemptions.map { CitedLimb($0, book: limbs) }
    quotedRequest = reading.spans.filter { $0.role == .requestQuoted }.map(\.range)
    headings = reading.blocks.filter { $0.kind == .heading }.map(\.range)
  }

  // MARK: What the letter decides

  /// The provisions that it has decided to rely on.
  var relied: [CitedLimb] { cited.filter(\.isReliedOn) }

  /// Those that keep back content.
  var withheld: [CitedLimb] { cited.filter(\.withholds) }

  /// Whether one of some sections is relied on.
  func relies(onSection sections: String...) -> Bool {
    relied.contains { sections.contains($0.section) }
  }

  /// Whether it takes more time for the public interest test.
  var isExtension: Bool { reading.letterType == .pitExtension || reading.decision == .extended }

  /// Whether it neither confirms nor denies, as a whole or for a part.
  var neitherConfirmsNorDenies: Bool {
    reading.neitherConfirmsNorDenies || excludingConfirmation.isEmpty == false
  }

  /// The provisions that exclude the duty to confirm or deny, as the letter uses them.
  var excludingConfirmation: [CitedLimb] {
    cited.filter { $0.exemption.role == .neitherConfirmNorDeny }
  }

  /// Whether anything is kept back under an exemption.
  var keepsBack: Bool {
    !withheld.isEmpty
      || !isExtension && reading.refusalBasis == .exemption && relied.isEmpty
  }

  /// Whether everything is kept back under exemptions.
  var keepsBackEverything: Bool {
    keepsBack && reading.decision == .refused
      && !withheld.contains { $0.exemption.role == .accessible }
  }

  /// Whether it is a notice of refusal, in whole or part.
  var isRefusal: Bool {
    !relied.isEmpty || keepsBack || reading.decision == .refused
      || reading.decision == .neitherConfirmNorDeny || isExtension
  }

  /// Whether public interests are weighed, or a limb relied on asks for it.
  var isWeighing: Bool { reading.weighs && !isExtension }

  /// The limbs under which the public interest is weighed for withholding or not confirming.
  var weighed: [CitedLimb] { relied.filter(\.needsBalance) }

  /// The verdict where something that a reply has to say stands nowhere in this text.
  var whereAbsent: Verdict { isWhole ? .fail : .missingHere }

  // MARK: Places

  /// The block in which an offset lies, or the last one before it.
  func block(at offset: Int) -> Int {
    var (low, high) = (0, reading.blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if reading.blocks[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Where a finding about the letter as a whole is put: its first words.
  var beginning: Range<Int> { edge(reading.blocks.first { $0.kind != .furniture }) }

  /// Where a finding about something that is missing at the end is put: the last paragraph.
  var ending: Range<Int> {
    edge(reading.blocks.last { $0.kind == .paragraph || $0.kind == .listItem })
  }

  private func edge(_ block: Block?) -> Range<Int> {
    block?.range ?? 0..<(text.words.first?.range.upperBound ?? 0)
  }

  /// Where a limb is cited.
  func place(of cited: CitedLimb) -> Range<Int> {
    let exemption = cited.exemption
    return exemption.end > exemption.start ? exemption.start..<exemption.end : beginning
  }

  /// Where the first of some spans stands; where a limb is cited, or the letter begins, without any.
  func place(of spans: [Span], otherwise cited: CitedLimb? = nil) -> Range<Int> {
    spans.first?.range ?? cited.map(place) ?? beginning
  }

  func isQuoted(_ offset: Int) -> Bool { quotedRequest.contains { $0.contains(offset) } }

  func isHeading(_ offset: Int) -> Bool { headings.contains { $0.contains(offset) } }
}
