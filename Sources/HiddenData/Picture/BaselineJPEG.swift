/// Draws the small baseline JPEG pictures that files carry as copies of themselves, so that a person sees
/// what the copy shows. Progressive and large ones are not drawn.
struct BaselineJPEG {
  private struct Component {
    var id: UInt8
    var across: Int
    var down: Int
    var table: Int
    var direct = 0
    var alternating = 0
    var previous = 0
    var stride = 0
    var samples: [UInt8] = []
  }

  private struct Codes {
    /// For each length the first code, the first index and how many.
    var first = [Int](repeating: 0, count: 17)
    var index = [Int](repeating: 0, count: 17)
    var count = [Int](repeating: 0, count: 17)
    var values: [UInt8] = []
  }

  private let bytes: [UInt8]
  private var at = 0
  private var bits = 0
  private var bitCount = 0
  private var quantisation = [[Int]](repeating: [Int](repeating: 1, count: 64), count: 4)
  private var direct = [Codes](repeating: Codes(), count: 4)
  private var alternating = [Codes](repeating: Codes(), count: 4)
  private var components: [Component] = []
  private var width = 0
  private var height = 0
  private var restart = 0
  private var isPlainRGB = false

  /// The picture as PNG; nil where it is of another kind, too large or damaged.
  static func png(_ bytes: [UInt8]) -> [UInt8]? {
    var picture = BaselineJPEG(bytes: bytes)
    guard picture.decode() else { return nil }
    return PNGWriter.picture(width: picture.width, height: picture.height, rgb: picture.rgb())
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func decode() -> Bool {
    for segment in JPEGSegments(bytes).segments {
      let data = bytes[segment.data]
      switch segment.marker {
      case 0xDB: readQuantisation(data)
      case 0xC4: readCodes(data)
      case 0xC0, 0xC1: guard readFrame(Array(data)) else { return false }
      case 0xC2...0xCF: return false
      case 0xDD: restart = data.prefix(2).reduce(0) { $0 << 8 | Int($1) }
      case 0xEE: isPlainRGB = data.count >= 12 && data.starts(with: "Adobe".utf8) && data.last == 0
      case 0xDA:
        guard readScan(Array(data)) else { return false }
        at = segment.data.upperBound
        return readPixels()
      default: continue
      }
    }
    return false
  }

  private mutating func readQuantisation(_ data: ArraySlice<UInt8>) {
    var rest = data
    while let head = rest.popFirst() {
      let size = head >> 4 == 0 ? 1 : 2
      guard rest.count >= 64 * size else { return }
      for index in 0..<64 {
        quantisation[Int(head & 3)][Self.zigzag[index]] = rest.prefix(size).reduce(0) {
          $0 << 8 | Int($1)
        }
        rest = rest.dropFirst(size)
      }
    }
  }

  private mutating func readCodes(_ data: ArraySlice<UInt8>) {
    var rest = data
    while let head = rest.popFirst() {
      guard rest.count >= 16 else { return }
      var codes = Codes()
      var code = 0
      var total = 0
      for length in 1...16 {
        codes.first[length] = code
        codes.index[length] = total
        let count = Int(rest.popFirst() ?? 0)
        codes.count[length] = count
        total += count
        code = (code + count) << 1
      }
      codes.values = Array(rest.prefix(total))
      rest = rest.dropFirst(total)
      if head >> 4 == 0 {
        direct[Int(head & 3)] = codes
      } else {
        alternating[Int(head & 3)] = codes
      }
    }
  }

  private mutating func readFrame(_ data: [UInt8]) -> Bool {
    guard data.count >= 6, data[0] == 8, components.isEmpty else { return false }
    height = Int(data[1]) << 8 | Int(data[2])
    width = Int(data[3]) << 8 | Int(data[4])
    let count = Int(data[5])
    guard (1...1_024).contains(width), (1...1_024).contains(height), count == 1 || count == 3,
      data.count >= 6 + count * 3
    else { return false }
    for index in 0..<count {
      let start = 6 + index * 3
      let (across, down) = (Int(data[start + 1] >> 4), Int(data[start + 1] & 15))
      guard (1...4).contains(across), (1...4).contains(down) else { return false }
      components.append(
        Component(id: data[start], across: across, down: down, table: Int(data[start + 2] & 3)))
    }
    return true
  }

  private mutating func readScan(_ data: [UInt8]) -> Bool {
    guard let count = data.first.map(Int.init), count == components.count,
      data.count >= 1 + count * 2
    else { return false }
    for index in 0..<count {
      components[index].direct = Int(data[2 + index * 2] >> 4 & 3)
      components[index].alternating = Int(data[2 + index * 2] & 3)
    }
    return true
  }

  private mutating func readPixels() -> Bool {
    let (most, highest) = (components.map(\.across).max() ?? 1, components.map(\.down).max() ?? 1)
    let unitsAcross = (width + 8 * most - 1) / (8 * most)
    let unitsDown = (height + 8 * highest - 1) / (8 * highest)
    for index in components.indices {
      components[index].stride = unitsAcross * components[index].across * 8
      components[index].samples = [UInt8](
        repeating: 128,
        count: components[index].stride * unitsDown * components[index].down * 8)
    }
    for unit in 0..<(unitsAcross * unitsDown) {
      if restart > 0, unit > 0, unit % restart == 0 { skipRestart() }
      for index in components.indices {
        for row in 0..<components[index].down {
          for column in 0..<components[index].across {
            guard let block = readBlock(index) else { return unit * 2 > unitsAcross * unitsDown }
            let left = (unit % unitsAcross * components[index].across + column) * 8
            let top = (unit / unitsAcross * components[index].down + row) * 8
            Self.transform(
              block, into: &components[index].samples, at: top * components[index].stride + left,
              stride: components[index].stride)
          }
        }
      }
    }
    return true
  }

  private mutating func skipRestart() {
    bits = 0
    bitCount = 0
    if at + 1 < bytes.count, bytes[at] == 0xFF, (0xD0...0xD7).contains(bytes[at + 1]) { at += 2 }
    for index in components.indices { components[index].previous = 0 }
  }

  private mutating func bit() -> Int? {
    if bitCount == 0 {
      guard at < bytes.count else { return nil }
      bits = Int(bytes[at])
      if bits == 0xFF {
        guard at + 1 < bytes.count, bytes[at + 1] == 0 else { return nil }
        at += 1
      }
      at += 1
      bitCount = 8
    }
    bitCount -= 1
    return bits >> bitCount & 1
  }

  private mutating func value(_ count: Int) -> Int? {
    guard count > 0 else { return 0 }
    var result = 0
    for _ in 0..<count {
      guard let bit = bit() else { return nil }
      result = result << 1 | bit
    }
    return result < 1 << (count - 1) ? result - (1 << count) + 1 : result
  }

  private mutating func symbol(_ codes: Codes) -> Int? {
    var code = 0
    for length in 1...16 {
      guard let bit = bit() else { return nil }
      code = code << 1 | bit
      let place = code - codes.first[length]
      if place >= 0, place < codes.count[length] {
        let index = codes.index[length] + place
        return index < codes.values.count ? Int(codes.values[index]) : nil
      }
    }
    return nil
  }

  private mutating func readBlock(_ index: Int) -> [Int]? {
    var block = [Int](repeating: 0, count: 64)
    let table = quantisation[components[index].table]
    guard let size = symbol(direct[components[index].direct]), size <= 15, let step = value(size)
    else {
      return nil
    }
    components[index].previous = max(-65_536, min(65_536, components[index].previous + step))
    block[0] = components[index].previous * table[0]
    let codes = alternating[components[index].alternating]
    var position = 1
    while position < 64 {
      guard let symbol = symbol(codes) else { return nil }
      let (zeros, size) = (symbol >> 4, symbol & 15)
      if size == 0 {
        if zeros < 15 { break }
        position += 16
        continue
      }
      position += zeros
      guard position < 64, let value = value(size) else { return nil }
      let place = Self.zigzag[position]
      block[place] = value * table[place]
      position += 1
    }
    return block
  }

  private static func transform(
    _ block: [Int], into samples: inout [UInt8], at start: Int, stride: Int
  ) {
    var rows = [Float](repeating: 0, count: 64)
    for y in 0..<8 {
      for x in 0..<8 {
        var sum: Float = 0
        for u in 0..<8 { sum += Float(block[y * 8 + u]) * waves[u * 8 + x] }
        rows[y * 8 + x] = sum
      }
    }
    for x in 0..<8 {
      for y in 0..<8 {
        var sum: Float = 0
        for v in 0..<8 { sum += rows[v * 8 + x] * waves[v * 8 + y] }
        samples[start + y * stride + x] = UInt8(max(0, min(255, sum + 128.5)))
      }
    }
  }

  private func rgb() -> [UInt8] {
    let (most, highest) = (components.map(\.across).max() ?? 1, components.map(\.down).max() ?? 1)
    func sample(_ index: Int, _ x: Int, _ y: Int) -> Float {
      let component = components[index]
      let place = y * component.down / highest * component.stride + x * component.across / most
      return Float(component.samples[place])
    }
    func byte(_ value: Float) -> UInt8 { UInt8(max(0, min(255, value + 0.5))) }
    var result: [UInt8] = []
    result.reserveCapacity(width * height * 3)
    for y in 0..<height {
      for x in 0..<width {
        let first = sample(0, x, y)
        guard components.count == 3 else {
          result += [byte(first), byte(first), byte(first)]
          continue
        }
        let (second, third) = (sample(1, x, y), sample(2, x, y))
        if isPlainRGB {
          result += [byte(first), byte(second), byte(third)]
        } else {
          let (blue, red) = (second - 128, third - 128)
          result += [
            byte(first + 1.402 * red), byte(first - 0.344136 * blue - 0.714136 * red),
            byte(first + 1.772 * blue),
          ]
        }
      }
    }
    return result
  }

  /// The cosine waves of the transform, scaled: wave by place.
  private static let waves: [Float] = {
    // cos(k·π/16) for k from 0 to 8; the others follow from them.
    let quarter: [Float] = [
      1, 0.98078528, 0.92387953, 0.83146961, 0.70710678, 0.55557023, 0.38268343, 0.19509032, 0,
    ]
    func cosine(_ sixteenths: Int) -> Float {
      let turn = sixteenths % 32
      let half = turn > 16 ? 32 - turn : turn
      return half <= 8 ? quarter[half] : -quarter[16 - half]
    }
    return (0..<64).map { place in
      let (wave, x) = (place / 8, place % 8)
      return cosine((2 * x + 1) * wave) * (wave == 0 ? 0.353553391 : 0.5)
    }
  }()

  private static let zigzag = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13,
    6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52,
    45,
    38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
  ]
}
