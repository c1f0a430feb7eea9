/// What the program is asked to do.
struct Options {
  /// At how many points a file is cut.
  var cuts = 200
  /// How many times a byte of it is flipped.
  var flips = 2_000
  /// Whether damaged files are cleaned, too.
  var cleans = false
  /// The number of the trial to begin with.
  var first = 0
  /// The numbers of the trials to make; nil for all.
  var numbers: Range<Int>?
  /// Whether this process is one of those that may die.
  var isTrial = false
  var paths: [String] = []

  init(_ words: some Sequence<String>) {
    var words = Array(words)[...]
    func number() -> Int? { words.popFirst().flatMap { Int($0) } }
    while let word = words.popFirst() {
      switch word {
      case "--cuts": cuts = number() ?? cuts
      case "--flips": flips = number() ?? flips
      case "--only": numbers = number().map { $0..<($0 + 1) }
      case "--from": first = number() ?? first
      case "--clean": cleans = true
      case "--trial":
        isTrial = true
        let bounds = (number() ?? 0, number() ?? 0)
        numbers = bounds.0..<max(bounds.0, bounds.1)
      default: paths.append(word)
      }
    }
  }
}
