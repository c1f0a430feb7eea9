/// Why a password is refused, in words for the person who chose it, or why it could not be hashed.
public enum PasswordError: Error, Hashable, Sendable {
  /// Fewer characters than ``Password/minimumLength``.
  case tooShort
  /// More bytes than ``Password/maximumBytes``.
  case tooLong
  /// Among the passwords that are guessed first, or one of them drawn out.
  case tooCommon
  /// The account's own e-mail address, or a part of it drawn out.
  case sameAsEmail
  /// The hash needs more memory than the system gave, or a cost that Argon2id does not take.
  case cannotHash
}

extension PasswordError: CustomStringConvertible {
  /// What to do about it.
  public var description: String {
    switch self {
    case .tooShort:
      "The password must have at least \(Password.minimumLength) characters. Three or four words"
        + " that do not belong together are long enough and easy to remember."
    case .tooLong:
      "The password is too long: it may have at most \(Password.maximumBytes) bytes."
    case .tooCommon:
      "The password is one of those that are guessed first. Choose another one."
    case .sameAsEmail:
      "The password must not be your e-mail address. Choose another one."
    case .cannotHash:
      "The password could not be protected: the system has not enough memory for it."
    }
  }
}
