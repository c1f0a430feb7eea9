/// What came of all trials together.
struct Tally {
  var files = 0
  var trials = 0
  var verdicts: [String: Int] = [:]
  var crashes = 0
  var wrong = 0
  var slowest = (milliseconds: 0, what: "")
  var largest = (megabytes: 0, what: "")

  var isGood: Bool { crashes == 0 && wrong == 0 }

  /// Takes the result of one trial: the words that it printed after `end`.
  mutating func take(_ words: [Substring], of what: () -> String) {
    guard words.count == 4, let milliseconds = Int(words[2]), let megabytes = Int(words[3]) else {
      return
    }
    trials += 1
    verdicts[String(words[1]), default: 0] += 1
    if words[1] == "wrong" {
      wrong += 1
      print("WRONGLY CLEAN", what())
    }
    if milliseconds > slowest.milliseconds { slowest = (milliseconds, what()) }
    if megabytes > largest.megabytes { largest = (megabytes, what()) }
  }

  func report() {
    print("\(files) files, \(trials) trials, \(crashes) crashes, \(wrong) wrongly clean")
    print(
      verdicts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    print("slowest: \(slowest.milliseconds) ms, \(slowest.what)")
    print("most memory: \(largest.megabytes) MB, \(largest.what)")
  }
}
