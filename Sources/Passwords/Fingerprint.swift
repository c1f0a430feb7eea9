import CSodium

/// A BLAKE2b hash of a secret, by which the secret is known again when its holder shows it.
public struct Fingerprint: Hashable, Sendable {
  /// How many bytes a fingerprint has.
  public static let byteCount = 32

  /// The bytes, to store.
  public let bytes: [UInt8]

  /// Takes a fingerprint that was stored, or nil where the bytes are not one.
  public init?(stored bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  init(of secret: [UInt8]) {
    Sodium.start()
    var hash = [UInt8](repeating: 0, count: Self.byteCount)
    // It fails only for lengths that it does not take, and this is not one of them.
    let result = crypto_generichash(
      &hash, hash.count, secret, UInt64(secret.count), nil, 0)
    precondition(result == 0, "BLAKE2b refused its arguments")
    bytes = hash
  }

  /// Whether both are the same fingerprint, in constant time.
  public static func == (one: Fingerprint, other: Fingerprint) -> Bool {
    equalInConstantTime(one.bytes, other.bytes)
  }
}
