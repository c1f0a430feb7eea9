/// Chance that can be played again: SplitMix64 from a seed.
struct Chance: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// True once in so many times.
  mutating func once(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }

  /// One of several.
  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &self)]
  }

  /// Some text: mostly a sentence, now and then more than several pages of the database hold.
  mutating func text() -> String {
    let words = ["versions", "supplier", "risk", "public", "'money'", "network", "“harm”", "🗂️"]
    let sentence = "\(pick(words)) \(pick(words)) \(pick(words)) \(next())"
    let count = once(in: 12) ? Int.random(in: 10...400, using: &self) : 1
    return String(repeating: sentence, count: count)
  }
}
