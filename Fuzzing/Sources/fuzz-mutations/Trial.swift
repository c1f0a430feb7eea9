import Foundation
import HiddenData

/// The inspection of one damaged file, in a process that may die of it.
enum Trial {
  /// Seconds after which the process is stopped.
  static let patience: UInt32 = 60
  /// Bytes of memory that it may ask for.
  static let memory: rlim_t = 4 << 30

  /// Looks into a file damaged in these ways, one after the other. Prints a line as each begins, and one
  /// of what came of it.
  static func run(_ file: URL, numbers: Range<Int>, options: Options) throws {
    var limit = rlimit(rlim_cur: memory, rlim_max: memory)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    let bytes = Array(try Data(contentsOf: file))
    let integrity = Integrity(bytes)
    for number in numbers {
      say("begin \(number)")
      alarm(patience)
      let mutation = Mutation(number, cuts: options.cuts, of: bytes.count)
      let damaged = mutation.applied(to: bytes)
      var verdict = Inspection.Verdict.clean
      let time = ContinuousClock().measure {
        let name = file.lastPathComponent
        verdict = FileInspection.inspect(damaged, name: name, sha256: "").verdict
        if options.cleans { _ = try? FileCleaning.clean(damaged, name: name) }
      }
      let isWrong = verdict == .clean && integrity.shows(mutation)
      var usage = rusage()
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      let word = isWrong ? "wrong" : verdict.rawValue
      say("end \(number) \(word) \(Int(time / .milliseconds(1))) \(usage.ru_maxrss / 1_024)")
    }
  }

  /// Prints a line at once: what is kept back would be lost with the process.
  private static func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }
}
