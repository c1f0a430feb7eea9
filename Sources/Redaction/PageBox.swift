/// A box on a page, in points from the top left of the page as displayed.
public struct PageBox: Codable, Hashable, Sendable {
  /// The left edge.
  public var left: Double
  /// The upper edge.
  public var top: Double
  /// The right edge.
  public var right: Double
  /// The lower edge.
  public var bottom: Double

  /// Makes a box; edges that are the wrong way round are turned.
  public init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = min(left, right)
    self.top = min(top, bottom)
    self.right = max(left, right)
    self.bottom = max(top, bottom)
  }

  /// Reads four numbers: left, top, right, bottom.
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    var edges: [Double] = []
    while !list.isAtEnd, edges.count < 5 { edges.append(try list.decode(Double.self)) }
    guard edges.count == 4, edges.allSatisfy({ $0.isFinite && abs($0) < 1_000_000 }) else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "A box is four numbers: left, top, right and bottom, in points."))
    }
    self.init(left: edges[0], top: edges[1], right: edges[2], bottom: edges[3])
    guard right > left, bottom > top else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "The box has no area."))
    }
  }

  /// Writes four numbers, to the hundredth of a point.
  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for edge in [left, top, right, bottom] { try list.encode((edge * 100).rounded() / 100) }
  }

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: (x: Double, y: Double) { ((left + right) / 2, (top + bottom) / 2) }

  /// Whether they share an area.
  func overlaps(_ other: PageBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// Whether a point lies in it, further in than a margin.
  func holds(_ point: (x: Double, y: Double), margin: Double = 0) -> Bool {
    point.x > left + margin && point.x < right - margin && point.y > top + margin
      && point.y < bottom - margin
  }

  /// The smallest box around both.
  func union(_ other: PageBox) -> PageBox {
    PageBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// What both share, or nothing.
  func intersection(_ other: PageBox) -> PageBox? {
    guard overlaps(other) else { return nil }
    return PageBox(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
  }

  /// The box with each edge moved outwards.
  func grown(by margin: Double) -> PageBox {
    let (x, y) = (max(margin, -width / 2), max(margin, -height / 2))
    return PageBox(left: left - x, top: top - y, right: right + x, bottom: bottom + y)
  }

  /// The pixels it covers at so many pixels a point.
  func pixels(scale: Double, margin: Double = 0) -> (x: Range<Int>, y: Range<Int>) {
    func range(_ low: Double, _ high: Double) -> Range<Int> {
      let start = max(Int((low * scale - margin).rounded(.down)), 0)
      return start..<max(Int((high * scale + margin).rounded(.up)), start)
    }
    return (range(left, right), range(top, bottom))
  }
}
