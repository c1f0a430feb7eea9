import CZlib

/// Writes objects as a PDF does, and a file of them with one table and one end.
struct PDFWriter {
  private var objects: [Int: [UInt8]] = [:]
  private var last = 0

  /// A number for an object that is written later.
  mutating func reserve() -> Int {
    last += 1
    return last
  }

  mutating func put(_ number: Int, _ object: PDFObject) {
    var out: [UInt8] = []
    Self.write(object, to: &out)
    objects[number] = out
  }

  mutating func add(_ object: PDFObject) -> PDFObject {
    let number = reserve()
    put(number, object)
    return .reference(number)
  }

  /// A stream whose filters, if any, its dictionary names already.
  mutating func put(_ number: Int, _ dictionary: PDFDictionary, raw: some Collection<UInt8>) {
    var dictionary = dictionary
    dictionary["Length"] = .int(raw.count)
    var out: [UInt8] = []
    Self.write(.dictionary(dictionary), to: &out)
    out += "\nstream\n".utf8
    out += raw
    out += "\nendstream".utf8
    objects[number] = out
  }

  /// A stream that is packed here.
  mutating func put(_ number: Int, _ dictionary: PDFDictionary, packing data: [UInt8]) {
    var dictionary = dictionary
    dictionary["Filter"] = nil
    dictionary["DecodeParms"] = nil
    if let packed = Self.packed(data), packed.count < data.count {
      dictionary["Filter"] = .name("FlateDecode")
      put(number, dictionary, raw: packed)
    } else {
      put(number, dictionary, raw: data)
    }
  }

  /// The file. Nothing in it says when or by what it was written.
  func file(root: Int) -> [UInt8] {
    var out = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
    var offsets: [Int] = []
    for number in stride(from: 1, through: last, by: 1) {
      offsets.append(out.count)
      out += "\(number) 0 obj\n".utf8
      out += objects[number] ?? Array("null".utf8)
      out += "\nendobj\n".utf8
    }
    let table = out.count
    out += "xref\n0 \(last + 1)\n0000000000 65535 f \n".utf8
    for offset in offsets {
      let digits = String(offset)
      out += (String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits).utf8
      out += " 00000 n \n".utf8
    }
    out += "trailer\n<</Root \(root) 0 R/Size \(last + 1)>>\nstartxref\n\(table)\n%%EOF\n".utf8
    return out
  }

  // MARK: Objects

  static func write(_ object: PDFObject, to out: inout [UInt8]) {
    switch object {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .int(let value): out += String(value).utf8
    case .real(let value): out += number(value).utf8
    case .name(let name): write(name: name, to: &out)
    case .string(let bytes):
      out.append(UInt8(ascii: "<"))
      for byte in bytes { out += [digit(byte >> 4), digit(byte & 15)] }
      out.append(UInt8(ascii: ">"))
    case .array(let list):
      out.append(UInt8(ascii: "["))
      for (index, item) in list.enumerated() {
        if index > 0 { out.append(0x20) }
        write(item, to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .dictionary, .stream:
      out += "<<".utf8
      for (key, value) in (object.dictionary ?? [:]).ordered {
        write(name: key, to: &out)
        out.append(0x20)
        write(value, to: &out)
      }
      out += ">>".utf8
    case .reference(let number): out += "\(number) 0 R".utf8
    }
  }

  static func write(name: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "/"))
    for byte in name.utf8 {
      if byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "#"), !PDFLexer.isDelimiter(byte) {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "#"), digit(byte >> 4), digit(byte & 15)]
      }
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  /// PDF knows no exponents.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    guard abs(value) < 1e8 else { return String(Int(exactly: value.rounded()) ?? 0) }
    let scaled = Int((abs(value) * 1e10).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    var fraction = String(scaled % 10_000_000_000)
    fraction = String(repeating: "0", count: 10 - fraction.utf8.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(sign)\(scaled / 10_000_000_000)" + (fraction.isEmpty ? "" : "." + fraction)
  }

  static func packed(_ data: [UInt8]) -> [UInt8]? {
    var size = compressBound(UInt(data.count))
    var out = [UInt8](repeating: 0, count: Int(size))
    let result = data.withUnsafeBufferPointer { input in
      out.withUnsafeMutableBufferPointer { output in
        compress2(output.baseAddress, &size, input.baseAddress, UInt(input.count), 6)
      }
    }
    guard result == Z_OK else { return nil }
    out.removeLast(out.count - Int(size))
    return out
  }
}
