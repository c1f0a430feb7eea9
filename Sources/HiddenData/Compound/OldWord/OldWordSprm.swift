/// A modifier of formatting, as Word strings them together: a code and its operand.
struct OldWordSprm {
  static let deleted = 0x0800
  static let inserted = 0x0801
  static let vanish = 0x083C
  static let style = 0x4A30
  static let deletedBy = 0x4863

  let code: Int
  let operand: ArraySlice<UInt8>

  /// The operand as a number.
  var value: Int {
    operand.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// The modifiers of a list, up to where it breaks off.
  static func read(_ bytes: ArraySlice<UInt8>) -> [OldWordSprm] {
    var sprms: [OldWordSprm] = []
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let code = Int(bytes[index]) | Int(bytes[index + 1]) << 8
      index += 2
      var size: Int
      switch code >> 13 {
      case 0, 1: size = 1
      case 2, 4, 5: size = 2
      case 3: size = 4
      case 7: size = 3
      default:
        guard index < bytes.endIndex else { return sprms }
        size = 1 + Int(bytes[index])
        // The definition of a table is longer than a byte can say.
        if code == 0xD608, index + 1 < bytes.endIndex {
          size = 1 + (Int(bytes[index]) | Int(bytes[index + 1]) << 8)
        } else if code == 0xC615, bytes[index] == 255 {
          // So may be changes of tabulators; nothing after them is looked for.
          return sprms
        }
      }
      guard size <= bytes.endIndex - index else { return sprms }
      sprms.append(OldWordSprm(code: code, operand: bytes[index..<(index + size)]))
      index += size
    }
    return sprms
  }
}

/// What the modifiers of a run say about whether it is seen.
struct OldWordRun: Equatable {
  /// Whether it was deleted with tracking on.
  var isDeleted = false
  /// Whether it is formatted as hidden; nil where the style decides.
  var isHidden: Bool?
  /// Whether a value turns round what the style says.
  var isOpposite = false
  /// Its style of characters.
  var style: Int?
  /// Who deleted it, by number.
  var deleter = 0

  /// Takes in a list of modifiers.
  mutating func take(_ sprms: ArraySlice<UInt8>) {
    for sprm in OldWordSprm.read(sprms) {
      switch sprm.code {
      case OldWordSprm.deleted: isDeleted = sprm.value != 0
      case OldWordSprm.vanish:
        // 0x80 says what the style says, 0x81 the opposite.
        isOpposite = sprm.value == 0x81
        isHidden = sprm.value & 0x80 == 0 ? sprm.value != 0 : nil
      case OldWordSprm.style: style = sprm.value
      case OldWordSprm.deletedBy: deleter = sprm.value
      default: break
      }
    }
  }
}
