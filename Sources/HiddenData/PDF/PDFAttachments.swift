import Documents

/// Files within the file, and media.
enum PDFAttachments: PDFFamily {
  static let embedded = HiddenDataClass(
    "pdf.embedded_file", .critical, "Attached files",
    lies:
      "As streams under `EF` of file specifications: in the tree of names `EmbeddedFiles`, in `AF` "
      + "of the document, a page or a piece of structure, in `RF`.",
    recognised:
      "Every such stream that can be reached. The file is entered and inspected; its name and "
      + "its words are shown.",
    removal: "The files and all that names them are taken out.")
  static let annotation = HiddenDataClass(
    "pdf.file_annotation", .critical, "Files attached to a place on a page",
    lies: "In an annotation `FileAttachment`, whose `FS` leads to the file.",
    recognised: "Every such annotation; the file is entered and inspected.",
    removal: "The annotation and its file are taken out.")
  static let portfolio = HiddenDataClass(
    "pdf.portfolio", .critical, "A portfolio of files",
    lies:
      "In `Collection` of the catalog: the page that is shown is a cover, the files are attached.",
    recognised:
      "By the key; the files are entered and inspected, the fields and their values shown.",
    removal: "The collection is taken out with its files; release the files one by one instead.")
  static let media = HiddenDataClass(
    "pdf.rich_media", .medium, "Film, sound and models",
    lies:
      "In annotations `RichMedia`, `3D`, `Movie`, `Sound` and `Screen`, and in actions that play.",
    recognised: "Every such annotation and action; files in it are entered.",
    removal: "The annotations are taken out; their picture on the page stays.")

  static let classes = [embedded, annotation, portfolio, media]

  static func inspect(_ file: PDFFile) {
    let annotations = PDFAnnotations.nodes(of: file)
    var attached: Set<Int> = []
    for node in annotations
    where file.current.value(node.dictionary, "Subtype").name == "FileAttachment" {
      attached.insert(node.dictionary["FS"]?.reference ?? node.number)
    }
    var seen: Set<Int> = []
    for node in file.reach.nodes {
      let isSpecification = node.dictionary["EF"] != nil
      if isSpecification || node.key == "RF" {
        let kind =
          attached.contains(node.number) && ["FS", "EF", "RF", "Annots"].contains(node.key)
          ? annotation : node.page != nil && node.key != "AF" ? media : embedded
        report(node, kind, file, &seen)
      }
    }
    // A file that no specification names is still a file.
    for node in file.reach.nodes
    where node.dictionary["Type"]?.name == "EmbeddedFile" && node.key != "XFA" {
      if let stream = node.stream, seen.insert(stream.range.lowerBound).inserted {
        report(stream, "a file", "", embedded, node.page, file)
      }
    }
    for node in annotations
    where file.current.value(node.dictionary, "Subtype").name == "FileAttachment" {
      // Without a file it still has words.
      if file.current.value(file.current.value(node.dictionary, "FS").dictionary, "EF").isNull {
        file.report(
          annotation, node.page, "an attached file", PDFAnnotations.words(node.dictionary, file))
      }
    }
    collection(file)
    PDFMedia.inspect(file, annotations)
  }

  private static func report(
    _ node: PDFNode, _ kind: HiddenDataClass, _ file: PDFFile, _ seen: inout Set<Int>
  ) {
    let specification = node.dictionary
    let given = ["UF", "F", "Unix", "DOS", "Mac"].compactMap { file.text(specification, $0) }
    let name = given.first ?? "a file"
    let description = file.text(specification, "Desc") ?? ""
    var streams: [PDFStream] = []
    if node.key == "RF" {
      for value in specification.ordered.map(\.value) {
        streams += (file.current.resolve(value).array ?? []).compactMap {
          file.current.resolve($0).stream
        }
      }
    } else {
      let files = file.current.value(specification, "EF").dictionary ?? [:]
      streams = files.ordered.compactMap { file.current.resolve($0.value).stream }
    }
    for stream in streams where seen.insert(stream.range.lowerBound).inserted {
      report(stream, name, description, kind, node.page, file)
    }
    if streams.isEmpty, node.key != "RF" {
      file.report(kind, node.page, "file \"\(name)\"", "(the file itself is missing)")
    }
  }

