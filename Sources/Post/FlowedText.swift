/// Text whose lines were broken for the post (RFC 3676): a line that ends in a blank goes on in
/// the next one.
enum FlowedText {
  /// The text with its lines put together again.
  static func unflowed(_ text: String, deletesBlank: Bool) -> String {
    var result: [String] = []
    var open: (depth: Int, text: String)?
    for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let depth = raw.utf8.prefix { $0 == UInt8(ascii: ">") }.count
      var line = raw.utf8.dropFirst(depth)
      // A line that begins with a blank or with `>` was given one blank more.
      if line.first == .space { line = line.dropFirst() }
      let isSignature = line.elementsEqual("-- ".utf8)
      if let current = open, current.depth != depth || isSignature {
        result.append(finished(current))
        open = nil
      }
      let flows = line.last == .space && !isSignature
      if flows, deletesBlank { line = line.dropLast() }
      if open == nil { open = (depth, "") }
      open?.text += Substring(line)
      if !flows, let current = open {
        result.append(finished(current))
        open = nil
      }
    }
    if let open { result.append(finished(open)) }
    return result.joined(separator: "\n")
  }

  private static func finished(_ line: (depth: Int, text: String)) -> String {
    guard line.depth > 0 else { return line.text }
    return String(repeating: ">", count: line.depth) + " " + line.text
  }
}
