internal import DataFiles

/// A limb that was asked for and is not in the book.
public struct UnknownLimb: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was written.
  public var written: String
  /// Limbs that may have been meant, as people write them.
  public var suggestions: [String]

  /// What is wrong and what to write instead.
  public var description: String {
    let hint =
      suggestions.isEmpty
      ? "write it as s31(1)(a)" : "did you mean \(suggestions.joined(separator: ", "))?"
    return "'\(written)' is no limb in the statute book; \(hint)"
  }
}

extension StatuteBook {
  /// Finds a limb however it is written: `s31(1)(a)`, `s.31(1)(a)`, `31 (1) (a)`, `section 31(1)(a)`,
  /// `FOIA s.31(1)(a)` or `foia-31-1-a`.
  ///
  /// - Throws: ``UnknownLimb`` with the limbs that may have been meant; a section that has several
  ///   limbs is such a case, since a notice has to cite the limb (FOIA s.17(1)(b)).
  public func limb(
    written: String, regime: Regime = .foia
  ) throws(UnknownLimb) -> Limb {
    if let limb = limb(id: written) { return limb }
    let wanted = StatuteBook.fold(written)
    let candidates = limbs.filter { $0.regime == regime }
    let exact = candidates.filter { StatuteBook.fold($0.provision) == wanted }
    if let only = exact.first { return only }
    let beginning = candidates.filter {
      let provision = StatuteBook.fold($0.provision)
      guard provision.hasPrefix(wanted), !wanted.isEmpty else { return false }
      return provision.dropFirst(wanted.count).first?.isNumber != true
    }
    var suggestions = beginning.prefix(12).map(\.cite)
    if suggestions.isEmpty,
      let near = nearest(to: wanted, in: candidates.map { StatuteBook.fold($0.provision) }),
      let limb = candidates.first(where: { StatuteBook.fold($0.provision) == near })
    {
      suggestions = [limb.cite]
    }
    throw UnknownLimb(written: written, suggestions: Array(suggestions))
  }

  /// The bare provision: no Act, no "section", no blanks, capitals kept (s.22A, condition (3A)).
  private static func fold(_ written: String) -> String {
    var text = written.filter { !$0.isWhitespace }
    for prefix in ["FOISA", "FOIA", "EIR"] where text.uppercased().hasPrefix(prefix) {
      text.removeFirst(prefix.count)
    }
    for prefix in ["regulation", "section", "sect.", "reg.", "reg", "sec.", "s.", "s"]
    where text.lowercased().hasPrefix(prefix) {
      text.removeFirst(prefix.count)
      break
    }
    return text.replacing("with40", with: "with")
  }
}