  private static func report(
    _ stream: PDFStream, _ name: String, _ description: String, _ kind: HiddenDataClass,
    _ page: Int?, _ file: PDFFile
  ) {
    let title = name + (description.isEmpty || description == name ? "" : " (\(description))")
    guard let decoded = file.current.decoded(stream) else {
      file.report(kind, page, "file \"\(name)\"", title)
      file.run.fail(.broken("the attached file '\(name.prefix(100))' cannot be unpacked"))
      return
    }
    if !decoded.isWhole {
      file.run.fail(.broken("the attached file '\(name.prefix(100))' cannot be unpacked whole"))
    }
    file.report(kind, page, "file \"\(name)\"", title + "\n" + words(decoded.data, name))
    file.run.enter(decoded.data, name: name)
  }

  /// The words of an attached file, so that a person sees what it is.
  static func words(_ bytes: [UInt8], _ name: String) -> String {
    var limits = DocumentLimits()
    limits.bytes = 16 << 20
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      return AttachedWords.words(bytes, name: name)
    }
    do throws(Unreadable) {
      return try DocumentText(
        reading: bytes, hint: NameHint(fileName: name) ?? .text, limits: limits
      ).text
    } catch {
      return PDFFile.printable(bytes).joined(separator: "\n")
    }
  }

  private static func collection(_ file: PDFFile) {
    guard let collection = file.current.value(file.root, "Collection").dictionary else { return }
    var words: [String] = []
    for (key, value) in (file.current.value(collection, "Schema").dictionary ?? [:]).ordered {
      let field = file.current.resolve(value).dictionary
      if let name = field.flatMap({ file.text($0, "N") }) { words.append("\(key): \(name)") }
    }
    for node in file.reach.nodes {
      guard let item = file.current.value(node.dictionary, "CI").dictionary else { continue }
      for (key, value) in item.ordered {
        let value = file.current.resolve(value)
        let text = value.text ?? value.dictionary.flatMap { file.text($0, "D") }
        if let text { words.append("\(key): \(text)") }
      }
    }
    let names = file.reach.nodes.filter { $0.dictionary["EF"] != nil }.compactMap {
      file.text($0.dictionary, "UF") ?? file.text($0.dictionary, "F")
    }
    file.report(portfolio, nil, "the portfolio", (names + words).joined(separator: "\n"))
  }

  static let examples = [
    InspectionExample(
      "a text attached to the document", file: "attached.pdf",
      PDFExample(
        catalog: "/Names<</EmbeddedFiles<</Names[(a.txt)20 0 R]>>>>",
        objects: [
          20: "<</Type/Filespec/F(a.txt)/UF(a.txt)/EF<</F 21 0 R>>>>",
          21: PDFExample.stream("Witness: J. Doe", "/Type/EmbeddedFile"),
        ]
      ).file, finds: ["pdf.embedded_file"], shows: "Witness: J. Doe"),
    InspectionExample(
      "a file pinned to a page", file: "pinned.pdf",
      PDFExample(
        annotations: ["<</Type/Annot/Subtype/FileAttachment/Rect[9 9 20 20]/FS 20 0 R>>"],
        objects: [
          20: "<</F(b.txt)/EF<</F 21 0 R>>>>", 21: PDFExample.stream("Address: 4 High Street"),
        ]
      ).file, finds: ["pdf.file_annotation"], shows: "4 High Street"),
    InspectionExample(
      "a portfolio", file: "portfolio.pdf",
      PDFExample(
        catalog: "/Collection<</Schema<</a<</N(Surname)/Subtype/S>>>>>>"
          + "/Names<</EmbeddedFiles<</Names[(c.txt)20 0 R]>>>>",
        objects: [
          20: "<</F(c.txt)/EF<</F 21 0 R>>/CI<</a(Roe)>>>>", 21: PDFExample.stream("Roe"),
        ]
      ).file, finds: ["pdf.portfolio", "pdf.embedded_file"], shows: "Roe"),
    InspectionExample(
      "a film", file: "film.pdf",
      PDFExample(
        annotations: [
          "<</Type/Annot/Subtype/Movie/Rect[9 9 99 99]/T(Interview)/Movie<</F(roe.avi)>>>>"
        ]
      ).file, finds: ["pdf.rich_media"], shows: "roe.avi"),
    InspectionExample(
      "a tree of names without files", file: "empty.pdf",
      PDFExample(catalog: "/Names<</EmbeddedFiles<</Names[]>>>>").file,
      leaves: ["pdf.embedded_file", "pdf.portfolio"]),
  ]
}
