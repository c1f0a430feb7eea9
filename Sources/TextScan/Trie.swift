/// The literals of a scanner as a tree of byte classes, and the automaton that follows from it.
struct Trie {
  struct Automaton {
    /// `state * width + class` → next state.
    var next: [UInt32]
    /// The first output of each state, or -1.
    var firstOutput: [Int32]
    /// Literals by output; those of one state are linked, longest first.
    var outputs: [(literal: Int, next: Int32)]
  }

  /// The class of each byte; 0 is every byte that no literal has.
  private(set) var classes = [UInt8](repeating: 0, count: 256)
  /// The number of classes in use.
  private(set) var width = 1
  private var words: [(bytes: [UInt8], literal: Int)] = []

  /// Adds a literal.
  mutating func insert(_ bytes: [UInt8], literal: Int) {
    guard !bytes.isEmpty else { return }
    for byte in bytes { assignClass(byte) }
    words.append((bytes, literal))
  }

  private mutating func assignClass(_ byte: UInt8) {
    guard classes[Int(byte)] == 0 else { return }
    // There are 256 bytes and the cases of 26 letters share a class: it cannot overflow.
    classes[Int(byte)] = UInt8(width)
    if let other = Words.otherCase(byte) { classes[Int(other)] = UInt8(width) }
    width += 1
  }

  /// Turns the tree into a complete table by the classic breadth-first completion: where a branch is
  /// missing, the state goes where its longest proper suffix would go.
  func automaton() -> Automaton {
    var next = [UInt32](repeating: 0, count: width)
    var own: [[Int]] = [[]]
    for (bytes, literal) in words {
      var state = 0
      for byte in bytes {
        let slot = state * width + Int(classes[Int(byte)])
        if next[slot] == 0 {
          next[slot] = UInt32(own.count)
          own.append([])
          next.append(contentsOf: repeatElement(0, count: width))
        }
        state = Int(next[slot])
      }
      if !own[state].contains(literal) { own[state].append(literal) }
    }
    var outputs: [(literal: Int, next: Int32)] = []
    var firstOutput = [Int32](repeating: -1, count: own.count)
    var suffix = [Int](repeating: 0, count: own.count)
    var queue: [Int] = [0]
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      // The suffix is shorter, so its outputs are complete by now.
      var chain = state == 0 ? -1 : firstOutput[suffix[state]]
      for literal in own[state].reversed() {
        outputs.append((literal, chain))
        chain = Int32(outputs.count - 1)
      }
      firstOutput[state] = chain
      for column in 0..<width {
        let slot = state * width + column
        let fallback = state == 0 ? 0 : next[suffix[state] * width + column]
        let child = Int(next[slot])
        if child == 0 {
          next[slot] = fallback
        } else {
          suffix[child] = state == 0 ? 0 : Int(fallback)
          queue.append(child)
        }
      }
    }
    return renumbered(next, firstOutput, outputs, in: queue)
  }

  /// Numbers the states breadth first: those near the root, where a scan spends most of its time, lie
  /// side by side in the cache.
  private func renumbered(
    _ next: [UInt32], _ firstOutput: [Int32], _ outputs: [(literal: Int, next: Int32)],
    in order: [Int]
  ) -> Automaton {
    var rank = [UInt32](repeating: 0, count: order.count)
    for (number, state) in order.enumerated() { rank[state] = UInt32(number) }
    var table: [UInt32] = []
    table.reserveCapacity(next.count)
    for state in order {
      for column in 0..<width { table.append(rank[Int(next[state * width + column])]) }
    }
    return Automaton(next: table, firstOutput: order.map { firstOutput[$0] }, outputs: outputs)
  }
}

/// The spellings under which a literal is looked for.
enum CaseVariants {
  /// The literal's bytes in each mixture of the cases of its letters beyond ASCII; of one with more
  /// than six such letters as written, small and capital only.
  static func of(_ literal: String) -> [[UInt8]] {
    let cased = literal.unicodeScalars.filter { !$0.isASCII && other($0) != nil }.count
    if cased == 0 { return [Array(literal.utf8)] }
    if cased > 6 {
      let spellings = [literal, literal.lowercased(), literal.uppercased()]
      return spellings.map { Array($0.utf8) }.filter { $0.count == literal.utf8.count }
    }
    var variants: [[UInt8]] = [[]]
    for scalar in literal.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if !scalar.isASCII, let other = other(scalar) {
        variants = variants.flatMap { [$0 + bytes, $0 + Array(String(other).utf8)] }
      } else {
        variants = variants.map { $0 + bytes }
      }
    }
    return variants
  }

  /// The same letter in the other case, if it is one scalar of the same length.
  private static func other(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let properties = scalar.properties
    for mapped in [properties.lowercaseMapping, properties.uppercaseMapping] {
      if let only = mapped.unicodeScalars.first, mapped.unicodeScalars.count == 1,
        only != scalar, String(only).utf8.count == String(scalar).utf8.count
      {
        return only
      }
    }
    return nil
  }
}
