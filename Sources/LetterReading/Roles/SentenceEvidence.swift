/// A sentence with all that spoke for its role: what `steelyard read --explain` shows of this stage,
/// and what the weights are fitted from.
public struct SentenceEvidence: Codable, Equatable, Sendable {
  /// What one role earns by the evidence.
  public struct Score: Codable, Equatable, Sendable {
    /// The role.
    public var role: Role
    /// The sum of the weights; above zero speaks for the role, below zero against it.
    public var value: Float
  }

  /// Where it begins, in Unicode scalars.
  public var start: Int
  /// Where it ends, exclusive.
  public var end: Int
  /// The role it was given; nil for none.
  public var role: Role?
  /// Whether a part begins with it.
  public var begins: Bool
  /// The evidence by name: `here:harm.standard`, `heading:title.harm`, `about:prejudice`, `gap`.
  public var evidence: [String]
  /// What each role earns.
  public var scores: [Score]
}
