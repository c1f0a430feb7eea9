internal import DataFiles

/// What a regime calls the steps of a refusal, and the provision behind each.
///
/// Provisions are written without the word for them (`2(2)(b)`), as in ``Limb/provision``; a regime
/// that has no such provision has nil.
public struct RegimeTerms: Equatable, Sendable {
  /// The regime.
  public var regime: Regime
  /// A ground for withholding: `exemption`, or `exception` under the Regulations.
  public var exemption: String
  /// How a letter calls the instrument once its name has been given: `the Act`.
  public var instrument: String
  /// `section` or `regulation`.
  public var unit: String
  /// The right to be given information.
  public var duty: String
  /// That a refusal names what it rests on.
  public var specify: String
  /// The duty to say whether information is held, where it is a duty of its own.
  public var confirm: String?
  /// What a refusal has to contain.
  public var notice: String
  /// The balance of the public interest for content.
  public var test: String
  /// The balance where the authority neither confirms nor denies.
  public var testNCND: String
  /// The list of what is not weighed.
  public var absolute: String?
  /// The presumption in favour of disclosure.
  public var presumption: String?
  /// The right to have the decision looked at again, where statute gives it.
  public var review: String?
  /// Working days in which a review may be asked for, where statute sets them.
  public var askDays: Int?
  /// Working days in which a review has to be answered at most, where statute sets them.
  public var answerDays: Int?
  /// The right to apply to the regulator, as a letter cites it.
  public var regulator: String
  /// The authority for weighing the interests of several exemptions together.
  public var together: String?
  /// Ids in the list of sources.
  public var sources: [String]

  /// `FOIA s.2(2)(b)`, as findings and refusals cite it.
  public func citation(_ provision: String) -> String {
    "\(regime.rawValue) \(regime == .eir ? "reg " : "s.")\(provision)"
  }

  /// `section 2(2)(b) of the Act`.
  public func cite(_ provision: String) -> String { "\(unit) \(provision) of \(instrument)" }

  init(_ node: DataNode) throws(DataFileError) {
    self = try node.mapping { terms throws(DataFileError) in
      func days(_ key: String) throws(DataFileError) -> Int? {
        guard let value = terms.optional(key) else { return nil }
        guard let days = Int(try value.string()), days > 0 else {
          throw value.error("'\(key)' should be a number of working days above 0")
        }
        return days
      }
      return RegimeTerms(
        regime: try terms.required("regime").choice(Regime.self),
        exemption: try terms.string("exemption"), instrument: try terms.string("instrument"),
        unit: try terms.string("unit"), duty: try terms.string("duty"),
        specify: try terms.string("specify"), confirm: try terms.optionalString("confirm"),
        notice: try terms.string("notice"), test: try terms.string("test"),
        testNCND: try terms.string("test_ncnd"), absolute: try terms.optionalString("absolute"),
        presumption: try terms.optionalString("presumption"),
        review: try terms.optionalString("review"), askDays: try days("ask_days"),
        answerDays: try days("answer_days"), regulator: try terms.string("regulator"),
        together: try terms.optionalString("together"), sources: try terms.strings("sources"))
    }
  }

  init(
    regime: Regime, exemption: String, instrument: String, unit: String, duty: String,
    specify: String, confirm: String?,
    notice: String, test: String, testNCND: String, absolute: String?, presumption: String?,
    review: String?, askDays: Int?, answerDays: Int?, regulator: String, together: String?,
    sources: [String]
  ) {
    self.regime = regime
    self.exemption = exemption
    self.instrument = instrument
    self.unit = unit
    self.duty = duty
    self.specify = specify
    self.confirm = confirm
    self.notice = notice
    self.test = test
    self.testNCND = testNCND
    self.absolute = absolute
    self.presumption = presumption
    self.review = review
    self.askDays = askDays
    self.answerDays = answerDays
    self.regulator = regulator
    self.together = together
    self.sources = sources
  }
}
