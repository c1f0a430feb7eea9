import Documents

/// Compares the bodies of a message: each program shows one of them.
struct MessageBodies {
  /// The plain text; empty where there is none.
  private(set) var plain = ""
  private(set) var html: HTMLWords?
  private(set) var rtf: RTFText?
  /// The HTML as it is written, for the pictures that it shows.
  private(set) var source = ""

  init(_ properties: MessageProperties) throws(Unreadable) {
    plain = try properties.text(0x1000) ?? ""
    if let data = try properties.binary(0x1013) {
      let page = CodePage(number: properties.number(0x3FDE) ?? 65_001)
      source = Self.decode(data, page)
    } else if let text = try properties.text(0x1013) {
      source = text
    }
    if let data = try properties.binary(0x1009), data.count > 16 {
      let rtf = RTFText(try OutlookRichText.unpacked(data))
      if let html = rtf.html {
        if source.isEmpty { source = html } else { self.rtf = rtf }
      } else {
        self.rtf = rtf
      }
    }
    if !source.isEmpty { html = HTMLWords(source) }
  }

  private static func decode(_ data: [UInt8], _ page: CodePage) -> String {
    if let text = String(validating: data, as: UTF8.self) { return text }
    return page == .utf8 || page == .unknown
      ? CodePage.western.decode(data) : page.decode(data)
  }

  /// The text that somebody sees of the message.
  var shown: String {
    [plain, html?.shown, rtf?.html.map { HTMLWords($0).shown } ?? rtf?.visible]
      .compactMap(\.self).joined(separator: "\n")
  }

  /// Reports what one body says and another does not.
  func inspect(run: InspectionRun) {
    var bodies: [(name: String, text: String, spoken: String)] = []
    if !plain.trimmed.isEmpty { bodies.append(("plain text", plain, "")) }
    if let html { bodies.append(("HTML", html.shown, html.spoken)) }
    if let rtf {
      let words = rtf.html.map { HTMLWords($0) }
      bodies.append(("RTF", words?.shown ?? rtf.visible, words?.spoken ?? ""))
    }
    bodies.removeAll { $0.text.trimmed.isEmpty }
    for body in bodies {
      for other in bodies where other.name != body.name {
        let lacking = Self.lines(of: body.text, lackingIn: other.text + "\n" + other.spoken)
        guard !lacking.isEmpty else { continue }
        run.reportInParts(
          MessageClasses.bodyMismatch,
          at: "the body in \(body.name), not in that in \(other.name)",
          showing: lacking.joined(separator: "\n"))
      }
    }
    let unseen = html?.hidden.map(\.text).joined(separator: "\n")
    for (name, hidden) in [("HTML", unseen), ("RTF", rtf?.hidden)] {
      guard let text = hidden?.trimmed, !Self.words(text).isEmpty else { continue }
      run.reportInParts(
        MessageClasses.bodyMismatch, at: "hidden in the body in \(name)", showing: text)
    }
  }

  /// The lines of a body with words that another body does not have.
  private static func lines(of text: String, lackingIn other: String) -> [String] {
    // Programs break words and join them at tags in their own ways: the other body is searched
    // without anything between its letters.
    let squeezed = letters(other)
    let known = Set(words(other))
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      let line = String(line).trimmed
      let lacking = words(line).contains { !known.contains($0) && !squeezed.contains($0) }
      return lacking ? line : nil
    }
  }

  /// The words of a text by which bodies are compared: of four letters or more, without addresses of
  /// links, which only one body writes out, and without letters that a set of letters may have lost.
  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: { $0.isWhitespace || "<>[](){}\"".contains($0) })
      .filter { !isLink($0) }
      .flatMap { $0.split(whereSeparator: { !isLetter($0) }) }
      .filter { $0.utf8.count >= 4 && $0.utf8.allSatisfy { $0 < 0x80 } }
      .map { String($0).foldedASCII }
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  private static func isLink(_ word: Substring) -> Bool {
    let folded = String(word).foldedASCII
    return ["http:", "https:", "mailto:", "cid:", "tel:", "file:", "hyperlink"].contains {
      folded.hasPrefix($0)
    }
  }

  private static func letters(_ text: String) -> String {
    String(text.filter(isLetter)).foldedASCII
  }
}
