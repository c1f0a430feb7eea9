import DataFiles
import InformationLaw
import PublicInterest

// How the decision was come to: mostly for a person who has the file.

extension Rule {
  static let process = [
    applicantBlind, ownDecision, thirdPartiesConsulted, nothingAltered, historical, freshReview,
  ]

  /// Who asks matters only under ss.12, 14, 21 and 40(1). Words about the requester settle it; that
  /// there are none does not.
  static let applicantBlind = Rule(
    "RN-140",
    when: { context in
      !context.relies { ["12", "14", "21"].contains($0.section) || $0.id == "foia-40-1" }
    },
    breaks: [
      Example("a journalist", at: "reliance/0/balance/reasons") {
        $0.reliances[0].balance?.reasons = "The requester is a journalist and would publish it."
      }
    ]
  ) { context, answer in
    context.object(
      to: "who-asked", in: context.relied.flatMap(\.passages), letter: context.letterReasons,
      into: &answer
    ) { quote, _ in "\(quote) speaks of who asked, which plays no part in the decision" }
  }

  static let ownDecision = Rule.asked("RN-141", when: \.isRefusal)

  static let thirdPartiesConsulted = Rule.asked("RN-142", when: \.isRefusal)

  static let nothingAltered = Rule.asked("RN-143")

  /// A decision does not record how old the information is; the question arises only under limbs
  /// that age takes away (ss.63 and 64).
  static let historical = Rule.asked("RN-144") { $0.relies { $0.expiry.rule != "none" } }

  /// A decision on a request is no decision on review.
  static let freshReview = Rule.asked("RN-145") { _ in false }
}
