import Passwords
import Testing

@Suite("Choosing a password")
struct PasswordTests {
  private func problem(
    _ text: String, email: String = "jane.smith@council.example"
  ) -> PasswordError? {
    do throws(PasswordError) {
      _ = try Password(choosing: text, email: email)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "good ones are taken",
    arguments: [
      "lantern kettle gravel", "Eleven heron!", "wrth y llyn ŵy", "p@ssion fruit tart",
      "correcthorse1", "4893-2210-7741", "secretariat mule", "😀🦉🌲🚲🍏🎻😎🧀🪑🥁🛶🧶", "summer lightning",
    ])
  func accepted(_ text: String) {
    #expect(problem(text) == nil)
  }

  @Test("eleven characters are too few and twelve enough")
  func minimum() {
    #expect(problem("heron kettl") == .tooShort)
    #expect(problem("heron kettle") == nil)
    #expect(problem("") == .tooShort)
    // Counted as a person counts: an accent of its own does not lengthen the word.
    #expect(problem("e\u{301}e\u{301}e\u{301}herone\u{301}") == .tooShort)
  }

  @Test("1024 bytes are enough and 1025 too many, before and after composition")
  func maximum() {
    let words = String(repeating: "lantern kettle ", count: 70)
    #expect(problem(String(words.prefix(1024))) == nil)
    #expect(problem(String(words.prefix(1025))) == .tooLong)
    // One character of three bytes that the compatibility form makes longer.
    #expect(problem("heron kettle" + String(repeating: "\u{FDFA}", count: 330)) == .tooLong)
  }

  @Test(
    "the first guesses are refused, however drawn out",
    arguments: [
      "passwordpassword", "Password2026!", "PASSWORD1234", "qwertyuiop12", "administrator",
      "123456789012", "aaaaaaaaaaaa", "abcabcabcabc", "123456123456", "1q2w3e4r5t6y",
      "!!Welcome12345", "LetMeIn123456", "Steelyard2026", "P@ssw0rd2026", "000000000000000",
    ])
  func common(_ text: String) {
    #expect(problem(text) == .tooCommon)
  }

  @Test(
    "the account's own address is refused, however drawn out",
    arguments: [
      "jane.smith@council.example", "Jane.Smith@Council.Example", "jane.smith2026!",
      "1jane.smith@council.example1",
    ])
  func email(_ text: String) {
    #expect(problem(text) == .sameAsEmail)
  }

  @Test("an address that is not there refuses nothing")
  func noEmail() {
    #expect(problem("lantern kettle", email: "") == nil)
    #expect(problem("4893-2210-7741", email: "1234@council.example") == nil)
  }

  @Test("a password is never printed")
  func silence() throws {
    let password = try Password(choosing: "lantern kettle gravel", email: "")
    var dumped = ""
    dump(password, to: &dumped)
    let printed = "\(password) \(String(reflecting: password)) \(dumped) \([password])"
    #expect(!printed.contains("lantern"))
    #expect(!printed.contains("108"), "108 is the first byte")
  }

  @Test("every refusal says what to do")
  func words() {
    #expect("\(PasswordError.tooShort)".contains("at least 12 characters"))
    #expect("\(PasswordError.tooLong)".contains("1024"))
    #expect("\(PasswordError.tooCommon)".contains("Choose another"))
    #expect("\(PasswordError.sameAsEmail)".contains("e-mail"))
  }
}
