/// Where a drawing lies, and how the coordinates within it are turned into those of the page.
struct WordFrame {
  var name = ""
  var root: XMLElement?
  var horizontal = WordShape.Position()
  var vertical = WordShape.Position(base: "paragraph")
  var width = 0
  var height = 0
  var isInline = true
  var isBehind = false
  var isWrapped = false
  var isHidden = false
  var order = 0
  /// Of a group: what its own coordinates begin with and how many EMU one of them is.
  var origin = (x: 0.0, y: 0.0)
  var scale = (x: 1.0, y: 1.0)
  /// Where the group begins within the whole drawing, in EMU.
  var start = (x: 0.0, y: 0.0)
  var isGroup = false

  init() {}

  /// Reads what surrounds a drawing of DrawingML.
  init(anchor element: XMLElement) {
    root = element
    isInline = element.name.local == "inline"
    let isOn = { (name: String) in ["1", "true", "on"].contains(element[name] ?? "") }
    isBehind = isOn("behindDoc")
    order = element.number("relativeHeight") ?? 0
    width = element.first("extent")?.number("cx") ?? 0
    height = element.first("extent")?.number("cy") ?? 0
    let properties = element.first("docPr")
    name = properties?["name"] ?? ""
    isHidden = ["1", "true", "on"].contains(properties?["hidden"] ?? "") || isOn("hidden")
    isWrapped = ["wrapSquare", "wrapTight", "wrapThrough", "wrapTopAndBottom"].contains {
      element.first($0) != nil
    }
    guard !isInline else { return }
    if isOn("simplePos"), let point = element.first("simplePos") {
      horizontal = .init(base: "page", offset: point.number("x") ?? 0)
      vertical = .init(base: "page", offset: point.number("y") ?? 0)
      return
    }
    horizontal = Self.position(element.descendants("positionH"), base: "column")
    vertical = Self.position(element.descendants("positionV"), base: "paragraph")
  }

  private static func position(_ written: [XMLElement], base: String) -> WordShape.Position {
    var result = WordShape.Position(base: base)
    for element in written {
      result.base = element["relativeFrom"] ?? result.base
      if let offset = element.first("posOffset").flatMap({ XMLElement.number($0.text) }) {
        result.offset = offset
        result.alignment = nil
        return result
      }
      if let alignment = element.first("align")?.text.stripped { result.alignment = alignment }
    }
    return result
  }

  /// The frame within a group whose transformation is given.
  func group(_ transform: XMLElement?) -> WordFrame {
    var inner = self
    inner.isGroup = true
    guard let transform else { return inner }
    func pair(_ name: String, _ x: String, _ y: String) -> (Double, Double) {
      let element = transform.first(name)
      return (Double(element?.number(x) ?? 0), Double(element?.number(y) ?? 0))
    }
    let (offX, offY) = pair("off", "x", "y")
    let (extX, extY) = pair("ext", "cx", "cy")
    let (childX, childY) = pair("chOff", "x", "y")
    let (spanX, spanY) = pair("chExt", "cx", "cy")
    if isGroup { inner.start = place(offX, offY) }
    let wide = isGroup ? extX * scale.x : Double(width)
    let high = isGroup ? extY * scale.y : Double(height)
    inner.origin = (childX, childY)
    inner.scale = (spanX > 0 ? wide / spanX : 1, spanY > 0 ? high / spanY : 1)
    return inner
  }

  /// Where a point of the group's coordinates lies in the drawing.
  func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (start.x + (x - origin.x) * scale.x, start.y + (y - origin.y) * scale.y)
  }

  /// A shape in this frame; in a group it has a place of its own.
  func shape(x: Int?, y: Int?, width own: Int?, height ownHeight: Int?) -> WordShape {
    let shape = WordShape()
    shape.name = name
    shape.root = root
    shape.isInline = isInline
    shape.isBehind = isBehind
    shape.isWrapped = isWrapped
    shape.isHidden = isHidden
    shape.horizontal = horizontal
    shape.vertical = vertical
    shape.frame = (width, height)
    shape.width = width
    shape.height = height
    shape.rank = order
    if isGroup {
      let (left, top) = place(Double(x ?? 0), Double(y ?? 0))
      shape.inset = (Self.whole(left), Self.whole(top))
      shape.width = Self.whole(Double(own ?? 0) * scale.x)
      shape.height = Self.whole(Double(ownHeight ?? 0) * scale.y)
    }
    return shape
  }

  private static func whole(_ value: Double) -> Int {
    value.isFinite ? Int(min(max(value, -1e11), 1e11)) : 0
  }
}
