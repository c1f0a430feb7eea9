import Documents

/// The pixels of a PNG file: unpacked, unfiltered, of every colour type and depth, interlaced or not.
struct PNGRaster {
  /// A pass of the interlacing; a picture without it is one pass.
  private struct Pass {
    var x: Int, y: Int, stepX: Int, stepY: Int
    var width: Int, height: Int
    var rowBytes: Int
    var start: Int
  }

  let width: Int
  let height: Int
  let depth: Int
  let colour: UInt8
  /// Bytes behind the packed pixels in their chunks, and behind the last row in what they unpack to.
  private(set) var packedRest: [UInt8] = []
  private(set) var rowsRest: [UInt8] = []

  private var rows: [UInt8]
  private var passes: [Pass] = []
  private let palette: [UInt8]
  private let transparency: [UInt8]

  /// Unpacks the pixels of a file.
  init(_ bytes: [UInt8], _ file: PNGChunks, limits: InspectionLimits) throws(Unreadable) {
    guard let header = file.chunks.first, header.type == "IHDR", header.data.count >= 13 else {
      throw .broken("the picture does not begin with its header")
    }
    let at = header.data.lowerBound
    width = bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
    height = bytes[(at + 4)..<(at + 8)].reduce(0) { $0 << 8 | Int($1) }
    depth = Int(bytes[at + 8])
    colour = bytes[at + 9]
    guard width > 0, height > 0, let samples = Self.samples[colour],
      [1, 2, 4, 8, 16].contains(depth), depth >= 8 || colour == 0 || colour == 3,
      bytes[at + 12] <= 1
    else { throw .broken("the header of the picture makes no sense") }
    // With 64 megapixels of eight bytes at most, no product below is out of bounds.
    guard width <= 1 << 20, height <= 1 << 20, width * height <= 1 << 26 else {
      throw .tooMuch("the picture has \(width) × \(height) pixels")
    }
    func gather(_ type: String) -> [UInt8] {
      file.chunks.filter { $0.type == type }.reduce(into: []) { $0 += bytes[$1.data] }
    }
    palette = gather("PLTE")
    transparency = gather("tRNS")
    var size = 0
    for pass in bytes[at + 12] == 1 ? Self.adam7 : [(0, 0, 1, 1)] {
      let passWidth = (width - pass.0 + pass.2 - 1) / pass.2
      let passHeight = (height - pass.1 + pass.3 - 1) / pass.3
      guard passWidth > 0, passHeight > 0 else { continue }
      let rowBytes = (passWidth * samples * depth + 7) / 8
      passes.append(
        Pass(
          x: pass.0, y: pass.1, stepX: pass.2, stepY: pass.3, width: passWidth,
          height: passHeight, rowBytes: rowBytes, start: size))
      size += (rowBytes + 1) * passHeight
    }
    let packed = gather("IDAT")
    let (data, used) = try Inflation.inflate(
      packed, 0..<packed.count, window: 15, most: size + (16 << 20), name: "the pixels")
    guard data.count >= size else { throw .broken("the picture has too few rows") }
    packedRest = Array(packed[used...])
    rowsRest = Array(data[size...])
    rows = Array(data[..<size])
    try unfilter(step: max(1, samples * depth / 8))
  }

  /// Whether pixels can be transparent each by itself.
  var hasAlpha: Bool { colour == 4 || colour == 6 || colour == 3 && !transparency.isEmpty }

  /// The picture in red, green, blue and alpha, eight bits each.
  func rgba() -> [UInt8] {
    var result = [UInt8](repeating: 0, count: width * height * 4)
    each { x, y, at, bit in
      let to = (y * width + x) * 4
      let step = depth / 8
      switch colour {
      case 4:
        for part in 0..<3 { result[to + part] = rows[at] }
        result[to + 3] = rows[at + step]
      case 6:
        for part in 0..<4 { result[to + part] = rows[at + part * step] }
      case 2:
        for part in 0..<3 { result[to + part] = rows[at + part * step] }
        result[to + 3] = 255
      case 3:
        let index = sample(at, bit)
        for part in 0..<3 where index * 3 + part < palette.count {
          result[to + part] = palette[index * 3 + part]
        }
        result[to + 3] = index < transparency.count ? transparency[index] : 255
      default:
        let grey = depth >= 8 ? rows[at] : UInt8(sample(at, bit) * 255 / ((1 << depth) - 1))
        for part in 0..<3 { result[to + part] = grey }
        result[to + 3] = 255
      }
    }
    return result
  }

