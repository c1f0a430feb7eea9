/// A paragraph while its place is worked out.
struct LaidLine {
  var paragraph: XMLElement
  var runs: [TextRun]
  var text: String
  var width: Double
  var height: Double
  var align: String
}

/// The margins, anchor, wrapping and fitting of a body of text, with what a placeholder inherits.
struct TextFrame {
  let left, right, top, bottom: Double
  let anchor: String
  let wraps: Bool
  /// How much smaller the letters are so that they fit.
  let fontScale: Double
  /// Whether text that is too long is made smaller, or the shape larger, when the program next looks.
  let fits: Bool
  /// Whether lines run across the box in one column.
  let isPlain: Bool

  init(_ owner: XMLElement, width: Double, _ look: SlideLook) {
    let bodies = ([owner] + look.ancestors(of: owner)).compactMap {
      $0.first("txBody")?.first("bodyPr")
    }
    func value(_ name: String) -> String? { bodies.lazy.compactMap { $0[name] }.first }
    func inset(_ name: String, _ usual: Double) -> Double {
      max(PresentationStructure.number(value(name)) ?? usual, 0)
    }
    left = inset("lIns", 91_440)
    right = inset("rIns", 91_440)
    top = inset("tIns", 45_720)
    bottom = inset("bIns", 45_720)
    anchor = value("anchor") ?? "t"
    wraps = value("wrap") != "none" && width > left + right + 50_000
    let fitting = bodies.lazy.compactMap { body in
      body.elements.first { $0.name.local.hasSuffix("utofit") || $0.name.local == "spAutoFit" }
    }.first
    fits = fitting?.name.local == "normAutofit"
    let scale = ShapeDetails.share(fitting?["fontScale"])
    fontScale = scale > 0.05 && scale <= 1 ? scale : 1
    let direction = value("vert") ?? "horz"
    isPlain = direction == "horz" && (value("numCol").flatMap(Int.init) ?? 1) <= 1
  }

  /// Where text of a height begins, and by how much its lines are brought together.
  func placing(_ whole: Double, in height: Double) -> (top: Double, squeeze: Double) {
    let space = height - top - bottom
    let squeeze = fits && whole > space && space > 0 ? space / whole : 1
    let rest = space - whole * squeeze
    return switch anchor {
    case "ctr": (top + rest / 2, squeeze)
    case "b": (top + rest, squeeze)
    default: (top, squeeze)
    }
  }
}
