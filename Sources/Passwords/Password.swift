import Foundation

/// A password that a person may choose: long enough, and not among those that are guessed first.
///
/// There is no rule about capitals, digits or marks: such rules make passwords harder to remember
/// and hardly harder to guess. The password is never printed.
public struct Password: Sendable {
  /// The least number of characters.
  public static let minimumLength = 12
  /// The greatest number of bytes, which keeps the cost of a guess bounded.
  public static let maximumBytes = 1024

  let bytes: [UInt8]

  /// Takes a password that has been chosen for the account with this e-mail address.
  public init(choosing text: String, email: String) throws(PasswordError) {
    guard text.utf8.count <= Self.maximumBytes, let bytes = Self.bytes(of: text) else {
      throw .tooLong
    }
    guard text.count >= Self.minimumLength else { throw .tooShort }
    guard !CommonPasswords.contains(text) else { throw .tooCommon }
    guard !CommonPasswords.isMade(text, of: email) else { throw .sameAsEmail }
    self.bytes = bytes
  }

  /// The bytes that are hashed, or nil where they are too many.
  ///
  /// Keyboards differ in how they compose a letter with its accent; the compatibility form makes
  /// the same password of both.
  static func bytes(of text: String) -> [UInt8]? {
    guard text.utf8.count <= maximumBytes else { return nil }
    let bytes = Array(text.precomposedStringWithCompatibilityMapping.utf8)
    return bytes.count <= maximumBytes ? bytes : nil
  }
}

extension Password: CustomStringConvertible, CustomReflectable {
  /// A stand-in.
  public var description: String { "(password)" }
  /// Shows nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
