import Documents

/// Copies from an open PDF what drawing its pages needs, object by object, and nothing that it does not know.
struct PDFRewriter {
  let file: PDFFile
  let layers: PDFLayers
  var writer = PDFWriter()
  /// New numbers of objects that were copied, by their old ones.
  private var copied: [Int: Int] = [:]
  private var forms: [Int: Int] = [:]
  var pageNumbers: [Int: Int] = [:]
  /// How deep forms lie in forms as they are copied.
  private var nesting = 0

  init(_ file: PDFFile) {
    self.file = file
    layers = PDFLayers(file)
  }

  /// Keys of dictionaries that say how something is drawn.
  private static let needed: Set = [
    // Colours, shadings, functions, patterns, states.
    "Alternate", "AIS", "Background", "BBox", "BC", "BG", "BG2", "BM", "BitsPerComponent",
    "BitsPerCoordinate", "BitsPerFlag", "BitsPerSample", "BlackPoint", "Bounds", "C0", "C1", "CA",
    "ca", "ColorSpace", "Colorants", "Components", "Coords", "CS", "D", "Decode", "Domain",
    "Encode", "Extend", "FL", "Font", "Function", "FunctionType", "Functions", "G", "Gamma",
    "HT", "HalftoneType", "I", "K", "LC", "LJ", "LW", "ML", "Matrix", "Mode", "N", "OP", "op",
    "OPM",
    "Order", "Process", "Range", "RI", "S", "SA", "Shading", "ShadingType", "Size", "SMask",
    "Subtype", "TK", "TR", "TR2", "Type", "UCR", "UCR2", "VerticesPerRow", "WhitePoint",
    // Fonts.
    "Ascent", "AvgWidth", "BaseEncoding", "BaseFont", "CapHeight", "CIDSet", "CIDSystemInfo",
    "CIDToGIDMap", "CharSet", "CMapName", "DW", "DW2", "DescendantFonts", "Descent",
    "Differences", "Encoding", "FirstChar", "Flags", "FontBBox", "FontDescriptor", "FontFile",
    "FontFile2", "FontFile3", "FontMatrix", "FontName", "FontStretch", "FontWeight", "ItalicAngle",
    "LastChar", "Leading", "Length1", "Length2", "Length3", "MaxWidth", "MissingWidth", "Ordering",
    "Panose", "Registry", "StemH", "StemV", "Style", "Supplement", "ToUnicode", "UseCMap", "W",
    "W2", "WMode", "Widths", "XHeight",
    // Pictures.
    "Height", "ImageMask", "Intent", "Interpolate", "Mask", "Matte", "SMaskInData", "Width",
    // How streams are packed.
    "BlackIs1", "Colors", "ColorTransform", "Columns", "DamagedRowsBeforeError", "EarlyChange",
    "EncodedByteAlign", "EndOfBlock", "EndOfLine", "JBIG2Globals", "Predictor", "Rows",
    // Groups and tilings.
    "FormType", "Group", "PaintType", "PatternType", "TilingType", "XStep", "YStep",
  ]
  /// Texts that drawing needs; others are of people.
  private static let texts: Set = ["Registry", "Ordering", "CharSet", "Panose"]

  // MARK: Any object

  /// A copy of an object; what it refers to is copied once.
  mutating func copy(_ object: PDFObject, depth: Int = 64) throws(Unreadable) -> PDFObject {
    guard depth > 0 else { throw .tooMuch("objects in it lie too deep in each other") }
    switch object {
    case .reference(let number):
      if let known = copied[number] { return .reference(known) }
      let target = file.current.object(number)
      if target.isNull { return .null }
      let new = writer.reserve()
      copied[number] = new
      if let stream = target.stream {
        try put(stream, as: new, depth: depth - 1)
      } else {
        writer.put(new, try copy(target, depth: depth - 1))
      }
      return .reference(new)
    case .array(let list):
      var items: [PDFObject] = []
      for item in list { items.append(try copy(item, depth: depth - 1)) }
      return .array(items)
    case .dictionary(let dictionary):
      if file.current.value(dictionary, "Subtype").name == "Type3" {
        return try typeThree(dictionary, depth)
      }
      return .dictionary(try entries(dictionary, depth: depth - 1))
    case .stream: return .null
    default: return object
    }
  }

  private mutating func entries(
    _ dictionary: PDFDictionary, depth: Int
  ) throws(Unreadable) -> PDFDictionary {
    var result: PDFDictionary = [:]
    for (key, value) in dictionary.ordered where Self.needed.contains(key) {
      let target = file.current.resolve(value)
      if target.bytes != nil, !Self.texts.contains(key) { continue }
      if key == "Colorants", let names = target.dictionary {
        var inks: PDFDictionary = [:]
        for (name, ink) in names.ordered { inks[name] = try copy(ink, depth: depth) }
        result[key] = .dictionary(inks)
      } else {
        result[key] = try copy(value, depth: depth)
      }
    }
    return result
  }

