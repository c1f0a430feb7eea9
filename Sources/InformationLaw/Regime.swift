/// A regime of information rights: the Act or Regulations under which a request is answered.
public enum Regime: String, CaseIterable, Codable, Sendable {
  /// Freedom of Information Act 2000.
  case foia = "FOIA"
  /// Environmental Information Regulations 2004.
  case eir = "EIR"
  /// Freedom of Information (Scotland) Act 2002.
  case foisa = "FOISA"

  /// The instrument's name as a letter prints it.
  public var instrument: String {
    switch self {
    case .foia: "Freedom of Information Act 2000"
    case .eir: "Environmental Information Regulations 2004"
    case .foisa: "Freedom of Information (Scotland) Act 2002"
    }
  }
}
