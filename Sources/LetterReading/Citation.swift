/// A provision as it stands in the letter.
public struct Citation: Equatable, Sendable {
  /// What the mention is for.
  public enum Use: String, CaseIterable, Codable, Sendable {
    /// The letter relies on it, or may: an exemption, an exclusion of the duty, a ground of refusal.
    case reliance
    /// The letter recites what a provision says, or names a duty (section 1, 10, 16, 17).
    case recital
    /// It belongs to another Act, or to the request that is quoted, or is no provision at all.
    case trap
  }

  /// The provision, normalised: `s31(1)(a)`, `reg12(5)(b)`, `FOISA s35(1)(a)`; of a trap what it
  /// was taken for.
  public var cite: String
  /// The words of the letter.
  public var asWritten: String
  /// What the mention is for.
  public var use: Use
  /// Where it begins, in Unicode scalars.
  public var start: Int
  /// Where it ends, exclusive.
  public var end: Int

  /// Makes a citation.
  public init(cite: String, asWritten: String, use: Use, start: Int, end: Int) {
    self.cite = cite
    self.asWritten = asWritten
    self.use = use
    self.start = start
    self.end = end
  }
}

/// A provision that the letter decides by, once, however often it is named.
public struct CitedExemption: Equatable, Sendable {
  /// What it is relied on for.
  public enum Role: String, CaseIterable, Codable, Sendable {
    /// Withholds information.
    case withhold
    /// Neither confirms nor denies.
    case neitherConfirmNorDeny = "ncnd"
    /// Refuses on cost.
    case cost
    /// Refuses as vexatious or repeated.
    case vexatious
    /// Says that the information is accessible otherwise.
    case accessible
    /// Says that it will be published.
    case futurePublication = "future_publication"
    /// Refuses as manifestly unreasonable (EIR).
    case manifestlyUnreasonable = "manifestly_unreasonable"
    /// Says that it is not held (EIR reg 12(4)(a), FOISA s.17).
    case notHeld = "not_held"
    /// Is still being considered.
    case underConsideration = "under_consideration"
    /// Applies, but the information is released all the same.
    case engagedButDisclosed = "engaged_but_disclosed"
  }

  /// The provision, normalised to the subsection that the reasoning uses: `s31(1)(a)`, `s24(2)`,
  /// `reg12(5)(b)`, `FOISA s35(1)(a)`; without a subsection where even the reasoning leaves it open.
  public var cite: String
  /// The letter's own form, which may be shorter or wrong.
  public var asWritten: String
  /// What it is relied on for.
  public var role: Role
  /// Where it is first named, in Unicode scalars.
  public var start: Int
  /// Where that ends, exclusive.
  public var end: Int

  /// Makes an exemption.
  public init(cite: String, asWritten: String, role: Role, start: Int, end: Int) {
    self.cite = cite
    self.asWritten = asWritten
    self.role = role
    self.start = start
    self.end = end
  }
}
