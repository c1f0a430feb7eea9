import InformationLaw

/// `due/1`.
struct DueResult: Encodable {
  struct Entry: Encodable {
    var date: String
    var day: Int?
    var skipped: String?
  }
  struct Event: Encodable {
    var kind: String
    var date: String
  }

  var schema = "due/1"
  var regime: String
  var clock: String
  var readAs: String?
  var name: String
  var received: String
  var start: String
  var state: String
  var due: String?
  var ordinaryDue: String?
  var noticeDue: String?
  var lastDayToPay: String?
  var correspondingDate: String?
  var schoolDays: String?
  var workingDayCap: String?
  var disregarded: Int?
  var length: Int
  var unit: String
  var law: String
  var binding: String
  var status: String
  var mustDo: String
  var ifMissed: String?
  var note: String?
  var sources: [String]
  var explanation: [String]
  var working: [Entry]
  var events: [Event]
  var remarks: [String]

  enum CodingKeys: String, CodingKey {
    case schema, regime, clock, name, received, start, state, due, length, unit, law, binding,
      status, note, sources, explanation, working, events, remarks
    case readAs = "read_as"
    case ordinaryDue = "ordinary_due"
    case noticeDue = "notice_due"
    case lastDayToPay = "last_day_to_pay"
    case correspondingDate = "corresponding_date"
    case schoolDays = "twenty_school_days"
    case workingDayCap = "sixty_working_days"
    case disregarded = "disregarded_working_days"
    case mustDo = "must_do"
    case ifMissed = "if_missed"
  }

  init(_ reading: ClockReading) {
    func milestone(_ kind: ClockReading.Milestone.Kind) -> String? {
      reading.milestone(kind)?.description
    }
    let asked = reading.clock
    let counted = reading.readAs ?? asked
    regime = asked.regimeName
    clock = asked.id
    readAs = reading.readAs?.id
    name = asked.name
    received = reading.received.description
    start = reading.start.description
    state =
      switch reading.state {
      case .due: "due"
      case .awaitingClarification: "awaiting-clarification"
      case .awaitingFee: "awaiting-fee"
      case .uncounted: "uncounted"
      }
    due = reading.due?.description
    ordinaryDue = reading.ordinaryDue?.description
    noticeDue = milestone(.noticeDue)
    lastDayToPay = milestone(.lastDayToPay)
    correspondingDate = milestone(.correspondingDate)
    schoolDays = milestone(.schoolDays)
    workingDayCap = milestone(.workingDayCap)
    disregarded = reading.disregarded > 0 ? reading.disregarded : nil
    length = counted.length
    unit = counted.unit.rawValue
    law = asked.law
    binding = counted.binding.rawValue
    status = asked.status.rawValue
    mustDo = counted.mustDo
    ifMissed = counted.ifMissed
    note = asked.note
    sources = asked.sources
    explanation = reading.explanation
    working = reading.working.map { entry in
      switch entry.counting {
      case .day(let number): Entry(date: entry.date.description, day: number, skipped: nil)
      case .skipped(let why): Entry(date: entry.date.description, day: nil, skipped: why)
      }
    }
    events = reading.events.map { Event(kind: $0.kind, date: $0.day.description) }
    remarks = reading.remarks
  }
}

/// `clocks/1`: the clocks of the statute book.
struct ClockList: Encodable {
  struct Entry: Encodable {
    var id: String
    var aliases: [String]
    var regime: String
    var name: String
    var starts: String
    var length: Int
    var unit: String
    var law: String
    var binding: String
    var status: String
  }

  var schema = "clocks/1"
  var clocks: [Entry]

  init(_ clocks: [Clock]) {
    self.clocks = clocks.map { clock in
      Entry(
        id: clock.id, aliases: clock.aliases, regime: clock.regimeName, name: clock.name,
        starts: clock.starts, length: clock.length, unit: clock.unit.rawValue, law: clock.law,
        binding: clock.binding.rawValue, status: clock.status.rawValue)
    }
  }

  /// One clock a line, in columns.
  static func text(_ clocks: [Clock]) -> String {
    let width = clocks.map(\.id.count).max() ?? 0
    return clocks.map { clock in
      let id = clock.id + String(repeating: " ", count: width - clock.id.count)
      let status = clock.status == .verified ? "" : " [\(clock.status.rawValue)]"
      return "\(id)  \(clock.name): \(clock.lengthInWords) (\(clock.law))\(status)"
    }.joined(separator: "\n")
  }
}
