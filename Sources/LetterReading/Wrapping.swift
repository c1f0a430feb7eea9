import TextScan

/// Whether the lines of a letter were broken at a width, and at which.
struct Wrapping {
  /// The width; nil where each line is a paragraph.
  let width: Int?

  /// Looks at the lengths of all lines.
  ///
  /// Broken text has hardly a line above 130 characters, and many lines that end close to the longest
  /// without the end of a sentence.
  init(lines: [Line], in bytes: [UInt8]) {
    var lengths = [Int](repeating: 0, count: 161)
    for line in lines { lengths[min(line.range.count + line.indent, 160)] += 1 }
    let long = lengths[131...].reduce(0, +)
    guard lines.count >= 4, long * 20 <= lines.count else {
      width = nil
      return
    }
    // The width is the length that only one line in fifty goes beyond: a long address may stick out.
    var beyond = 0
    var widest = 130
    while widest > 30, (beyond + lengths[widest]) * 50 <= lines.count {
      beyond += lengths[widest]
      widest -= 1
    }
    var open = 0
    for line in lines where line.range.count + line.indent + 14 >= widest {
      if let last = bytes[line.range].last, ![0x2E, 0x3F, 0x3A, 0x21].contains(last) { open += 1 }
    }
    width = widest >= 50 && open * 8 >= lines.count ? widest : nil
  }

  /// Whether a line goes on in the next: the next one's first word would not have fitted.
  func isFull(_ line: Line, before next: Line, in bytes: [UInt8]) -> Bool {
    guard let width else { return false }
    let word = bytes[next.range].prefix { $0 != 0x20 && $0 != 0x09 }.count
    return line.range.count + line.indent + 1 + min(word, 24) > width
  }
}
