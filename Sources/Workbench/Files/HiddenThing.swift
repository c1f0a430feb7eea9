import HiddenData

/// A hidden thing as a person judges it: one finding, or the parts of a long one, which take several
/// findings to show.
struct HiddenThing {
  /// Its findings, in order; never none.
  private(set) var parts: [HiddenDataFinding]

  /// The first part, which says what it is and where.
  let first: HiddenDataFinding

  private init(_ first: HiddenDataFinding) {
    self.first = first
    parts = [first]
  }

  /// Whether one acceptance of all its parts is for a decision maker only.
  var isCritical: Bool { parts.contains { $0.severity == .critical } }

  /// Puts parts together that were reported one after the other as parts of one thing.
  static func things(of findings: [HiddenDataFinding]) -> [HiddenThing] {
    var things: [HiddenThing] = []
    for finding in findings {
      if let last = things.last?.parts.last, continues(last, finding) {
        things[things.count - 1].parts.append(finding)
      } else {
        things.append(HiddenThing(finding))
      }
    }
    return things
  }

  private static func continues(
    _ last: HiddenDataFinding, _ next: HiddenDataFinding
  ) -> Bool {
    guard let part = last.part, let following = next.part else { return false }
    return following == part + 1 && next.class == last.class && next.path == last.path
      && next.severity == last.severity
  }
}
