/// Builds small messages of Outlook for examples.
struct MessageExample {
  private var writer = CompoundWriter()

  /// A message from the FOI team to Ann Example.
  init(
    body: String = "Dear Ann, here is our answer.", _ properties: [(UInt32, [UInt8])] = []
  ) {
    add(properties, body: body, to: 0, head: 32)
  }

  private mutating func add(
    _ properties: [(UInt32, [UInt8])], body: String, to storage: Int, head: Int
  ) {
    let usual: [(UInt32, [UInt8])] = [
      (0x001A_001F, "IPM.Note".utf16Bytes), (0x0037_001F, "Your request".utf16Bytes),
      (0x0C1A_001F, "FOI Team".utf16Bytes), (0x0E04_001F, "Ann Example".utf16Bytes),
      (0x1000_001F, body.utf16Bytes),
    ]
    put(usual + properties, numbers: [], in: storage, head: head)
  }

  private mutating func put(
    _ properties: [(UInt32, [UInt8])], numbers: [(UInt32, UInt32)], in storage: Int, head: Int
  ) {
    var list = Array(repeating: UInt8(0), count: head)
    for (tag, number) in numbers {
      list += tag.littleEndian4 + [6, 0, 0, 0] + number.littleEndian4 + [0, 0, 0, 0]
    }
    for (tag, data) in properties {
      let digits = String(tag, radix: 16, uppercase: true)
      let name = String(repeating: "0", count: 8 - digits.count) + digits
      writer.addStream("__substg1.0_" + name, data, in: storage)
      list += tag.littleEndian4 + [6, 0, 0, 0] + UInt32(data.count).littleEndian4 + [0, 0, 0, 0]
    }
    writer.addStream(MessageProperties.stream, list, in: storage)
  }

  /// Adds somebody to whom it went: 1 openly, 2 for knowledge, 3 blindly.
  func recipient(_ kind: UInt32, _ properties: [(UInt32, [UInt8])]) -> Self {
    var copy = self
    let storage = copy.writer.addStorage("__recip_version1.0_#00000000")
    copy.put(properties, numbers: [(0x0C15_0003, kind)], in: storage, head: 8)
    return copy
  }

  /// Adds a file.
  func attachment(_ properties: [(UInt32, [UInt8])]) -> Self {
    var copy = self
    let storage = copy.writer.addStorage("__attach_version1.0_#00000000")
    copy.put(properties, numbers: [(0x3705_0003, 1)], in: storage, head: 8)
    return copy
  }

  /// Adds a message inside the message.
  func message(_ body: String) -> Self {
    var copy = self
    let storage = copy.writer.addStorage("__attach_version1.0_#00000000")
    copy.put([], numbers: [(0x3705_0003, 5)], in: storage, head: 8)
    let inner = copy.writer.addStorage("__substg1.0_3701000D", in: storage)
    copy.add([], body: body, to: inner, head: 24)
    return copy
  }

  /// Names the property 0x8000, a word of the set for everybody.
  func named(_ word: String) -> Self {
    var copy = self
    let storage = copy.writer.addStorage("__nameid_version1.0")
    copy.writer.addStream("__substg1.0_00020102", [], in: storage)
    copy.writer.addStream("__substg1.0_00030102", [0, 0, 0, 0, 5, 0, 0, 0], in: storage)
    let bytes = word.utf16Bytes
    copy.writer.addStream(
      "__substg1.0_00040102", UInt32(bytes.count).littleEndian4 + bytes, in: storage)
    return copy
  }

  /// The file.
  var file: [UInt8] { writer.bytes }
}
