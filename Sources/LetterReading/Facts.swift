public import InformationLaw

/// What kind of letter it is.
public enum LetterType: String, CaseIterable, Codable, Sendable {
  /// Everything is released.
  case disclosure
  /// Part is released, part withheld.
  case partial
  /// Everything is withheld under exemptions.
  case refusal
  /// Refused because answering would cost too much.
  case costRefusal = "cost_refusal"
  /// Refused as vexatious or repeated.
  case vexatiousRefusal = "vexatious_refusal"
  /// Nothing is held.
  case notHeld = "not_held"
  /// Neither confirms nor denies.
  case neitherConfirmNorDeny = "ncnd"
  /// More time is taken for the public interest test.
  case pitExtension = "pit_extension"
  /// The outcome of an internal review.
  case internalReview = "internal_review"
  /// A public interest test on a page of its own.
  case pitAttachment = "pit_attachment"
}

/// What a letter does with the request; not what it should have done.
public enum Outcome: String, CaseIterable, Codable, Sendable {
  /// Everything is given.
  case fullDisclosure = "full_disclosure"
  /// Something is given.
  case partial
  /// Nothing is given.
  case refused
  /// Neither confirms nor denies.
  case neitherConfirmNorDeny = "ncnd"
  /// Nothing is held.
  case notHeld = "not_held"
  /// More time is taken for the public interest test.
  case extended
}

/// The ground of a refusal.
public enum RefusalBasis: String, CaseIterable, Codable, Sendable {
  /// An exemption or exception.
  case exemption
  /// The cost of answering.
  case cost
  /// A vexatious or repeated request.
  case vexatious
  /// The information is accessible otherwise.
  case accessible
  /// A manifestly unreasonable request (EIR).
  case manifestlyUnreasonable = "manifestly_unreasonable"
  /// An extension for the public interest test.
  case `extension`
}

/// The level of likelihood as a letter states it.
public enum StatedStandard: String, CaseIterable, Codable, Sendable {
  /// Would.
  case would
  /// Would be likely to.
  case wouldBeLikely = "would_be_likely"
  /// Both, recited or used.
  case both
  /// Could.
  case could
  /// Might, or may.
  case might
  /// Would adversely affect (EIR).
  case wouldAdverselyAffect = "would_adversely_affect"
  /// Would prejudice substantially (FOISA).
  case wouldSubstantially = "would_substantially"
  /// Would be likely to prejudice substantially (FOISA).
  case wouldBeLikelySubstantially = "would_be_likely_substantially"
  /// One exemption is argued at one level, another at another.
  case mixed
  /// None is stated.
  case none
}

/// The rights that a letter tells of.
public struct ToldRights: Equatable, Sendable {
  /// Whether an internal review (or a requirement for review) is told of.
  public var internalReview = false
  /// Whether a complaint to the regulator is told of.
  public var regulator = false
  /// Within how many working days a review may be asked for, where the letter says.
  public var reviewTimeLimit: Int?

  /// Makes rights of which none is told.
  public init() {}
}

/// The dates of a letter.
public struct Timeliness: Equatable, Sendable {
  /// When the request was received, as the letter says.
  public var received: Day?
  /// When the letter was sent.
  public var sent: Day?
  /// Working days from the day after receipt to sending, by the calendar of England and Wales; −1
  /// where the stated dates are impossible.
  public var workingDays: Int?
  /// Whether it apologises for lateness.
  public var apologises = false

  /// Makes a letter without dates.
  public init() {}
}

extension Language {
  /// What a person is told of a letter in this language; nil where it can be read by role.
  public var remark: String? {
    switch self {
    case .english: nil
    case .welsh:
      "The letter is in Welsh. Only English is read by role and audited."
    case .gaelic:
      "The letter is in Scottish Gaelic. Only English is read by role and audited."
    case .other:
      "The text is not English prose, as far as can be told; only English is read by role and "
        + "audited. If it is a letter, see whether the file came through whole."
    }
  }
}
