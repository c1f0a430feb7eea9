/// A part of a letter with the role it plays, whatever its heading says.
public struct Span: Equatable, Hashable, Sendable {
  /// The role.
  public var role: Role
  /// The provision it is about, normalised as in ``CitedExemption/cite``; nil where it serves several
  /// or none.
  public var exemption: String?
  /// Where it begins, in Unicode scalars.
  public var start: Int
  /// Where it ends, exclusive.
  public var end: Int

  /// Makes a span.
  public init(role: Role, exemption: String? = nil, start: Int, end: Int) {
    self.role = role
    self.exemption = exemption
    self.start = start
    self.end = end
  }

  /// The scalars it covers.
  public var range: Range<Int> { start..<end }
}

/// What a part of a letter does.
public enum Role: String, CaseIterable, Codable, Sendable {
  /// What would happen if the information were released.
  case harm
  /// Arguments for disclosure.
  case factorsFor = "factors_for"
  /// Arguments for maintaining the exemption.
  case factorsAgainst = "factors_against"
  /// The weighing and its conclusion.
  case balance
  /// The decision on the request.
  case decision
  /// Why an exemption applies, where no separate harm is argued.
  case exemptionReason = "exemption_reason"
  /// That no balance is needed.
  case pitNotRequired = "pit_not_required"
  /// What answering would cost.
  case costEstimate = "cost_estimate"
  /// Advice and assistance (FOIA s.16).
  case advice
  /// That the information is not held.
  case notHeld = "not_held"
  /// A decided case that is cited.
  case precedent
  /// The presumption in favour of disclosure (EIR reg 12(2)).
  case presumption
  /// When the request came and when it was answered.
  case timeliness
  /// The right to an internal review.
  case rightsInternalReview = "rights_internal_review"
  /// The right to complain to the regulator.
  case rightsRegulator = "rights_ico"
  /// The request in the requester's words.
  case requestQuoted = "request_quoted"
  /// A note that was meant for colleagues.
  case internalNote = "internal_note"
}
