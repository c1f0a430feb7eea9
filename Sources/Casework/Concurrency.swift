/// What happens when two people save at the same time.
public enum Concurrency {
  /// Whether an event that was prepared against an older version still stands.
  ///
  /// It does unless somebody has since set the same part: work on different parts of a case does not
  /// get in each other's way, and nobody's words are overwritten unseen. A part inside another
  /// counts as the same: what is written about a limb does not outlive a change of the limb unseen,
  /// nor is it removed unseen with the limb.
  ///
  /// - Parameters:
  ///   - event: what somebody wants to save.
  ///   - since: the events accepted after the version that the person saw.
  /// - Throws: ``Refusal`` naming who saved the part and when.
  public static func check(_ event: CaseEvent, since: some Sequence<EventRecord>) throws(Refusal) {
    for record in since where disturbs(event, record.event) {
      throw Refusal(
        .conflict,
        "\(record.actor.name) saved this while you were working on it. Nothing of yours is lost: "
          + "compare the two and save again.")
    }
  }

  private static func disturbs(_ event: CaseEvent, _ saved: CaseEvent) -> Bool {
    // Notes stand beside each other.
    if case .noteAdded = event { return false }
    if event.part == saved.part || event.part.hasPrefix(saved.part + "/") { return true }
    // Setting a reliance leaves what others wrote under it as it is.
    if case .relianceSet = event { return false }
    return saved.part.hasPrefix(event.part + "/")
  }
}
