import InformationLaw
import Testing

/// A date worked out apart from the engine, with what lies on the way.
struct WorkedDate: CustomTestStringConvertible {
  var id: String
  var clock: String
  var start: String
  var events: KeyValuePairs<String, String>
  var sessions: [(String, String)]
  var due: String
  /// The Monday-to-Friday days that are left out as holidays; nil where that was not worked out.
  var holidays: [String]?
  var milestones: [ClockReading.Milestone.Kind: String]
  var disregarded: Int
  /// A date that people get who count wrongly.
  var wrong: String?

  init(
    _ id: String, _ clock: String, _ start: String, events: KeyValuePairs<String, String> = [:],
    sessions: [(String, String)] = [], due: String, holidays: [String]? = nil,
    milestones: [ClockReading.Milestone.Kind: String] = [:], disregarded: Int = 0,
    wrong: String? = nil
  ) {
    self.id = id
    self.clock = clock
    self.start = start
    self.events = events
    self.sessions = sessions
    self.due = due
    self.holidays = holidays
    self.milestones = milestones
    self.disregarded = disregarded
    self.wrong = wrong
  }

  var testDescription: String { "\(id) \(clock)" }

  static let all: [WorkedDate] = [
    // nothing in the way
    .init("w01", "foia-s10-20wd", "2025-09-03", due: "2025-10-01", holidays: []),
    // received on a Saturday
    .init("w02", "foia-s10-20wd", "2025-09-06", due: "2025-10-03", holidays: []),
    // late on a Friday is still that Friday
    .init("w03", "foia-s10-20wd", "2025-09-05", due: "2025-10-03", holidays: []),
    // a holiday of Northern Ireland alone
    .init(
      "w04", "foia-s10-20wd", "2025-03-03", due: "2025-04-01", holidays: ["2025-03-17"],
      wrong: "2025-03-31"),
    // 17 March and both days of Easter
    .init(
      "w05", "foia-s10-20wd", "2026-03-16", due: "2026-04-16",
      holidays: ["2026-03-17", "2026-04-03", "2026-04-06"], wrong: "2026-04-15"),
    // received on a holiday, and one in May
    .init(
      "w06", "foia-s10-20wd", "2026-04-03", due: "2026-05-05",
      holidays: ["2026-04-06", "2026-05-04"]),
    // four holidays, one of them Scottish
    .init(
      "w07", "foia-s10-20wd", "2025-12-08", due: "2026-01-09",
      holidays: ["2025-12-25", "2025-12-26", "2026-01-01", "2026-01-02"], wrong: "2026-01-08"),
    // substitutes for holidays on Saturdays
    .init(
      "w08", "foia-s10-20wd", "2026-12-07", due: "2027-01-08",
      holidays: ["2026-12-25", "2026-12-28", "2027-01-01", "2027-01-04"], wrong: "2027-01-07"),
    // a holiday of Scotland alone
    .init(
      "w09", "foia-s10-20wd", "2026-11-20", due: "2026-12-21", holidays: ["2026-11-30"],
      wrong: "2026-12-18"),
    // 12 July on a Sunday
    .init(
      "w10", "foia-s10-20wd", "2026-06-26", due: "2026-07-27", holidays: ["2026-07-13"],
      wrong: "2026-07-24"),
    // 12 July on a Wednesday
    .init("w11", "foia-s10-20wd", "2023-06-20", due: "2023-07-19", holidays: ["2023-07-12"]),
    // the Scottish holiday in August
    .init(
      "w12", "foia-s10-20wd", "2025-07-21", due: "2025-08-19", holidays: ["2025-08-04"],
      wrong: "2025-08-18"),
    // a holiday moved and one added
    .init(
      "w13", "foia-s10-20wd", "2022-05-11", due: "2022-06-10",
      holidays: ["2022-06-02", "2022-06-03"]),
    // a holiday proclaimed after receipt
    .init("w14", "foia-s10-20wd", "2022-09-01", due: "2022-09-30", holidays: ["2022-09-19"]),
    // two Mondays in May
    .init(
      "w15", "foia-s10-20wd", "2023-04-11", due: "2023-05-11",
      holidays: ["2023-05-01", "2023-05-08"]),
    // a single Scottish holiday
    .init(
      "w16", "foia-s10-20wd", "2026-05-29", due: "2026-06-29", holidays: ["2026-06-15"],
      wrong: "2026-06-26"),
    // substitutes on both sides of the year
    .init(
      "w17", "foia-s10-20wd", "2022-12-12", due: "2023-01-13",
      holidays: ["2022-12-26", "2022-12-27", "2023-01-02", "2023-01-03"]),
    // Christmas on a Saturday
    .init(
      "w18", "foia-s10-20wd", "2027-12-01", due: "2027-12-31",
      holidays: ["2027-12-27", "2027-12-28"]),
    // afresh from the answer
    .init(
      "w19", "foia-s1-3", "2025-09-01",
      events: ["clarification-asked": "2025-09-05", "clarification-received": "2025-09-22"],
      due: "2025-10-20"),
    // days disregarded, three months to pay
    .init(
      "w20", "foia-s9-fees", "2025-10-01",
      events: ["fees-notice": "2025-10-10", "fees-paid": "2025-10-31"], due: "2025-11-20",
      milestones: [.lastDayToPay: "2026-01-09"], disregarded: 16),
    // notice by day 20, balance by day 40
    .init(
      "w21", "foia-s10-3-pit", "2026-01-12", due: "2026-03-09", holidays: [],
      milestones: [.noticeDue: "2026-02-09"]),
    // thirty working days
    .init("w22", "foia-archives-30wd", "2026-01-12", due: "2026-02-23", holidays: []),
    // the latest day that can be set
    .init(
      "w23", "foia-forces-overseas-60wd", "2026-01-12", due: "2026-04-09",
      holidays: ["2026-03-17", "2026-04-03", "2026-04-06"]),
    // a summer without sessions
    .init(
      "w24", "foia-schools", "2025-07-14",
      sessions: [
        ("2025-06-02", "2025-07-22"), ("2025-09-03", "2025-10-24"), ("2025-11-03", "2025-12-19"),
      ], due: "2025-09-22", milestones: [.schoolDays: "2025-09-22", .workingDayCap: "2025-10-08"]),
    // two days of term, then summer
    .init(
      "w25", "foia-schools", "2025-07-21",
      sessions: [
        ("2025-06-02", "2025-07-22"), ("2025-09-03", "2025-10-24"), ("2025-11-03", "2025-12-19"),
      ], due: "2025-09-29", milestones: [.schoolDays: "2025-09-29", .workingDayCap: "2025-10-15"]),
    // as under FOIA
    .init(
      "w26", "eir-reg5-20wd", "2026-03-16", due: "2026-04-16",
      holidays: ["2026-03-17", "2026-04-03", "2026-04-06"]),
    // forty in all
    .init(
      "w27", "eir-reg7-40wd", "2026-03-16", due: "2026-05-15",
      holidays: ["2026-03-17", "2026-04-03", "2026-04-06", "2026-05-04"]),
    // forty to decide
    .init(
      "w28", "eir-reg11-40wd-decide", "2026-04-20", due: "2026-06-18",
      holidays: ["2026-05-04", "2026-05-25", "2026-06-15"]),
    // forty to make them
    .init(
      "w29", "eir-reg11-40wd-make", "2026-04-17", due: "2026-06-17",
      holidays: ["2026-05-04", "2026-05-25", "2026-06-15"]),
    // sixty to pay
    .init(
      "w30", "eir-reg8-60wd-pay", "2026-03-20", due: "2026-06-19",
      holidays: ["2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-06-15"]),
    // Easter Monday counts in Scotland
    .init(
      "w31", "foisa-s10-20wd", "2026-03-16", due: "2026-04-14", holidays: ["2026-04-03"],
      wrong: "2026-04-16"),
    // 2 January does not
    .init(
      "w32", "foisa-s10-20wd", "2025-12-08", due: "2026-01-09",
      holidays: ["2025-12-25", "2025-12-26", "2026-01-01", "2026-01-02"]),
    // 13 July counts in Scotland
    .init(
      "w33", "foisa-s10-20wd", "2026-06-26", due: "2026-07-24", holidays: [], wrong: "2026-07-27"),
    // 15 June 2026 does not
    .init("w34", "foisa-s10-20wd", "2026-05-29", due: "2026-06-29", holidays: ["2026-06-15"]),
    // a review
    .init("w35", "foisa-s21-20wd", "2026-04-20", due: "2026-05-19", holidays: ["2026-05-04"]),
    // from the last day for the response
    .init("w36", "foisa-s20-40wd", "2026-04-16", due: "2026-06-16"),
    // the day before the corresponding one
    .init("w37", "foisa-s47-6m", "2026-05-20", due: "2026-11-19"),
    // whatever kind of day
    .init("w38", "foisa-s74-post", "2026-05-22", due: "2026-05-25"),
    // a target of the Code
    .init("w39", "foia-ir-20wd", "2026-06-01", due: "2026-06-30", holidays: ["2026-06-15"]),
    // its outer limit
    .init(
      "w40", "foia-ir-40wd", "2026-06-01", due: "2026-07-29",
      holidays: ["2026-06-15", "2026-07-13"]),
    // six weeks of plain days
    .init("w41", "ico-complaint-6w", "2026-07-14", due: "2026-08-25"),
    // plain days
    .init("w42", "ftt-28d", "2026-08-05", due: "2026-09-02"),
    // no 31 February, then a Saturday
    .init(
      "w43", "sar-1m", "2026-01-31", due: "2026-03-02",
      milestones: [.correspondingDate: "2026-02-28"]),
    // a Sunday
    .init(
      "w44", "sar-1m", "2026-04-10", due: "2026-05-11",
      milestones: [.correspondingDate: "2026-05-10"]),
    // the first day counts
    .init("w45", "foia-fees-reg5-60wd", "2026-03-02", due: "2026-05-29"),
  ]
}
