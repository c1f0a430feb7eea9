import Foundation
import InformationLaw

/// Times one thing the engine does and prints the result as a line of JSON:
///
///     engine-bench due COUNT [FILE]      due dates with their working; FILE gets the dates
///     engine-bench book SECONDS          loading the statute book
///     engine-bench scrutiny SECONDS DECISION
///     engine-bench letter SECONDS DECISION txt|html|docx
///     engine-bench holidays              the days that FOIA clocks leave out, for the peers
///     engine-bench papers DECISION       a decision, its findings and its letter, for the peers
@main
struct EngineBench {
  static func main() throws {
    var arguments = CommandLine.arguments.dropFirst()
    func next(_ what: String) throws -> String {
      guard let argument = arguments.popFirst() else { throw Misuse(missing: what) }
      return argument
    }
    func number(_ what: String) throws -> Double {
      let text = try next(what)
      guard let number = Double(text), number > 0 else { throw Misuse(missing: what) }
      return number
    }
    let book = try StatuteBook.builtIn()
    switch try next("what to time") {
    case "due": try show(dueDates(Int(number("count")), book: book, into: arguments.popFirst()))
    case "book": try show(loading(for: number("seconds")))
    case "scrutiny":
      try show(scrutiny(for: number("seconds"), of: next("decision"), book: book))
    case "letter":
      try show(
        letters(
          for: number("seconds"), of: next("decision"), as: next("format"), book: book))
    case "holidays":
      let calendar = book.workingDays(.foia)
      let days = book.bankHolidays.holidays.keys.filter { calendar.nonWorking($0) != nil }
      try show(days.sorted().map(\.description))
    case "papers": try show(Papers(of: next("decision"), book: book))
    case let other: throw Misuse(missing: "something to time; '\(other)' is nothing")
    }
  }

  static func show(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}

struct Misuse: Error {
  var missing: String
}

/// How much work was done in how long.
struct Timing: Encodable {
  /// How many times.
  var count: Int
  /// In how many seconds of processor time.
  var seconds: Double
  /// Bytes written or days accounted for, so that the work cannot be optimised away.
  var product: Int

  /// Repeats work until the time is up; one repetition before that does not count.
  init(for seconds: Double, _ work: () throws -> Int) rethrows {
    product = try work()
    count = 0
    self.seconds = 0
    let start = processorTime()
    repeat {
      product = try work()
      count += 1
      self.seconds = processorTime() - start
    } while self.seconds < seconds
  }

  init(count: Int, seconds: Double, product: Int) {
    self.count = count
    self.seconds = seconds
    self.product = product
  }
}

/// Seconds that this process has had a processor: what else the machine does meanwhile does not count.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
