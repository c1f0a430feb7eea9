/// The regulator to which a requester can apply, as letters name it.
///
/// A value, because the office is changing: under sections 117 to 119 of the Data (Use and Access)
/// Act 2025 the Information Commission takes the place of the Information Commissioner.
public struct Regulator: Codable, Equatable, Sendable {
  /// Who decides.
  public var name: String
  /// Where to write.
  public var address: String
  /// Where to complain online.
  public var website: String
  /// The time after the authority's last response within which the regulator expects a complaint;
  /// empty where it sets none.
  public var complainWithin: String

  /// Makes a regulator; the Information Commissioner unless said otherwise.
  public init(
    name: String = "Information Commissioner",
    address: String =
      "Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF",
    website: String = "https://ico.org.uk/make-a-complaint/",
    complainWithin: String = "six weeks"
  ) {
    self.name = name
    self.address = address
    self.website = website
    self.complainWithin = complainWithin
  }
}
