package import Documents

/// Writes a picture again without anything but what it shows.
package enum PictureCleaner: FormatCleaner {
  package static func clean(
    _ bytes: [UInt8], limits: InspectionLimits
  ) throws(Unreadable) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return try jpeg(bytes) }
    if bytes.starts(with: PNGChunks.signature) { return try png(bytes, limits) }
    throw Unreadable(.unknownFormat, "The picture is neither JPEG nor PNG. Save it as one of them.")
  }

  /// Keeps the segments that the pixels need, their colours, and which way is up.
  private static func jpeg(_ bytes: [UInt8]) throws(Unreadable) -> [UInt8] {
    let file = JPEGSegments(bytes)
    guard file.hasPixels, file.end != nil else { throw .broken("the picture breaks off") }
    var out: [UInt8] = [0xFF, 0xD8]
    var upright: [UInt8] = []
    for segment in file.segments where segment.marker == 0xE1 {
      guard let block = bytes[segment.data].after("Exif\0\0"), let reader = ExifReader(block),
        let entry = reader.first(0x0112, in: .main), let value = reader.numbers(entry).first,
        (2...8).contains(value)
      else { continue }
      upright = orientation(UInt8(value))
    }
    var profile: [UInt8] = []
    for segment in file.segments {
      guard segment.marker == 0xE2, let piece = bytes[segment.data].after("ICC_PROFILE\0") else {
        continue
      }
      profile += piece.dropFirst(2)
    }
    var isHeadWritten = false
    for segment in file.segments {
      let data = bytes[segment.data]
      switch segment.marker {
      case 0xE0:
        guard data.starts(with: "JFIF\0".utf8), data.count >= 12, !isHeadWritten else { continue }
        out += piece(0xE0, Array(data.prefix(12)) + [0, 0])
        out += upright + wordless(profile)
        isHeadWritten = true
      case 0xEE where data.starts(with: "Adobe".utf8) && data.count >= 12:
        out += piece(0xEE, Array(data.prefix(12)))
      case 0xE1...0xEF, 0xFE, 0xD8, 0xF0...0xFD: continue
      default:
        // A file without the JFIF header gets what it needs before its first table.
        if !isHeadWritten { out += upright + wordless(profile) }
        isHeadWritten = true
        out += [0xFF] + bytes[segment.whole].drop { $0 == 0xFF }
      }
    }
    return out
  }

  private static func piece(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] {
    let length = data.count + 2
    return [0xFF, marker, UInt8(length >> 8 & 0xFF), UInt8(length & 0xFF)] + data
  }

  /// An EXIF block with nothing in it but the orientation.
  private static func orientation(_ value: UInt8) -> [UInt8] {
    piece(
      0xE1,
      Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0]
        + [0, 0, 0, 0])
  }

  /// The colour profile with unusual words blanked.
  private static func wordless(_ profile: [UInt8]) -> [UInt8] {
    guard !profile.isEmpty else { return [] }
    var profile = profile
    for text in ColourProfileText(profile).unusual {
      for at in text.range where profile[at] > 0x20 && profile[at] < 0x7F || profile[at] >= 0xC0 {
        profile[at] = 0x20
      }
    }
    let most = 65_519
    let count = (profile.count + most - 1) / most
    guard count <= 255 else { return [] }
    return (0..<count).flatMap { index in
      let data = profile[(index * most)..<min(profile.count, (index + 1) * most)]
      return piece(0xE2, Array("ICC_PROFILE\0".utf8) + [UInt8(index + 1), UInt8(count)] + data)
    }
  }

  /// Keeps what the pixels and their colours need; packs the pixels anew where something lay beside them.
  private static func png(
    _ bytes: [UInt8], _ limits: InspectionLimits
  ) throws(Unreadable) -> [UInt8] {
    let file = PNGChunks(bytes)
    guard file.end != nil, file.damaged.isEmpty else { throw .broken("the picture is not whole") }
    var raster = try PNGRaster(bytes, file, limits: limits)
    let hides = raster.hasAlpha && TransparentPixels(raster).isPicture
    var anew: [UInt8]?
    if hides || !raster.packedRest.isEmpty || !raster.rowsRest.isEmpty {
      if hides { raster.clearTransparent() }
      anew = raster.packed()
      guard anew != nil else { throw .tooMuch("there was not enough memory to pack the picture") }
    }
    var out = PNGChunks.signature
    var isPixelsWritten = false
    for chunk in file.chunks where kept.contains(chunk.type) {
      if chunk.type == "IDAT", let anew {
        if !isPixelsWritten { out += PNGWriter.chunk("IDAT", anew) }
        isPixelsWritten = true
      } else {
        out += bytes[chunk.whole]
      }
    }
    return out
  }

  private static let kept: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV",
    "cLLI", "bKGD", "pHYs", "acTL", "fcTL", "fdAT",
  ]
}
