import DataFiles
import InformationLaw
import LetterReading

// The words of a letter: where the phrases of a list stand in it.

extension AuditedLetter {
  /// Where phrases of a list stand, as ranges of words: in some parts, or anywhere. The request in the
  /// requester's words is never searched, and headings only where the whole letter is.
  func matches(_ list: String, in spans: [Span]? = nil) -> [Range<Int>] {
    hits[list].filter { match in
      let start = text.words[match.lowerBound].range.lowerBound
      guard let spans else { return !isQuoted(start) }
      return spans.contains { $0.range.contains(start) } && !isHeading(start) && !isQuoted(start)
    }
  }

  /// Whether a phrase of a list stands in some parts, or anywhere.
  func says(_ list: String, in spans: [Span]? = nil) -> Bool { firstMatch(list, in: spans) != nil }

  /// Where the first phrase of a list stands, in scalars.
  func firstMatch(_ list: String, in spans: [Span]? = nil) -> Range<Int>? {
    matches(list, in: spans).first.map(text.range(ofWords:))
  }

  /// Objects to the phrases of a list, once in each block.
  ///
  /// - Parameters:
  ///   - spans: the parts to look into; the whole letter unless said otherwise.
  ///   - without: leaves matches aside.
  ///   - message: says what is wrong with the quoted words.
  func object(
    to list: String, in spans: [Span]? = nil, verdict: Verdict = .fail, limb: Limb? = nil,
    fix: String? = nil, without isExcused: (Range<Int>) -> Bool = { _ in false },
    into answer: inout Answer, _ message: (_ quote: String) -> String
  ) {
    let note = phrases.lists[list]?.consideration.flatMap { book.vocabulary.irrelevances[$0]?.note }
    var blocks: Set<Int> = []
    for match in matches(list, in: spans) where !isExcused(match) {
      let place = text.range(ofWords: match)
      guard blocks.insert(block(at: place.lowerBound)).inserted else { continue }
      let words = message("'\(text.quote(match))'")
      answer.object(
        verdict, note.map { "\(words). \($0)." } ?? words + ".", at: place, limb: limb, fix: fix)
    }
  }

  /// The words of a part, folded, that say something: four letters or more and none of the statute's.
  func contentWords(in spans: [Span]) -> Set<String> {
    let bare = phrases.words["bare-words"] ?? []
    return text.words(in: spans.map(\.range)).reduce(into: []) { words, word in
      if word.folded.count > 3, !bare.contains(word.folded) { words.insert(word.folded) }
    }
  }

  /// The number of words in some parts; what stands there twice counts once.
  func wordCount(in spans: [Span]) -> Int {
    distinct(spans).reduce(0) { $0 + text.words(in: [$1.range]).count }
  }

  /// The number of sentences in some parts; what stands there twice counts once.
  func sentenceCount(in spans: [Span]) -> Int { sentences(in: distinct(spans)).count }

  /// Some parts without those that repeat an earlier one word for word.
  private func distinct(_ spans: [Span]) -> [Span] {
    guard spans.count > 1 else { return spans }
    var seen: Set<[String]> = []
    return spans.filter { seen.insert(text.words(in: [$0.range]).map(\.folded)).inserted }
  }

  /// Where a phrase first stands; where the parts begin, without one.
  func place(_ list: String, in spans: [Span]? = nil) -> Range<Int> {
    firstMatch(list, in: spans) ?? place(of: spans ?? [])
  }
}

extension WordedText {
  /// The words whose beginning lies in one of some ranges of scalars.
  func words(in ranges: [Range<Int>]) -> [Word] {
    ranges.flatMap { range in
      let first = firstWord(from: range.lowerBound)
      let end = firstWord(from: range.upperBound)
      return words[first..<max(first, end)]
    }
  }

  /// The index of the first word that begins at or after an offset.
  func firstWord(from offset: Int) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Answer {
  /// Says a verdict about some words of a letter.
  mutating func object(
    _ verdict: Verdict, _ message: String, at place: Range<Int>, limb: Limb? = nil,
    fix: String? = nil, citation: String? = nil
  ) {
    add(
      Objection(
        verdict: verdict, field: "letter", message: message, fix: fix, citation: citation,
        range: place, limb: limb))
  }

  /// Something that a reply has to say and that stands nowhere in a letter: a breach in a whole reply;
  /// of an attachment another part may say it, and there is nothing to put right here.
  mutating func missing(
    from letter: AuditedLetter, _ message: String, at place: Range<Int>, fix: String? = nil
  ) {
    if letter.isWhole {
      object(.fail, message, at: place, fix: fix)
    } else {
      otherwise = .missingHere
    }
  }
}
