/// A picture that lies under full transparency.
struct TransparentPixels {
  /// How many transparent pixels there are, and between how many of them colours change.
  private(set) var count = 0
  private(set) var edges = 0
  /// Those of them between pixels of no opacity at all.
  private var clearEdges = 0
  private var box = (left: Int.max, top: Int.max, right: -1, bottom: -1)
  private let width: Int
  private let rgba: [UInt8]

  init(_ raster: PNGRaster) {
    width = raster.width
    let (width, height) = (raster.width, raster.height)
    let pixels = raster.rgba()
    rgba = pixels
    var edges = 0
    var clearEdges = 0
    var count = 0
    var box = box
    pixels.withUnsafeBufferPointer { pixels in
      func isClear(_ x: Int, _ y: Int) -> Bool {
        guard x >= 0, y >= 0, x < width, y < height else { return true }
        return pixels[(y * width + x) * 4 + 3] <= PNGRaster.nearlyNothing
      }
      // Programs smear the colour of the border a pixel or two into the transparent part. That is no picture.
      func isDeep(_ x: Int, _ y: Int) -> Bool {
        for away in 1...2 {
          guard isClear(x + away, y), isClear(x - away, y), isClear(x, y + away),
            isClear(x, y - away)
          else { return false }
        }
        return true
      }
      func differs(_ one: Int, _ other: Int) -> Bool {
        var sum = 0
        for part in 0..<3 {
          sum += abs(Int(pixels[one * 4 + part]) - Int(pixels[other * 4 + part]))
        }
        return sum > 40
      }
      for y in 0..<height {
        for x in 0..<width where isClear(x, y) {
          count += 1
          let at = y * width + x
          let right = x + 1 < width && isClear(x + 1, y) && differs(at, at + 1)
          let below = y + 1 < height && isClear(x, y + 1) && differs(at, at + width)
          guard right || below, isDeep(x, y) else { continue }
          edges += 1
          let other = right ? at + 1 : at + width
          if pixels[at * 4 + 3] == 0, pixels[other * 4 + 3] == 0 { clearEdges += 1 }
          box = (min(box.left, x), min(box.top, y), max(box.right, x), max(box.bottom, y))
        }
      }
    }
    self.edges = edges
    self.clearEdges = clearEdges
    self.count = count
    self.box = box
  }

  /// Whether what lies there is more than an even colour with a few stray pixels. Programs that make a
  /// picture larger leave a faint ring of any colour around its parts.
  var isPicture: Bool { clearEdges >= 16 || edges >= max(16, count / 50) }

  /// Where the colours change, in pixels.
  var place: String {
    "pixels \(box.left),\(box.top) to \(box.right),\(box.bottom)"
  }

  /// That part as it looks without the transparency, made smaller where it is large.
  var picture: [UInt8]? {
    guard box.right >= box.left else { return nil }
    let (wide, high) = (box.right - box.left + 1, box.bottom - box.top + 1)
    let step = max(1, (max(wide, high) + 639) / 640)
    var rgb: [UInt8] = []
    for y in stride(from: box.top, through: box.bottom, by: step) {
      for x in stride(from: box.left, through: box.right, by: step) {
        let at = (y * width + x) * 4
        rgb += rgba[at..<(at + 3)]
      }
    }
    return PNGWriter.picture(
      width: (wide + step - 1) / step, height: (high + step - 1) / step, rgb: rgb)
  }
}
