import Foundation
import InformationLaw

/// Due dates for requests received on each day from 2006 to 2027, over and over, every one with its
/// working: each calendar day numbered, or left out with the reason.
func dueDates(_ count: Int, book: StatuteBook, into path: String?) throws -> Timing {
  guard let first = Day(year: 2006, month: 1, day: 1),
    let last = Day(year: 2027, month: 12, day: 31),
    let clock = book.responseClock(.foia)
  else { throw Misuse(missing: "a response clock under FOIA") }
  let length = last.number - first.number + 1
  let received = (0..<count).map { first.adding($0 % length) }
  let calendar = book.workingDays(.foia)
  var due: [Int32] = []
  due.reserveCapacity(count)
  var accounted = 0
  let start = processorTime()
  for day in received {
    let reading = try clock.reading(received: day, calendar: calendar)
    accounted += reading.working.count
    due.append(Int32(reading.due?.number ?? 0))
  }
  let taken = processorTime() - start
  if let path {
    try due.withUnsafeBytes { try Data($0).write(to: URL(filePath: path)) }
  }
  return Timing(count: count, seconds: taken, product: accounted)
}

/// Reading and checking every data file of the statute book, from text in memory.
func loading(for seconds: Double) throws -> Timing {
  let files = StatuteBook.builtInFiles
  return try Timing(for: seconds) { try StatuteBook(files: files).limbs.count }
}
