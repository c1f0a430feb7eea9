internal import DataFiles

extension Clock {
  init(_ node: DataNode) throws(DataFileError) {
    self = try node.mapping { clock throws(DataFileError) in
      let unit = try clock.required("unit").choice(Unit.self)
      let regime = try clock.required("regime")
      let isSubjectAccess = try regime.string() == Clock.subjectAccess
      var alsoUnder: [Regime] = []
      for other in try clock.optional("also_under")?.list() ?? [] {
        alsoUnder.append(try other.choice(Regime.self))
      }
      return Clock(
        id: try clock.string("id"), aliases: try clock.strings("aliases"),
        regime: isSubjectAccess ? nil : try regime.choice(Regime.self), alsoUnder: alsoUnder,
        stage: try clock.required("stage").choice(Stage.self),
        name: try clock.string("name"), starts: try clock.string("starts"),
        dayZero: try clock.choice("day_zero", DayZero.self) ?? .excluded,
        length: unit == .none ? 0 : try clock.required("length").positive(), unit: unit,
        cap: try clock.optional("cap")?.positive(),
        endsBefore: try clock.choice("ends", End.self) != nil, rolls: try clock.flag("rolls"),
        calendar: try clock.required("calendar").choice(Calendar.self),
        binding: try clock.required("binding").choice(Binding.self),
        restarts: try clock.strings("restarts"), stops: try clock.strings("stops"),
        extendsTo: try clock.strings("extends_to"), extends: try Extension(clock),
        refuses: try clock.list("refuses", Refused.init(_:)),
        mustDo: try clock.string("must_do"), ifMissed: try clock.optionalString("if_missed"),
        law: try clock.string("law"), status: try clock.required("status").choice(Status.self),
        note: try clock.optionalString("note"), sources: try clock.strings("sources"))
    }
  }

  private enum End: String, CaseIterable { case before }

  /// Gives each clock the clocks that it names and the first one that names it.
  ///
  /// - Throws: ``DataFileError`` where a clock is listed twice, or one that is named is not there.
  static func linked(
    _ entries: [(clock: Clock, node: DataNode)]
  ) throws(DataFileError) -> [Clock] {
    var byID: [String: Clock] = [:]
    for (clock, node) in entries {
      for name in [clock.id] + clock.aliases {
        guard byID.updateValue(clock, forKey: name) == nil else {
          throw node.error("the clock '\(name)' is listed twice")
        }
      }
    }
    var clocks: [Clock] = []
    for (clock, node) in entries {
      var linked = clock
      for id in clock.restarts + clock.stops + clock.extendsTo {
        guard let other = byID[id], other.id == id else {
          throw node.error("'\(clock.id)' names the clock '\(id)', which is not in the list")
        }
        linked.related.append(other)
      }
      clocks.append(linked)
    }
    for index in clocks.indices {
      let id = clocks[index].id
      if let whole = clocks.first(where: {
        ($0.restarts + $0.stops + $0.extendsTo).contains(id)
      }) {
        clocks[index].related.append(whole)
      }
    }
    return clocks
  }
}

extension Clock.Extension {
  /// How a clock extends another, or nil where it has no `event`.
  init?(_ clock: MappingReader) throws(DataFileError) {
    let event = try clock.choice("event", ClockEvent.Kind.self)
    let noticeEvent = try clock.choice("notice_event", ClockEvent.Kind.self)
    let notice = try clock.optionalString("notice")
    let noticeLaw = try clock.optionalString("notice_law")
    let condition = try clock.optionalString("condition")
    guard let event else { return nil }
    guard event.isExtension, let noticeEvent, let notice, let noticeLaw, let condition else {
      throw clock.node.error(
        "a clock with an 'event' needs 'notice_event', 'notice', 'notice_law' and 'condition', and "
          + "the event has to be an extension")
    }
    self.init(
      event: event, noticeEvent: noticeEvent, notice: notice, noticeLaw: noticeLaw,
      condition: condition)
  }
}

extension Clock.Refused {
  init(_ node: DataNode) throws(DataFileError) {
    self = try node.mapping { entry throws(DataFileError) in
      Clock.Refused(
        event: try entry.required("event").choice(ClockEvent.Kind.self),
        because: try entry.string("because"), law: try entry.string("law"))
    }
  }
}

extension DataNode {
  /// A whole number above 0.
  fileprivate func positive() throws(DataFileError) -> Int {
    guard let number = Int(try string()), number > 0 else {
      throw error("this should be a whole number above 0")
    }
    return number
  }
}
