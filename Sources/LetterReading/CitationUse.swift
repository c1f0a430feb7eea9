import InformationLaw
import TextScan

/// Decides what each mention is for: the letter relies on it, recites it, or it only looks like one.
struct CitationUse {
  let words: CitationWords
  let grounds: Grounds
  let hits: CueHits
  let bytes: [UInt8]
  let requests: [Range<Int>]
  /// The Act that "section" means where nothing else is said.
  let home: Regime

  /// The mentions of one citation.
  func mentions(
    of found: CitationStage.Found, in block: PageBlock, sentence: Range<Int>
  ) -> [Mention] {
    found.references.compactMap { reference in
      mention(reference, of: found, in: block, sentence: sentence)
    }
  }

  private func mention(
    _ reference: CitationGrammar.Reference, of found: CitationStage.Found, in block: PageBlock,
    sentence: Range<Int>
  ) -> Mention? {
    var provision = Provision(
      regime: regime(of: found, reference), section: reference.section, parts: reference.parts)
    var isNamed = true
    if case .none = found.keyword { isNamed = false }
    func made(_ use: Citation.Use, _ reason: String) -> Mention {
      Mention(
        provision: provision, use: use, reason: reason, range: found.range, isNamed: isNamed)
    }
    if case .other(let name) = found.instrument { return made(.trap, name) }
    if case .glued = found.keyword, !isGluedSection(found.range, sentence) {
      return made(.trap, "a postcode or a code")
    }
    if block.kind == .furniture { return made(.trap, "not in the letter itself") }
    if isQuoted(found.range) { return made(.trap, "in the request") }
    if isAddress(found.range) { return made(.trap, "part of an address") }
    guard let ground = grounds.ground(provision), !isDuty(provision) else {
      if isDuty(provision) { return made(.recital, "a duty, a right or a rule of procedure") }
      if grounds.hasSection(provision.section, of: provision.regime) {
        return made(.recital, "no ground of its own")
      }
      return isNamed ? made(.trap, "no section of \(provision.regime.rawValue)") : nil
    }
    provision = ground
    if let reason = denial(found.range, in: sentence) { return made(.recital, reason) }
    return made(.reliance, "cited")
  }

  private func regime(
    of found: CitationStage.Found, _ reference: CitationGrammar.Reference
  ) -> Regime {
    if case .regime(let regime) = found.instrument { return regime }
    func fits(_ regime: Regime) -> Bool {
      grounds.isGround(
        Provision(regime: regime, section: reference.section, parts: reference.parts))
    }
    switch found.keyword {
    case .regulation: return .eir
    case .section, .glued:
      // "Section 12(5)(b)" in a letter under the Regulations.
      return !fits(home) && reference.parts.count > 1 && fits(.eir) ? .eir : home
    case .none:
      // Bare brackets: what the letter's own Act has, else what any has.
      let order: [Regime] = [home, .eir, .foia, .foisa]
      return order.first(where: fits) ?? home
    }
  }

  private func isDuty(_ provision: Provision) -> Bool {
    if words.furtherGrounds.contains(provision) { return false }
    return words.duties[provision.regime]?.contains(provision.section) ?? false
  }

  private func isQuoted(_ range: Range<Int>) -> Bool {
    let after = requests.partitioningIndex { $0.lowerBound > range.lowerBound }
    return after > 0 && requests[after - 1].upperBound > range.lowerBound
  }

  /// `…/section12/`, `name@section40.uk`: no blank between it and the mark of an address.
  private func isAddress(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x20
    let after = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x20
    return [0x2F, 0x5F, 0x40, 0x3D, 0x25].contains(before) || [0x5F, 0x40].contains(after)
  }

  /// `S12` without brackets is a section only where the sentence talks of exemptions and no second half
  /// of a postcode follows.
  private func isGluedSection(_ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let next = range.upperBound + 1
    let isPostcode =
      next + 2 < bytes.count && bytes[range.upperBound] == 0x20 && Words.isDigit(bytes[next])
      && Words.isCapital(bytes[next + 1]) && Words.isCapital(bytes[next + 2])
    return !isPostcode && hits.has(.exemptionTalk, in: sentence)
  }

  /// Why the letter does not rely on a provision that it names; nil if nothing says so.
  private func denial(_ range: Range<Int>, in sentence: Range<Int>) -> String? {
    // The number of an item may be a citation, and stands before the sentence.
    let start = min(sentence.lowerBound, range.lowerBound)
    let before = max(start, range.lowerBound - 60)..<range.lowerBound
    if !before.isEmpty {
      if hits.has(.deniedBefore, in: before) { return "not relied on" }
      let near = max(before.lowerBound, range.lowerBound - 28)..<range.lowerBound
      if hits.has(.exampleBefore, in: near) { return "an example" }
    }
    let after =
      range.upperBound..<max(range.upperBound, min(sentence.upperBound, range.upperBound + 60))
    return hits.has(.deniedAfter, in: after) ? "not relied on" : nil
  }
}
