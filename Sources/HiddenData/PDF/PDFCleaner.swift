package import Documents

/// Makes a copy of a PDF that holds what its pages show and nothing else.
///
/// Pages are written anew from the objects that drawing them needs: no properties, metadata, names,
/// attachments, structure, scripts, forms, comments, private data, earlier versions, or anything between
/// objects. What fields and annotations show becomes part of the page; hidden layers go. Links and
/// bookmarks stay where they say no more than the pages. Text that hides on the page stays, and so do marks
/// of a redaction that was not carried out: inspecting the copy tells of both.
package enum PDFCleaner: FormatCleaner {
  package static func clean(
    _ bytes: [UInt8], limits: InspectionLimits
  ) throws(Unreadable) -> [UInt8] {
    let run = InspectionRun(limits: limits) { _, _, _ throws(Unreadable) in }
    var file = try PDFFile(bytes, run: run)
    if file.isEncrypted || PDFRewriter(file).lacksAppearances {
      guard case .open(let engine) = PDFEngine.open(bytes) else { throw .locked("The PDF") }
      guard let plain = engine.withAppearances() else {
        throw .broken("its fields and annotations cannot be drawn")
      }
      file = try PDFFile(plain, run: run)
      // A mark that goes without a trace may bare what it covered.
      guard !PDFRewriter(file).losesDrawings else {
        throw .broken("an annotation in it does not say how it looks")
      }
    }
    var rewriter = PDFRewriter(file)
    let root = try rewriter.document()
    if let failure = run.failures.first { throw failure }
    return rewriter.writer.file(root: root)
  }
}

extension PDFRewriter {
  /// Writes catalog and pages; the number of the catalog.
  mutating func document() throws(Unreadable) -> Int {
    let root = writer.reserve()
    let tree = writer.reserve()
    let pages = file.reach.pages
    guard !pages.isEmpty else { throw .broken("no page can be found in it") }
    var numbers: [Int] = []
    for page in pages {
      let number = writer.reserve()
      numbers.append(number)
      pageNumbers[page.number] = number
    }
    for (index, page) in pages.enumerated() {
      try put(page.dictionary, as: numbers[index], tree: tree)
    }
    writer.put(
      tree,
      .dictionary([
        "Type": .name("Pages"), "Count": .int(pages.count),
        "Kids": .array(numbers.map { .reference($0) }),
      ]))
    var catalog: PDFDictionary = ["Type": .name("Catalog"), "Pages": .reference(tree)]
    if let intents = try outputIntents() { catalog["OutputIntents"] = intents }
    if !PDFNavigation.saysMore(file), let outline = try outline() {
      catalog["Outlines"] = outline
    }
    writer.put(root, .dictionary(catalog))
    return root
  }

  private mutating func put(
    _ page: PDFDictionary, as number: Int, tree: Int
  ) throws(Unreadable) {
    var result: PDFDictionary = ["Type": .name("Page"), "Parent": .reference(tree)]
    for key in ["MediaBox", "CropBox", "Rotate", "UserUnit", "Group"] where page[key] != nil {
      result[key] = try copy(file.current.resolve(page[key]))
    }
    if result["MediaBox"] == nil { result["MediaBox"] = .array([0, 0, 612, 792].map { .int($0) }) }
    let resources = file.current.value(page, "Resources").dictionary ?? [:]
    let content = try filtered(try operators(page), resources)
    let stamps = try flattened(page)
    var data = content.data
    var own = content.resources.dictionary ?? [:]
    if !stamps.forms.isEmpty {
      // What the page left changed or open is of no concern to what is laid upon it.
      let open = PDFContentBalance.open(content.data)
      data = Array("q\n".utf8) + data + Array(String(repeating: "Q\n", count: open + 1).utf8)
      data += stamps.operators
      let forms = (own["XObject"]?.dictionary ?? [:]).merging(stamps.forms) { own, _ in own }
      own["XObject"] = .dictionary(forms)
    }
    result["Resources"] = .dictionary(own)
    let stream = writer.reserve()
    writer.put(stream, [:], packing: data)
    result["Contents"] = .reference(stream)
    let kept = try annotations(page)
    if !kept.isEmpty { result["Annots"] = .array(kept) }
    writer.put(number, .dictionary(result))
  }

