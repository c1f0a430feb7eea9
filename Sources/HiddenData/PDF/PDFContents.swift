import Documents

/// The fonts of a file by the names under which pages use them.
final class PDFFonts {
  private let file: PDFFile
  private var known: [Int: PDFFont] = [:]
  /// Fonts by name from all resources of the file, also those that cannot be reached any more.
  private lazy var everywhere: [String: PDFObject] = {
    var result: [String: PDFObject] = [:]
    func take(_ object: PDFObject?) {
      for (name, font) in file.current.resolve(object).dictionary ?? [:]
      where result[name] == nil {
        result[name] = font
      }
    }
    for node in file.reach.nodes {
      if node.key == "Font" { take(.dictionary(node.dictionary)) }
    }
    for object in file.scan.objects {
      take(file.current.value(object.object.dictionary, "Resources").dictionary?["Font"])
    }
    return result
  }()

  init(_ file: PDFFile) { self.file = file }

  /// How names are read within a stream with such resources.
  func named(
    in resources: PDFDictionary?, of revision: PDFRevision
  ) -> (String) -> PDFFont? {
    let fonts = revision.value(resources, "Font").dictionary
    return { name in
      guard let object = fonts?[name] ?? (resources == nil ? self.everywhere[name] : nil) else {
        return nil
      }
      if let number = object.reference, revision === self.file.current {
        if let font = self.known[number] { return font }
        let font = revision.resolve(object).dictionary.map { PDFFont($0, in: revision) }
        if let font { self.known[number] = font }
        return font
      }
      return revision.resolve(object).dictionary.map { PDFFont($0, in: revision) }
    }
  }
}

/// What content streams say, and which of them are painted.
final class PDFContents {
  private let file: PDFFile
  /// Contents by where their stream begins, or the first one of a page with several.
  private var streams: [Int: PDFContent] = [:]
  private var pages: [Int: PDFContent] = [:]

  init(_ file: PDFFile) { self.file = file }

  /// The content of a stream with the resources that it has or is given.
  ///
  /// - Parameter wanted: The text takes the fonts and most of the time; without it there are no lines.
  func content(
    of stream: PDFStream, resources: PDFDictionary? = nil, in revision: PDFRevision,
    _ wanted: PDFContent.Extent = .text
  ) -> PDFContent {
    if let known = streams[stream.range.lowerBound], known.extent >= wanted { return known }
    let own = revision.value(stream.dictionary, "Resources").dictionary ?? resources
    var content = PDFContent(extent: wanted)
    if let data = revision.decoded(stream), data.picture == nil {
      if !data.isWhole { file.run.fail(.broken("a stream of a page cannot be unpacked whole")) }
      content = read(data.data, own, revision, wanted)
    }
    streams[stream.range.lowerBound] = content
    return content
  }

  /// The content of a page, whose streams are read as one.
  func page(
    _ dictionary: PDFDictionary, in revision: PDFRevision, _ wanted: PDFContent.Extent = .text
  ) -> PDFContent {
    let given = revision.value(dictionary, "Contents")
    let parts =
      given.array?.compactMap { revision.resolve($0).stream }
      ?? [given.stream]
      .compactMap { $0 }
    guard let first = parts.first else { return PDFContent(extent: wanted) }
    let resources = revision.value(dictionary, "Resources").dictionary
    if parts.count == 1 {
      return content(of: first, resources: resources, in: revision, wanted)
    }
    // Other versions of a page may begin with the same stream.
    let isCurrent = revision === file.current
    if isCurrent, let known = pages[first.range.lowerBound], known.extent >= wanted {
      return known
    }
    let content = read(joined(parts, revision), resources, revision, wanted)
    if isCurrent { pages[first.range.lowerBound] = content }
    return content
  }

  private func joined(_ parts: [PDFStream], _ revision: PDFRevision) -> [UInt8] {
    var all: [UInt8] = []
    for stream in parts {
      guard let data = revision.decoded(stream) else { continue }
      if !data.isWhole { file.run.fail(.broken("a stream of a page cannot be unpacked whole")) }
      guard all.count + data.data.count <= file.run.limits.part else {
        file.run.fail(.tooMuch("a page has more than \(file.run.limits.part) bytes"))
        break
      }
      all += data.data
      all.append(0x0A)
    }
    return all
  }

  private func read(
    _ data: [UInt8], _ resources: PDFDictionary?, _ revision: PDFRevision,
    _ wanted: PDFContent.Extent
  ) -> PDFContent {
    do throws(Unreadable) {
      return try PDFContentReader.read(
        data, wanted, font: file.fonts.named(in: resources, of: revision))
    } catch {
      file.run.fail(error)
      return PDFContent(extent: wanted)
    }
  }

  /// All that a page says with the forms that it paints.
  func lines(ofPage page: PDFDictionary, in revision: PDFRevision) -> [String] {
    var seen: Set<Int> = []
    return lines(
      self.page(page, in: revision), revision.value(page, "Resources").dictionary, revision, 8,
      &seen)
  }

  func lines(
    _ content: PDFContent, _ resources: PDFDictionary?, _ revision: PDFRevision, _ depth: Int,
    _ seen: inout Set<Int>
  ) -> [String] {
    var lines = content.lines
    guard depth > 0 else { return lines }
    let objects = revision.value(resources, "XObject").dictionary
    for name in content.painted {
      guard let form = revision.resolve(objects?[name]).stream,
        revision.value(form.dictionary, "Subtype").name == "Form",
        seen.insert(form.range.lowerBound).inserted
      else { continue }
      let own = revision.value(form.dictionary, "Resources").dictionary ?? resources
      lines += self.lines(
        self.content(of: form, resources: own, in: revision), own, revision, depth - 1, &seen)
    }
    return lines
  }
}
