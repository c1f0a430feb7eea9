import InformationLaw
import LetterReading

// The parts of a letter by role and by the limb that they serve.

extension Set<Role> {
  /// Why an exemption applies.
  static let reasons: Set = [.harm, .exemptionReason]
  /// What is said against disclosure.
  static let argument: Set = [.harm, .exemptionReason, .factorsAgainst]
  /// The public interest test.
  static let weighing: Set = [.factorsFor, .factorsAgainst, .balance]
  /// Everything that is argued, on either side.
  static let everything: Set = [.harm, .exemptionReason, .factorsFor, .factorsAgainst, .balance]
}

extension AuditedLetter {
  /// The parts that play one of some roles.
  func spans(_ roles: Set<Role>) -> [Span] { reading.spans.filter { roles.contains($0.role) } }

  /// The parts that play a role for a limb: its own, and those that serve several. A part that names
  /// only a neighbour in the same section serves the limbs cited in one breath with it, unless the
  /// limb has parts of its own.
  func spans(_ roles: Set<Role>, on cited: CitedLimb) -> [Span] {
    let spans = spans(roles)
    let own = spans.filter { $0.exemption == nil || $0.exemption == cited.cite }
    if own.contains(where: { $0.exemption != nil }) { return own }
    return spans.filter { $0.exemption == nil || isShared($0.exemption ?? "", with: cited) }
  }

  /// Whether a part that names one limb may serve another: limbs of one section, where at most one of
  /// them has parts of its own.
  private func isShared(_ exemption: String, with cited: CitedLimb) -> Bool {
    if exemption == cited.cite { return true }
    return self.cited.contains {
      $0.cite == exemption
        && ($0.section == cited.section || $0.exemption.asWritten == cited.exemption.asWritten)
    }
  }

  /// The limbs relied on of the same section as one, that one included.
  func siblings(of cited: CitedLimb) -> [CitedLimb] {
    relied.filter { $0.section == cited.section && $0.withholds == cited.withholds }
  }

  /// Whether the letter says nothing that bears on a limb which it names in one breath with others
  /// of the section: the words of the limb's own interest stand in no argument, the bare statute left
  /// aside. Only limbs whose words are on a list can be told apart.
  func isNotArgued(_ cited: CitedLimb) -> Bool {
    guard let limb = cited.limb, siblings(of: cited).count > 1 else { return false }
    let list = "argues-" + limb.id
    guard phrases.lists[list] != nil else { return false }
    let parts = spans(.everything, on: cited)
    return !parts.isEmpty && matches(list, in: parts).allSatisfy(isRecital)
  }

  /// Whether words stand in a sentence that recites the statute's alternatives and applies neither.
  func isRecital(_ match: Range<Int>) -> Bool {
    let sentence = text.sentence(around: match)
    return hits["claims-both"].contains { sentence.overlaps($0) }
  }
}