  private func operators(_ page: PDFDictionary) throws(Unreadable) -> [UInt8] {
    let given = file.current.value(page, "Contents")
    let streams =
      given.array?.compactMap { file.current.resolve($0).stream }
      ?? [given.stream].compactMap { $0 }
    var all: [UInt8] = []
    for stream in streams {
      guard let decoded = file.current.decoded(stream), decoded.isWhole else {
        throw .broken("a stream of a page cannot be unpacked")
      }
      all += decoded.data
      all.append(0x0A)
      guard all.count <= file.run.limits.part else {
        throw .tooMuch("a page has more than \(file.run.limits.part) bytes")
      }
    }
    return all
  }

  /// For which device colours are meant; without it they are drawn otherwise.
  private mutating func outputIntents() throws(Unreadable) -> PDFObject? {
    var intents: [PDFObject] = []
    for item in file.current.value(file.root, "OutputIntents").array ?? [] {
      guard let intent = file.current.resolve(item).dictionary,
        let profile = intent["DestOutputProfile"]
      else { continue }
      let kind = file.current.value(intent, "S").name ?? "GTS_PDFA1"
      intents.append(
        .dictionary([
          "Type": .name("OutputIntent"), "S": .name(kind), "DestOutputProfile": try copy(profile),
          "OutputConditionIdentifier": .string(Array("Custom".utf8)),
        ]))
    }
    return intents.isEmpty ? nil : .array(intents)
  }

  /// Bookmarks that lead to pages, in one level after the other as they were.
  private mutating func outline() throws(Unreadable) -> PDFObject? {
    let items = PDFNavigation.items(file)
    guard !items.isEmpty else { return nil }
    let root = writer.reserve()
    let numbers = items.map { _ in writer.reserve() }
    var children: [Int: [Int]] = [:]
    for (index, item) in items.enumerated() { children[item.parent, default: []].append(index) }
    for (parent, list) in children {
      for (place, index) in list.enumerated() {
        var entry: PDFDictionary = [
          "Title": .string(items[index].title),
          "Parent": .reference(parent < 0 ? root : numbers[parent]),
        ]
        if place > 0 { entry["Prev"] = .reference(numbers[list[place - 1]]) }
        if place + 1 < list.count { entry["Next"] = .reference(numbers[list[place + 1]]) }
        if let own = children[index], let first = own.first, let last = own.last {
          entry["First"] = .reference(numbers[first])
          entry["Last"] = .reference(numbers[last])
          entry["Count"] = .int(-own.count)
        }
        entry.merge(target(of: items[index].dictionary) ?? [:]) { own, _ in own }
        writer.put(numbers[index], .dictionary(entry))
      }
    }
    let top = children[-1] ?? []
    var entry: PDFDictionary = ["Type": .name("Outlines"), "Count": .int(top.count)]
    if let first = top.first, let last = top.last {
      entry["First"] = .reference(numbers[first])
      entry["Last"] = .reference(numbers[last])
    }
    writer.put(root, .dictionary(entry))
    return .reference(root)
  }
}

/// Counts what a page leaves open.
enum PDFContentBalance {
  /// How many `q` have no `Q`.
  static func open(_ content: [UInt8]) -> Int {
    var lexer = PDFLexer(content)
    var open = 0
    while true {
      switch lexer.next() {
      case .end: return open
      case .word("q"): open += 1
      case .word("Q"): open = max(0, open - 1)
      case .word("ID"):
        // The bytes of a picture are not operators; it ends with EI on its own.
        while lexer.position + 2 < lexer.end {
          let here = lexer.position
          let isEnd =
            content[here] == UInt8(ascii: "E") && content[here + 1] == UInt8(ascii: "I")
            && PDFLexer.isSpace(content[here + 2]) && here > 0
            && PDFLexer.isSpace(content[here - 1])
          if isEnd { break }
          lexer.position += 1
        }
      default: continue
      }
    }
  }
}
