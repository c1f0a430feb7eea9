internal import DataFiles

/// A limb that was asked for and cannot be had.
public struct UnknownLimb: Error, Equatable, Sendable, CustomStringConvertible {
  /// What the trouble is.
  public enum Problem: Equatable, Sendable {
    /// No limb is written like that.
    case unknown
    /// Several limbs are written like that; one has to be named by its id.
    case several
    /// It belongs to another regime than the one that was asked for.
    case otherRegime(Regime)
  }

  /// What was written.
  public var written: String
  /// What the trouble is.
  public var problem: Problem = .unknown
  /// Limbs that may have been meant, as people write them; their ids where several are written alike.
  public var suggestions: [String]

  /// What is wrong and what to write instead.
  public var description: String {
    let list = suggestions.joined(separator: ", ")
    switch problem {
    case .unknown:
      let hint = suggestions.isEmpty ? "write it as s31(1)(a)" : "did you mean \(list)?"
      return "'\(written)' is no limb in the statute book; \(hint)"
    case .several:
      return "'\(written)' is how several limbs are written; write the id of one: \(list)"
    case .otherRegime(let regime):
      return "'\(written)' belongs to the \(regime.instrument), not to the regime of the decision"
    }
  }
}

extension StatuteBook {
  /// Finds a limb however it is written: `s31(1)(a)`, `31 (1) (a)`, `section 31(1)(a) of FOIA`,
  /// `reg 12(5)(b)`, `FOISA s.35(1)(a)` or `foia-31-1-a`.
  ///
  /// - Parameter regime: where the limb has to be found; nil takes what the words say, and FOIA where
  ///   they say nothing.
  /// - Throws: ``UnknownLimb`` with the limbs that may have been meant; a section that has several
  ///   limbs is such a case, since a notice has to cite the limb (FOIA s.17(1)(b)).
  public func limb(
    written: String, regime: Regime? = nil
  ) throws(UnknownLimb) -> Limb {
    let provision = WrittenProvision(written)
    let named = limb(id: written)
    if let regime, let other = named?.regime ?? provision.regime, other != regime {
      throw UnknownLimb(written: written, problem: .otherRegime(other), suggestions: [])
    }
    if let named { return named }
    let found = limbs(written: written, regime: regime)
    if let only = found.first, found.count == 1 { return only }
    guard found.isEmpty else {
      throw UnknownLimb(written: written, problem: .several, suggestions: found.map(\.id))
    }
    throw UnknownLimb(
      written: written,
      suggestions: suggestions(
        for: provision.provision,
        among: limbs.filter { $0.regime == regime ?? provision.regime ?? .foia }))
  }

  /// Every limb that is written so: more than one where a paragraph holds several interests, as reg
  /// 12(5)(a) does, and none where nothing fits exactly.
  ///
  /// Where nothing in force fits, a limb that was in force at another time is found.
  public func limbs(written: String, regime: Regime? = nil) -> [Limb] {
    var provision = WrittenProvision(written)
    provision.regime = regime ?? provision.regime ?? .foia
    return limbs(at: provision)
  }

  /// The finer limbs of what was written, or the one that is written most like it.
  private func suggestions(for wanted: String, among limbs: [Limb]) -> [String] {
    let written = limbs.map { (limb: $0, text: $0.writtenProvision.provision) }
    let finer = written.filter {
      guard $0.text.hasPrefix(wanted), !wanted.isEmpty else { return false }
      return $0.text.dropFirst(wanted.count).first?.isNumber != true
    }
    if !finer.isEmpty { return finer.prefix(12).map(\.limb.cite) }
    let near = nearest(to: wanted, in: written.map(\.text))
    return written.first { $0.text == near }.map { [$0.limb.cite] } ?? []
  }
}
