import InformationLaw
import PublicInterest

/// Turns a harm into the values of a form and back.
enum HarmForm {
  static func values(of harm: Harm) -> FormValues {
    var values = FormValues([
      ("interest", harm.interest), ("shows", harm.shows), ("who", harm.who), ("how", harm.how),
      ("follows", harm.follows), ("likelihood", harm.likelihood?.rawValue ?? ""),
      ("likelihoodReason", harm.likelihoodReason), ("severity", harm.severity?.rawValue ?? ""),
      ("extent", harm.extent), ("lasts", harm.lasts),
    ])
    for (index, evidence) in harm.evidence.enumerated() {
      values["says-\(index)"] = evidence.says
      values["source-\(index)"] = evidence.source
      values["date-\(index)"] = evidence.date?.description ?? ""
    }
    return values
  }

  /// The harm with the named fields taken from a form.
  static func harm(
    _ saved: Harm, with values: FormValues, names: [String], today: Day
  ) throws -> Harm {
    var harm = saved
    for name in names {
      switch name {
      case "interest": harm.interest = values[name]
      case "shows": harm.shows = values[name]
      case "who": harm.who = values[name]
      case "how": harm.how = values[name]
      case "follows": harm.follows = values[name]
      case "evidence": harm.evidence = try evidence(values, today: today)
      case "likelihood": harm.likelihood = Likelihood(rawValue: values[name])
      case "likelihoodReason": harm.likelihoodReason = values[name]
      case "severity": harm.severity = Harm.Severity(rawValue: values[name])
      case "extent": harm.extent = values[name]
      case "lasts": harm.lasts = values[name]
      default: break
      }
    }
    return harm
  }

  private static func evidence(_ values: FormValues, today: Day) throws -> [Evidence] {
    var errors = FormErrors()
    var entries: [Evidence] = []
    for index in 0..<200 where values.has("says-\(index)") {
      let says = values["says-\(index)"]
      let source = values["source-\(index)"]
      let date = values["date-\(index)"]
      guard !says.isEmpty else {
        if !source.isEmpty || !date.isEmpty {
          errors.messages.append(("says-\(index)", "Say what evidence \(index + 1) says"))
        }
        continue
      }
      let day = date.isEmpty ? nil : Day(date)
      if !date.isEmpty, day == nil {
        errors.messages.append(("date-\(index)", "'\(date)' is not a day; write it as 2026-05-26"))
      } else if let day, day > today {
        errors.messages.append(("date-\(index)", "\(day.written) is in the future"))
      }
      entries.append(Evidence(says: says, source: source, date: day))
    }
    guard errors.messages.isEmpty else { throw errors }
    return entries
  }
}
