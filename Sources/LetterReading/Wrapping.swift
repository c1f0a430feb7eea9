import TextScan

/// Whether the lines of a letter were broken at a width, and at which.
struct Wrapping {
  /// The width; nil where each line is a paragraph.
  let width: Int?

  /// Looks at the lines that another follows without a blank line between: in broken text most of them
  /// are about as long as the longest, and the sentence goes on behind them.
  init(lines: [Line], in bytes: [UInt8]) {
    var lengths = [Int](repeating: 0, count: 161)
    var count = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !next.afterGap {
      lengths[min(line.range.count + line.indent, 160)] += 1
      count += 1
    }
    // A few lines may stick out: an address, or a paragraph that somebody put in later.
    let strays = count < 8 ? 1 : max(2, count / 10)
    var beyond = 0
    var widest = 160
    while widest > 30, beyond + lengths[widest] <= strays {
      beyond += lengths[widest]
      widest -= 1
    }
    var open = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !next.afterGap {
      guard (widest - 14...widest).contains(line.range.count + line.indent),
        let last = bytes[line.range].last, ![0x2E, 0x3F, 0x3A, 0x21].contains(last)
      else { continue }
      open += 1
    }
    let isBroken = (50...130).contains(widest) && count > 1 && open * 5 >= count
    width = isBroken ? widest : nil
  }

  /// Whether a line goes on in the next: the next one's first word would not have fitted.
  func isFull(_ line: Line, before next: Line, in bytes: [UInt8], slack: Int = 0) -> Bool {
    guard let width else { return false }
    let word = bytes[next.range].prefix { $0 != 0x20 && $0 != 0x09 }.count
    return line.range.count + line.indent + 1 + min(word, 24) + slack > width
  }
}
