/// A picture, shape or chart that lies on a sheet.
struct DrawingObject {
  /// A piece of text with the colour that it is written in; nil where it has no fill at all.
  struct Run {
    var text: String
    var colour: Colour?
    var size: Double?
  }

  /// What the element is called: `pic`, `sp`, `graphicFrame`, `cxnSp`…
  var kind: String
  var name: String
  var description: String
  var isHidden: Bool
  /// Whether it stands in for another one that programs of today show instead of it.
  var isFallback: Bool
  var anchor: ObjectAnchor
  /// Its place within a group, as shares of the group's box; nil outside of one.
  var share: ObjectShare?
  /// nil where it has no ground of its own; several where the ground changes.
  var grounds: [Colour]?
  var isOpaque: Bool
  var isFlat: Bool
  var runs: [Run]
  var element: XMLElement

  var text: String { runs.map(\.text).joined() }

  /// As people speak of it: `picture "Logo"`.
  var place: String {
    let names = ["pic": "picture", "sp": "shape", "graphicFrame": "object", "cxnSp": "line"]
    return "\(names[kind] ?? "object") \"\(name)\""
  }

  func box(_ geometry: SheetGeometry) -> ObjectBox {
    let whole = anchor.box(geometry)
    return share?.box(in: whole) ?? whole
  }
}

/// Where an object is fastened: to cells, or to a place on the sheet.
struct ObjectAnchor {
  private var from: (column: Int, columnOffset: Int, row: Int, rowOffset: Int)?
  private var to: (column: Int, columnOffset: Int, row: Int, rowOffset: Int)?
  private var position = (x: 0, y: 0)
  private var size = (width: 0, height: 0)

  init(_ element: XMLElement) {
    func number(_ text: String?) -> Int {
      let text = text?.filter { !$0.isWhitespace } ?? ""
      return min(1 << 40, max(-(1 << 40), Int(text) ?? 0))
    }
    func corner(
      _ name: String
    ) -> (column: Int, columnOffset: Int, row: Int, rowOffset: Int)? {
      guard let corner = element.first(name) else { return nil }
      return (
        number(corner.first("col")?.text), number(corner.first("colOff")?.text),
        number(corner.first("row")?.text), number(corner.first("rowOff")?.text)
      )
    }
    from = corner("from")
    to = corner("to")
    if let place = element.first("pos") { position = (number(place["x"]), number(place["y"])) }
    if let extent = element.first("ext") {
      size = (number(extent["cx"]), number(extent["cy"]))
    }
  }

  /// The cell in which it begins, and the one within it.
  var firstCells: [CellPlace] {
    guard let from, from.row >= 0, from.column >= 0 else { return [] }
    return (1...2).map { CellPlace(row: from.row + $0, column: from.column + $0) }
  }

  func box(_ geometry: SheetGeometry) -> ObjectBox {
    var box = ObjectBox(left: position.x, top: position.y, right: 0, bottom: 0)
    if let from {
      box.left = geometry.left(from.column) + from.columnOffset
      box.top = geometry.top(from.row) + from.rowOffset
    }
    box.right = box.left + size.width
    box.bottom = box.top + size.height
    if let to {
      box.right = geometry.left(to.column) + to.columnOffset
      box.bottom = geometry.top(to.row) + to.rowOffset
    }
    return box
  }
}

/// A part of a group's box, from 0 to 1 both ways.
struct ObjectShare {
  var left = 0.0
  var top = 0.0
  var right = 1.0
  var bottom = 1.0

  func box(in whole: ObjectBox) -> ObjectBox {
    func place(_ from: Int, _ to: Int, _ part: Double) -> Int {
      from + (Int(exactly: (Double(to - from) * part).rounded()) ?? 0)
    }
    return ObjectBox(
      left: place(whole.left, whole.right, left), top: place(whole.top, whole.bottom, top),
      right: place(whole.left, whole.right, right), bottom: place(whole.top, whole.bottom, bottom))
  }

  func within(_ outer: ObjectShare) -> ObjectShare {
    let width = outer.right - outer.left
    let height = outer.bottom - outer.top
    return ObjectShare(
      left: outer.left + left * width, top: outer.top + top * height,
      right: outer.left + right * width, bottom: outer.top + bottom * height)
  }
}
