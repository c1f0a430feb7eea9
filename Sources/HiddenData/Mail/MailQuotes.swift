/// Finds earlier messages that an answer carries below or within its text.
struct MailQuotes {
  private let message: MailPart
  private let run: InspectionRun

  init(_ message: MailPart, run: InspectionRun) {
    self.message = message
    self.run = run
  }

  func inspect() {
    var seen: Set<String> = []
    for part in message.all where MailWords.isText(part) {
      var quotes: [String] = []
      if part.type.value.hasSuffix("html") {
        let words = HTMLWords(part.text)
        quotes = words.quoted
        if let quote = Self.quote(words.shown) { quotes.append(quote) }
      } else if let quote = Self.quote(part.text) {
        quotes = [quote]
      }
      // The longest first: what lies within another is told with it.
      for quote in quotes.sorted(by: { $0.count > $1.count }) {
        let words = Set(quote.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
        guard !words.subtracting(seen).isEmpty else { continue }
        seen.formUnion(words)
        run.report(
          MailClass.quoted,
          at: part.type.value.hasSuffix("html") ? "HTML of the message" : "text of the message",
          showing: quote, removable: false)
      }
    }
  }

  /// The text from the first mark of an earlier message on; nil where there is none.
  static func quote(_ text: String) -> String? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
      String.init)
    for index in lines.indices where begins(lines, index) {
      return lines[index...].joined(separator: "\n").withoutOuterBlanks
    }
    // Two quoted lines are a habit of answering; they hold the earlier words all the same.
    let quoted = lines.filter { $0.hasPrefix(">") && $0.contains(where: \.isLetter) }
    return quoted.count >= 2 ? quoted.joined(separator: "\n") : nil
  }

  private static func begins(_ lines: [String], _ index: Int) -> Bool {
    let line = plain(lines[index])
    guard line.utf8.count > 4 else { return false }
    let lower = line.lowercased()
    let bare = lower.filter { $0.isLetter || $0 == " " }.withoutOuterBlanks
    if lower.hasPrefix("--") || lower.hasPrefix("__") || lower.hasPrefix("==")
      || lower.hasPrefix("begin")
    {
      let marks = [
        "original message", "forwarded message", "original appointment", "forwarded by",
        "reply message",
        "begin forwarded message", "replied message",
      ]
      if marks.contains(where: bare.hasPrefix) { return true }
    }
    if isIntroduction(lower) { return true }
    // The introduction may be broken over two lines.
    if lower.hasPrefix("on "), index + 1 < lines.count,
      isIntroduction(lower + " " + plain(lines[index + 1]).lowercased())
    {
      return true
    }
    return isHeaderBlock(lines, index)
  }

  private static func isIntroduction(_ lower: String) -> Bool {
    guard lower.utf8.count < 300 else { return false }
    if lower.hasSuffix("wrote:") || lower.hasSuffix("writes:") || lower.hasSuffix("a écrit :")
      || lower.hasSuffix("schrieb:")
    {
      return lower.hasPrefix("on ") || lower.contains("@") || lower.contains(where: \.isNumber)
    }
    return false
  }

  /// From, Sent or Date, To, Subject: at least three of them, close together, the first one From.
  private static func isHeaderBlock(_ lines: [String], _ index: Int) -> Bool {
    func label(_ line: String) -> String? {
      let line = plain(line).filter { $0 != "*" }
      guard let colon = line.firstIndex(of: ":"), line[..<colon].count < 14 else { return nil }
      return line[..<colon].lowercased().withoutOuterBlanks
    }
    guard label(lines[index]) == "from" else { return false }
    let labels = lines[index...].prefix(9).compactMap { label($0) }
    let known: Set<String> = ["sent", "date", "to", "cc", "subject", "importance", "received"]
    return Set(labels.filter(known.contains)).count >= 2
  }

  private static func plain(_ line: String) -> String {
    String(line.drop { $0 == ">" || $0 == " " || $0 == "|" }).withoutOuterBlanks
  }
}
