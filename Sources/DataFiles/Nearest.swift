/// The word in `words` that `word` is most likely a misspelling of, or nil where none is near.
///
/// Near means at most two edits for a short word and a third of the length for a long one, letters
/// compared without case (Levenshtein distance).
public func nearest(to word: String, in words: some Sequence<String>) -> String? {
  let lowered = Array(word.lowercased())
  let scored = words.map { (word: $0, distance: distance(lowered, Array($0.lowercased()))) }
  guard let best = scored.min(by: { ($0.distance, $0.word) < ($1.distance, $1.word) }),
    best.distance <= max(2, lowered.count / 3)
  else { return nil }
  return best.word
}

private func distance(_ left: [Character], _ right: [Character]) -> Int {
  var row = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, b) in right.enumerated() {
      let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (a == b ? 0 : 1))
      diagonal = row[j + 1]
      row[j + 1] = next
    }
  }
  return row[right.count]
}
