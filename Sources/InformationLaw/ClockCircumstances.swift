/// What a clock needs to know beside its days and events.
public struct ClockCircumstances: Equatable, Sendable {
  /// Whether a limb that needs a balance is relied on and already found to apply; nil where the
  /// caller does not know, and the reading then says what is needed.
  public var qualifiedLimbIsEngaged: Bool?
  /// The terms of a school: the days from the first to the last with sessions.
  public var sessions: [ClosedRange<Day>]
  /// The part of the UK whose bank holidays move an end that rolls.
  public var part: UKPart

  /// Makes circumstances.
  public init(
    qualifiedLimbIsEngaged: Bool? = nil, sessions: [ClosedRange<Day>] = [],
    part: UKPart = .englandAndWales
  ) {
    self.qualifiedLimbIsEngaged = qualifiedLimbIsEngaged
    self.sessions = sessions
    self.part = part
  }

  /// The circumstances of a case in which these limbs are relied on and found to apply.
  public init(engaged limbs: [Limb]) {
    self.init(qualifiedLimbIsEngaged: limbs.contains(where: \.needsBalance))
  }
}
