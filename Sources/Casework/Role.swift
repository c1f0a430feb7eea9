/// What somebody does in the authority's work on requests.
public enum Role: String, CaseIterable, Codable, Sendable {
  /// Works cases and drafts decisions.
  case officer
  /// Approves decisions that others drafted.
  case decisionMaker = "decision maker"
  /// Holds the information; never sees the requester.
  case informationOwner = "information owner"
  /// Looks after accounts and settings; works no case.
  case administrator
  /// Reads everything and changes nothing.
  case auditor

  /// With a capital, for pages.
  public var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// Who does something to a case.
public enum Actor: Codable, Equatable, Sendable {
  /// A person with an account.
  case person(Person)
  /// The program itself, when the calendar moves a case.
  case system

  /// A person as the history keeps them.
  public struct Person: Codable, Equatable, Sendable {
    /// The account's id.
    public var id: String
    /// The name at the time.
    public var name: String
    /// The role at the time.
    public var role: Role

    /// Makes a person.
    public init(id: String, name: String, role: Role) {
      self.id = id
      self.name = name
      self.role = role
    }
  }

  /// The name as the history shows it.
  public var name: String {
    switch self {
    case .person(let person): person.name
    case .system: "Steelyard"
    }
  }

  /// The role, or nil for the program itself.
  public var role: Role? {
    if case .person(let person) = self { return person.role }
    return nil
  }

  /// The account's id, or nil for the program itself.
  public var accountID: String? {
    if case .person(let person) = self { return person.id }
    return nil
  }
}
