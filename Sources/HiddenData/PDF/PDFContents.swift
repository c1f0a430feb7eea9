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
  private var read: [Int: PDFContent] = [:]

  init(_ file: PDFFile) { self.file = file }

  /// The content of a stream with the resources that it has or is given.
  func content(
    of stream: PDFStream, resources: PDFDictionary? = nil, in revision: PDFRevision
  ) -> PDFContent {
    if let known = read[stream.range.lowerBound] { return known }
    let own = revision.value(stream.dictionary, "Resources").dictionary ?? resources
    var content = PDFContent()
    if let data = revision.decoded(stream), data.picture == nil {
      if !data.isWhole { file.run.fail(.broken("a stream of a page cannot be unpacked whole")) }
      content = text(data.data, own, revision)
    }
    read[stream.range.lowerBound] = content
    return content
  }

  /// The content of a page, whose streams are read as one.
  func page(_ dictionary: PDFDictionary, in revision: PDFRevision) -> PDFContent {
    let given = revision.value(dictionary, "Contents")
    let streams =
      given.array?.compactMap { revision.resolve($0).stream }
      ?? [given.stream]
      .compactMap { $0 }
    let resources = revision.value(dictionary, "Resources").dictionary
    if streams.count == 1, let stream = streams.first {
      return content(of: stream, resources: resources, in: revision)
    }
    var all: [UInt8] = []
    for stream in streams {
      guard let data = revision.decoded(stream) else { continue }
      if !data.isWhole { file.run.fail(.broken("a stream of a page cannot be unpacked whole")) }
      guard all.count + data.data.count <= file.run.limits.part else {
        file.run.fail(.tooMuch("a page has more than \(file.run.limits.part) bytes"))
        break
      }
      all += data.data
      all.append(0x0A)
    }
    return text(all, resources, revision)
  }

  private func text(
    _ data: [UInt8], _ resources: PDFDictionary?, _ revision: PDFRevision
  ) -> PDFContent {
    do throws(Unreadable) {
      return try PDFContentReader.read(
        data, font: file.fonts.named(in: resources, of: revision))
    } catch {
      file.run.fail(error)
      return PDFContent()
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
