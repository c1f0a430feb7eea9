extension InspectionRun {
  /// Findings over which one long thing is spread, so that its end is shown too.
  static let mostParts = 20

  /// Reports lines in as many findings as it takes to show them all, up to a number of findings.
  func report(
    _ kind: HiddenDataClass, at place: String, lines: [String], removable: Bool = true,
    most: Int = mostParts
  ) {
    var text = ""
    var count = 0
    var findings = 0
    var shown = 0
    func flush() {
      guard !text.isEmpty else { return }
      findings += 1
      report(
        kind, at: findings > 1 ? "\(place), continued (\(findings))" : place, showing: text,
        removable: removable)
      text = ""
      count = 0
    }
    for line in lines where line.contains(where: { !$0.isWhitespace }) {
      var rest = line.unicodeScalars[...]
      repeat {
        let piece = rest.prefix(HiddenDataFinding.mostShown - 8)
        rest = rest.dropFirst(piece.count)
        if count + piece.count + 1 > HiddenDataFinding.mostShown { flush() }
        guard findings < most else {
          report(
            kind, at: "\(place), and \(lines.count - shown) further lines", showing: "",
            removable: removable)
          return
        }
        if !text.isEmpty { text += "\n" }
        text.unicodeScalars += piece
        count += piece.count + 1
      } while !rest.isEmpty
      shown += 1
    }
    flush()
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
