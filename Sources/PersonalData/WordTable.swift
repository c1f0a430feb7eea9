/// What a word says about what stands beside it.
struct WordRole: OptionSet, Sendable {
  let rawValue: UInt64

  // What a number or a name near the word is likely to be. These are remembered by place.
  static let birth = WordRole(rawValue: 1 << 0)
  static let insurance = WordRole(rawValue: 1 << 1)
  static let health = WordRole(rawValue: 1 << 2)
  static let driving = WordRole(rawValue: 1 << 3)
  static let passport = WordRole(rawValue: 1 << 4)
  static let tax = WordRole(rawValue: 1 << 5)
  static let sortCode = WordRole(rawValue: 1 << 6)
  static let account = WordRole(rawValue: 1 << 7)
  static let vehicle = WordRole(rawValue: 1 << 8)
  static let officer = WordRole(rawValue: 1 << 9)
  static let police = WordRole(rawValue: 1 << 10)
  static let card = WordRole(rawValue: 1 << 11)
  static let phone = WordRole(rawValue: 1 << 12)
  static let name = WordRole(rawValue: 1 << 13)
  static let organisation = WordRole(rawValue: 1 << 14)
  static let numbering = WordRole(rawValue: 1 << 15)
  static let contexts = WordRole(rawValue: 0xFFFF)
  static let contextCount = 16

  static let given = WordRole(rawValue: 1 << 16)
  static let ambiguous = WordRole(rawValue: 1 << 17)
  static let title = WordRole(rawValue: 1 << 18)
  static let rank = WordRole(rawValue: 1 << 19)
  static let street = WordRole(rawValue: 1 << 20)
  static let notSurname = WordRole(rawValue: 1 << 21)
  static let filler = WordRole(rawValue: 1 << 22)
  static let product = WordRole(rawValue: 1 << 23)
  static let acronym = WordRole(rawValue: 1 << 24)
  static let saint = WordRole(rawValue: 1 << 25)
  static let particle = WordRole(rawValue: 1 << 26)
  static let salutation = WordRole(rawValue: 1 << 27)
  static let article = WordRole(rawValue: 1 << 28)
  static let otherName = WordRole(rawValue: 1 << 29)
  static let notCount = WordRole(rawValue: 1 << 30)
  static let total = WordRole(rawValue: 1 << 31)
  static let internalSuffix = WordRole(rawValue: 1 << 36)
  static let publicSuffix = WordRole(rawValue: 1 << 37)
  static let machine = WordRole(rawValue: 1 << 38)

  static let area = WordRole(rawValue: 1 << 39)

  static let alsoSurname = WordRole(rawValue: 1 << 40)

  /// A month, 1 to 12.
  static func month(_ number: Int) -> WordRole { WordRole(rawValue: UInt64(number & 15) << 32) }
  var month: Int { Int(rawValue >> 32 & 15) }
}

/// Words by their hash, so that a scan needs no string for a word.
///
/// Only the hash is kept and compared. Of its 64 bits, the few thousand words in the table use so little
/// that another word meets one of them by accident once in a million million texts.
struct WordTable: Sendable {
  private var keys: [UInt64]
  private var roles: [WordRole]
  private var used = 0
  private var mask: Int
  /// One bit for each word of the table, so small that it stays at hand: most words of a text are in no
  /// list, and this says so at once.
  private var filter = [UInt64](repeating: 0, count: 1024)

  init() {
    keys = Array(repeating: 0, count: 16)
    roles = Array(repeating: [], count: 16)
    mask = 15
  }

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a, byte by byte.
  @inline(__always)
  static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash of a word, ASCII letters in lower case.
  static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(seed) { mix($0, $1 &- 0x41 < 26 ? $1 | 0x20 : $1) }
  }

  /// The roles of a word; none of one that is not in the table.
  @inline(__always)
  subscript(hash: UInt64) -> WordRole {
    guard filter[WordTable.word(hash)] & WordTable.bit(hash) != 0 else { return [] }
    var slot = WordTable.slot(hash) & mask
    while keys[slot] != 0 {
      if keys[slot] == hash { return roles[slot] }
      slot = (slot + 1) & mask
    }
    return []
  }

  /// Adds roles to a word.
  mutating func insert(_ word: String, _ role: WordRole) { insert(WordTable.hash(word.utf8), role) }

  private mutating func insert(_ hash: UInt64, _ role: WordRole) {
    if used * 4 >= keys.count { grow() }
    var slot = WordTable.slot(hash) & mask
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
    if keys[slot] == 0 { used += 1 }
    keys[slot] = hash
    filter[WordTable.word(hash)] |= WordTable.bit(hash)
    roles[slot].formUnion(role)
  }

  private mutating func grow() {
    let old = zip(keys, roles).filter { $0.0 != 0 }
    mask = keys.count * 2 - 1
    keys = Array(repeating: 0, count: mask + 1)
    roles = Array(repeating: [], count: mask + 1)
    used = 0
    for (hash, role) in old { insert(hash, role) }
  }

  @inline(__always)
  private static func word(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 40 & 1023) }

  @inline(__always)
  private static func bit(_ hash: UInt64) -> UInt64 { 1 << (hash >> 50 & 63) }

  /// The low bits of FNV are its weak ones.
  @inline(__always)
  private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ (hash >> 29)) }
}
