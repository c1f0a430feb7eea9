/// Words with a number each, looked up as they stand in a text, whatever their case.
///
/// A word here is a run of ASCII letters and digits. Looking one up touches nothing but its bytes and
/// two small tables.
struct Vocabulary: Sendable {
  private struct Entry {
    var hash: UInt32
    /// Where its letters lie in ``letters``.
    var start: Int32
    var count: Int32
    var number: Int32
  }

  /// For each hash, by its lowest bits, an index into `entries`, or -1; what does not fit stands further
  /// on. Never more than half full.
  private var slots = [Int32](repeating: -1, count: 64)
  private var entries: [Entry] = []
  private var letters: [UInt8] = []

  /// A letter or digit without its case.
  @inline(__always)
  private static func fold(_ byte: UInt8) -> UInt8 { byte | 0x20 }

  /// Takes in one more byte.
  @inline(__always)
  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash &<< 7 | hash &>> 57) ^ UInt64(fold(byte))
  }

  /// Spreads what the bytes of a word add up to.
  @inline(__always)
  private static func hash(_ mixed: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// The number of a word; adds it under `number` if it is not known.
  mutating func number(of word: some Collection<UInt8>, adding number: Int32) -> Int32 {
    let word = Array(word)
    var end = 0
    if let known = self.number(at: &end, in: word, before: word.count) { return known }
    entries.append(
      Entry(
        hash: Vocabulary.hash(word.reduce(0, Vocabulary.mix)), start: Int32(letters.count),
        count: Int32(word.count), number: number))
    letters += word
    if entries.count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      for index in entries.indices { place(index) }
    } else {
      place(entries.count - 1)
    }
    return number
  }

  private mutating func place(_ index: Int) {
    var slot = Int(entries[index].hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index)
  }

  /// The number of the word that begins at an index, which goes on to the word's end; nil for a word
  /// that is not known.
  @inline(__always)
  func number(at index: inout Int, in utf8: [UInt8], before limit: Int) -> Int32? {
    let start = index
    var mixed: UInt64 = 0
    while index < limit, Words.isASCIIWord(utf8[index]) {
      mixed = Vocabulary.mix(mixed, utf8[index])
      index += 1
    }
    let hash = Vocabulary.hash(mixed)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, reads(entry, in: utf8, start..<index) { return entry.number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  @inline(__always)
  private func reads(_ entry: Entry, in utf8: [UInt8], _ range: Range<Int>) -> Bool {
    guard Int(entry.count) == range.count else { return false }
    var letter = Int(entry.start)
    for index in range {
      if Vocabulary.fold(utf8[index]) != Vocabulary.fold(letters[letter]) { return false }
      letter += 1
    }
    return true
  }
}
