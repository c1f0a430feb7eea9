public import InformationLaw

/// Harm as a chain: from the words in the public domain to the damage.
///
/// Follows the three steps of Hogan (EA/2005/0026 and 0030): the interest, the causal link and its
/// substance, the likelihood. Each link is a field of its own so that a missing one is seen.
public struct Harm: Codable, Equatable, Sendable {
  /// How bad the harm would be.
  public enum Severity: String, CaseIterable, Codable, Sendable {
    case minor, moderate, serious, severe
  }

  /// The interest that the limb protects, as it stands in this case.
  public var interest: String
  /// What disclosure would show that is not known now.
  public var shows: String
  /// Who could use it.
  public var who: String
  /// How they would use it.
  public var how: String
  /// What would follow.
  public var follows: String
  /// What shows that.
  public var evidence: [Evidence]
  /// How likely it is said to be.
  public var likelihood: Likelihood?
  /// Why that level.
  public var likelihoodReason: String
  /// How severe it would be.
  public var severity: Severity?
  /// How many or how much it would touch.
  public var extent: String
  /// For how long the risk lasts.
  public var lasts: String

  /// An empty chain, or one with the links that are known.
  public init(
    interest: String = "", shows: String = "", who: String = "", how: String = "",
    follows: String = "", evidence: [Evidence] = [], likelihood: Likelihood? = nil,
    likelihoodReason: String = "", severity: Severity? = nil, extent: String = "",
    lasts: String = ""
  ) {
    self.interest = interest
    self.shows = shows
    self.who = who
    self.how = how
    self.follows = follows
    self.evidence = evidence
    self.likelihood = likelihood
    self.likelihoodReason = likelihoodReason
    self.severity = severity
    self.extent = extent
    self.lasts = lasts
  }

  /// Whether nothing has been recorded.
  public var isEmpty: Bool { self == Harm() }
}

/// Something that shows a link of the chain.
public struct Evidence: Codable, Equatable, Sendable {
  /// What it says.
  public var says: String
  /// Where it comes from: a person's role, a report, a case.
  public var source: String
  /// Its date.
  public var date: Day?

  /// Makes a piece of evidence.
  public init(says: String, source: String, date: Day?) {
    self.says = says
    self.source = source
    self.date = date
  }
}
