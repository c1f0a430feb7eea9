import Testing

@testable import Documents

@Suite("Searching bytes")
struct ByteSearchTests {
  private let bytes = Array("abcabd".utf8)

  @Test("bytes are found where they first begin, or from a place on")
  func found() {
    #expect(bytes.position(of: Array("ab".utf8)) == 0)
    #expect(bytes.position(of: Array("ab".utf8), from: 1) == 3)
    #expect(bytes.position(of: Array("abd".utf8)) == 3)
    #expect(bytes.position(of: bytes) == 0)
    #expect(bytes.holds([0x64]))
  }

  @Test("what is not there, is cut by the end or is nothing is not found")
  func notFound() {
    #expect(bytes.position(of: Array("abe".utf8)) == nil)
    #expect(bytes.position(of: Array("abd".utf8), to: 5) == nil)
    #expect(bytes.position(of: Array("ab".utf8), from: 4) == nil)
    #expect(bytes.position(of: Array("ab".utf8), from: 60) == nil)
    #expect(bytes.position(of: Array("ab".utf8), from: -1) == nil)
    #expect(bytes.position(of: []) == nil)
    #expect([UInt8]().position(of: [0x61]) == nil)
    #expect(!bytes.holds(bytes + bytes))
  }
}
