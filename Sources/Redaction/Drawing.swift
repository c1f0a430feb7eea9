import CMuPDF

/// A picture in memory: rows of one (grey) or three (red, green, blue) bytes a pixel.
struct Drawing: Equatable, Sendable {
  var width: Int
  var height: Int
  var components: Int
  var samples: [UInt8]

  init(width: Int, height: Int, components: Int, samples: [UInt8]) {
    self.width = width
    self.height = height
    self.components = components
    self.samples = samples
  }

  init?(_ picture: redaction_picture) {
    let (width, height) = (Int(picture.width), Int(picture.height))
    let components = Int(picture.components)
    guard width > 0, height > 0, let start = picture.samples else { return nil }
    self.init(
      width: width, height: height, components: components,
      samples: Array(UnsafeBufferPointer(start: start, count: width * height * components)))
  }

  /// The pixels a box covers at so many pixels a point, kept within the picture.
  func pixels(of box: PageBox, scale: Double, margin: Double = 0) -> (x: Range<Int>, y: Range<Int>)
  {
    let (x, y) = box.pixels(scale: scale, margin: margin)
    return (x.clamped(to: 0..<width), y.clamped(to: 0..<height))
  }

  /// Fills pixels with one colour.
  mutating func fill(_ area: (x: Range<Int>, y: Range<Int>), with colour: [UInt8]) {
    for y in area.y {
      for x in area.x {
        for component in 0..<components {
          samples[(y * width + x) * components + component] = colour[component % colour.count]
        }
      }
    }
  }

  /// Lets a colour shine over pixels.
  mutating func tint(_ area: (x: Range<Int>, y: Range<Int>), with colour: [UInt8]) {
    for y in area.y {
      for x in area.x {
        for component in 0..<components {
          let index = (y * width + x) * components + component
          let mixed = Int(samples[index]) * 3 + Int(colour[component % colour.count]) * 2
          samples[index] = UInt8(mixed / 5)
        }
      }
    }
  }

  /// The difference between the lightest and the darkest of some pixels.
  func contrast(in area: (x: Range<Int>, y: Range<Int>)) -> Int {
    var (low, high) = (255, 0)
    for y in area.y {
      for index in (y * width + area.x.lowerBound) * components..<(y * width + area.x.upperBound)
        * components
      {
        low = min(low, Int(samples[index]))
        high = max(high, Int(samples[index]))
      }
    }
    return max(high - low, 0)
  }

  func withPicture<Result>(_ body: (UnsafePointer<redaction_picture>) -> Result) -> Result {
    var copy = samples
    return copy.withUnsafeMutableBufferPointer { buffer in
      var picture = redaction_picture()
      picture.samples = buffer.baseAddress
      picture.width = Int32(clamping: width)
      picture.height = Int32(clamping: height)
      picture.components = Int32(clamping: components)
      return body(&picture)
    }
  }

  /// The picture as a PNG file, with nothing beside its pixels.
  func png() -> [UInt8]? { encoded(redaction_write_png) }

  /// The picture as a JPEG file, with nothing beside its pixels.
  func jpeg() -> [UInt8]? { encoded(redaction_write_jpeg) }

  private func encoded(
    _ encode: (UnsafePointer<redaction_picture>?, UnsafeMutablePointer<redaction_bytes>?) -> Bool
  ) -> [UInt8]? {
    var bytes = redaction_bytes()
    guard withPicture({ encode($0, &bytes) }) else { return nil }
    defer { redaction_free_bytes(&bytes) }
    return Array(UnsafeBufferPointer(start: bytes.bytes, count: bytes.length))
  }
}
