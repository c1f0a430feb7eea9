/// Words to look for, or an exception: words that are found and mean nothing here, such as the
/// month of May.
struct Phrase: Equatable, Sendable {
  /// One step of a phrase.
  enum Step: Equatable, Sendable {
    /// A word, folded.
    case word(String)
    /// Any number in digits, written `#`.
    case number
    /// One to three words of any kind, written `*`.
    case gap
  }

  let steps: [Step]
  let isException: Bool

  /// Reads a phrase as the data file writes it; nil where it does not begin and end with a word or
  /// a number.
  init?(_ text: String, isException: Bool = false) {
    steps = text.split(separator: " ").flatMap { part -> [Step] in
      switch part {
      case "#": [.number]
      case "*": [.gap]
      default: WordedText(String(part)).words.map { .word($0.folded) }
      }
    }
    self.isException = isException
    guard let first = steps.first, first != .gap, steps.last != .gap else { return nil }
  }
}

/// Phrases that a rule looks for together.
struct PhraseList: Equatable, Sendable {
  /// The key by which the rules name the list.
  let id: String
  /// The rule that it serves.
  let rule: String
  /// The consideration of the vocabulary that the words show, if any.
  var consideration: String?
  /// The phrases and the exceptions.
  let phrases: [Phrase]
}

extension String {
  /// Whether it is digits only.
  var isNumber: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
