import Glibc

extension Drawing {
  /// How many pixels are not the same in another drawing, if any are not.
  ///
  /// A shade may be a little off, as it is where coordinates were rounded. In the soft areas a pixel counts
  /// as changed only if the mean of its surroundings changed with it: so a letter may move by a quarter
  /// of a point, but none can go or come.
  func changes(
    to other: Drawing, soft: [(x: Range<Int>, y: Range<Int>)] = []
  ) -> Int? {
    guard width == other.width, height == other.height, components == other.components else {
      return width * height
    }
    if samples == other.samples { return nil }
    var changed = 0
    samples.withUnsafeBufferPointer { mine in
      other.samples.withUnsafeBufferPointer { theirs in
        guard let first = mine.baseAddress, let second = theirs.baseAddress else { return }
        let row = width * components
        for y in 0..<height where memcmp(first + y * row, second + y * row, row) != 0 {
          for index in y * row..<(y + 1) * row where mine[index] != theirs[index] {
            let (a, b) = (Int(mine[index]), Int(theirs[index]))
            if abs(a - b) <= Self.tolerance { continue }
            let (x, component) = (index % row / components, index % components)
            if isNear(a, theirs, x, y, component), isNear(b, mine, x, y, component) { continue }
            if soft.contains(where: { $0.x.contains(x) && $0.y.contains(y) }) {
              let (old, new) = (mean(mine, x, y, component), mean(theirs, x, y, component))
              if abs(old - new) <= Self.tolerance { continue }
            }
            changed += 1
          }
        }
      }
    }
    // One or two alone are how a line falls on the grid of pixels.
    return changed > 2 ? changed : nil
  }

  /// Shades of 255 that two drawings of the same may differ by.
  private static let tolerance = 24

  /// Whether a shade lies between those of a pixel and its neighbours.
  private func isNear(
    _ value: Int, _ samples: UnsafeBufferPointer<UInt8>, _ x: Int, _ y: Int, _ component: Int
  ) -> Bool {
    var (low, high) = (255, 0)
    around(x, y, 1) { index in
      low = min(low, Int(samples[index + component]))
      high = max(high, Int(samples[index + component]))
    }
    return value >= low - Self.tolerance && value <= high + Self.tolerance
  }

  private func mean(
    _ samples: UnsafeBufferPointer<UInt8>, _ x: Int, _ y: Int, _ component: Int
  ) -> Int {
    var (sum, count) = (0, 0)
    around(x, y, 2) { index in
      sum += Int(samples[index + component])
      count += 1
    }
    return sum / max(count, 1)
  }

  private func around(_ x: Int, _ y: Int, _ distance: Int, _ body: (Int) -> Void) {
    for row in max(y - distance, 0)...min(y + distance, height - 1) {
      for column in max(x - distance, 0)...min(x + distance, width - 1) {
        body((row * width + column) * components)
      }
    }
  }
}
