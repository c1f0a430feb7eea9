import Foundation
import InformationLaw
import LetterReading
import Testing

@Suite("Roles")
struct RoleStageTests {
  private let reader: LetterReader

  init() throws { reader = try LetterReader(book: try StatuteBook.builtIn()) }

  private func spans(_ text: String) -> [Span] { reader.read(text).spans }

  private func words(_ role: Role, in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return spans(text).filter { $0.role == role }.map { span in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[span.range])
      return String(view)
    }
  }

  @Test("the written letters are read as they are marked, with their provisions")
  func markedLetters() throws {
    var fit = Fit()
    for letter in try MarkedLetter.all.get() {
      fit.add(said: spans(letter.text), there: letter.spans)
    }
    #expect(fit.there > 250)
    #expect(fit.f1 >= 0.95)
    #expect(Double(fit.rightExemption) >= 0.95 * Double(fit.found))
  }

  @Test("letters that the weights were not fitted to are read nearly as well")
  func unseenLetters() throws {
    var fit = Fit()
    for letter in try MarkedLetter.unseen.get() {
      fit.add(said: spans(letter.text), there: letter.spans)
    }
    #expect(fit.there >= 50)
    #expect(fit.f1 >= 0.9)
  }

  @Test("arguments under the opposite heading are read for what they say")
  func swappedHeadings() {
    let letter = """
      You asked for the minutes of the bridge committee.

      We are withholding them under section 36(2)(c) of the Freedom of Information Act.

      Public interest test

      Arguments against disclosure

      There is a public interest in openness and accountability, and taxpayers are entitled to know how \
      public money is spent on the bridge.

      Arguments in favour of disclosure

      Members need a safe space in which to speak frankly, and would be less willing to do so if their \
      words were published.

      On balance, we consider that the public interest in maintaining the exemption outweighs the public \
      interest in disclosure.
      """
    #expect(words(.factorsFor, in: letter).first?.hasPrefix("There is a public interest") == true)
    #expect(words(.factorsAgainst, in: letter).first?.hasPrefix("Members need") == true)
  }

  @Test("a balance without a heading is found")
  func bareBalance() {
    let letter = """
      The prices are exempt under section 43(2), as release would be likely to prejudice the commercial \
      interests of the supplier. We recognise that there is a public interest in transparency about public \
      spending. However, there is a public interest in obtaining good value at the next tender. On balance \
      we find that the public interest in maintaining the exemption outweighs that in disclosure.
      """
    let balance = spans(letter).filter { $0.role == .balance }
    #expect(balance.count == 1)
    #expect(balance.first?.exemption == "s43(2)")
  }

  @Test("each cell of a table of arguments is a part, in the column's role")
  func table() {
    let letter = """
      Section 31(1)(a) Law enforcement

      For disclosure\tAgainst disclosure
      Openness about policing\tOffenders would learn where patrols are thin
      Better informed debate\tOfficers would be put at risk
      """
    let found = spans(letter)
    #expect(found.filter { $0.role == .factorsFor }.count == 2)
    #expect(found.filter { $0.role == .factorsAgainst }.count == 2)
    #expect(found.allSatisfy { $0.exemption == "s31(1)(a)" })
  }

  @Test("both rights are told apart, even in one paragraph")
  func rights() {
    let letter = """
      Thank you for your request. The information is attached.

      If you are unhappy with this reply you may ask for an internal review within 40 working days. If you \
      remain dissatisfied after the review you may complain to the Information Commissioner at \
      www.ico.org.uk.
      """
    #expect(words(.rightsInternalReview, in: letter).count == 1)
    #expect(words(.rightsRegulator, in: letter).count == 1)
  }

  @Test("licence notices and the small print of e-mail have no role")
  func smallPrint() {
    let letter = """
      Dear requester,

      Please find the figures attached.

      The information provided in this response may be re-used under the Open Government Licence.

      Yours sincerely

      This e-mail and any attachments are confidential and intended solely for the person to whom they \
      are addressed. If you have received it in error please delete it.
      """
    let found = spans(letter).filter { $0.role != .decision }
    #expect(found.isEmpty)
  }

  @Test("the same letter is read in the same way every time")
  func deterministic() throws {
    let letters = try MarkedLetter.all.get().prefix(6)
    for letter in letters { #expect(spans(letter.text) == spans(letter.text)) }
  }

  @Test("an empty letter and one of blanks have no parts", arguments: ["", "   \n\n ", "\u{FEFF}"])
  func nothing(text: String) { #expect(spans(text).isEmpty) }
}
