import LetterReading

/// A letter written for the tests in the manner of an authority, with what a reader should find in it.
struct SampleLetter: Sendable, CustomStringConvertible {
  var name: String
  /// As `cite role`, in any order.
  var exemptions: Set<String>
  var regime: CitedRegime? = .foia
  var type: LetterType
  var decision: Outcome
  var basis: RefusalBasis?
  var standard: StatedStandard = .none
  var weighs = false
  /// Internal review, regulator.
  var rights = (true, true)
  var limit: Int?
  var text: String

  var description: String { name }

  static let all = police + councils + others
}
