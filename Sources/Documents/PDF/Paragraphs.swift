/// Makes paragraphs of the lines of a column.
///
/// A line begins a paragraph where the distance to the one above is larger than usual, or its letters
/// are of another size or weight. It stays a line of its own where it has a bullet or a number, or where
/// its first word would still have fitted above: then somebody broke the line on purpose.
struct Paragraphs {
  /// The paragraphs, each with the lines that were broken on purpose.
  private(set) var pieces: [TextFlow.Piece] = []

  private let right: Float
  private let pitch: Float
  private let hyphens: Hyphens
  private var text = ""
  private var isItem = false

  /// Joins lines; `right` is how far a line could have gone.
  init(_ lines: [PageLine], right: Float, hyphens: Hyphens) {
    self.right = right
    self.hyphens = hyphens
    pitch = Self.usualPitch(lines)
    var previous: PageLine?
    for line in lines {
      add(line, after: previous)
      previous = line
    }
    finish()
  }

  private mutating func add(_ line: PageLine, after previous: PageLine?) {
    guard let previous else { return begin(line) }
    let step = line.top - previous.top
    let isApart = step > 1.3 * pitch && line.top - previous.bottom > 0.25 * previous.height
    let isOther =
      abs(line.size - previous.size) > 0.12 * max(line.size, previous.size)
      || line.isBold != previous.isBold && !isMidSentence(previous, line)
    if isApart || isOther { finish() }
    if text.isEmpty || Self.marker(line.text) != nil {
      finish()
      return begin(line)
    }
    if fits(line, after: previous) {
      text += "\n" + line.text
    } else {
      text = hyphens.joined(text, line.text)
    }
  }

  private mutating func begin(_ line: PageLine) {
    text = line.text
    isItem = Self.marker(line.text) != nil
    // One sign for all the bullets of symbol fonts, which mean something else in other fonts.
    if let marker = Self.marker(line.text), marker.isBullet {
      text = "• " + String(text.dropFirst()).trimmingBlanks
    }
  }

  private mutating func finish() {
    pieces.append(
      contentsOf: text.isEmpty ? [] : [.init(text: text, kind: isItem ? .item : .paragraph)])
    (text, isItem) = ("", false)
  }

  /// Whether the first word of a line would have had room on the line before.
  private func fits(_ line: PageLine, after previous: PageLine) -> Bool {
    let isDivided = previous.text.last == "-" && line.text.first?.isLowercase == true
    if isDivided { return false }
    let word = Float(line.firstWord.unicodeScalars.count + 1) * line.letterWidth
    return previous.right + word + 1.5 * previous.size < right
  }

  /// A weight that changes in the middle of a sentence is emphasis, not a heading.
  private func isMidSentence(_ previous: PageLine, _ line: PageLine) -> Bool {
    line.text.first?.isLowercase == true && !fits(line, after: previous)
  }

  /// The distance between lines that is met most often.
  private static func usualPitch(_ lines: [PageLine]) -> Float {
    var counts: [Int: Int] = [:]
    for (one, two) in zip(lines, lines.dropFirst()) where two.top > one.top {
      counts[Int((two.top - one.top) * 2), default: 0] += 1
    }
    let usual = lines.first?.height ?? 12
    // Lines of a paragraph are no more than two lines apart; among equals the closer distance.
    let near = counts.filter { Float($0.key) / 2 < 2 * usual }
    guard let best = near.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) else {
      return 1.25 * usual
    }
    return Float(best.key) / 2
  }

  /// Whether a line begins with a bullet or the number of an item.
  static func marker(_ text: String) -> (isBullet: Bool, Void)? {
    guard let first = text.first else { return nil }
    let rest = text.dropFirst()
    if "•●○◦▪■□➢➤–-*·\u{F0B7}\u{F0A7}\u{F0D8}\u{F076}".contains(first), rest.first == " " {
      return (true, ())
    }
    if first == "o", rest.hasPrefix(" "), rest.dropFirst().first?.isUppercase == true {
      return (true, ())
    }
    let isOpen = first == "("
    let sign = (isOpen ? rest : text[...]).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let after = (isOpen ? rest : text[...]).dropFirst(sign.count)
    guard (1...4).contains(sign.count), after.first == ")" || !isOpen && after.first == ".",
      after.dropFirst().first == " "
    else { return nil }
    let isNumber = sign.allSatisfy(\.isNumber) && sign.count <= 3
    let isLetter = sign.count == 1 && (isOpen || sign.allSatisfy(\.isLowercase))
    let isRoman = sign.allSatisfy { "ivx".contains($0) }
    return isNumber || isLetter || isRoman ? (false, ()) : nil
  }
}
