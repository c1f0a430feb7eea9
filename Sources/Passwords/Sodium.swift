import CSodium

/// libsodium, started once before its first use.
enum Sodium {
  private static let started = sodium_init() >= 0

  /// Without libsodium there is no safe randomness and no hash: going on would be worse than
  /// stopping, and it fails only where the system itself is broken.
  static func start() {
    precondition(started, "libsodium could not be started")
  }

  static func randomBytes(_ count: Int) -> [UInt8] {
    start()
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }
}

/// Whether two secrets are the same, in a time that tells nothing about where they differ.
///
/// Their lengths are not kept secret.
public func equalInConstantTime(_ one: [UInt8], _ other: [UInt8]) -> Bool {
  guard one.count == other.count else { return false }
  Sodium.start()
  return sodium_memcmp(one, other, one.count) == 0
}
