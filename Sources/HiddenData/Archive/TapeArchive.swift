import Documents

/// The files in a tar archive (POSIX ustar, and GNU's and pax's long names as far as names go).
struct TapeArchive {
  struct File {
    var name: String
    /// The name of the account it belonged to; empty where it is not kept.
    var owner: String
    var data: Range<Int>
  }

  let bytes: [UInt8]
  private(set) var files: [File] = []

  init(_ bytes: [UInt8], limits: InspectionLimits) throws(Unreadable) {
    self.bytes = bytes
    var at = 0
    var longName: String?
    while at + 512 <= bytes.count, bytes[at] != 0 {
      guard let size = number(at + 124, 12), size <= bytes.count - at - 512 else {
        throw .broken("an archive in it (tar) breaks off")
      }
      let data = (at + 512)..<(at + 512 + size)
      switch bytes[at + 156] {
      case UInt8(ascii: "L"): longName = text(data)
      case UInt8(ascii: "x"), UInt8(ascii: "g"), UInt8(ascii: "5"): break
      default:
        guard files.count < limits.entries else {
          throw .tooMuch("it is made of more than \(limits.entries) files")
        }
        let isPOSIX = bytes[(at + 257)..<(at + 262)].elementsEqual("ustar".utf8)
        let folder = isPOSIX ? text((at + 345)..<(at + 500)) : ""
        let name = text(at..<(at + 100))
        files.append(
          File(
            name: longName ?? (folder.isEmpty ? name : "\(folder)/\(name)"),
            owner: isPOSIX ? text((at + 265)..<(at + 297)) : "", data: data))
        longName = nil
      }
      at += 512 + (size + 511) / 512 * 512
    }
  }

  private func text(_ range: Range<Int>) -> String {
    ZipText.decoded(Array(bytes[range].prefix { $0 != 0 }))
  }

  /// An octal number.
  private func number(_ at: Int, _ width: Int) -> Int? {
    let digits = bytes[at..<(at + width)].filter { $0 >= 0x30 && $0 <= 0x37 }
    return Int(String(decoding: digits, as: UTF8.self), radix: 8)
  }
}
