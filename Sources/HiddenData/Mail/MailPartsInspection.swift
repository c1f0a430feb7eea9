import Documents

/// The parts of an e-mail as they are looked through.
struct MailPartsInspection {
  let message: MailPart
  let run: InspectionRun

  init(_ message: MailPart, run: InspectionRun) {
    self.message = message
    self.run = run
  }

  func inspect() {
    visit(message, path: [])
    MailQuotes(message, run: run).inspect()
  }

  private func visit(_ part: MailPart, path: [MailPart]) {
    if part.isTooDeep {
      run.fail(.tooMuch("its parts lie too deep in each other, or are too many"))
    }
    let type = part.type.value
    if type.hasPrefix("multipart/") {
      if !part.isClosed { run.fail(.broken("a part of the e-mail breaks off")) }
      if type == "multipart/encrypted" { run.fail(.locked("The e-mail")) }
      outside(part)
      if type == "multipart/alternative" { MailAlternatives(part, run: run).inspect() }
      for child in part.children { visit(child, path: path + [part]) }
    } else {
      MailLeafInspection(part, run: run, around: path).inspect()
    }
  }

  private func outside(_ part: MailPart) {
    for (range, isBefore) in part.outside {
      let text = MailCharset.text(Array(part.bytes[range]), "").withoutOuterBlanks
      guard text.contains(where: { $0.isLetter || $0.isNumber }), !Self.isGreeting(text) else {
        continue
      }
      run.report(
        MailClass.preamble, at: isBefore ? "before the first part" : "behind the last part",
        showing: text)
    }
  }

  /// What programs write there for readers that know no parts.
  private static func isGreeting(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.starts(with: ["this", "is", "a"]) || words.starts(with: ["this", "message"])
      || words.starts(with: ["if", "you"]) || words.starts(with: ["you", "should"])
      || words.starts(with: ["this", "is", "an"])
      ? words.allSatisfy(greeting.contains) : false
  }

  /// The words of those greetings; any other word was written by somebody.
  private static let greeting: Set<String> = Set(
    """
    this is a an multi part multipart message mime format formatted encoded encapsulated with multiple parts \
    in if you see are reading text the it means that your e mail email software reader program client does \
    not support understand since some or all of may be legible cryptographically signed openpgp rfc 4880 3156 \
    2440 and should want to consider changing gateway understands how properly handle messages 1 0 newsreader \
    supports only compliant readable need sent by been has have
    """.split(separator: " ").map(String.init))
}
