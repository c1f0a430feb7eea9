/// A point on a slide, in English metric units (914,400 to the inch).
struct SlidePoint: Equatable {
  var x: Double
  var y: Double
}

/// A change of coordinates: x' = a·x + c·y + e, y' = b·x + d·y + f.
struct Affine: Equatable {
  var a = 1.0, b = 0.0, c = 0.0, d = 1.0, e = 0.0, f = 0.0

  func callAsFunction(_ point: SlidePoint) -> SlidePoint {
    SlidePoint(x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f)
  }

  /// First the other change, then this one.
  func after(_ other: Affine) -> Affine {
    Affine(
      a: a * other.a + c * other.b, b: b * other.a + d * other.b,
      c: a * other.c + c * other.d, d: b * other.c + d * other.d,
      e: a * other.e + c * other.f + e, f: b * other.e + d * other.f + f)
  }

  /// nil where everything falls on one line.
  var inverse: Affine? {
    let size = a * d - b * c
    guard abs(size) > 1e-9 else { return nil }
    return Affine(
      a: d / size, b: -b / size, c: -c / size, d: a / size,
      e: (c * f - d * e) / size, f: (b * e - a * f) / size)
  }

  /// The unit square onto a box.
  static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Affine {
    Affine(a: width, d: height, e: x, f: y)
  }

  /// A turn about a point in 60,000ths of a degree, after mirroring.
  static func turn(
    _ rotation: Double, flipX: Bool, flipY: Bool, about center: SlidePoint
  ) -> Affine {
    let (sine, cosine) = Trigonometry.sineAndCosine(ofDegrees: rotation / 60_000)
    let mirror = Affine(a: flipX ? -1 : 1, d: flipY ? -1 : 1)
    return Affine(e: center.x, f: center.y)
      .after(Affine(a: cosine, b: sine, c: -sine, d: cosine))
      .after(mirror)
      .after(Affine(e: -center.x, f: -center.y))
  }
}

/// Sines without the system's library of mathematics.
enum Trigonometry {
  static func sineAndCosine(ofDegrees degrees: Double) -> (sine: Double, cosine: Double) {
    let turn = degrees.truncatingRemainder(dividingBy: 360)
    return (sine(turn), sine(turn + 90))
  }

  private static func sine(_ degrees: Double) -> Double {
    var rest = degrees.truncatingRemainder(dividingBy: 360)
    if rest > 180 { rest -= 360 }
    if rest < -180 { rest += 360 }
    if rest > 90 { rest = 180 - rest }
    if rest < -90 { rest = -180 - rest }
    let x = rest * Double.pi / 180
    let square = x * x
    return x
      * (1 - square / 6
        * (1 - square / 20 * (1 - square / 42 * (1 - square / 72 * (1 - square / 110)))))
  }
}
