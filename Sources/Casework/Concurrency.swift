/// What happens when two people save at the same time.
public enum Concurrency {
  /// Whether an event that was prepared against an older version still stands.
  ///
  /// It does unless somebody has since set the same part: work on different parts of a case does not
  /// get in each other's way, and nobody's words are overwritten unseen.
  ///
  /// - Parameters:
  ///   - event: what somebody wants to save.
  ///   - since: the events accepted after the version that the person saw.
  /// - Throws: ``Refusal`` naming who saved the part and when.
  public static func check(_ event: CaseEvent, since: some Sequence<EventRecord>) throws(Refusal) {
    for record in since where record.event.part == event.part {
      throw Refusal(
        .conflict,
        "\(record.actor.name) saved this while you were working on it. Nothing of yours is lost: "
          + "compare the two and save again.")
    }
  }
}
