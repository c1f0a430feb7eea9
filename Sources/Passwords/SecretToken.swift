import CSodium

/// A secret that lets its holder in: the key of a session, a set-up link, a form.
///
/// The holder gets the text. The product keeps only the ``fingerprint``: whoever reads the
/// database cannot use what is in it. The token is never printed.
public struct SecretToken: Sendable {
  /// How many random bytes a token has.
  public static let byteCount = 32

  private let bytes: [UInt8]

  /// Makes a token that nobody can guess.
  public init() {
    bytes = Sodium.randomBytes(Self.byteCount)
  }

  /// Reads a token that came back from its holder, or nil where the text is not one.
  public init?(_ text: String) {
    // Text of another length is no token, and an attacker's may be very long.
    guard text.utf8.count == Self.textLength else { return nil }
    var bytes = [UInt8](repeating: 0, count: Self.byteCount)
    var count = 0
    let result = sodium_base642bin(
      &bytes, bytes.count, text, text.utf8.count, nil, &count, nil, Self.variant)
    guard result == 0, count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  /// The token as text that may stand in an address or a cookie: 43 letters, digits, `-` and `_`.
  public var text: String {
    var characters = [CChar](repeating: 0, count: Self.textLength + 1)
    sodium_bin2base64(&characters, characters.count, bytes, bytes.count, Self.variant)
    return String(
      decoding: characters.prefix(Self.textLength).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// What to keep of the token.
  public var fingerprint: Fingerprint { Fingerprint(of: bytes) }

  private static let textLength = 43
  private static let variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING
}

extension SecretToken: Equatable {
  /// Whether both are the same token, in constant time.
  public static func == (one: SecretToken, other: SecretToken) -> Bool {
    equalInConstantTime(one.bytes, other.bytes)
  }
}

extension SecretToken: CustomStringConvertible, CustomReflectable {
  /// A stand-in.
  public var description: String { "(secret token)" }
  /// Shows nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
