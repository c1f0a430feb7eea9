/// Something drawn on a slide: where it is, what it hides, and where its words stand.
struct DrawnShape {
  let element: XMLElement
  /// The unit square onto the slide.
  let transform: Affine
  /// Its own width and height before it is turned or scaled with its groups.
  let width: Double
  let height: Double
  let fill: DrawingFill
  let outline: ShapeOutline
  let isPicture: Bool
  private let inverse: Affine?
  private let bounds: (x: ClosedRange<Double>, y: ClosedRange<Double>)

  init(
    _ element: XMLElement, _ transform: Affine, width: Double, height: Double,
    fill: DrawingFill, outline: ShapeOutline, isPicture: Bool
  ) {
    self.element = element
    self.transform = transform
    self.width = width
    self.height = height
    self.fill = fill
    self.outline = outline
    self.isPicture = isPicture
    inverse = transform.inverse
    let ends = Self.corners(transform)
    // Groups in groups may blow a place up beyond all numbers.
    let x = ends.map { $0.x.isFinite ? $0.x : 0 }
    let y = ends.map { $0.y.isFinite ? $0.y : 0 }
    bounds = (
      (x.min() ?? 0)...max(x.max() ?? 0, x.min() ?? 0),
      (y.min() ?? 0)...max(y.max() ?? 0, y.min() ?? 0)
    )
  }

  var kind: String { element.name.local }

  var name: String {
    let properties = DrawnShape.properties(of: element)
    let name = properties?["name"] ?? ""
    return name.isEmpty ? "a shape" : "“\(name)”"
  }

  var corners: [SlidePoint] { Self.corners(transform) }

  private static func corners(_ transform: Affine) -> [SlidePoint] {
    [(0, 0), (1, 0), (1, 1), (0, 1)].map { transform(SlidePoint(x: $0, y: $1)) }
  }

  /// Points all over it.
  var samples: [SlidePoint] {
    let steps = [0.02, 0.2, 0.4, 0.6, 0.8, 0.98]
    return steps.flatMap { y in steps.map { transform(SlidePoint(x: $0, y: y)) } }
  }

  /// Whether a point of the slide lies in it.
  func contains(_ point: SlidePoint) -> Bool {
    guard isNear(point), let inverse else { return false }
    return outline.contains(inverse(point))
  }

  /// Whether a point of the slide lies in its box.
  func isAround(_ point: SlidePoint) -> Bool {
    guard isNear(point), let inverse else { return false }
    return ShapeOutline.box.contains(inverse(point))
  }

  /// Most shapes are elsewhere, which is seen without reckoning. A point on the edge is in.
  private func isNear(_ point: SlidePoint) -> Bool {
    let edge = 1_000.0
    return point.x >= bounds.x.lowerBound - edge && point.x <= bounds.x.upperBound + edge
      && point.y >= bounds.y.lowerBound - edge && point.y <= bounds.y.upperBound + edge
  }

  /// All words in it, its paragraphs as lines.
  var text: String { DrawnShape.text(of: element) }

  static func text(of element: XMLElement) -> String {
    element.descendants("p").map { paragraph in
      var line = ""
      paragraph.visit { element in
        if element.name.local == "t" { line += element.text }
        if element.name.local == "br" || element.name.local == "tab" { line += " " }
      }
      return line.edgesTrimmed
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The element with name, description and the switch that hides.
  static func properties(of element: XMLElement) -> XMLElement? {
    element.elements.first { $0.name.local.hasPrefix("nv") }?.first("cNvPr")
  }

  static func isHidden(_ element: XMLElement) -> Bool {
    PresentationStructure.isOn(properties(of: element)?["hidden"])
  }
}

/// The form of a shape within its box, as far as it matters for what it hides.
enum ShapeOutline: Equatable {
  case box, ellipse, triangle, diamond
  /// A form with points and bays: its middle only.
  case middle
  /// A form with a hole, or a line.
  case nothing
  /// Corners of a free form in its unit square.
  case polygon([SlidePoint])

  init(_ properties: XMLElement?) {
    if let custom = properties?.first("custGeom") {
      self = Self.polygon(custom)
      return
    }
    switch properties?.first("prstGeom")?["prst"] ?? "rect" {
    case "ellipse", "flowChartConnector": self = .ellipse
    case "triangle": self = .triangle
    case "diamond", "flowChartDecision": self = .diamond
    case "donut", "frame", "blockArc", "halfFrame", "corner", "arc", "noSmoking", "bracketPair",
      "bracePair", "leftBracket", "rightBracket", "leftBrace", "rightBrace":
      self = .nothing
    case let name where name.lowercased().contains("connector") || name == "line":
      self = .nothing
    case let name
    where name.contains("rect") || name.contains("Rect") || name.hasPrefix("snip")
      || name.hasPrefix("flowChart") || name.contains("plaque") || name == "bevel"
      || name.hasPrefix("actionButton") || name == "foldedCorner" || name == "cube":
      self = .box
    default: self = .middle
    }
  }

  func contains(_ point: SlidePoint) -> Bool {
    let (x, y) = (point.x, point.y)
    guard x >= -0.001, x <= 1.001, y >= -0.001, y <= 1.001 else { return false }
    switch self {
    case .box: return true
    case .ellipse: return (x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5) <= 0.2501
    case .triangle: return abs(x - 0.5) <= y / 2
    case .diamond: return abs(x - 0.5) + abs(y - 0.5) <= 0.5
    case .middle: return x >= 0.15 && x <= 0.85 && y >= 0.15 && y <= 0.85
    case .nothing: return false
    case .polygon(let corners): return Self.contains(point, corners)
    }
  }

  /// Straight lines through the ends of all segments.
  private static func polygon(_ custom: XMLElement) -> ShapeOutline {
    guard let path = custom.first("pathLst")?.first("path"),
      let width = PresentationStructure.number(path["w"]), width > 0,
      let height = PresentationStructure.number(path["h"]), height > 0
    else { return .middle }
    var corners: [SlidePoint] = []
    for segment in path.elements {
      if segment.name.local == "arcTo" { return .middle }
      guard let end = segment.all("pt").last else { continue }
      guard let x = PresentationStructure.number(end["x"]),
        let y = PresentationStructure.number(end["y"]), corners.count < 10_000
      else { return .middle }
      corners.append(SlidePoint(x: x / width, y: y / height))
    }
    return corners.count > 2 ? .polygon(corners) : .nothing
  }

  private static func contains(_ point: SlidePoint, _ corners: [SlidePoint]) -> Bool {
    var inside = false
    var last = corners[corners.count - 1]
    for corner in corners {
      if (corner.y > point.y) != (last.y > point.y),
        point.x < (last.x - corner.x) * (point.y - corner.y) / (last.y - corner.y) + corner.x
      {
        inside.toggle()
      }
      last = corner
    }
    return inside
  }
}
