/// A passage that has been found, in bytes.
struct Candidate {
  var kind: Suggestion.Kind
  var range: Range<Int>
  var confidence: Suggestion.Confidence
  var reason: String
}

/// A run of letters and digits.
struct Word {
  var range: Range<Int>
  /// The kinds of its bytes, as in ``ByteTable``.
  var kinds: UInt16
  var hash: UInt64
  var start: Int { range.lowerBound }
  var end: Int { range.upperBound }
  var count: Int { range.count }
  var isDigits: Bool { kinds == ByteTable.digit }
  var isCapitals: Bool { kinds == ByteTable.upper }
}

/// One pass over a text.
///
/// Every word is read once: its kinds of letters and its hash come out of the same loop. What the word is
/// made of says which recognisers look at it, so that most words, all in small letters, cost a look in
/// one table. Words that announce something ("born", "passport") leave their place behind, so that a
/// recogniser never has to look back for them.
struct Sweep {
  let text: TextBytes
  let lexicon: Lexicon
  let tables: [TableBlock]
  var found: [Candidate] = []
  /// Where each context was met last, by the bit of its role.
  private var lastSeen: [Int]
  /// Where an organisation was met before the last one.
  private var organisationBefore = Int.min / 2
  /// What the words directly before announce: "collar number:".
  private(set) var label: WordRole = []
  /// Up to where the text around marks has been looked at.
  var marksReadTo = 0
  /// The table that the sweep has reached.
  private var tableIndex = 0
  /// Up to where the cells of that table have been counted.
  private var place = Place()

  private struct Place {
    var index = 0
    var column = 0
    var isQuoted = false
  }
  /// The last house in a street, as an index of `found`, waiting for its postcode.
  var lastAddress: Int?

  init(text: TextBytes, lexicon: Lexicon, tables: [TableBlock]) {
    self.text = text
    self.lexicon = lexicon
    self.tables = tables
    lastSeen = Array(repeating: Int.min / 2, count: WordRole.contextCount)
  }

  mutating func run() {
    lexicon.bytes.entries.withUnsafeBufferPointer { entries in
      var index = 0
      while index < text.count {
        let entry = entries[Int(text.base[index])]
        if entry & ByteTable.word != 0 {
          let word = word(at: index, entries)
          index = max(read(word), word.end)
        } else if entry & ByteTable.mark != 0 {
          index = max(mark(at: index), index + 1)
        } else {
          index += ByteTable.width(text.base[index])
        }
      }
    }
  }

  @inline(__always)
  private func word(at start: Int, _ entries: UnsafeBufferPointer<UInt16>) -> Word {
    var hash = WordTable.seed
    var kinds: UInt16 = 0
    var end = start
    while end < text.count {
      let entry = entries[Int(text.base[end])]
      guard entry & ByteTable.word != 0 else { break }
      kinds |= entry & 0xFF00
      hash = WordTable.mix(hash, UInt8(truncatingIfNeeded: entry))
      end += 1
    }
    return Word(range: start..<end, kinds: kinds, hash: hash)
  }

  /// The word that begins at an index, or nil.
  func word(at start: Int) -> Word? {
    let word = lexicon.bytes.entries.withUnsafeBufferPointer { self.word(at: start, $0) }
    return word.count > 0 ? word : nil
  }

  /// Looks at a word and returns where to go on.
  @inline(__always)
  private mutating func read(_ word: Word) -> Int {
    if word.isDigits {
      let end = number(word)
      label = []
      return end
    }
    let role = lexicon.words[word.hash]
    var end = word.end
    if word.kinds & ByteTable.digit != 0 {
      end = mixed(word, role)
    } else if word.kinds & ByteTable.upper != 0 {
      end = capitalised(word, role)
    } else if role.contains(.product) {
      end = product(word) ?? end
    }
    note(role, word)
    return end
  }

  @inline(__always)
  private mutating func note(_ role: WordRole, _ word: Word) {
    guard !role.isEmpty else {
      label = word.count == 1 && text.matches("d.o.b", at: word.start) ? seen(.birth, word) : []
      return
    }
    let contexts = role.intersection(.contexts)
    if !contexts.isEmpty {
      label = seen(contexts, word)
    } else if !role.contains(.filler) {
      label = []
    }
  }

  private mutating func seen(_ contexts: WordRole, _ word: Word) -> WordRole {
    if contexts.contains(.organisation) {
      organisationBefore = lastSeen[WordRole.organisation.rawValue.trailingZeroBitCount]
    }
    var bits = contexts.rawValue
    while bits != 0 {
      lastSeen[bits.trailingZeroBitCount] = word.end
      bits &= bits - 1
    }
    return contexts
  }

  // MARK: What recognisers ask

  /// Remembers that something stood here which announces what may follow.
  mutating func remember(_ context: WordRole, at index: Int) {
    lastSeen[context.rawValue.trailingZeroBitCount & 15] = index
  }

  mutating func add(
    _ kind: Suggestion.Kind, _ range: Range<Int>, _ confidence: Suggestion.Confidence,
    _ reason: String
  ) {
    found.append(Candidate(kind: kind, range: range, confidence: confidence, reason: reason))
  }

  /// Forgets an organisation that turned out to be the name of a street: "22 Station Road".
  mutating func forgetOrganisation(after index: Int) {
    let bit = WordRole.organisation.rawValue.trailingZeroBitCount
    if lastSeen[bit] > index { lastSeen[bit] = organisationBefore }
  }

  /// Whether a word of a context stands no further before an index than so many bytes, or heads the
  /// column that the index is in.
  mutating func isNear(_ context: WordRole, _ index: Int, within distance: Int = 60) -> Bool {
    let place = lastSeen[context.rawValue.trailingZeroBitCount & 15]
    return index - place <= distance || column(at: index).contains(context)
  }

  /// Whether the words directly before announce it, or the heading of the column does.
  mutating func isLabelled(_ context: WordRole, _ index: Int) -> Bool {
    label.contains(context) || column(at: index).contains(context)
  }

  /// What the heading of the column says that an index is in.
  ///
  /// Cells are counted on from where they were counted last, since questions mostly come in order.
  mutating func column(at index: Int) -> WordRole {
    while tableIndex < tables.count, tables[tableIndex].range.upperBound <= index {
      tableIndex += 1
      place = Place()
    }
    guard tableIndex < tables.count, tables[tableIndex].hasRoles,
      tables[tableIndex].body.contains(index)
    else { return [] }
    if index < place.index { return columnBehind(index) }
    if place.index == 0 {
      place.index = tables[tableIndex].body.lowerBound
    }
    let separator = tables[tableIndex].separator
    while place.index < index {
      switch text[place.index] {
      case 0x0A: (place.column, place.isQuoted) = (0, false)
      case 0x22: place.isQuoted.toggle()
      case separator where !place.isQuoted: place.column += 1
      default: break
      }
      place.index += 1
    }
    let roles = tables[tableIndex].roles
    return place.column < roles.count ? roles[place.column] : []
  }

  /// The same for an index a little before the place that has been reached, on the same line.
  private func columnBehind(_ index: Int) -> WordRole {
    guard place.index - index < 64 else { return [] }
    var column = place.column
    for between in index..<place.index {
      if text[between] == 0x0A { return [] }
      if text[between] == tables[tableIndex].separator { column -= 1 }
    }
    let roles = tables[tableIndex].roles
    return roles.indices.contains(column) ? roles[column] : []
  }
}
