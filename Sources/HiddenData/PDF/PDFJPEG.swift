/// JPEG without what is not needed for drawing it.
enum PDFJPEG {
  /// Leaves out EXIF, IPTC, XMP, comments and what follows the end; pixels stay as they are packed.
  static func bare(_ data: [UInt8]) -> [UInt8] {
    guard data.starts(with: [0xFF, 0xD8]) else { return data }
    var out: [UInt8] = [0xFF, 0xD8]
    var index = 2
    while index + 4 <= data.count, data[index] == 0xFF {
      let marker = data[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      if marker == 0xDA { break }
      let length = Int(data[index + 2]) << 8 | Int(data[index + 3])
      let end = min(index + 2 + max(length, 2), data.count)
      // JFIF, profiles of colour, and how Adobe's colours are meant are needed.
      let isKept =
        !(0xE0...0xEF).contains(marker) && marker != 0xFE
        || marker == 0xE0 && data[index...].dropFirst(4).starts(with: "JFIF".utf8)
        || marker == 0xE2 && data[index...].dropFirst(4).starts(with: "ICC_PROFILE".utf8)
        || marker == 0xEE
      if isKept { out += data[index..<end] }
      index = end
    }
    var end = data.count
    var place = data.count - 2
    while place >= index {
      if data[place] == 0xFF, data[place + 1] == 0xD9 {
        end = place + 2
        break
      }
      place -= 1
    }
    out += data[min(index, data.count)..<end]
    return out
  }
}
