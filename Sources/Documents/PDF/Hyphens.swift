/// Decides what becomes of a hyphen at the end of a line.
///
/// It goes where it only divides a word, and stays where it belongs to one. Which it is, the rest of the
/// document tells: whether the word occurs in it whole, or with its hyphen, or as two words.
struct Hyphens {
  private var words: Set<String> = []

  /// Prefixes after which a hyphen is usual.
  private static let prefixes: Set<String> = [
    "non", "re", "co", "pre", "sub", "anti", "cross", "ex", "self", "semi", "multi", "well", "e",
    "counter", "inter", "post", "third",
  ]

  /// Learns the words of a document.
  init(_ lines: some Sequence<PageLine>) {
    // The halves of a word that is divided are no words.
    var isDivided = false
    for line in lines {
      var found = line.text.split(whereSeparator: { !$0.isLetter && $0 != "-" })[...]
      if isDivided { found = found.dropFirst() }
      isDivided = line.text.last == "-"
      if isDivided { found = found.dropLast() }
      for word in found.prefix(200) where words.count < 200_000 && word.utf8.count < 60 {
        words.insert(word.lowercased())
      }
    }
  }

  /// Two lines as one.
  func joined(_ text: String, _ next: String) -> String {
    guard let last = text.unicodeScalars.last else { return next }
    if last == "\u{AD}" || last == "\u{2010}" { return String(text.dropLast()) + next }
    guard last == "-", next.first?.isLowercase == true else {
      return text + (last == "/" || last == " " ? "" : " ") + next
    }
    let left = text.dropLast().reversed().prefix { $0.isLetter || $0 == "-" }.reversed()
    let right = next.prefix(while: \.isLetter)
    guard let end = left.last, end.isLetter else { return text + " " + next }
    let (one, two) = (String(left).lowercased(), right.lowercased())
    let keeps: Bool
    if words.contains(one + two) {
      keeps = false
    } else {
      keeps =
        words.contains(one + "-" + two) || Self.prefixes.contains(one) || one.contains("-")
        || words.contains(one) && words.contains(two)
    }
    return (keeps ? text : String(text.dropLast())) + next
  }
}
