/// Collects what has to be said about a reading: each thing once, and no more than a person reads.
struct Remarks {
  private(set) var sentences: [String] = []

  mutating func add(_ sentence: String) {
    guard sentences.count < 20, !sentences.contains(sentence) else { return }
    sentences.append(sentence)
  }
}
