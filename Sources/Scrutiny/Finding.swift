public import DataFiles
public import InformationLaw

/// Something that a person should put right: what, where, under which provision and how.
public struct Finding: Equatable, Sendable {
  /// The rule: `RN-040`.
  public var rule: String
  /// How bad it is.
  public var severity: AuditRule.Severity
  /// `fail`, or `partial` where something is there but not enough.
  public var verdict: Verdict
  /// The limb's id, where it is about one: `foia-24-1`.
  public var limb: String?
  /// The limb as people write it: `s24(1)`.
  public var cite: String?
  /// Where in the decision, by the keys of a decision file (`reliance/0/harm/likelihood`), or in
  /// the letter (`letter/` and the section's id).
  public var field: FieldPath
  /// Where the words begin in that section of the letter, in Unicode scalars.
  public var start: Int?
  /// Where they end, exclusive.
  public var end: Int?
  /// What is wrong, about this case.
  public var message: String
  /// The provision, then authority or guidance.
  public var citation: String
  /// What to do.
  public var fix: String

  /// Makes a finding.
  public init(
    rule: String, severity: AuditRule.Severity, verdict: Verdict, limb: String? = nil,
    cite: String? = nil, field: FieldPath, start: Int? = nil, end: Int? = nil, message: String,
    citation: String, fix: String
  ) {
    self.rule = rule
    self.severity = severity
    self.verdict = verdict
    self.limb = limb
    self.cite = cite
    self.field = field
    self.start = start
    self.end = end
    self.message = message
    self.citation = citation
    self.fix = fix
  }
}

extension Finding: Codable {
  private enum CodingKeys: String, CodingKey {
    case rule, severity, verdict, limb, cite, field, start, end, message, citation, fix
  }

  /// Reads a finding; the field is text with `/` between its steps.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      rule: try values.decode(String.self, forKey: .rule),
      severity: try values.decode(AuditRule.Severity.self, forKey: .severity),
      verdict: try values.decode(Verdict.self, forKey: .verdict),
      limb: try values.decodeIfPresent(String.self, forKey: .limb),
      cite: try values.decodeIfPresent(String.self, forKey: .cite),
      field: FieldPath(stringLiteral: try values.decode(String.self, forKey: .field)),
      start: try values.decodeIfPresent(Int.self, forKey: .start),
      end: try values.decodeIfPresent(Int.self, forKey: .end),
      message: try values.decode(String.self, forKey: .message),
      citation: try values.decode(String.self, forKey: .citation),
      fix: try values.decode(String.self, forKey: .fix))
  }

  /// Writes a finding; the field is text with `/` between its steps.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(rule, forKey: .rule)
    try values.encode(severity, forKey: .severity)
    try values.encode(verdict, forKey: .verdict)
    try values.encodeIfPresent(limb, forKey: .limb)
    try values.encodeIfPresent(cite, forKey: .cite)
    try values.encode(field.description, forKey: .field)
    try values.encodeIfPresent(start, forKey: .start)
    try values.encodeIfPresent(end, forKey: .end)
    try values.encode(message, forKey: .message)
    try values.encode(citation, forKey: .citation)
    try values.encode(fix, forKey: .fix)
  }
}
