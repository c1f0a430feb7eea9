import InformationLaw
import Markup
import PublicInterest

/// The two sides of the balance as a steelyard: each factor hangs at the weight that a person gave it.
///
/// The beam is always drawn level. Nothing is added up and no side is shown to win.
struct SteelyardPicture {
  var factors: [Factor]

  /// How far from the fulcrum each weight hangs, in units of the drawing.
  private static let notches: [(weight: Weight, x: Int)] = [
    (.none, 30), (.slight, 94), (.moderate, 159), (.considerable, 233), (.veryStrong, 307),
  ]
  private static let width = 340

  var html: HTML {
    """
    <figure class="scales"><div class="arms">\
    \(arm(.disclose, "For disclosing"))\(arm(.maintain, "For maintaining the exemption"))</div>\
    <figcaption>Each factor hangs at the weight that you gave it. The beam is always drawn level: \
    nothing is added up, and the balance is for you to say.</figcaption></figure>
    """
  }

  private func arm(_ side: Vocabulary.Side, _ label: HTML) -> HTML {
    let hung = factors.filter { $0.side == side }.enumerated().map { index, factor in
      (name: "\(side == .disclose ? "D" : "M")\(index + 1)", weight: factor.weight)
    }
    var weights: [HTML] = []
    for notch in SteelyardPicture.notches {
      let x = position(notch.x, side)
      for (depth, factor) in hung.filter({ $0.weight == notch.weight }).enumerated() {
        let y = 84 + depth * 34
        weights.append(
          """
          <path class="chain" d="M\(x) \(depth == 0 ? 56 : y - 20)v\(depth == 0 ? 28 : 8)"/>\
          <circle class="weight" cx="\(x)" cy="\(y)" r="14"/><text x="\(x)" y="\(y + 4)">\
          \(factor.name)</text>
          """)
      }
    }
    let scale = SteelyardPicture.notches.map { notch -> HTML in
      let x = position(notch.x, side)
      return
        "<text x=\"\(x)\" y=\"38\">\(notch.weight.rawValue)</text><path class=\"notch\" d=\"M\(x) 44v12\"/>"
    }
    let beam: HTML =
      side == .disclose
      ? """
      <path class="beam" d="M340 51 8 54v4L340 61z"/><circle class="knob" cx="7" cy="56" r="5"/>\
      <path class="hook" d="M340 56V34"/><circle class="hook" cx="340" cy="27" r="7"/>
      """
      : """
      <path class="beam" d="M0 51 332 54v4L0 61z"/><circle class="knob" cx="333" cy="56" r="5"/>\
      <path class="hook" d="M0 56V34"/><circle class="hook" cx="0" cy="27" r="7"/>
      """
    return """
      <svg class="arm \(side.rawValue)" viewBox="0 0 \(SteelyardPicture.width) \(height)" \
      aria-hidden="true" focusable="false"><text class="label" x="170" y="16">\(label)</text>\
      \(beam)\(scale)\(weights)</svg>
      """
  }

  /// Both arms are as tall as the longest chain on either side, so that the beams meet.
  private var height: Int {
    let chains = [Vocabulary.Side.disclose, .maintain].flatMap { side in
      Weight.allCases.map { weight in
        factors.filter { $0.side == side && $0.weight == weight }.count
      }
    }
    return 70 + 34 * max(1, chains.max() ?? 1)
  }

  private func position(_ x: Int, _ side: Vocabulary.Side) -> Int {
    side == .disclose ? SteelyardPicture.width - x : x
  }
}

extension Weight {
  /// The word with filled dots before it, for those who look at the shape first.
  var chip: HTML {
    let level = Weight.allCases.firstIndex(of: self) ?? 0
    let dots = String(repeating: "●", count: level) + String(repeating: "○", count: 4 - level)
    return "<span class=\"weight\"><span aria-hidden=\"true\">\(dots)</span> \(rawValue)</span>"
  }
}
