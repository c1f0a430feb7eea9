import CConfinement
public import Dispatch
import Glibc

/// Starts this program again for one file, hands the file over and waits for the answer.
public enum WorkerProcess {
  /// How a process ended.
  public enum End: Equatable, Sendable {
    /// It printed this, which may be nothing.
    case answered([UInt8])
    /// It was ended because it took too long, or printed too much.
    case tookTooLong
    /// It could not be started.
    case notStarted
  }

  /// Where processes are waited for, so that no thread of Swift's own is held up.
  public static let queue = DispatchQueue(label: "workers", attributes: .concurrent)

  /// Runs this program with other arguments, without its environment and its open files, and gives it
  /// the input to read.
  ///
  /// - Parameter program: Another program to start; for tests.
  public static func run(
    _ arguments: [String], input: [UInt8], patience: Double, most: Int,
    program: String = "/proc/self/exe"
  ) -> End {
    var words: [UnsafeMutablePointer<CChar>?] = (["steelyard"] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var descriptor: Int32 = -1
    let process = input.withUnsafeBytes {
      confinement_start(program, words, $0.baseAddress, $0.count, &descriptor)
    }
    guard process > 0 else { return .notStarted }
    defer { close(descriptor) }
    let output = read(descriptor, until: Instant.now + patience, most: most)
    if output == nil { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1, errno == EINTR {}
    return output.map { .answered($0) } ?? .tookTooLong
  }

  /// Reads to the end; nil where that does not come in time, or comes too late for the limit.
  private static func read(_ descriptor: Int32, until deadline: Double, most: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let left = deadline - Instant.now
      guard left > 0 else { return nil }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, Int32(min(left, 3_600) * 1_000) + 1)
      if ready == 0 || ready < 0 && errno == EINTR { continue }
      guard ready > 0 else { return nil }
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? bytes : nil }
      guard bytes.count + count <= most else { return nil }
      bytes += buffer[..<count]
    }
  }

  /// Seconds on a clock that nobody sets.
  private enum Instant {
    static var now: Double {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
  }
}
