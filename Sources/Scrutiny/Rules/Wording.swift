import DataFiles
import InformationLaw
import PublicInterest

extension Context {
  /// Objects to words of a list: at each field of the decision that has them, and wherever an
  /// officer put them into the letter.
  ///
  /// - Parameters:
  ///   - sections: the sections of the letter to look into; all of them unless said otherwise.
  ///   - message: says what is wrong with the quoted words.
  func object(
    to list: String, in passages: [Passage], letter sections: [Passage]? = nil,
    verdict: Verdict = .fail, into answer: inout Answer,
    _ message: (_ quote: String, _ passage: Passage) -> String
  ) {
    let note = phrases.lists[list]?.consideration.flatMap { book.vocabulary.irrelevances[$0]?.note }
    func object(_ match: Range<Int>, _ passage: Passage, at range: Range<Int>?) {
      let words = message("'\(passage.text.quote(match))'", passage)
      let whole = note.map { "\(words). \($0)." } ?? words + "."
      if verdict == .partial {
        answer.partial(passage.field, whole, at: range, limb: passage.limb)
      } else {
        answer.fail(passage.field, whole, at: range, limb: passage.limb)
      }
    }
    for passage in passages {
      // One finding a field: the first words stand for the rest.
      if let match = passage.hits[list].first { object(match, passage, at: nil) }
    }
    for passage in sections ?? letter ?? [] {
      for match in passage.hits[list]
      where !isDerived(passage.text.sentence(around: match), of: passage) {
        object(match, passage, at: passage.text.range(ofWords: match))
      }
    }
  }

  /// Whether words of a list stand in any of some passages.
  func finds(_ list: String, in passages: [Passage]) -> Bool {
    passages.contains { !$0.hits[list].isEmpty }
  }

  /// Every word of the letter, headings first; none without a letter.
  var letterWords: [Passage] { headings + (letter ?? []) }

  /// The sections of the letter that argue why exemptions apply.
  var letterReasons: [Passage] {
    letter?.filter { $0.field.isWithin("letter/reliance") || $0.field == "letter/cumulative" } ?? []
  }

  /// The section of the letter about one reliance.
  func section(on relied: Relied) -> Passage? {
    letter?.first { $0.field == .section("reliance/" + relied.reliance.id) }
  }

  /// Whether some text stands in the letter, word for word and without regard to case.
  func letterSays(_ text: String) -> Bool {
    let wanted = WordedText(text).words
    return letterWords.contains { $0.text.contains(wanted) }
  }

  /// The field of a section of the letter, or of the letter where it has no such section.
  func letterField(_ section: String) -> FieldPath {
    letter?.contains { $0.field == .section(section) } == true ? .section(section) : "letter"
  }
}
