import Documents
import HiddenData
import Testing

@Suite("Reading numbers from bytes")
struct ByteReaderTests {
  @Test("numbers come lowest byte first")
  func numbers() throws {
    var reader = ByteReader([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])
    #expect(try reader.uint8() == 1)
    #expect(try reader.uint16() == 0x0302)
    #expect(try reader.uint32() == 0x0706_0504)
    #expect(try reader.uint64() == 0x0F0E_0D0C_0B0A_0908)
    #expect(reader.left == 0)
  }

  @Test("nothing is read past the end, from before the start, or of a size below nothing")
  func bounds() {
    for position in [-1, 3, 4, Int.max] {
      var reader = ByteReader([1, 2, 3])
      reader.position = position
      #expect(throws: Unreadable.self) { try reader.uint8() }
      #expect(throws: Unreadable.self) { try reader.take(1) }
    }
    var reader = ByteReader([1, 2, 3])
    #expect(throws: Unreadable.self) { try reader.take(4) }
    #expect(throws: Unreadable.self) { try reader.take(-1) }
    #expect(throws: Unreadable.self) { try reader.skip(Int.max) }
  }
}
