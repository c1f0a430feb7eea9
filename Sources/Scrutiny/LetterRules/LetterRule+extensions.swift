import InformationLaw
import LetterReading

// More time to weigh the public interest (s.10(3)), and the notice that has to say so.

extension LetterRule {
  static let extensions = [extensionNotice, extensionOnlyForQualified, within40Days]

  private static let good = LetterExample(
    "all that it has to say", on: ["under_consideration s43(2)"], type: .pitExtension,
    decision: .extended, basis: .extension, received: "2026-03-02", sent: "2026-03-20",
    """
    We have found that section 43(2) is engaged. We have not yet reached a decision on the public \
    interest and expect to do so by 17 April 2026.
    """)

  /// 1. The letter names the exemption, says that there is no decision yet, and when there will be.
  /// 2. It is sent within the time for answering.
  /// 3. Whether some other letter took an extension cannot be told from one that weighs.
  static let extensionNotice = LetterRule(
    "RN-012", when: { $0.mayBeExtended },
    fails: [
      LetterExample(
        "under consideration", type: .pitExtension, decision: .extended, basis: .extension,
        "Your request is still under consideration."),
      LetterExample(
        "after the time for answering", on: ["under_consideration s43(2)"], type: .pitExtension,
        decision: .extended, basis: .extension, received: "2026-03-02", sent: "2026-04-16",
        "We have not yet reached a decision under section 43(2). We expect to by 30 April 2026."),
    ],
    passes: [good]
  ) { letter, answer in
    guard letter.isExtension else { return answer.otherwise = .cannotAssess }
    let place = letter.place(of: letter.spans([.decision]))
    let absent = [
      ("names no exemption", letter.cited.isEmpty),
      ("does not say that no decision has been reached", !letter.says("no-decision-yet")),
      ("gives no date by which there will be one", !letter.says("names-a-date")),
    ].filter(\.1).map(\.0)
    if !absent.isEmpty {
      answer.object(
        .fail, "The notice of extension \(listed(absent)).", at: place)
    }
    if let due = letter.due, let sent = letter.reading.timeliness.sent, sent > due {
      answer.object(
        .fail,
        "The notice was sent on \(sent.written), after \(due.written), when time had run out.",
        at: place)
    } else if let missed = letter.firstMatch("deadline-missed") {
      answer.object(
        .fail, "The letter extends a time that, as it says, had already run out.", at: missed)
    }
  }

  /// An absolute limb gives no more time. That a qualified one was found to be engaged first the letter
  /// may say; if not, only the file shows it.
  static let extensionOnlyForQualified = LetterRule(
    "RN-013", when: { $0.mayBeExtended },
    fails: [
      LetterExample(
        "an absolute limb", on: ["under_consideration s41(1)"], type: .pitExtension,
        decision: .extended, basis: .extension, "We need more time to consider section 41(1)."),
      LetterExample(
        "still asking whether it is engaged", on: ["under_consideration s43(2)"],
        type: .pitExtension, decision: .extended, basis: .extension,
        "We are still considering whether section 43(2) is engaged and need more time."),
    ],
    passes: [good]
  ) { letter, answer in
    guard letter.isExtension, !letter.cited.isEmpty else {
      return answer.otherwise = .cannotAssess
    }
    if let first = letter.cited.first,
      letter.cited.allSatisfy({ $0.isCertainly { !$0.needsBalance } })
    {
      answer.object(
        .fail,
        "Time is extended for \(listed(letter.cited.map(\.cite))), which takes no public interest test.",
        at: letter.place(of: first), limb: first.limb)
    } else if let doubt = letter.firstMatch("engaged-in-doubt") {
      answer.object(
        .fail, "Time is extended although the exemption has not been found to be engaged.",
        at: doubt)
    } else if !letter.says("is-engaged") {
      answer.otherwise = .cannotAssess
    }
  }

  /// The new date lies within 40 working days of receipt, where both dates stand in the letter.
  static let within40Days = LetterRule(
    "RN-014", when: { $0.mayBeExtended },
    fails: [
      LetterExample(
        "40 more working days", on: ["under_consideration s43(2)"], type: .pitExtension,
        decision: .extended, basis: .extension,
        "We are extending the time under section 43(2) by a further 40 working days.")
    ],
    passes: [
      LetterExample(
        "20 more working days", on: ["under_consideration s43(2)"], type: .pitExtension,
        decision: .extended, basis: .extension,
        "We are extending the time under section 43(2) by a further 20 working days.")
    ]
  ) { letter, answer in
    guard letter.isExtension, !letter.says("twenty-more-days") else {
      return answer.otherwise = letter.isExtension ? .pass : .cannotAssess
    }
    answer.otherwise = .cannotAssess
    letter.object(to: "forty-more-days", into: &answer) {
      "\($0) makes more than the 40 working days in all that guidance treats as reasonable"
    }
  }
}

extension AuditedLetter {
  /// Whether an extension is taken here, or may have been taken before: something qualified is weighed,
  /// and the dates do not show that the answer came within the ordinary time.
  fileprivate var mayBeExtended: Bool {
    if isExtension { return true }
    guard cited.contains(where: \.needsBalance) else { return false }
    guard let due, let sent = reading.timeliness.sent else { return true }
    return sent > due
  }
}
