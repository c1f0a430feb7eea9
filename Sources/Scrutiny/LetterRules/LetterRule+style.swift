import InformationLaw
import LetterReading

// Manner: plain, civil, accessible, written for this request.

extension LetterRule {
  static let style = [
    plainWords, guidanceCurrent, servesThisRequest, civil, makesSense, accessibleFormat,
  ]

  /// Acronyms that the letter never explains; those of the requester need no explaining.
  static let plainWords = LetterRule(
    "RN-150",
    fails: [LetterExample("unexplained", "The SIRO referred it to the IAO.")],
    passes: [
      LetterExample(
        "explained", "The Senior Information Risk Owner (SIRO) agreed. The SIRO signed.")
    ]
  ) { letter, answer in
    let asked = letter.text.words(in: letter.spans([.requestQuoted]).map(\.range))
    let used = Set(asked.map { letter.text.text($0.range) })
    let known = ["known-acronyms", "letter-acronyms"].compactMap { letter.phrases.words[$0] }
    for acronym in Acronyms.unexplained(in: [letter.text], known: used)
    where !known.contains(where: { $0.contains(acronym.word) })
      && letter.isProse(acronym.range.lowerBound)
    {
      answer.object(.fail, "'\(acronym.word)' is never explained.", at: acronym.range)
    }
  }

  /// 1. Law that is appealed to without a name.
  /// 2. A policy or guidance that is relied on, and no link or reference by which a reader reaches it.
  static let guidanceCurrent = LetterRule(
    "RN-151", when: { $0.says("guidance-cited") || $0.says("unnamed-law") },
    fails: [
      LetterExample(
        "requirements of no statute", "To meet statutory requirements we follow a policy."),
      LetterExample(
        "on the intranet", "We rely on our retention policy, which is on the intranet."),
    ],
    passes: [
      LetterExample(
        "with a link", "Our retention policy is at https://www.example.gov.uk/retention.")
    ]
  ) { letter, answer in
    letter.object(to: "unnamed-law", into: &answer) { "\($0) names no statute" }
    letter.object(to: "out-of-reach", into: &answer) { "\($0) is where the reader cannot go" }
    if answer.objections.isEmpty, !letter.says("link") { answer.otherwise = .cannotAssess }
  }

  /// What was left in by mistake: notes to colleagues, and the template's own blanks. Stock passages
  /// only a person sees, or a comparison with other letters.
  static let servesThisRequest = LetterRule(
    "RN-152",
    fails: [
      LetterExample(
        "a note to a colleague", "It is exempt.\n{internal_note} Jo, can you check this?"),
      LetterExample("a blank", "Thank you for your request of [insert date]."),
    ],
    passes: [LetterExample("written for it", "You asked about parking fines in Mill Lane.")]
  ) { letter, answer in
    for span in letter.spans([.internalNote]) {
      answer.object(
        .fail, "A note that was meant for colleagues stands in the letter.", at: span.range)
    }
    letter.object(to: "template-blank", into: &answer) { "\($0) is a blank of the template" }
    if let cut = letter.brokenSentence {
      answer.object(
        .fail, "A sentence begins with a full stop: something was left in or cut off.", at: cut)
    }
  }

  static let civil = LetterRule(
    "RN-153",
    fails: [LetterExample("curt", "Had you read our last letter, you would know.")],
    passes: [LetterExample("civil", "We hope that this helps.")]
  ) { letter, answer in
    letter.object(to: "disparaging", into: &answer) { "\($0) is not civil" }
  }

  /// A word that stands twice in a row. Sense a person judges.
  static let makesSense = LetterRule(
    "RN-154",
    fails: [LetterExample("twice the same", "The impact of the the on users.")],
    passes: [LetterExample("once", "The impact on users.")]
  ) { letter, answer in
    let doubled = letter.phrases.words["never-doubled"] ?? []
    let words = letter.text.words
    for index in words.indices.dropFirst()
    where words[index].folded == words[index - 1].folded && !words[index].startsSentence
      && doubled.contains(words[index].folded) && !letter.isQuoted(words[index].range.lowerBound)
    {
      answer.object(
        .fail, "'\(letter.text.quote(index - 1..<index + 1))' has a word twice.",
        at: letter.text.range(ofWords: index - 1..<index + 1))
    }
  }

  static let accessibleFormat = LetterRule(
    "RN-155",
    fails: [LetterExample("one form only", "We do not provide information in other formats.")],
    passes: [LetterExample("on request", "Ask us if you need this in large print.")]
  ) { letter, answer in
    answer.otherwise = .cannotAssess
    letter.object(to: "no-other-format", into: &answer) { "\($0) refuses an accessible format" }
  }
}

extension AuditedLetter {
  /// Whether an offset lies in a paragraph, item or cell, and not at the edges of the letter.
  fileprivate func isProse(_ offset: Int) -> Bool {
    guard reading.blocks.indices.contains(block(at: offset)) else { return true }
    switch reading.blocks[block(at: offset)].kind {
    case .paragraph, .listItem, .cell, .heading: return !isQuoted(offset)
    case .opening, .closing, .furniture: return false
    }
  }

  /// A line that begins with a full stop before a word.
  fileprivate var brokenSentence: Range<Int>? {
    let scalars = text.scalars
    for index in scalars.indices.dropFirst().dropLast(2)
    where scalars[index] == "." && scalars[index - 1] == "\n" && scalars[index + 1] == " "
      && scalars[index + 2].properties.isUppercase && !isQuoted(index)
    {
      let word = text.firstWord(from: index)
      return index..<text.range(ofWords: text.sentence(around: word..<word + 1)).upperBound
    }
    return nil
  }
}
