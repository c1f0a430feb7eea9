/// The time for which a provision, or a wording of it, is the law.
public struct InForce: Equatable, Sendable {
  /// The first day; nil where it has always been so, as far as the book goes.
  public var from: Day?
  /// The last day, itself included; nil where no end is known.
  public var until: Day?
  /// Whether it is enacted and not known to have started: no day belongs to it.
  public var isPending: Bool
  /// What is not verified about the days; nil where both are known.
  public var uncertain: String?

  /// Makes a period; all time unless said otherwise.
  public init(
    from: Day? = nil, until: Day? = nil, isPending: Bool = false, uncertain: String? = nil
  ) {
    self.from = from
    self.until = until
    self.isPending = isPending
    self.uncertain = uncertain
  }

  /// Whether a day belongs to it.
  public func contains(_ day: Day) -> Bool {
    if isPending { return false }
    if let from, day < from { return false }
    if let until, day > until { return false }
    return true
  }

  /// Whether it has started and no end is known: the law as the book last saw it.
  public var isOpen: Bool { !isPending && until == nil }

  /// In words: `in force from 25 May 2018`, `in force from 1 January 2005 to 24 May 2018`.
  public var text: String {
    if isPending { return "not known to be in force" }
    switch (from, until) {
    case (nil, nil): return "in force"
    case (let from?, nil): return "in force from \(from.written)"
    case (nil, let until?): return "in force until \(until.written)"
    case (let from?, let until?):
      return "in force from \(from.written) to \(until.written)"
    }
  }

  /// Whether the two have a day in common.
  func overlaps(_ other: InForce) -> Bool {
    if isPending || other.isPending { return false }
    if let until, let start = other.from, until < start { return false }
    if let end = other.until, let from, end < from { return false }
    return true
  }
}
