/// Forms and pictures that no page paints.
enum PDFUnused: PDFFamily {
  static let object = HiddenDataClass(
    "pdf.unused_xobject", .high, "Forms and pictures that are never painted",
    lies: "In `XObject` of resources, where no content names them with `Do`.",
    recognised:
      "What every page, form, pattern and annotation paints is followed; what is left over is "
      + "shown. A picture that another page paints is left alone.",
    removal: "What is not painted is taken out of the resources.")

  static let classes = [object]

  static func inspect(_ file: PDFFile) {
    let used = painted(file)
    var seen: Set<Int> = []
    for node in file.reach.nodes where node.key == "XObject" {
      guard node.stream == nil else { continue }
      for (name, value) in node.dictionary.ordered {
        guard let stream = file.current.resolve(value).stream,
          !used.contains(stream.range.lowerBound), seen.insert(stream.range.lowerBound).inserted
        else { continue }
        report(stream, name, value.reference, node.page, file)
      }
    }
  }

  private static func report(
    _ stream: PDFStream, _ name: String, _ number: Int?, _ page: Int?, _ file: PDFFile
  ) {
    let place = [page.map { "page \($0)" }, "resource \"\(name.prefix(60))\""].compactMap { $0 }
      .joined(separator: ", ")
    if file.current.value(stream.dictionary, "Subtype").name == "Image" {
      file.run.report(
        object, at: place, showing: "a picture of \(PDFPictures.size(stream.dictionary, file))",
        picture: number.flatMap { file.engine?.picture($0) })
      return
    }
    var seen: Set<Int> = []
    let content = file.contents.content(of: stream, in: file.current)
    let resources = file.current.value(stream.dictionary, "Resources").dictionary
    let lines = file.contents.lines(content, resources, file.current, 8, &seen)
    // A form without words and pictures is one of the lines that programs keep for themselves.
    guard !lines.isEmpty || !content.painted.isEmpty else { return }
    file.run.report(
      object, at: place,
      showing: lines.isEmpty ? "(a drawing without words)" : lines.joined(separator: "\n"))
  }

  /// Where the streams begin that something paints.
  static func painted(_ file: PDFFile) -> Set<Int> {
    var used: Set<Int> = []
    var open: [(PDFContent, PDFDictionary?)] = []
    for page in file.reach.pages {
      let resources = file.current.value(page.dictionary, "Resources").dictionary
      let content = file.contents.page(page.dictionary, in: file.current, .operators)
      open.append((content, resources))
      drain(&open, &used, file)
    }
    for node in file.reach.nodes {
      guard let stream = node.stream else { continue }
      let isRoot =
        ["N", "R", "D", "AP", "CharProcs", "G", "Pattern"].contains(node.key)
        || file.current.value(node.dictionary, "PatternType").int == 1
      guard isRoot, used.insert(stream.range.lowerBound).inserted else { continue }
      let resources = file.current.value(node.dictionary, "Resources").dictionary
      open.append((file.contents.content(of: stream, in: file.current, .operators), resources))
      drain(&open, &used, file)
    }
    // The resources of a Type 3 font serve its characters.
    for node in file.reach.nodes where node.dictionary["CharProcs"] != nil {
      let resources = file.current.value(node.dictionary, "Resources").dictionary
      for (_, value) in (file.current.value(node.dictionary, "CharProcs").dictionary ?? [:]).ordered
      {
        guard let stream = file.current.resolve(value).stream else { continue }
        open.append((file.contents.content(of: stream, in: file.current, .operators), resources))
      }
      drain(&open, &used, file)
    }
    return used
  }

  private static func drain(
    _ open: inout [(PDFContent, PDFDictionary?)], _ used: inout Set<Int>, _ file: PDFFile
  ) {
    while let (content, resources) = open.popLast() {
      let objects = file.current.value(resources, "XObject").dictionary ?? [:]
      for name in content.painted {
        guard let stream = file.current.resolve(objects[name]).stream,
          used.insert(stream.range.lowerBound).inserted
        else { continue }
        if file.current.value(stream.dictionary, "Subtype").name == "Form" {
          let own = file.current.value(stream.dictionary, "Resources").dictionary ?? resources
          let content = file.contents.content(
            of: stream, resources: own, in: file.current, .operators)
          open.append((content, own))
        }
      }
    }
  }

  static let examples = [
    InspectionExample(
      "a form that no page paints", file: "unused.pdf",
      PDFExample(
        resources: "/XObject<</X 20 0 R>>",
        objects: [
          20: PDFExample.stream(
            "BT /F1 12 Tf (Draft for Ms Roe) Tj ET",
            "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 5 0 R>>>>")
        ]
      ).file, finds: ["pdf.unused_xobject"], shows: "Draft for Ms Roe"),
    InspectionExample(
      "a form that a form paints", file: "used.pdf",
      PDFExample(
        content: "/X Do", resources: "/XObject<</X 20 0 R>>",
        objects: [
          20: PDFExample.stream(
            "/Y Do", "/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</Y 21 0 R>>>>"),
          21: PDFExample.stream("0 0 9 9 re f", "/Subtype/Form/BBox[0 0 99 99]"),
        ]
      ).file, leaves: ["pdf.unused_xobject"]),
  ]
}
