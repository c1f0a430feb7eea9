/// A run of text on one baseline of a page, in points from the top left.
struct PageLine: Equatable {
  var text: String
  var left: Float
  var top: Float
  var right: Float
  var bottom: Float
  /// The size of its letters.
  var size: Float
  var isBold = false

  var height: Float { max(bottom - top, 1) }
  var middle: Float { (top + bottom) / 2 }

  /// Whether another stands on the same line of the page.
  func isLevel(with other: PageLine) -> Bool {
    abs(middle - other.middle) < 0.4 * min(height, other.height)
  }

  /// Whether they share a part of the width.
  func overlaps(_ other: PageLine) -> Bool { left < other.right && other.left < right }

  /// The first word.
  var firstWord: Substring { text.prefix { $0 != " " } }

  /// How wide a letter of it is on average.
  var letterWidth: Float {
    (right - left) / Float(max(text.unicodeScalars.count, 1))
  }
}
