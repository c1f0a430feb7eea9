import DataFiles
import InformationLaw

/// What a rule has to say: objections, each at its field, or one verdict where there are none.
struct Answer: Sendable {
  /// Something that is not as the rule requires.
  struct Objection: Sendable {
    var verdict: Verdict
    var field: FieldPath
    var message: String
    var fix: String?
    var citation: String?
    /// Where in a section of the letter, in Unicode scalars.
    var range: Range<Int>?
    var limb: Limb?
  }

  /// The verdict where nothing is objected to.
  var otherwise: Verdict
  private(set) var objections: [Objection] = []

  init(_ otherwise: Verdict) { self.otherwise = otherwise }

  var verdict: Verdict {
    guard let first = objections.first else { return otherwise }
    return objections.reduce(first.verdict) { $0.combined(with: $1.verdict) }
  }

  /// The rule is broken.
  ///
  /// - Parameters:
  ///   - fix: what to do in this case, where the rule's own advice is too general.
  ///   - citation: the provision in this case, where it is narrower than the rule's own.
  mutating func fail(
    _ field: FieldPath, _ message: String, fix: String? = nil, citation: String? = nil,
    at range: Range<Int>? = nil, limb: Limb? = nil
  ) {
    objections.append(
      Objection(
        verdict: .fail, field: field, message: message, fix: fix, citation: citation, range: range,
        limb: limb))
  }

  /// Something is there, but not enough.
  mutating func partial(
    _ field: FieldPath, _ message: String, fix: String? = nil, at range: Range<Int>? = nil,
    limb: Limb? = nil
  ) {
    objections.append(
      Objection(
        verdict: .partial, field: field, message: message, fix: fix, citation: nil, range: range,
        limb: limb))
  }

  /// Adds an objection.
  mutating func add(_ objection: Objection) { objections.append(objection) }

  /// Adds what the same rule says elsewhere, about a limb if one is given.
  mutating func join(_ other: Answer, limb: Limb?) {
    otherwise = otherwise.combined(with: other.otherwise)
    objections += other.objections.map { objection in
      var objection = objection
      objection.limb = objection.limb ?? limb
      return objection
    }
  }
}

extension Answer.Objection {
  /// The objection as a finding under its rule.
  func finding(under rule: AuditRule) -> Finding {
    Finding(
      rule: rule.id, severity: rule.severity, verdict: verdict, limb: limb?.id, cite: limb?.cite,
      field: field, start: range?.lowerBound, end: range?.upperBound, message: message,
      citation: citation ?? rule.citation, fix: fix ?? rule.fix)
  }
}
