import Documents

/// The names of a message's properties from 0x8000 on.
struct MessageNames {
  /// A name: a word, or a number of a known set.
  struct Name {
    let family: [UInt8]
    let word: String?
    let number: Int

    /// Whether it is of the set in which people and forms put their own fields.
    var isPublic: Bool { family == MessageNames.publicStrings }
  }

  private var names: [Int: Name] = [:]

  init(_ file: CompoundFile) throws(Unreadable) {
    guard let storage = file.entry("__nameid_version1.0") else { return }
    let sets = try file.stream("__substg1.0_00020102", in: storage.index) ?? []
    let entries = try file.stream("__substg1.0_00030102", in: storage.index) ?? []
    let words = try file.stream("__substg1.0_00040102", in: storage.index) ?? []
    var reader = ByteReader(entries)
    while reader.left >= 8 {
      let number = Int(try reader.uint32())
      let kind = Int(try reader.uint16())
      let index = Int(try reader.uint16())
      let family = Self.family(kind >> 1, sets)
      let word = kind & 1 != 0 ? Self.word(at: number, words) : nil
      names[0x8000 + index] = Name(family: family, word: word, number: number)
    }
  }

  /// The name of a property.
  subscript(id: Int) -> Name? { names[id] }

  private static func family(_ index: Int, _ sets: [UInt8]) -> [UInt8] {
    switch index {
    case 1: mapi
    case 2: publicStrings
    default:
      index >= 3 && (index - 3) * 16 + 16 <= sets.count
        ? Array(sets[((index - 3) * 16)..<((index - 3) * 16 + 16)]) : []
    }
  }

  private static func word(at place: Int, _ words: [UInt8]) -> String? {
    var reader = ByteReader(words)
    reader.position = place
    guard let size = try? reader.uint32(), let text = try? reader.take(Int(size)) else {
      return nil
    }
    return CodePage.utf16(text)
  }

  private static let mapi: [UInt8] = [
    0x28, 0x03, 0x02, 0x00, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46,
  ]
  private static let publicStrings: [UInt8] = [
    0x29, 0x03, 0x02, 0x00, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46,
  ]
}
