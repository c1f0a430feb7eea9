/// Puts an officer's words into sentences.
///
/// Officers answer plain questions with a phrase or a sentence, with or without a capital letter and
/// a full stop; the letter has to read well either way.
enum Phrase {
  /// The text as a sentence: a capital letter first, a full stop last. Empty stays empty.
  static func sentence(_ text: String) -> String {
    var text = text.normalisedLine
    while let last = text.last, ",; ".contains(last) { text.removeLast() }
    guard let first = text.first else { return "" }
    // "iPad" is spelt so.
    let isName = text.dropFirst().first?.isUppercase == true
    let start = first.isLowercase && !isName ? text.capitalisedFirst : text
    let end = text.last { !"”’\"".contains($0) }
    return end.map(".!?…:".contains) == true ? start : start + "."
  }

  /// Several sentences, those without words left out.
  static func sentences(_ texts: String...) -> String {
    texts.map(sentence).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A sentence from a beginning and the officer's words; empty where there are none.
  ///
  /// - Parameters:
  ///   - start: the beginning that the words go on from, if they are a phrase that can.
  ///   - otherwise: the beginning before a colon, for words that stand on their own.
  static func going(
    on start: String, or otherwise: String, with text: String, if kinds: Set<Opening>
  ) -> String {
    let text = text.normalisedLine
    guard !text.isEmpty else { return "" }
    guard let opening = Opening(of: text) else { return sentence("\(otherwise): \(text)") }
    let phrase = text.prefix(1).lowercased() + text.dropFirst()
    return sentence(kinds.contains(opening) ? "\(start) \(phrase)" : "\(otherwise): \(phrase)")
  }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ texts: [String]) -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The paragraphs of a longer text, its lists kept; line breaks inside a paragraph are those of a
  /// text field or a file and go.
  static func blocks(_ text: String) -> [Block] {
    Block.parse(text).map { block in
      if case .paragraph(let text) = block { .paragraph(sentence(text)) } else { block }
    }
  }

  /// How a phrase begins, where its first word is known not to be a name.
  enum Opening: Hashable {
    /// `the network`, `our records`.
    case thing
    /// `which products are used`.
    case question
    /// `criminal groups`.
    case people
    /// `as long as`, `until`.
    case time
    /// `loss of life`, `national`: never goes on from a beginning, but needs no capital letter.
    case other

    init?(of text: String) {
      let words = text.split(separator: " ", maxSplits: 2).map(String.init)
      guard let word = words.first?.lowercased().trimming(",") else { return nil }
      // "Foreign Office staff": a capital on the second word makes a name of the first, unless the
      // first is an article or the like, or was written small.
      let isName =
        text.first?.isUppercase == true && words.dropFirst().first?.first?.isUppercase == true
      let opening = Opening.words.first { $0.value.contains(word) }?.key
      switch opening {
      case .people where isName, .other where isName, nil: return nil
      case let opening?: self = opening
      }
    }

    private static let words: [Opening: Set<String>] = [
      .thing: [
        "the", "a", "an", "our", "its", "their", "these", "those", "any", "all", "each", "every",
        "some",
      ],
      .question: [
        "which", "what", "who", "whose", "how", "where", "when", "whether", "why", "that",
      ],
      .people: [
        "anybody", "anyone", "attackers", "companies", "competitors", "criminal", "criminals",
        "cyber", "foreign", "hostile", "individuals", "members", "offenders", "organised", "others",
        "people", "persons", "rival", "somebody", "someone", "suppliers", "terrorists",
      ],
      .time: ["as", "for", "so", "until", "while"],
      .other: [
        "access", "damage", "death", "delay", "disruption", "fewer", "harm", "injury", "less",
        "limited", "local", "loss", "more", "national", "nationwide", "regional", "theft",
      ],
    ]
  }
}

extension String {
  fileprivate func trimming(_ mark: Character) -> String {
    last == mark ? String(dropLast()) : self
  }
}