  private mutating func put(
    _ stream: PDFStream, as number: Int, depth: Int
  ) throws(Unreadable) {
    let isForm = file.current.value(stream.dictionary, "Subtype").name == "Form"
    if isForm || file.current.value(stream.dictionary, "PatternType").int == 1 {
      try putContent(stream, as: number, resources: nil, depth: depth)
      return
    }
    var dictionary = try entries(stream.dictionary, depth: depth)
    let filters = PDFFilters.filters(stream.dictionary, resolve: file.current.resolve)
    guard let decoded = file.current.decoded(stream), decoded.isWhole else {
      throw .broken("a stream in it cannot be unpacked")
    }
    if let picture = decoded.picture {
      dictionary["Filter"] = .name(picture)
      if let told = filters.last?.parameters, !told.isEmpty {
        dictionary["DecodeParms"] = .dictionary(try entries(told, depth: depth))
      }
      let data = picture == "DCTDecode" ? PDFJPEG.bare(decoded.data) : decoded.data
      writer.put(number, dictionary, raw: data)
    } else {
      writer.put(number, dictionary, packing: decoded.data)
    }
  }

  // MARK: Pages, forms and patterns

  /// A form or pattern; one without resources of its own draws with those of what paints it.
  mutating func form(
    _ object: PDFObject, _ resources: PDFDictionary?
  ) throws(Unreadable) -> PDFObject {
    guard let stream = file.current.resolve(object).stream,
      file.current.value(stream.dictionary, "Subtype").name == "Form"
    else { return try copy(object) }
    return try form(drawing: stream, resources)
  }

  /// A stream that is drawn as a form, whether or not it says that it is one.
  mutating func form(
    drawing stream: PDFStream, _ resources: PDFDictionary?
  ) throws(Unreadable) -> PDFObject {
    if let known = forms[stream.range.lowerBound] { return .reference(known) }
    let number = writer.reserve()
    forms[stream.range.lowerBound] = number
    try putContent(stream, as: number, resources: resources, depth: 64)
    return .reference(number)
  }

  private mutating func putContent(
    _ stream: PDFStream, as number: Int, resources: PDFDictionary?, depth: Int
  ) throws(Unreadable) {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= 48 else { throw .tooMuch("forms in it lie too deep in each other") }
    guard let decoded = file.current.decoded(stream), decoded.isWhole else {
      throw .broken("a stream of a page cannot be unpacked")
    }
    var dictionary = try entries(stream.dictionary, depth: depth)
    let own = file.current.value(stream.dictionary, "Resources").dictionary ?? resources ?? [:]
    let content = try filtered(decoded.data, own)
    dictionary["Resources"] = content.resources
    if dictionary["PatternType"] == nil {
      dictionary["Type"] = .name("XObject")
      dictionary["Subtype"] = .name("Form")
    }
    writer.put(number, dictionary, packing: content.data)
  }

  /// Operators with the resources that they use, under new names.
  mutating func filtered(
    _ data: [UInt8], _ resources: PDFDictionary
  ) throws(Unreadable) -> (data: [UInt8], resources: PDFObject) {
    var names: [String: [String: String]] = [:]
    let current = file.current
    let layers = self.layers
    let properties = current.value(resources, "Properties").dictionary
    let written = try PDFContentFilter.write(data) { kind, name in
      let group = current.value(resources, kind).dictionary
      guard let object = group?[name] else {
        return kind == "ColorSpace" ? name : nil
      }
      if kind == "XObject", let form = current.resolve(object).dictionary,
        !layers.shows(form["OC"])
      {
        return nil
      }
      if let known = names[kind]?[name] { return known }
      let new = (kind.first.map(String.init) ?? "R") + String((names[kind]?.count ?? 0) + 1)
      names[kind, default: [:]][name] = new
      return new
    } isHidden: { mark in
      !layers.shows(mark.name.map { properties?[$0] } ?? mark)
    }
    var result: PDFDictionary = [:]
    for (kind, used) in names.sorted(by: { $0.key < $1.key }) {
      let group = current.value(resources, kind).dictionary ?? [:]
      var entries: PDFDictionary = [:]
      for (name, new) in used.sorted(by: { $0.key < $1.key }) {
        guard let object = group[name] else { continue }
        entries[new] = kind == "XObject" ? try form(object, resources) : try copy(object)
      }
      result[kind] = .dictionary(entries)
    }
    return (written, .dictionary(result))
  }

  private mutating func typeThree(
    _ font: PDFDictionary, _ depth: Int
  ) throws(Unreadable) -> PDFObject {
    var result = try entries(font, depth: depth - 1)
    let resources = file.current.value(font, "Resources").dictionary ?? [:]
    var characters: PDFDictionary = [:]
    // The characters share resources: their names have to stay.
    for (name, value) in (file.current.value(font, "CharProcs").dictionary ?? [:]).ordered {
      guard let stream = file.current.resolve(value).stream,
        let data = file.current.decoded(stream)?.data
      else { continue }
      let content = try PDFContentFilter.write(data) { _, name in
        name
      } isHidden: { _ in
        false
      }
      let number = writer.reserve()
      writer.put(number, [:], packing: content)
      characters[name] = .reference(number)
    }
    result["CharProcs"] = .dictionary(characters)
    var groups: PDFDictionary = [:]
    for kind in ["ColorSpace", "ExtGState", "Font", "Pattern", "Shading", "XObject"] {
      var group: PDFDictionary = [:]
      for (name, value) in (file.current.value(resources, kind).dictionary ?? [:]).ordered {
        group[name] = kind == "XObject" ? try form(value, resources) : try copy(value)
      }
      if !group.isEmpty { groups[kind] = .dictionary(group) }
    }
    result["Resources"] = .dictionary(groups)
    return .dictionary(result)
  }
}
