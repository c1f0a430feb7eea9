/// The passwords that are guessed first, and how people draw them out to the required length.
enum CommonPasswords {
  /// Whether a password is, for the most part, one of the words on the list: as it is, repeated,
  /// or with digits and marks before or after it, in capitals or not.
  static func contains(_ text: String) -> Bool {
    let folded = text.lowercased()
    let unit = repeatedUnit(of: folded)
    // A word of up to six characters, said over and over, is as easily guessed as said once.
    if unit.count <= 6, unit.count < folded.count { return true }
    return [folded, unit, core(of: folded), repeatedUnit(of: core(of: folded))]
      .contains { words.contains($0) }
  }

  /// Whether a password is an e-mail address, or the part before its @, drawn out.
  static func isMade(_ text: String, of email: String) -> Bool {
    let folded = text.lowercased()
    let email = email.lowercased()
    let name = email.prefix { $0 != "@" }
    guard !name.isEmpty else { return false }
    return [folded, core(of: folded)].contains { candidate in
      candidate == email || candidate == core(of: email) || candidate == name
        || candidate == core(of: String(name)) && !candidate.isEmpty
    }
  }

  /// The text without digits and marks at its ends.
  private static func core(of text: String) -> String {
    var core = text[...]
    while let last = core.last, !last.isLetter { core.removeLast() }
    while let first = core.first, !first.isLetter { core.removeFirst() }
    return String(core)
  }

  /// The shortest piece that gives the text when repeated: the text itself for most.
  private static func repeatedUnit(of text: String) -> String {
    let characters = Array(text)
    for length in 1..<max(characters.count, 1) where characters.count.isMultiple(of: length) {
      if (length..<characters.count).allSatisfy({ characters[$0] == characters[$0 - length] }) {
        return String(characters[..<length])
      }
    }
    return text
  }

  private static let words: Set<String> = [
    "012345678901", "123123123123", "123456789012", "1234567890123", "12345678901234",
    "123456789abc", "1234567890qwerty", "123qweasdzxc", "1234qwerasdf", "1234qwerasdfzxcv",
    "1q2w3e4r5t6y", "1q2w3e4r5t6y7u", "1qaz2wsx3edc", "1qaz2wsx3edc4rfv", "987654321098",
    "abc", "abcd", "abcdef", "abcdefgh", "abcdefghijkl", "abcdefghijklm", "abcdefghijklmnop",
    "admin", "administrator", "asdfghjkl", "asdfghjkl;'#", "asdfghjklzxcvbnm", "baseball",
    "changeme", "changemenow", "computer", "default", "dragon", "football", "freedom",
    "freedomofinformation", "guest", "iloveyou", "iloveyouforever", "information", "letmein",
    "letmeinplease", "liverpool", "login", "manchester", "master", "monkey", "p4ssw0rd",
    "p@ssw0rd", "p@ssword", "pa$$w0rd", "pa$$word", "pass", "passphrase", "passw0rd", "password",
    "password1234", "princess", "qazwsxedc", "qazwsxedcrfv", "qwerty", "qwertyuiop",
    "qwertyuiop[]", "qwertyuiopasdfghjkl", "root", "secret", "starwars", "steelyard", "summer",
    "sunshine", "superman", "temp", "temporary", "test", "testing", "trustno1", "welcome",
    "whatever", "winter", "zaq12wsxcde3", "zxcvbnm",
  ]
}
