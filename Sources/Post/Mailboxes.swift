/// Reads the addresses of a `From` or `To` line.
///
/// Takes what programs really write: names with a comma and no quotes, an address with the name
/// in brackets behind it, a name alone, groups.
struct Mailboxes {
  private var found: [Mailbox] = []
  private var phrase = String.UnicodeScalarView()
  private var phraseHasAt = false
  private var address: String.UnicodeScalarView?
  private var comment = String.UnicodeScalarView()
  // A piece without an address: most often the surname in `Smith, Jane <jane@example.org>`.
  private var surname: String?
  private var remarks = Remarks()

  /// The mailboxes of a header's value.
  static func read(_ value: Bytes, remarks: inout Remarks) -> [Mailbox] {
    var reading = Mailboxes()
    reading.remarks = remarks
    reading.scan(Charset.unstated.decode(value).text.unicodeScalars)
    remarks = reading.remarks
    return reading.found
  }

  private mutating func scan(_ text: String.UnicodeScalarView) {
    var isQuoted = false
    var isEscaped = false
    var depth = 0
    for scalar in text {
      if isEscaped {
        isEscaped = false
        add(scalar, inComment: depth > 0)
      } else if scalar == "\\", isQuoted || depth > 0 {
        isEscaped = true
      } else if depth > 0 {
        depth += scalar == "(" ? 1 : scalar == ")" ? -1 : 0
        if depth > 0 { comment.append(scalar) }
      } else if scalar == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        add(scalar, inComment: false)
      } else {
        depth += take(scalar) ? 1 : 0
      }
    }
    finish()
    finishSurname()
  }

  /// Takes a character outside quotes and comments, and says whether it begins a comment.
  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(": return true
    case "<": if address == nil { address = String.UnicodeScalarView() }
    case ">": break
    case ",", ";": finish()
    case ":" where address == nil && !phraseHasAt:
      // The name of a group; its members follow.
      phrase = String.UnicodeScalarView()
    default: add(scalar, inComment: false)
    }
    return false
  }

  private mutating func add(_ scalar: Unicode.Scalar, inComment: Bool) {
    if inComment {
      comment.append(scalar)
    } else if address != nil {
      address?.append(scalar)
    } else {
      phrase.append(scalar)
      phraseHasAt = phraseHasAt || scalar == "@"
    }
  }

  private mutating func finish() {
    var name = text(phrase)
    let remark = text(comment)
    if let address {
      if let surname { name = name.isEmpty ? surname : "\(surname), \(name)" }
      surname = nil
      // A name may stand behind its address, as `<jane@example.org> Jane`, and then reads as part
      // of it; addresses have no blanks.
      let words = EncodedWords.oneLine(String(address)).split(separator: " ", maxSplits: 1)
      if name.isEmpty { name = words.count > 1 ? text(String(words[1]).unicodeScalars) : remark }
      add(name: name, address: words.first.map(String.init) ?? "")
    } else if let at = name.lastIndex(of: "@") {
      finishSurname()
      let start = name[..<at].lastIndex(of: " ").map(name.index(after:)) ?? name.startIndex
      let end = name[at...].firstIndex(of: " ") ?? name.endIndex
      let before = EncodedWords.oneLine(String(name[..<start]))
      add(name: before.isEmpty ? remark : before, address: String(name[start..<end]))
    } else if !name.isEmpty {
      finishSurname()
      surname = name
    }
    phrase = String.UnicodeScalarView()
    phraseHasAt = false
    address = nil
    comment = String.UnicodeScalarView()
  }

  /// Outlook puts apostrophes around a name, and the address where there is none.
  private mutating func add(name: String, address: String) {
    var name = name
    if name.count > 2, name.hasPrefix("'"), name.hasSuffix("'") {
      name = String(name.dropFirst().dropLast())
    }
    found.append(Mailbox(name: name == address ? "" : name, address: address))
  }

  private mutating func finishSurname() {
    if let surname { found.append(Mailbox(name: surname, address: "")) }
    surname = nil
  }

  private mutating func text(_ scalars: String.UnicodeScalarView) -> String {
    EncodedWords.text(String(scalars).utf8, remarks: &remarks)
  }
}
