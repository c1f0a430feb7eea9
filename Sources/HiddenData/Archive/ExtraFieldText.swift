/// What an extra field of a ZIP file says.
enum ExtraFieldText {
  /// Words; the numbers of a user and a group; times and what nobody reads.
  case words(String), owner(String), other(String)

  /// The fields of an entry in the directory and in its local header, each once. Sizes of ZIP64, padding and
  /// marks of programs are left out.
  static func fields(of entry: ZipArchive.Entry) -> [ExtraFieldText] {
    var seen: Set<[UInt8]> = []
    return (ExtraField.fields(entry.localExtra) + ExtraField.fields(entry.extra)).compactMap {
      guard seen.insert([UInt8($0.tag & 0xFF), UInt8($0.tag >> 8)] + $0.data).inserted else {
        return nil
      }
      return read($0.tag, Array($0.data), entry)
    }
  }

  private static func read(
    _ tag: UInt16, _ data: [UInt8], _ entry: ZipArchive.Entry
  ) -> ExtraFieldText? {
    switch tag {
    case 0x0001, 0xCAFE, 0x9901: return nil
    case 0x7875: return owner(unix(data))
    case 0x7855: return owner(pair(data[...]))
    case 0x5855: return data.count >= 12 ? owner(pair(data[8...])) : .other("times")
    case 0x5455:
      let times = stride(from: 1, to: data.count - 3, by: 4).map { UnixTime.day(number(data, $0)) }
      return .other("times \(times.joined(separator: ", "))")
    case 0x000A: return .other("times of NTFS")
    case 0x7075, 0x6375:
      guard data.count > 5 else { return nil }
      let text = ZipText.decoded(Array(data[5...]))
      return text == entry.name || text == entry.comment ? nil : .words(text)
    default:
      guard data.contains(where: { $0 != 0 }) else { return nil }
      let words = PartText.runs(data)
      if !words.isEmpty { return .words(words) }
      return .other("field \(String(tag, radix: 16)) of \(data.count) bytes")
    }
  }

  /// User and group 0 are the system's own.
  private static func owner(_ ids: (user: Int, group: Int)?) -> ExtraFieldText? {
    guard let ids, ids.user != 0 || ids.group != 0 else { return nil }
    return .owner("user \(ids.user), group \(ids.group)")
  }

  private static func unix(_ data: [UInt8]) -> (user: Int, group: Int)? {
    guard data.count >= 3, data[0] == 1 else { return nil }
    let length = Int(data[1])
    guard length <= 8, data.count >= 3 + length else { return nil }
    let groupLength = Int(data[2 + length])
    guard groupLength <= 8, data.count >= 3 + length + groupLength else { return nil }
    return (value(data[2..<(2 + length)]), value(data[(3 + length)..<(3 + length + groupLength)]))
  }

  private static func pair(_ data: ArraySlice<UInt8>) -> (user: Int, group: Int)? {
    guard data.count >= 4 else { return nil }
    return (value(data.prefix(2)), value(data.dropFirst(2).prefix(2)))
  }

  private static func number(_ data: [UInt8], _ at: Int) -> Int { value(data[at..<(at + 4)]) }

  private static func value(_ bytes: ArraySlice<UInt8>) -> Int {
    // Eight bytes at most, of which the highest bit is dropped: no account has such a number.
    Int(truncatingIfNeeded: bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
}

/// Days of seconds since 1970, without a calendar of the system's.
enum UnixTime {
  static func day(_ seconds: Int) -> String {
    let days = seconds / 86_400 + 719_468
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let year =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let whole = year + era * 400 + (month <= 2 ? 1 : 0)
    return "\(whole)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
