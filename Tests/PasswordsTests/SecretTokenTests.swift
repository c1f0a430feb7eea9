import Passwords
import Testing

@Suite("Secret tokens")
struct SecretTokenTests {
  @Test("a token's text may stand in an address, and gives the token back")
  func text() throws {
    for _ in 0..<200 {
      let token = SecretToken()
      let text = token.text
      #expect(text.count == 43)
      #expect(text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
      let read = try #require(SecretToken(text))
      #expect(read == token)
      #expect(read.fingerprint == token.fingerprint)
    }
  }

  @Test("no two tokens are alike")
  func unlike() {
    #expect(Set((0..<1_000).map { _ in SecretToken().text }).count == 1_000)
    #expect(SecretToken() != SecretToken())
    #expect(SecretToken().fingerprint != SecretToken().fingerprint)
  }

  @Test("text that is no token is not taken")
  func notAToken() {
    let text = SecretToken().text
    for wrong in [
      "", String(text.dropLast()), text + "A", text + "=", "+" + text.dropFirst(),
      "/" + text.dropFirst(), " " + text.dropFirst(), "\0" + text.dropFirst(),
      String(repeating: "A", count: 42) + "é", String(repeating: "A", count: 1_000_000),
      // The last letter may carry only four bits; another writing of a token is none.
      String(repeating: "A", count: 42) + "B",
    ] {
      #expect(SecretToken(wrong) == nil)
    }
    #expect(SecretToken(String(repeating: "A", count: 43)) != nil)
  }

  @Test("a fingerprint is BLAKE2b of the token's bytes")
  func fingerprint() throws {
    let zeros = try #require(SecretToken(String(repeating: "A", count: 43)))
    let hex = zeros.fingerprint.bytes.map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
    #expect(hex == "89eb0d6a8a691dae2cd15ed0369931ce0a949ecafa5c3f93f8121833646e15c3")
  }

  @Test("a stored fingerprint is the same fingerprint")
  func storedFingerprint() throws {
    let fingerprint = SecretToken().fingerprint
    #expect(try #require(Fingerprint(stored: fingerprint.bytes)) == fingerprint)
    #expect(Fingerprint(stored: []) == nil)
    #expect(Fingerprint(stored: [UInt8](repeating: 0, count: 33)) == nil)
  }

  @Test("a token is never printed")
  func silence() {
    let token = SecretToken()
    var dumped = ""
    dump(token, to: &dumped)
    let printed = "\(token) \(String(reflecting: token)) \([token]) \(dumped)"
    #expect(!printed.contains(token.text))
    #expect(!printed.contains("bytes"))
  }

  @Test("comparison sees every byte and the length")
  func comparison() {
    #expect(equalInConstantTime([], []))
    #expect(equalInConstantTime([1, 2, 3], [1, 2, 3]))
    #expect(!equalInConstantTime([1, 2, 3], [1, 2]))
    for index in 0..<32 {
      var other = [UInt8](repeating: 7, count: 32)
      other[index] = 8
      #expect(!equalInConstantTime([UInt8](repeating: 7, count: 32), other))
    }
  }
}
