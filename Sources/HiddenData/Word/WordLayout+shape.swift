extension WordShape {
  /// Where it lies on the page, in twentieths of a point, as far as that can be told.
  func room(on paper: WordPaper) -> WordRoom? {
    guard !isInline, let anchor = outermost else { return nil }
    let start = anchor.room ?? WordRoom(left: paper.left, top: paper.top)
    let column =
      anchor.cell.map { (paper.left + $0.left, max($0.width, 1)) } ?? (
        paper.left, paper.columnWidth
      )
    let across: (Int, Int) =
      switch horizontal.base.lowercased() {
      case "page": (0, paper.width)
      case "margin": (paper.left, paper.width - paper.left - paper.right)
      case "leftmargin", "left-margin", "insidemargin": (0, paper.left)
      case "rightmargin", "right-margin", "outsidemargin":
        (paper.width - paper.right, paper.right)
      default: column
      }
    let down: (Int, Int) =
      switch vertical.base.lowercased() {
      case "page": (0, paper.height)
      case "margin": (paper.top, paper.height - paper.top - paper.bottom)
      case "topmargin", "top-margin": (0, paper.top)
      case "bottommargin", "bottom-margin": (paper.height - paper.bottom, paper.bottom)
      default: (start.top, max(start.bottom - start.top, 1))
      }
    let left = Self.place(horizontal, across, frame.width / WordUnit.emu) + inset.x / WordUnit.emu
    let top = Self.place(vertical, down, frame.height / WordUnit.emu) + inset.y / WordUnit.emu
    return WordRoom(
      page: start.page, left: left, top: top, right: left + width / WordUnit.emu,
      bottom: top + height / WordUnit.emu)
  }

  /// The paragraph outside every box that it hangs on.
  private var outermost: WordParagraph? {
    var paragraph = anchor
    var steps = 0
    while let box = paragraph?.box, steps < 20 {
      paragraph = box.anchor
      steps += 1
    }
    return paragraph
  }

  private static func place(_ position: Position, _ base: (Int, Int), _ size: Int) -> Int {
    switch position.alignment?.lowercased() {
    case "center": base.0 + (base.1 - size) / 2
    case "right", "bottom", "outside": base.0 + base.1 - size
    case .some: base.0
    case nil: base.0 + position.offset / WordUnit.emu
    }
  }
}

/// Units of length.
enum WordUnit {
  /// EMU in a twentieth of a point.
  static let emu = 635
}
