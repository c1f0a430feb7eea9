import InformationLaw
import LetterReading

/// A short letter, marked by hand, that shows what a rule looks for: read without the reader, so that
/// the rules are tested by themselves.
///
/// Each line of the text is a block. `{harm s31(1)(a)}` at its beginning gives it a role, and the limb
/// that it serves if it serves only one; `#` makes it a heading; `{opening}` and `{closing}` make it
/// what they say. The marks are not part of the letter.
struct LetterExample: Sendable {
  /// What it shows, in a few words.
  let says: String
  /// The provisions that it decides by: `s31(1)(a)`, with the role before it unless it withholds
  /// (`ncnd s31(3)`), and the letter's own form after it unless that is the usual one
  /// (`s12(1) as section 12`).
  let limbs: [String]
  /// The regime under which it answers.
  let regime: Regime
  /// What kind of letter it is.
  let type: LetterType
  /// What it does.
  let decision: Outcome?
  /// On what ground it refuses.
  let basis: RefusalBasis?
  /// When the request was received, as the letter says.
  let received: String?
  /// When the letter was sent.
  let sent: String?
  /// The text with its marks.
  let marked: String

  init(
    _ says: String, on limbs: [String] = [], regime: Regime = .foia, type: LetterType = .refusal,
    decision: Outcome? = .refused, basis: RefusalBasis? = .exemption, received: String? = nil,
    sent: String? = nil, _ marked: String
  ) {
    self.says = says
    self.limbs = limbs
    self.regime = regime
    self.type = type
    self.decision = decision
    self.basis = basis
    self.received = received
    self.sent = sent
    self.marked = marked
  }

  /// The letter's text without the marks.
  var text: String { reading.text }

  /// What a perfect reader would find in it.
  var reading: Reading {
    var text = ""
    var length = 0
    var blocks: [Block] = []
    var spans: [Span] = []
    for line in marked.split(separator: "\n") {
      let (mark, words) = LetterExample.split(line)
      let start = length
      text += (text.isEmpty ? "" : "\n\n") + words
      length = text.unicodeScalars.count
      let range = (start == 0 ? 0 : start + 2)..<length
      blocks.append(Block(kind: mark.kind, start: range.lowerBound, end: range.upperBound))
      if let role = mark.role {
        spans.append(
          Span(
            role: role, exemption: mark.limb, start: range.lowerBound, end: range.upperBound))
      }
    }
    var reading = Reading(text: text)
    reading.blocks = blocks
    reading.spans = spans
    reading.exemptions = limbs.map { exemption($0, in: text) }
    reading.regime = CitedRegime(rawValue: regime.rawValue)
    reading.letterType = type
    reading.decision = decision
    reading.refusalBasis = basis
    reading.neitherConfirmsNorDenies = decision == .neitherConfirmNorDeny
    reading.rights.internalReview = spans.contains { $0.role == .rightsInternalReview }
    reading.rights.regulator = spans.contains { $0.role == .rightsRegulator }
    reading.timeliness.received = received.flatMap { Day($0) }
    reading.timeliness.sent = sent.flatMap { Day($0) }
    reading.weighs = spans.contains { Set<Role>.weighing.contains($0.role) }
    return reading
  }

  /// The mark at the beginning of a line, and the rest.
  private static func split(
    _ line: Substring
  ) -> (mark: (kind: Block.Kind, role: Role?, limb: String?), words: Substring) {
    if line.hasPrefix("#") { return ((.heading, nil, nil), line.dropFirst().drop { $0 == " " }) }
    guard line.hasPrefix("{"), let end = line.firstIndex(of: "}") else {
      return ((.paragraph, nil, nil), line)
    }
    let words = line[end...].dropFirst().drop { $0 == " " }
    let mark = line[..<end].dropFirst().split(separator: " ", maxSplits: 1)
    let name = mark.first.map(String.init) ?? ""
    let limb = mark.count > 1 ? String(mark[1]) : nil
    return ((Block.Kind(rawValue: name) ?? .paragraph, Role(rawValue: name), limb), words)
  }

  /// A provision with the place where the text names it.
  private func exemption(_ written: String, in text: String) -> CitedExemption {
    var cite = written
    var role = CitedExemption.Role.withhold
    for other in CitedExemption.Role.allCases where written.hasPrefix(other.rawValue + " ") {
      role = other
      cite = String(written.dropFirst(other.rawValue.count + 1))
    }
    var forms = LetterExample.forms(of: cite)
    if let own = cite.firstRange(of: " as ") {
      forms = [String(cite[own.upperBound...])]
      cite = String(cite[..<own.lowerBound])
    }
    for form in forms {
      guard let range = text.firstRange(of: form) else { continue }
      let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
      return CitedExemption(
        cite: cite, asWritten: form, role: role, start: start,
        end: start + form.unicodeScalars.count)
    }
    return CitedExemption(cite: cite, asWritten: cite, role: role, start: 0, end: 0)
  }

  /// The forms in which the examples name a provision.
  private static func forms(of cite: String) -> [String] {
    let bare = cite.split(separator: " ").last.map(String.init) ?? cite
    if bare.hasPrefix("reg") {
      let number = bare.dropFirst(3)
      return ["Regulation \(number)", "regulation \(number)"]
    }
    let number = bare.dropFirst()
    return ["Section \(number)", "section \(number)", "s\(number)", String(number)]
  }
}
