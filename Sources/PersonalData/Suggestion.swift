/// A passage that looks like personal data or a fact that deserves protection.
///
/// A suggestion decides nothing: a person says whether the passage is withheld, and on which limb.
public struct Suggestion: Equatable, Hashable, Sendable {
  /// What the passage looks like.
  public var kind: Kind
  /// Where it begins, in Unicode scalars.
  public var start: Int
  /// Where it ends, exclusive.
  public var end: Int
  /// The passage.
  public var text: String
  /// How sure it is that the passage is what it looks like.
  public var confidence: Confidence
  /// What makes it look so, in words.
  public var reason: String

  /// Makes a suggestion.
  public init(
    kind: Kind, start: Int, end: Int, text: String, confidence: Confidence, reason: String
  ) {
    self.kind = kind
    self.start = start
    self.end = end
    self.text = text
    self.confidence = confidence
    self.reason = reason
  }

  /// The scalars it covers.
  public var range: Range<Int> { start..<end }

  /// The provision that such a passage is most often withheld under: a hint.
  public var provision: String { kind.provisions[0] }
}

extension Suggestion {
  /// How sure a suggestion is.
  public enum Confidence: String, CaseIterable, Codable, Comparable, Sendable {
    /// The shape fits, and much else has it.
    case low
    /// The shape fits and something beside it speaks for it.
    case medium
    /// A check digit, a label or a structure that hardly anything else has.
    case high

    private var rank: Int {
      switch self {
      case .low: 0
      case .medium: 1
      case .high: 2
      }
    }

    /// Orders by how sure.
    public static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }
  }

  /// What a passage looks like.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    /// A National Insurance number.
    case nationalInsurance = "national_insurance_number"
    /// An NHS number.
    case nhsNumber = "nhs_number"
    /// A driver number of Great Britain.
    case drivingLicence = "driving_licence"
    /// A passport number.
    case passport = "passport_number"
    /// A unique taxpayer reference.
    case taxReference = "taxpayer_reference"
    /// A sort code or an account number.
    case bankAccount = "bank_account"
    /// A vehicle's registration mark.
    case vehicle = "vehicle_registration"
    /// A police officer's collar, shoulder or warrant number.
    case officerNumber = "officer_number"
    /// An identifier of the Police National Computer.
    case policeRecord = "pnc_id"
    /// A number of the Criminal Records Office.
    case criminalRecord = "cro_number"
    /// The number of a payment card.
    case paymentCard = "payment_card"
    /// An international bank account number.
    case iban
    /// A telephone number.
    case phone
    /// An e-mail address.
    case email
    /// A postcode.
    case postcode
    /// A house in a street.
    case address
    /// A date of birth.
    case dateOfBirth = "date_of_birth"
    /// The name of a person.
    case name
    /// A number in a table so small that it may identify somebody.
    case smallCount = "small_count"
    /// An address on a network.
    case ipAddress = "ip_address"
    /// The name of a machine.
    case hostName = "host_name"
    /// A path on a machine or a share.
    case filePath = "file_path"
    /// The hardware address of a machine.
    case macAddress = "mac_address"
    /// A product and its version.
    case software = "software_version"
    /// A published weakness.
    case vulnerability

    /// Whether it is about systems rather than people.
    public var isProtectedFact: Bool {
      switch self {
      case .ipAddress, .hostName, .filePath, .macAddress, .software, .vulnerability: true
      default: false
      }
    }

    /// The provisions it is most often withheld under, the likelier one first: hints.
    public var provisions: [String] { isProtectedFact ? ["s31(1)(a)", "s24(1)"] : ["s40(2)"] }

    /// What to call it, as part of a sentence.
    public var title: String {
      switch self {
      case .nationalInsurance: "National Insurance number"
      case .nhsNumber: "NHS number"
      case .drivingLicence: "driver number"
      case .passport: "passport number"
      case .taxReference: "taxpayer reference"
      case .bankAccount: "bank account"
      case .vehicle: "vehicle registration"
      case .officerNumber: "officer's number"
      case .policeRecord: "PNC ID"
      case .criminalRecord: "CRO number"
      case .paymentCard: "payment card"
      case .iban: "IBAN"
      case .phone: "telephone number"
      case .email: "e-mail address"
      case .postcode: "postcode"
      case .address: "address"
      case .dateOfBirth: "date of birth"
      case .name: "name"
      case .smallCount: "small count"
      case .ipAddress: "IP address"
      case .hostName: "host name"
      case .filePath: "file path"
      case .macAddress: "MAC address"
      case .software: "product and version"
      case .vulnerability: "known vulnerability"
      }
    }
  }
}
