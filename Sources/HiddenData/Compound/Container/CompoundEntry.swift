/// A slot of a compound file's directory: a storage (a folder), a stream (a file) or nothing.
package struct CompoundEntry: Sendable {
  enum Kind { case unused, storage, stream, root }

  let index: Int
  /// The name as it is written; control characters that OLE puts before it are kept.
  let name: String
  let kind: Kind
  let classID: [UInt8]
  let left: UInt32
  let right: UInt32
  let child: UInt32
  let start: UInt32
  let size: Int
  /// Where the slot lies in the file.
  let place: Int
  /// The names from the root; nil where the slot is in nobody's folder.
  var path: String?
  /// The slot of the storage that it lies in.
  var parent: Int?

  /// Reads a slot of 128 bytes that lies within the bytes.
  init(_ bytes: [UInt8], at start: Int, index: Int, isLarge: Bool) {
    func uint16(_ at: Int) -> Int { Int(bytes[start + at]) | Int(bytes[start + at + 1]) << 8 }
    func uint32(_ at: Int) -> UInt32 { UInt32(uint16(at)) | UInt32(uint16(at + 2)) << 16 }
    let length = min(64, uint16(64)) / 2
    let units = (0..<max(0, length - 1)).map { UInt16(uint16(2 * $0)) }
    self.index = index
    place = start
    name = String(decoding: units, as: UTF16.self)
    switch bytes[start + 66] {
    case 1: kind = .storage
    case 2: kind = .stream
    case 5: kind = .root
    default: kind = .unused
    }
    left = uint32(68)
    right = uint32(72)
    child = uint32(76)
    classID = Array(bytes[(start + 80)..<(start + 96)])
    self.start = uint32(116)
    // Small sectors go with sizes of 32 bits; the upper half may then hold anything.
    let size = UInt64(uint32(120)) | (isLarge ? UInt64(uint32(124)) << 32 : 0)
    // No file is as large; a smaller number leaves room to reckon with.
    self.size = Int(min(size, 1 << 40))
  }

  /// The name without OLE's control characters, as it is told.
  var plainName: String { name.drops { $0.value < 0x20 } }
}

extension String {
  /// Without the characters that the closure holds for.
  func drops(_ isDropped: (Unicode.Scalar) -> Bool) -> String {
    String(UnicodeScalarView(unicodeScalars.filter { !isDropped($0) }))
  }

  /// Upper and lower case of ASCII made alike, as names of a compound file are compared.
  var foldedASCII: String {
    String(
      UnicodeScalarView(
        unicodeScalars.map {
          (65...90).contains($0.value) ? (Unicode.Scalar($0.value + 32) ?? $0) : $0
        }))
  }

  /// Without blanks and NULs at both ends.
  var trimmed: String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.value <= 0x20 || scalar.value == 0xA0 }
    var view = unicodeScalars[...]
    while let first = view.first, isBlank(first) { view.removeFirst() }
    while let last = view.last, isBlank(last) { view.removeLast() }
    return String(view)
  }
}
