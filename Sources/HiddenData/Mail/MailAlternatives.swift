/// Compares the versions of a text in multipart/alternative, of which a reader sees one.
struct MailAlternatives {
  private struct Version {
    var name: String
    var text: String
    /// All that another version may repeat of it: what it hides, links, names of pictures.
    var pool: String
  }

  private let run: InspectionRun
  private let versions: [Version]

  init(_ part: MailPart, run: InspectionRun) {
    self.run = run
    versions = part.children.compactMap { child in
      let texts = child.all.filter(MailWords.isText)
      guard !texts.isEmpty else { return nil }
      var version = Version(name: "", text: "", pool: "")
      for text in texts {
        if text.type.value.hasSuffix("html") {
          let words = HTMLWords(text.text)
          version.name = "HTML"
          version.text += words.shown + "\n"
          version.pool += words.shown + "\n" + words.hidden.map(\.text).joined(separator: "\n")
          version.pool +=
            "\n" + words.spoken + "\n" + words.comments.map(\.text).joined(separator: "\n")
        } else {
          if version.name.isEmpty {
            version.name = text.type.value == "text/plain" ? "plain" : text.type.value
          }
          version.text += text.text + "\n"
          version.pool += text.text + "\n"
        }
      }
      return version
    }
  }

  func inspect() {
    for (index, first) in versions.enumerated() {
      for second in versions.dropFirst(index + 1) {
        if Self.isPlaceholder(first.text) || Self.isPlaceholder(second.text) { continue }
        let one = Self.missing(first.text, in: second.pool)
        let other = Self.missing(second.text, in: first.pool)
        let words = one.words + other.words
        let isPair = !one.words.isEmpty && !other.words.isEmpty
        guard words.count > 1 || isPair || words.contains(where: Self.isTelling) else { continue }
        var lines: [String] = []
        if !one.lines.isEmpty { lines += ["Only in the \(first.name) version:"] + one.lines }
        if !other.lines.isEmpty { lines += ["Only in the \(second.name) version:"] + other.lines }
        run.report(
          MailClass.mismatch, at: "the \(first.name) and the \(second.name) version of the text",
          showing: lines.joined(separator: "\n"), removable: false)
      }
    }
  }

  /// Words of a text that are nowhere in the other, and the lines that they stand in.
  private static func missing(_ text: String, in pool: String) -> (words: [String], lines: [String])
  {
    let known = Set(words(pool))
    let run = words(pool).joined()
    var missing: [String] = []
    var lines: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let absent = words(withoutLinks(String(line))).filter { word in
        !known.contains(word) && word.contains(where: { $0.isLetter || $0.isNumber })
          && !(word.utf8.count > 2 && run.utf8.firstRange(of: Array(word.utf8)) != nil)
      }
      // One letter by itself is a bullet or the rest of a mark.
      let real = absent.filter { $0.count > 1 }
      guard !real.isEmpty else { continue }
      for word in real where !missing.contains(word) { missing.append(word) }
      lines.append(String(line).withoutOuterBlanks)
      if missing.count > 300 { break }
    }
    return (missing, lines)
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// A line without addresses of pages, mail and pictures, and without what a program writes for a picture.
  private static func withoutLinks(_ line: String) -> String {
    var result = ""
    var rest = line[...]
    // `[cid:…]`, `[image: …]`, `<https://…>`, `<mailto:…>`.
    while let open = rest.firstIndex(where: { $0 == "[" || $0 == "<" }) {
      let close: Character = rest[open] == "[" ? "]" : ">"
      let inside = rest[open...].dropFirst()
      let lower = inside.prefix(12).lowercased()
      let isLink = ["cid:", "image:", "http", "mailto:", "tel:", "www.", "image"].contains {
        lower.hasPrefix($0)
      }
      guard isLink, let end = inside.firstIndex(of: close) else {
        result += rest[...open]
        rest = inside
        continue
      }
      result += rest[..<open] + " "
      rest = inside[end...].dropFirst()
    }
    result += rest
    return result.split(separator: " ").filter { word in
      let lower = word.lowercased()
      return
        !(lower.contains("://") || lower.contains("www.") || lower.contains("@")
        || lower.hasPrefix("mailto:"))
    }.joined(separator: " ")
  }

  /// A version that only says that the other one should be looked at, or nothing.
  private static func isPlaceholder(_ text: String) -> Bool {
    let words = words(text)
    return words.isEmpty
      || words.count <= 45 && words.contains("html")
        && (words.contains("view") || words.contains("support") || words.contains("client")
          || words.contains("browser") || words.contains("display"))
  }

  /// A word that is nobody's choice of words: a number, a code.
  private static func isTelling(_ word: String) -> Bool {
    word.count >= 5 && word.contains(where: \.isNumber)
  }
}
