/// What a sentence is to the parts of a letter: outside, the beginning of one, or inside one.
///
/// The labels are numbered: 0 is outside; the role with index r of ``Role/allCases`` begins with
/// 2r + 1 and goes on with 2r + 2.
enum RoleLabel {
  static let outside = 0
  static let count = 2 * Role.allCases.count + 1

  static func begins(_ role: Int) -> Int { 2 * role + 1 }
  static func inside(_ role: Int) -> Int { 2 * role + 2 }

  /// The index of the role of a label; nil outside.
  static func role(_ label: Int) -> Int? { label == outside ? nil : (label - 1) / 2 }
  static func isBeginning(_ label: Int) -> Bool { label % 2 == 1 }

  /// Whether a label may follow another: only what has begun goes on, and a part of most roles does
  /// not end where the next of its own begins (an address after "see" is not a right of its own).
  static func mayFollow(_ next: Int, after label: Int) -> Bool {
    guard next != outside, role(next) == role(label) else {
      return next == outside || isBeginning(next)
    }
    return !isBeginning(next) || role(next).map { recurring.contains(Role.allCases[$0]) } == true
  }

  /// What can be said of two grounds, or two things asked for, in one breath.
  private static let recurring: [Role] = [.exemptionReason, .notHeld]
}
