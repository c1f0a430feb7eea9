import CSodium

/// A password as it is kept: an Argon2id hash with its own salt and cost, from which the password
/// cannot be had back.
///
/// Making and checking one takes a tenth of a second and 64 MiB on purpose. Do both on a thread
/// that may block, and only a few at a time.
public struct PasswordHash: Hashable, Sendable {
  /// The hash as text, to store.
  public let text: String

  /// Hashes a password.
  public init(
    of password: Password, cost: Cost = .interactive
  ) throws(PasswordError) {
    try self.init(bytes: password.bytes, cost: cost)
  }

  /// Takes a hash that was stored, or nil where the text is not one.
  public init?(stored text: String) {
    guard text.hasPrefix("$argon2id$"), text.utf8.count < crypto_pwhash_strbytes(),
      !text.utf8.contains(0)
    else { return nil }
    self.text = text
  }

  /// A hash that no password matches.
  ///
  /// Check what a person typed against one where there is no such account: the answer then takes
  /// as long as for an account that there is, and does not give away which addresses have one.
  public static func unmatchable(cost: Cost = .interactive) throws(PasswordError) -> PasswordHash {
    try PasswordHash(bytes: Sodium.randomBytes(32), cost: cost)
  }

  private init(bytes: [UInt8], cost: Cost) throws(PasswordError) {
    Sodium.start()
    var hash = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
    let password = bytes.map(CChar.init(bitPattern:))
    let result = crypto_pwhash_str(
      &hash, password, UInt64(password.count), cost.passes, cost.memory)
    guard result == 0 else { throw .cannotHash }
    text = String(decoding: hash.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Whether this is the hash of what a person typed. The time it takes does not depend on how
  /// near they were.
  public func matches(_ candidate: String) -> Bool {
    guard let bytes = Password.bytes(of: candidate) else { return false }
    Sodium.start()
    let password = bytes.map(CChar.init(bitPattern:))
    return crypto_pwhash_str_verify(text, password, UInt64(password.count)) == 0
  }

  /// Whether the hash was made at another cost than this one, so that it should be made again
  /// while the password is at hand.
  public func needsRehash(at cost: Cost = .interactive) -> Bool {
    Sodium.start()
    return crypto_pwhash_str_needs_rehash(text, cost.passes, cost.memory) != 0
  }
}