  /// Takes the colour away from pixels that are wholly transparent, or nearly.
  mutating func clearTransparent() {
    var rows = rows
    let step = depth / 8
    let clear = transparency.firstIndex { $0 <= Self.nearlyNothing }
    each { x, y, at, bit in
      switch colour {
      case 4, 6:
        let alpha = at + (colour == 4 ? 1 : 3) * step
        if rows[alpha] <= Self.nearlyNothing {
          for index in at..<(alpha + step) { rows[index] = 0 }
        }
      case 3:
        let index = sample(at, bit)
        guard let clear, index < transparency.count, transparency[index] <= Self.nearlyNothing
        else {
          return
        }
        let shift = 8 - depth - bit
        let mask = UInt8(truncatingIfNeeded: ((1 << depth) - 1) << shift)
        rows[at] = rows[at] & ~mask | UInt8(truncatingIfNeeded: clear << shift)
      default: return
      }
    }
    self.rows = rows
  }

  /// The pixels packed again, without filters.
  func packed() -> [UInt8]? { PNGWriter.packed(rows) }

  /// An alpha that nobody sees.
  static let nearlyNothing: UInt8 = 2

  private static let samples: [UInt8: Int] = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4]
  private static let adam7 = [
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
    (0, 1, 1, 2),
  ]

  /// Calls for each pixel with where its first byte is and, of narrow ones, at which bit of it.
  private func each(_ body: (_ x: Int, _ y: Int, _ at: Int, _ bit: Int) -> Void) {
    let bits = (Self.samples[colour] ?? 1) * depth
    for pass in passes {
      for row in 0..<pass.height {
        let start = pass.start + row * (pass.rowBytes + 1) + 1
        for column in 0..<pass.width {
          let bit = column * bits
          body(pass.x + column * pass.stepX, pass.y + row * pass.stepY, start + bit / 8, bit % 8)
        }
      }
    }
  }

  private func sample(_ at: Int, _ bit: Int) -> Int {
    depth >= 8 ? Int(rows[at]) : Int(rows[at]) >> (8 - depth - bit) & ((1 << depth) - 1)
  }

  private mutating func unfilter(step: Int) throws(Unreadable) {
    for pass in passes {
      for row in 0..<pass.height {
        let start = pass.start + row * (pass.rowBytes + 1)
        let kind = rows[start]
        guard kind <= 4 else { throw .broken("a row of the picture has an unknown filter") }
        rows[start] = 0
        let above = row == 0 ? nil : start - pass.rowBytes - 1
        rows.withUnsafeMutableBufferPointer { rows in
          guard kind != 0 else { return }
          for index in 1...pass.rowBytes {
            let left = index > step ? Int(rows[start + index - step]) : 0
            let up = above.map { Int(rows[$0 + index]) } ?? 0
            let corner = index > step ? above.map { Int(rows[$0 + index - step]) } ?? 0 : 0
            let guess =
              switch kind {
              case 1: left
              case 2: up
              case 3: (left + up) / 2
              default: Self.paeth(left, up, corner)
              }
            rows[start + index] &+= UInt8(truncatingIfNeeded: guess)
          }
        }
      }
    }
  }

  private static func paeth(_ left: Int, _ up: Int, _ corner: Int) -> Int {
    let guess = left + up - corner
    let (a, b, c) = (abs(guess - left), abs(guess - up), abs(guess - corner))
    return a <= b && a <= c ? left : b <= c ? up : corner
  }
}
