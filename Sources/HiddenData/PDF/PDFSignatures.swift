/// Who signed, with what, and why.
enum PDFSignatures: PDFFamily {
  static let signature = HiddenDataClass(
    "pdf.signature", .medium, "Names and certificates of signatures",
    lies: "In the value of a signature field: `Name`, `Reason`, `Location`, `ContactInfo` and the "
      + "certificates in `Contents`; further ones in `DSS` of the catalog.",
    recognised: "By `ByteRange` or the type. The names in the certificates are shown.",
    removal:
      "The signature is taken out; its picture on the page stays. A changed file could not keep it."
  )

  static let classes = [signature]

  static func inspect(_ file: PDFFile) {
    for node in file.reach.nodes {
      let type = file.current.value(node.dictionary, "Type").name
      let isSignature =
        node.dictionary["ByteRange"] != nil || type == "Sig" || type == "DocTimeStamp"
        || node.key == "V" && node.dictionary["SubFilter"] != nil
      if isSignature {
        var words: [String] = []
        for key in ["Name", "Reason", "Location", "ContactInfo"] {
          if let text = file.text(node.dictionary, key) { words.append("\(key): \(text)") }
        }
        for key in ["Contents", "Cert"] {
          let value = file.current.value(node.dictionary, key)
          for bytes in [value.bytes].compactMap({ $0 })
            + (value.array ?? []).compactMap({ file.current.resolve($0).bytes })
          {
            words += names(bytes)
          }
        }
        report(words, node.page, "a signature", file)
      }
      if let stores = file.current.value(node.dictionary, "DSS").dictionary {
        var words: [String] = []
        for item in file.current.value(stores, "Certs").array ?? [] {
          if let stream = file.current.resolve(item).stream {
            words += names(file.current.decoded(stream)?.data ?? [])
          }
        }
        report(words, nil, "certificates kept for a signature", file)
      }
    }
  }

  private static func report(_ words: [String], _ page: Int?, _ what: String, _ file: PDFFile) {
    var seen: Set<String> = []
    let words = words.filter { seen.insert($0).inserted }
    file.report(
      signature, page, what, words.isEmpty ? "(without names)" : words.joined(separator: "\n"))
  }

  /// The attributes of names that certificates are written with, as the objects in their DER begin.
  private static let attributes: [(identifier: [UInt8], name: String)] = [
    ([0x06, 0x03, 0x55, 0x04, 0x03], "CN"), ([0x06, 0x03, 0x55, 0x04, 0x04], "surname"),
    ([0x06, 0x03, 0x55, 0x04, 0x2A], "given name"),
    ([0x06, 0x03, 0x55, 0x04, 0x05], "serial number"),
    ([0x06, 0x03, 0x55, 0x04, 0x0A], "O"), ([0x06, 0x03, 0x55, 0x04, 0x0B], "OU"),
    ([0x06, 0x03, 0x55, 0x04, 0x0C], "title"),
    ([0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x01], "e-mail"),
  ]

  /// The names in certificates: each an object identifier followed by a string.
  static func names(_ bytes: [UInt8]) -> [String] {
    var found: [String] = []
    var index = 0
    while index + 8 < bytes.count, found.count < 200 {
      guard bytes[index] == 0x06,
        let attribute = attributes.first(where: { bytes[index...].starts(with: $0.identifier) })
      else {
        index += 1
        continue
      }
      index += attribute.identifier.count
      guard index + 2 <= bytes.count, [0x0C, 0x13, 0x14, 0x16, 0x1E].contains(bytes[index]) else {
        continue
      }
      let length = Int(bytes[index + 1])
      guard length < 0x80, index + 2 + length <= bytes.count else { continue }
      let value = bytes[(index + 2)..<(index + 2 + length)]
      let text =
        bytes[index] == 0x1E
        ? PDFText.utf16(value, bigEndian: true) : String(decoding: value, as: UTF8.self)
      found.append("\(attribute.name): \(text)")
      index += 2 + length
    }
    return found
  }

  static let examples = [
    InspectionExample(
      "a signer's name in the certificate", file: "signed.pdf",
      PDFExample(
        annotations: ["<</Subtype/Widget/FT/Sig/T(S)/Rect[0 0 0 0]/V 20 0 R>>"],
        catalog: "/AcroForm<</Fields[10 0 R]/SigFlags 3>>",
        objects: [
          20: "<</Type/Sig/Filter/Adobe.PPKLite/Reason(Approved)/ByteRange[0 1 2 3]"
            + "/Contents<060355040C0C00 06035504030C084A616E6520526F65>>>"
        ]
      ).file, finds: ["pdf.signature"], shows: "CN: Jane Roe"),
    InspectionExample(
      "a field for a signature that nobody gave", file: "unsigned.pdf",
      PDFExample(
        annotations: ["<</Subtype/Widget/FT/Sig/T(S)/Rect[72 72 200 100]>>"],
        catalog: "/AcroForm<</Fields[10 0 R]>>"
      ).file, leaves: ["pdf.signature"]),
  ]
}
