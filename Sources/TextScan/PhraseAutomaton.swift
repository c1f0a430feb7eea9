/// The literals of a scanner as a tree whose branches are words and marks, and the automaton of Aho and
/// Corasick that follows from it.
struct PhraseAutomaton: Sendable {
  /// A literal that ends in a state.
  struct Output: Sendable {
    var literal: Int
    /// The next shorter literal that ends at the same place; -1 after the last.
    var next: Int32
  }

  /// A branch: the state it leads from and the symbol, and the state it leads to; in so few bits that
  /// all branches stay in the cache.
  private struct Branch {
    private var bits: UInt64
    private static let width: UInt64 = 21
    /// What no branch is, since none leads to the root.
    static let none = Branch(from: 0, 0, to: 0)

    init(from state: Int32, _ symbol: Int32, to target: Int32) {
      bits = Branch.key(state, symbol) << Branch.width | UInt64(target)
    }

    static func key(_ state: Int32, _ symbol: Int32) -> UInt64 {
      UInt64(state) << width | UInt64(symbol)
    }

    var key: UInt64 { bits >> Branch.width }
    var target: Int32 { Int32(bits & (1 << Branch.width - 1)) }
    var isNone: Bool { bits == 0 }
  }

  static let root: Int32 = 0

  /// What the words of the literals are called.
  private var vocabulary = Vocabulary()
  /// Symbols: the bytes for marks, then a number for each word.
  private var symbolCount: Int32 = 256
  /// The branches of all states but the root, by the lowest bits of a hash. Never more than half full.
  private var branches = [Branch](repeating: .none, count: 64)
  private var branchCount = 0
  /// For each symbol, where it leads from the root.
  private var fromRoot = [Int32](repeating: PhraseAutomaton.root, count: 256)
  /// For each state, the state of its longest proper suffix.
  private var suffixes: [Int32] = [PhraseAutomaton.root]
  /// For each state, what ends in it: an index into `outputs`, or -1.
  private(set) var firstOutput: [Int32] = []
  private(set) var outputs: [Output] = []

  /// - Parameter literals: each with the number it is reported under.
  init(_ literals: [(bytes: [UInt8], number: Int)]) {
    // For each state the literals that end in it and the branches, to go through the tree breadth first.
    var own: [[Int]] = [[]]
    var children: [[(symbol: Int32, state: Int32)]] = [[]]
    for (bytes, number) in literals where !bytes.isEmpty {
      var state = PhraseAutomaton.root
      for symbol in symbols(of: bytes) {
        if let known = branch(from: state, symbol) {
          state = known
          continue
        }
        let new = Int32(own.count)
        own.append([])
        children.append([])
        children[Int(state)].append((symbol, new))
        add(from: state, symbol, to: new)
        state = new
      }
      if !own[Int(state)].contains(number) { own[Int(state)].append(number) }
    }
    complete(own, children)
  }

  /// Finds the suffixes and the outputs, breadth first: the suffix of a state is shorter, so that it is
  /// complete by then.
  private mutating func complete(
    _ own: [[Int]], _ children: [[(symbol: Int32, state: Int32)]]
  ) {
    suffixes = [Int32](repeating: PhraseAutomaton.root, count: own.count)
    firstOutput = [Int32](repeating: -1, count: own.count)
    var queue = [PhraseAutomaton.root]
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      var chain = firstOutput[Int(suffixes[Int(state)])]
      for literal in own[Int(state)].reversed() {
        outputs.append(Output(literal: literal, next: chain))
        chain = Int32(outputs.count - 1)
      }
      firstOutput[Int(state)] = chain
      for (symbol, child) in children[Int(state)] {
        if state != PhraseAutomaton.root {
          suffixes[Int(child)] = next(after: suffixes[Int(state)], symbol)
        }
        queue.append(child)
      }
    }
  }

  // MARK: Walking

  /// The state after the word or mark that begins at an index, which goes on to its end.
  @inline(__always)
  func next(after state: Int32, at index: inout Int, in utf8: [UInt8], before limit: Int) -> Int32 {
    let byte = utf8[index]
    guard Words.isASCIIWord(byte) else {
      index += 1
      return next(after: state, Int32(byte))
    }
    guard let symbol = vocabulary.number(at: &index, in: utf8, before: limit) else {
      return PhraseAutomaton.root
    }
    return next(after: state, symbol)
  }

  @inline(__always)
  private func next(after state: Int32, _ symbol: Int32) -> Int32 {
    var state = state
    while state != PhraseAutomaton.root {
      if let next = branch(from: state, symbol) { return next }
      state = suffixes[Int(state)]
    }
    return fromRoot[Int(symbol)]
  }

  @inline(__always)
  private func branch(from state: Int32, _ symbol: Int32) -> Int32? {
    if state == PhraseAutomaton.root {
      let next = fromRoot[Int(symbol)]
      return next == PhraseAutomaton.root ? nil : next
    }
    let key = Branch.key(state, symbol)
    var slot = slot(of: key)
    while !branches[slot].isNone {
      if branches[slot].key == key { return branches[slot].target }
      slot = (slot + 1) & (branches.count - 1)
    }
    return nil
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & (branches.count - 1)
  }

  // MARK: Building

  private mutating func symbols(of bytes: [UInt8]) -> [Int32] {
    var symbols: [Int32] = []
    var index = 0
    while index < bytes.count {
      guard Words.isASCIIWord(bytes[index]) else {
        symbols.append(Int32(bytes[index]))
        index += 1
        continue
      }
      let word = bytes[index...].prefix(while: Words.isASCIIWord)
      let symbol = vocabulary.number(of: word, adding: symbolCount)
      if symbol == symbolCount {
        symbolCount += 1
        fromRoot.append(PhraseAutomaton.root)
      }
      symbols.append(symbol)
      index = word.endIndex
    }
    return symbols
  }

  private mutating func add(from state: Int32, _ symbol: Int32, to target: Int32) {
    if state == PhraseAutomaton.root {
      fromRoot[Int(symbol)] = target
      return
    }
    branchCount += 1
    if branchCount * 2 > branches.count {
      let old = branches
      branches = [Branch](repeating: .none, count: old.count * 2)
      for branch in old where !branch.isNone { place(branch) }
    }
    place(Branch(from: state, symbol, to: target))
  }

  private mutating func place(_ branch: Branch) {
    var slot = slot(of: branch.key)
    while !branches[slot].isNone { slot = (slot + 1) & (branches.count - 1) }
    branches[slot] = branch
  }
}
