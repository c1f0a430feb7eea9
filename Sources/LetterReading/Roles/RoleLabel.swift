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

  /// Whether a label may follow another: only what has begun goes on.
  static func mayFollow(_ next: Int, after label: Int) -> Bool {
    next == outside || isBeginning(next) || role(next) == role(label)
  }
}
