import Documents

/// Unpacks streams. What a filter leaves over at its end is told, because something can hide there.
enum PDFFilters {
  /// What came out of a stream.
  struct Decoded {
    var data: [UInt8]
    /// The filter of a picture at which unpacking stopped; `data` is its own format.
    var picture: String?
    /// How many bytes of the file the first filter took; nil where it has no end of its own.
    var used: Int?
    /// Whether the stream came to its own end.
    var isWhole = true
  }

  private static let short = [
    "A85": "ASCII85Decode", "AHx": "ASCIIHexDecode", "CCF": "CCITTFaxDecode", "DCT": "DCTDecode",
    "Fl": "FlateDecode", "LZW": "LZWDecode", "RL": "RunLengthDecode",
  ]

  /// The filters of a stream with what they are told, in their order.
  static func filters(
    _ dictionary: PDFDictionary, resolve: (PDFObject?) -> PDFObject
  ) -> [(name: String, parameters: PDFDictionary)] {
    let given = resolve(dictionary["Filter"] ?? dictionary["F"])
    let told = resolve(dictionary["DecodeParms"] ?? dictionary["DP"])
    let names = given.array.map { $0.map(resolve) } ?? [given]
    let parameters = told.array.map { $0.map(resolve) } ?? [told]
    return names.enumerated().compactMap { index, object in
      guard let name = object.name else { return nil }
      let own = index < parameters.count ? parameters[index].dictionary ?? [:] : [:]
      return (short[name] ?? name, own.mapValues(resolve))
    }
  }

  /// Unpacks; nil where a filter is not known.
  static func decode(
    _ bytes: [UInt8], _ range: Range<Int>,
    filters: [(name: String, parameters: PDFDictionary)], most: Int
  ) throws(Unreadable) -> Decoded? {
    guard filters.count <= 16 else { throw .tooMuch("a stream is packed more than 16 times over") }
    guard let first = filters.first else { return Decoded(data: Array(bytes[range])) }
    var result = Decoded(data: [])
    if isPicture(first.name) {
      return Decoded(data: Array(bytes[range]), picture: first.name)
    }
    var input = bytes
    var part = range
    for (index, filter) in filters.enumerated() {
      if isPicture(filter.name) {
        result.picture = filter.name
        return result
      }
      var step: Decoded
      switch filter.name {
      case "FlateDecode": step = try PDFFlate.unpack(input, part, most: most)
      case "LZWDecode":
        let early = filter.parameters["EarlyChange"]?.int ?? 1
        step = try PDFLZW.unpack(input, part, early: early != 0, most: most)
      case "ASCII85Decode": step = ascii85(input, part)
      case "ASCIIHexDecode": step = asciiHex(input, part)
      case "RunLengthDecode": step = try runLength(input, part, most: most)
      case "Crypt": step = Decoded(data: Array(input[part]))
      default: return nil
      }
      if filter.name == "FlateDecode" || filter.name == "LZWDecode" {
        step.data = PDFPredictor.undo(step.data, filter.parameters)
      }
      result.data = step.data
      result.isWhole = result.isWhole && step.isWhole
      if index == 0 { result.used = step.used }
      input = step.data
      part = 0..<input.count
    }
    return result
  }

  static func isPicture(_ name: String) -> Bool {
    ["DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode"].contains(name)
  }

  private static func asciiHex(_ bytes: [UInt8], _ range: Range<Int>) -> Decoded {
    var out: [UInt8] = []
    var half: UInt8?
    var used: Int?
    for index in range {
      if bytes[index] == UInt8(ascii: ">") {
        used = index + 1 - range.lowerBound
        break
      }
      guard let digit = PDFLexer.hex(bytes[index]) else { continue }
      if let high = half {
        out.append(high << 4 | digit)
        half = nil
      } else {
        half = digit
      }
    }
    if let half { out.append(half << 4) }
    return Decoded(data: out, used: used)
  }

  private static func ascii85(_ bytes: [UInt8], _ range: Range<Int>) -> Decoded {
    var out: [UInt8] = []
    var group: [UInt32] = []
    var used: Int?
    func put(_ group: [UInt32], to out: inout [UInt8]) {
      let padded = group + Array(repeating: 84, count: 5 - group.count)
      let value = padded.reduce(UInt32(0)) { $0 &* 85 &+ $1 }
      for index in 0..<(group.count - 1) {
        out.append(UInt8(truncatingIfNeeded: value >> UInt32(24 - index * 8)))
      }
    }
    loop: for index in range {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "!")...UInt8(ascii: "u"):
        group.append(UInt32(byte - UInt8(ascii: "!")))
        if group.count == 5 {
          put(group, to: &out)
          group.removeAll(keepingCapacity: true)
        }
      case UInt8(ascii: "z") where group.isEmpty: out += [0, 0, 0, 0]
      case UInt8(ascii: "~"):
        let closed = index + 1 < range.upperBound && bytes[index + 1] == UInt8(ascii: ">")
        used = index + (closed ? 2 : 1) - range.lowerBound
        break loop
      default: continue
      }
    }
    if group.count > 1 { put(group, to: &out) }
    return Decoded(data: out, used: used)
  }

  private static func runLength(
    _ bytes: [UInt8], _ range: Range<Int>, most: Int
  ) throws(Unreadable) -> Decoded {
    var out: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let length = Int(bytes[index])
      index += 1
      if length == 128 { return Decoded(data: out, used: index - range.lowerBound) }
      if length < 128 {
        let end = min(index + length + 1, range.upperBound)
        out += bytes[index..<end]
        index = end
      } else if index < range.upperBound {
        out += repeatElement(bytes[index], count: 257 - length)
        index += 1
      }
      guard out.count <= most else { throw .tooMuch("a stream unpacks to a size only a trap has") }
    }
    return Decoded(data: out)
  }
}
