import InformationLaw
import TextScan

/// The third stage: every provision that the letter names.
///
/// It walks from number to number: a citation is a number with a word for a section before it, or with
/// brackets behind it that only a ground has. What it is for is decided in ``CitationUse``.
struct CitationStage {
  let words: CitationWords
  let grounds: Grounds

  /// A citation as it stands in the text, before anybody asked what it is for.
  struct Found {
    var references: [CitationGrammar.Reference]
    var keyword: Keyword
    /// With its keyword.
    var range: Range<Int>
    var instrument: Instrument
  }

  enum Keyword {
    case section
    case regulation
    /// Brackets only: `40(2)`, `12(5)(b)`.
    case none
    /// `S12`: a capital and no bracket, as a postcode has.
    case glued
  }

  /// The citations in a block.
  func citations(in bytes: [UInt8], block: Range<Int>) -> [Found] {
    var found: [Found] = []
    var index = block.lowerBound
    while index < block.upperBound {
      guard Words.isDigit(bytes[index]) else {
        index += 1
        continue
      }
      if let citation = citation(at: index, in: bytes, block: block) {
        found.append(citation)
        index = max(citation.range.upperBound, index + 1)
      } else {
        while index < block.upperBound, Words.isDigit(bytes[index]) { index += 1 }
      }
    }
    return found
  }

  private func citation(at number: Int, in bytes: [UInt8], block: Range<Int>) -> Found? {
    let before = word(before: number, in: bytes, from: block.lowerBound)
    var keyword: Keyword
    let kinds = words.lists(of: before.text)
    if kinds.contains(.section) {
      let isGlued =
        before.range.upperBound == number && bytes[before.range.lowerBound] == 0x53
        && before.range.count == 1
      keyword = isGlued ? .glued : .section
      // The s of "Council's 2 offices" is none.
      if before.range.count == 1, before.range.lowerBound > block.lowerBound {
        let left = bytes[before.range.lowerBound - 1]
        if left == 0x27 || Words.isWord(left) { return nil }
      }
    } else if kinds.contains(.regulation) {
      keyword = .regulation
    } else {
      guard !kinds.contains(.division), standsAlone(number, in: bytes, block: block)
      else { return nil }
      keyword = .none
    }
    let regimes: [Regime] = keyword == .regulation ? [.eir] : Regime.allCases
    let isPlural = kinds.contains(.plural)
    guard
      let grammar = CitationGrammar(
        bytes, at: number, limit: block.upperBound, isPlural: isPlural,
        isSibling: { reference in
          regimes.contains {
            grounds.isGround(
              Provision(regime: $0, section: reference.section, parts: reference.parts))
          }
        })
    else { return nil }
    if case .none = keyword, !isBareGround(grammar) { return nil }
    if case .glued = keyword, grammar.hasBrackets { keyword = .section }
    let start: Int =
      switch keyword {
      case .none: number
      default: before.range.lowerBound
      }
    var instrument = InstrumentReader(words: words).following(
      bytes, at: grammar.index, limit: block.upperBound)
    if instrument == .own {
      instrument = InstrumentReader(words: words).preceding(
        bytes, before: start, from: block.lowerBound)
    }
    return Found(
      references: grammar.references, keyword: keyword, range: start..<grammar.index,
      instrument: instrument)
  }

  /// The word before a number, with at most a stop, a colon and a blank between them.
  private func word(
    before number: Int, in bytes: [UInt8], from start: Int
  ) -> (text: String, range: Range<Int>) {
    var end = number
    while end > start, number - end < 3,
      [0x20, 0x2E, 0x3A, 0x2D, 0x28].contains(bytes[end - 1])
    {
      end -= 1
    }
    var first = end
    while first > start, Words.isLetter(bytes[first - 1]), end - first < 14 { first -= 1 }
    let range = first..<end
    return (Words.folded(bytes, range), range)
  }

  private func standsAlone(_ number: Int, in bytes: [UInt8], block: Range<Int>) -> Bool {
    guard number > block.lowerBound else { return true }
    return [0x20, 0x28, 0x5B, 0x22, 0x2C].contains(bytes[number - 1])
  }

  /// Brackets without a word before them count only where they name a ground with two of them, or a
  /// ground of FOIA with one: `12(5)(e)`, `40(2)`.
  private func isBareGround(_ grammar: CitationGrammar) -> Bool {
    guard let first = grammar.references.first, !first.parts.isEmpty else { return false }
    let needed: [(Regime, Int)] = [(.foia, 1), (.eir, 2), (.foisa, 2)]
    guard let number = Int(first.section.prefix { $0.isNumber }), number >= 12 else { return false }
    return needed.contains { regime, parts in
      first.parts.count >= parts
        && grounds.isGround(Provision(regime: regime, section: first.section, parts: first.parts))
    }
  }
}
