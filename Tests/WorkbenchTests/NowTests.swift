import Casework
import InformationLaw
import Testing

@testable import Workbench

@Suite("The time")
struct NowTests {
  @Test(
    "an instant is kept as ISO 8601 in UTC, to the millisecond",
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (1_798_765_432_007, "2027-01-01T01:03:52.007Z"),
      (1_774_746_000_500, "2026-03-29T01:00:00.500Z"),
    ])
  func stamp(milliseconds: Int, text: String) {
    #expect(Now.stamp(milliseconds: milliseconds) == text)
  }

  @Test("the machine's stamp is of the machine's day")
  func system() {
    let stamp = Now.system.stamp()
    #expect(Day(stamp.prefix(10)).map { abs($0.number - Now.system.day().number) <= 1 } == true)
    #expect(stamp.count == 24 && stamp.hasSuffix("Z"))
  }

  @Test("the history shows the day and the time of every act")
  func shown() async throws {
    let workplace = try await Workplace()
    let reference = try await workplace.register()
    let body = try await workplace.get(.history(reference), as: .officer).body
    #expect(body.contains("\(Workplace.today.written), 10:00 UTC"))
  }
}
