import Passwords
import Testing

@Suite("Hashing a password")
struct PasswordHashTests {
  private func hash(_ text: String, cost: Cost = .minimum) throws -> PasswordHash {
    try PasswordHash(of: Password(choosing: text, email: ""), cost: cost)
  }

  @Test("a hash matches its password and no other")
  func matching() throws {
    let hash = try hash("lantern kettle gravel")
    #expect(hash.matches("lantern kettle gravel"))
    for other in ["", "lantern kettle grave", "lantern kettle gravel ", "Lantern kettle gravel"] {
      #expect(!hash.matches(other))
    }
    #expect(!hash.matches("lantern kettle gravel" + String(repeating: " ", count: 2_000)))
  }

  @Test("what follows U+0000 counts")
  func nulCharacter() throws {
    let hash = try hash("lantern kettle\0gravel")
    #expect(hash.matches("lantern kettle\0gravel"))
    #expect(!hash.matches("lantern kettle\0granite"))
    #expect(!hash.matches("lantern kettle"))
  }

  @Test("the same password from another keyboard matches")
  func composition() throws {
    let hash = try hash("caf\u{E9} lantern ﬁne")
    #expect(hash.matches("cafe\u{301} lantern fine"))
  }

  @Test("two hashes of one password differ, and both match")
  func salt() throws {
    let one = try hash("lantern kettle gravel")
    let other = try hash("lantern kettle gravel")
    #expect(one != other)
    #expect(one.matches("lantern kettle gravel") && other.matches("lantern kettle gravel"))
  }

  @Test("a stored hash works, and text that is none is not taken")
  func stored() throws {
    let hash = try hash("lantern kettle gravel")
    #expect(hash.text.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
    #expect(try #require(PasswordHash(stored: hash.text)).matches("lantern kettle gravel"))
    #expect(PasswordHash(stored: "") == nil)
    #expect(PasswordHash(stored: "$2b$12$abcdefghijklmnopqrstuv") == nil)
    #expect(PasswordHash(stored: "$argon2id$" + String(repeating: "x", count: 200)) == nil)
    let broken = try #require(PasswordHash(stored: "$argon2id$v=19$m=8,t=1,p=1$nonsense"))
    #expect(!broken.matches("lantern kettle gravel"))
    #expect(broken.needsRehash(at: .minimum))
  }

  @Test("a hash of another cost is to be made again")
  func rehash() throws {
    let hash = try hash("lantern kettle gravel")
    #expect(!hash.needsRehash(at: .minimum))
    #expect(hash.needsRehash(at: .interactive))
    #expect(hash.needsRehash(at: Cost(passes: 2, memory: Cost.minimum.memory)))
  }

  @Test("the cost of signing in is two passes over 64 MiB")
  func defaultCost() throws {
    let hash = try hash("lantern kettle gravel", cost: .interactive)
    #expect(hash.text.contains("$m=65536,t=2,p=1$"))
    #expect(hash.matches("lantern kettle gravel"))
    #expect(!hash.needsRehash())
  }

  @Test("a cost that cannot be met is an error")
  func impossibleCost() {
    #expect(throws: PasswordError.cannotHash) {
      try hash("lantern kettle gravel", cost: Cost(passes: 1, memory: 1))
    }
  }

  @Test("an unmatchable hash has the cost of any other and matches nothing")
  func unmatchable() throws {
    let hash = try PasswordHash.unmatchable(cost: .minimum)
    #expect(!hash.matches(""))
    #expect(!hash.matches("lantern kettle gravel"))
    #expect(!hash.needsRehash(at: .minimum))
  }
}
