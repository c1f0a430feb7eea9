import CSodium

/// How much work and memory a password hash takes: Argon2id's two costs.
///
/// Each hash carries its own cost, so raising the cost later leaves old hashes valid;
/// ``PasswordHash/needsRehash(at:)`` finds them at the next sign-in.
public struct Cost: Hashable, Sendable {
  /// Passes over the memory.
  public var passes: UInt64
  /// Memory in bytes.
  public var memory: Int

  /// Makes a cost. Argon2id takes at least one pass and 8 KiB.
  public init(passes: UInt64, memory: Int) {
    self.passes = passes
    self.memory = memory
  }

  /// Two passes over 64 MiB, for signing in: about a tenth of a second.
  public static let interactive = Cost(
    passes: UInt64(crypto_pwhash_opslimit_interactive()),
    memory: crypto_pwhash_memlimit_interactive())

  /// Three passes over 256 MiB, for a machine with few users and memory to spare.
  public static let moderate = Cost(
    passes: UInt64(crypto_pwhash_opslimit_moderate()), memory: crypto_pwhash_memlimit_moderate())

  /// The least that Argon2id takes. For tests only: it resists nothing.
  public static let minimum = Cost(
    passes: UInt64(crypto_pwhash_opslimit_min()), memory: crypto_pwhash_memlimit_min())
}
