extension InspectionRun {
  /// Findings over which one long thing is spread, so that its end is shown too.
  static let mostParts = 40

  /// Characters of one long thing that are gathered to be shown: more than fit, so that its end is among
  /// them.
  static let mostText = 4_194_304

  /// Reports lines in as many findings as it takes to show them all, up to a number of findings.
  func report(
    _ kind: HiddenDataClass, at place: String, lines: [String], removable: Bool = true,
    picture: [UInt8]? = nil
  ) {
    var text = ""
    var count = 0
    var findings = 0
    var shown = 0
    func flush(isLast: Bool) {
      guard !text.isEmpty else { return }
      findings += 1
      let isFirst = findings == 1
      add(
        kind, isFirst ? place : "\(place), continued (\(findings))", text, removable,
        isFirst ? picture : nil, part: isFirst && isLast ? nil : findings)
      text = ""
      count = 0
    }
    for line in lines where line.contains(where: { !$0.isWhitespace }) {
      var rest = line.unicodeScalars[...]
      repeat {
        let piece = Self.piece(of: rest)
        rest = rest[piece.endIndex...]
        if count + piece.count + 1 > HiddenDataFinding.mostShown { flush(isLast: false) }
        guard findings < Self.mostParts else {
          let isOne = lines.count - shown == 1
          let further = isOne ? "" : "and \(lines.count - shown) further lines, of which "
          add(
            kind, "\(place), \(further)the end", Self.end(of: lines), removable, isCut: true,
            part: findings + 1)
          return
        }
        if !text.isEmpty { text += "\n" }
        text.unicodeScalars += piece
        count += piece.count + 1
      } while !rest.isEmpty
      shown += 1
    }
    flush(isLast: true)
  }

  /// The beginning of a text, as much as one finding shows, not cut within a word.
  private static func piece(
    of text: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView {
    let piece = text.prefix(HiddenDataFinding.mostShown - 8)
    guard piece.endIndex < text.endIndex,
      let blank = piece.suffix(200).lastIndex(where: { $0.properties.isWhitespace })
    else { return piece }
    return text[...blank]
  }

  /// The end of lines, as much as one finding shows: what somebody puts there on purpose is seen too.
  private static func end(of lines: [String]) -> String {
    var end: [String] = []
    var room = HiddenDataFinding.mostShown
    for line in lines.reversed() where room > 0 {
      let piece = line.unicodeScalars.suffix(room - 1)
      end.append(String(String.UnicodeScalarView(piece)))
      room -= piece.count + 1
    }
    return end.reversed().joined(separator: "\n")
  }

  /// Reports one text that may be longer than one finding shows, in as many as it takes.
  func reportInParts(
    _ kind: HiddenDataClass, at place: String, showing text: String, removable: Bool = false
  ) {
    guard text.contains(where: { !$0.isWhitespace }) else {
      return report(kind, at: place, showing: "", removable: removable)
    }
    report(kind, at: place, lines: [text], removable: removable)
  }
}
