import InformationLaw
import LetterReading
import Testing

@Suite("Letters in the manner of many authorities")
struct SampleLetterTests {
  private static let loaded = Result { try LetterReader(book: .builtIn()) }
  let reader: LetterReader

  init() throws { reader = try Self.loaded.get() }

  @Test("what is cited, and for what", arguments: SampleLetter.all)
  func exemptions(of letter: SampleLetter) {
    let reading = reader.read(letter.text)
    #expect(Set(reading.exemptions.map { "\($0.cite) \($0.role.rawValue)" }) == letter.exemptions)
    #expect(reading.regime == letter.regime)
  }

  @Test("what the letter does", arguments: SampleLetter.all)
  func outcome(of letter: SampleLetter) {
    let reading = reader.read(letter.text)
    #expect(reading.letterType == letter.type)
    #expect(reading.decision == letter.decision)
    #expect(reading.refusalBasis == letter.basis)
    #expect(reading.neitherConfirmsNorDenies == (letter.decision == .neitherConfirmNorDeny))
  }

  @Test("harm, balance and rights", arguments: SampleLetter.all)
  func rest(of letter: SampleLetter) {
    let reading = reader.read(letter.text)
    #expect(reading.standard == letter.standard)
    #expect(reading.weighs == letter.weighs)
    #expect(reading.rights.internalReview == letter.rights.0)
    #expect(reading.rights.regulator == letter.rights.1)
    #expect(reading.rights.reviewTimeLimit == letter.limit)
  }

  @Test(
    "every place that is told lies in the text and holds what was written",
    arguments: SampleLetter.all)
  func places(of letter: SampleLetter) {
    let scalars = Array(letter.text.unicodeScalars)
    for citation in reader.read(letter.text).citations {
      #expect(citation.start < citation.end && citation.end <= scalars.count)
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[citation.start..<citation.end])
      let folded = String(words).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(folded == citation.asWritten)
    }
  }
}
