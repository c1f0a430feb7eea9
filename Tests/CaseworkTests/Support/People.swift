import Casework

extension Actor {
  /// Somebody in a role, with an account of their own.
  static func person(_ role: Role, id: String? = nil) -> Actor {
    .person(Person(id: id ?? "account-\(role.rawValue)", name: "The \(role.rawValue)", role: role))
  }

  static let officer = person(.officer)
  static let decisionMaker = person(.decisionMaker)
  static let owner = person(.informationOwner)
}
