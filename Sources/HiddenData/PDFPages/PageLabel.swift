/// The words with which redactions are labelled.
enum PageLabel {
  private static let words: Set<String> = [
    "confidential", "exempt", "exempted", "exemption", "information", "name", "personal",
    "privilege", "privileged", "protected", "redacted", "redaction", "removed", "sealed",
    "sensitive", "withheld",
  ]

  /// Whether a text is a label, a citation or a date stamp, and nothing else.
  static func isLabel(_ text: String) -> Bool {
    text.split { $0.isWhitespace || $0 == "," || $0 == ";" }.allSatisfy { word in
      let core = word.drop { !$0.isLetter && !$0.isNumber }.lowercased()
      let letters = core.prefix { $0.isLetter }
      if words.contains(String(letters)), letters.count >= core.count - 2 { return true }
      // s40(2), (b)(6), 31(1)(a), 12/04/2026: signs, figures and single letters.
      let parts = core.split { !$0.isLetter && !$0.isNumber }
      return parts.allSatisfy { part in
        part.allSatisfy(\.isNumber) || part.count == 1
          || (part.first == "s" && part.dropFirst().allSatisfy(\.isNumber))
      } && core.contains { !$0.isLetter && !$0.isNumber }
    }
  }
}
