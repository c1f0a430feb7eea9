/// A provision as somebody wrote it: the regime where the writing names it, and the bare provision.
struct WrittenProvision: Hashable {
  /// The regime that the words name, if they name one.
  var regime: Regime?
  /// The provision without blanks, Act and "section"; capitals kept (s.22A, condition (3A)).
  var provision: String

  /// Reads `s31(1)(a)`, `section 31 (1) (a) of the FOIA`, `reg. 12(5)(b)`, `FOISA s.35(1)(a)`,
  /// `s40(2) by virtue of s40(3A)(a)`.
  init(_ written: String) {
    var text = written.filter { !$0.isWhitespace && $0 != "," }[...]
    for (name, named) in WrittenProvision.names {
      if let rest = text.dropping(prefix: name) {
        (text, regime) = (rest, named)
        break
      }
      if let rest = text.dropping(suffix: name) {
        text = rest.dropping(suffix: "ofthe") ?? rest.dropping(suffix: "of") ?? rest
        regime = named
        break
      }
    }
    if let rest = text.dropping(anyOf: WrittenProvision.regulation) {
      (text, regime) = (rest, regime ?? .eir)
    } else {
      text = text.dropping(anyOf: WrittenProvision.section) ?? text
    }
    provision = WrittenProvision.joined(String(text))
  }

  /// `40(2)with40(3A)(a)`, `40(2)byvirtueofs.40(3A)(a)`: one way to write the condition.
  private static func joined(_ text: String) -> String {
    for joint in ["byvirtueof", "with"] {
      guard let place = text.firstRange(of: joint) else { continue }
      let head = text[..<place.lowerBound]
      let number = head.prefix { $0.isNumber }
      var condition = text[place.upperBound...]
      condition = condition.dropping(anyOf: regulation + section) ?? condition
      if !number.isEmpty { condition = condition.dropping(prefix: String(number)) ?? condition }
      return head + "with" + condition
    }
    return text
  }

  private static let regulation = ["regulation", "reg.", "reg"]
  private static let section = ["section", "sect.", "sec.", "s.", "s"]

  /// What the regimes are called, the longer name first.
  private static let names: [(String, Regime)] = [
    ("freedomofinformation(scotland)act2002", .foisa),
    ("freedomofinformationact2000", .foia),
    ("environmentalinformationregulations2004", .eir),
    ("foi(s)a", .foisa), ("foisa", .foisa), ("foia", .foia), ("eirs", .eir), ("eir", .eir),
  ]
}

extension Limb {
  /// The provision as a writing of it is read.
  var writtenProvision: WrittenProvision {
    var written = WrittenProvision(provision)
    written.regime = regime
    return written
  }
}

extension Substring {
  /// What follows a beginning, capitals and small letters being the same; nil without it.
  fileprivate func dropping(prefix: String) -> Substring? {
    guard self.prefix(prefix.count).lowercased() == prefix else { return nil }
    return dropFirst(prefix.count)
  }

  fileprivate func dropping(suffix: String) -> Substring? {
    guard self.suffix(suffix.count).lowercased() == suffix else { return nil }
    return dropLast(suffix.count)
  }

  fileprivate func dropping(anyOf prefixes: [String]) -> Substring? {
    for prefix in prefixes {
      if let rest = dropping(prefix: prefix) { return rest }
    }
    return nil
  }
}
