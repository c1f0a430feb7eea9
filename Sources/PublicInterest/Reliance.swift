public import InformationLaw

/// Reliance on one limb for one or more items: why it applies, the harm, the factors, the balance.
public struct Reliance: Codable, Equatable, Identifiable, Sendable {
  /// What is said about FOIA s.23 where s.24(1) is relied on; the two exclude each other for the same
  /// information.
  public enum Section23: String, CaseIterable, Codable, Sendable {
    /// The information does not come from, or relate to, a security body.
    case notWithin = "not within"
    /// Both are cited in the alternative, so that which one applies is not given away
    /// ([2021] UKUT 248 (AAC)).
    case inTheAlternative = "in the alternative"
  }

  /// The key within the case: `r1`.
  public var id: String
  /// The limb's id in the statute book.
  public var limb: String
  /// The items it is relied on for, by id.
  public var items: [String]
  /// Why the exemption applies to this information (FOIA s.17(1)(c)).
  public var reason: String
  /// What is said about s.23, for s.24(1).
  public var section23: Section23?
  /// The function that would be prejudiced and its source, for limbs that protect functions.
  public var function: String
  /// The letters of the s.31(2) purposes, for limbs that need one.
  public var purposes: [String]
  /// Whether the limb is cited in the alternative to one that excludes it.
  public var isAlternative: Bool
  /// Where each kind of evidence that has to be on file is, by its key in the vocabulary.
  public var onFile: [String: String]
  /// The harm.
  public var harm: Harm
  /// The factors of both sides.
  public var factors: [Factor]
  /// The balance; never present for an absolute limb.
  public var balance: Balance?

  /// Makes a reliance.
  public init(
    id: String, limb: String, items: [String], reason: String = "",
    section23: Section23? = nil, function: String = "", purposes: [String] = [],
    isAlternative: Bool = false, onFile: [String: String] = [:], harm: Harm = Harm(),
    factors: [Factor] = [], balance: Balance? = nil
  ) {
    self.id = id
    self.limb = limb
    self.items = items
    self.reason = reason
    self.section23 = section23
    self.function = function
    self.purposes = purposes
    self.isAlternative = isAlternative
    self.onFile = onFile
    self.harm = harm
    self.factors = factors
    self.balance = balance
  }

  /// Whether it is cited in the alternative, said for any limb or, of s.24(1), about s.23.
  public var isCitedInTheAlternative: Bool {
    isAlternative || section23 == .inTheAlternative
  }

  /// The factors of one side, in the order in which they were recorded.
  public func factors(_ side: Vocabulary.Side) -> [Factor] { factors.filter { $0.side == side } }
}
