/// The written form, `redaction-plan/1`. Reading is strict: an entry that is not known, a mark without a
/// target or with two, and a code that is none are refused, because a mark that is misread is a leak.
extension RedactionPlan {
  private static let schema = "redaction-plan/1"

  /// Reads a plan.
  public init(from decoder: any Decoder) throws {
    let entries = try StrictEntries(
      decoder, known: ["schema", "marks", "label", "images"], what: "the plan")
    guard try entries.value(String.self, "schema") == Self.schema else {
      throw entries.fault("The plan says another schema than \(Self.schema).")
    }
    self.init(
      marks: try entries.value([Mark].self, "marks"),
      label: try entries.optional(Label.self, "label") ?? .code,
      images: try entries.optional(Images.self, "images") ?? .pixels)
    guard marks.count <= 100_000 else { throw entries.fault("The plan has over 100,000 marks.") }
  }

  /// Writes a plan.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: PlanKey.self)
    try container.encode(Self.schema, forKey: PlanKey("schema"))
    try container.encode(marks, forKey: PlanKey("marks"))
    try container.encode(label, forKey: PlanKey("label"))
    try container.encode(images, forKey: PlanKey("images"))
  }
}

extension RedactionPlan.Mark: Codable {
  /// Reads a mark.
  public init(from decoder: any Decoder) throws {
    let entries = try StrictEntries(
      decoder, known: ["page", "box", "find", "match_case", "whole_words", "code"], what: "a mark")
    let code = try entries.value(String.self, "code")
    guard Self.isCode(code) else {
      throw entries.fault("'\(code)' is no code; write a limb, such as s40(2).")
    }
    let page = try entries.optional(Int.self, "page")
    if let page, page < 1 { throw entries.fault("Pages count from 1.") }
    let box = try entries.optional(PageBox.self, "box")
    let find = try entries.optional(String.self, "find")
    let matchesCase = try entries.optional(Bool.self, "match_case")
    let wholeWords = try entries.optional(Bool.self, "whole_words")
    if find == nil, matchesCase != nil || wholeWords != nil {
      throw entries.fault("'match_case' and 'whole_words' go with 'find'.")
    }
    switch (page, box, find) {
    case (let page?, let box?, nil): self.init(.box(page: page, box), code: code)
    case (let page, nil, let find?):
      guard find.contains(where: { !$0.isWhitespace }), find.utf8.count <= 4_096 else {
        throw entries.fault("The text to find is empty or too long.")
      }
      let search = RedactionPlan.Search(
        find, matchesCase: matchesCase ?? false, wholeWords: wholeWords ?? false)
      self.init(.text(search, page: page), code: code)
    case (let page?, nil, nil): self.init(.page(page), code: code)
    case (nil, _, nil):
      throw entries.fault("A mark needs a page, a page and a box, or a text to find.")
    case (_, _?, _?): throw entries.fault("A mark has a box or a text to find, not both.")
    }
  }

  /// Writes a mark.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: PlanKey.self)
    try container.encode(code, forKey: PlanKey("code"))
    switch target {
    case .box(let page, let box):
      try container.encode(page, forKey: PlanKey("page"))
      try container.encode(box, forKey: PlanKey("box"))
    case .page(let page): try container.encode(page, forKey: PlanKey("page"))
    case .text(let search, let page):
      try container.encodeIfPresent(page, forKey: PlanKey("page"))
      try container.encode(search.text, forKey: PlanKey("find"))
      if search.matchesCase { try container.encode(true, forKey: PlanKey("match_case")) }
      if search.wholeWords { try container.encode(true, forKey: PlanKey("whole_words")) }
    }
  }

  /// Whether a code can stand on a box: a few letters, numbers and brackets.
  private static func isCode(_ code: String) -> Bool {
    (1...24).contains(code.utf8.count) && code.utf8.first != 0x20 && code.utf8.last != 0x20
      && code.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }
}

/// The entries of an object, none of which may be unknown.
private struct StrictEntries {
  private let container: KeyedDecodingContainer<PlanKey>

  init(_ decoder: any Decoder, known: Set<String>, what: String) throws {
    container = try decoder.container(keyedBy: PlanKey.self)
    for key in container.allKeys where !known.contains(key.stringValue) {
      throw fault("'\(key.stringValue)' is no entry of \(what).")
    }
  }

  func value<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
    try container.decode(type, forKey: PlanKey(name))
  }

  func optional<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value? {
    try container.decodeIfPresent(type, forKey: PlanKey(name))
  }

  func fault(_ message: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: container.codingPath, debugDescription: message))
  }
}

/// The name of an entry.
private struct PlanKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
