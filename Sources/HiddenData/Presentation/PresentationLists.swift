/// What the presentation part lists beside its slides, and parts that few people know of.
struct PresentationLists {
  let structure: PresentationStructure
  let run: InspectionRun
  private var package: OfficePackage { structure.package }

  func inspect() {
    inspectOrphanSlides()
    inspectSectionsAndShows()
    for part in structure.parts({ $0.kind == "tags" }) {
      let tags = (package.tree(part)?.descendants("tag") ?? []).map {
        "\($0["name"] ?? ""): \($0["val"] ?? "")"
      }
      guard !tags.isEmpty else { continue }
      run.report(
        PresentationClass.tags, at: "the tags \(EmbeddedParts.name(part))",
        showing: tags.joined(separator: "\n"))
    }
    inspectMedia()
  }

  private func inspectOrphanSlides() {
    let listed = Set(structure.slides.map { OfficePackage.key($0.part) })
    let typed = package.parts.filter {
      package.contentType(of: $0).lowercased().hasSuffix("presentationml.slide+xml")
    }
    var seen = listed
    for part in structure.parts({ $0.kind == "slide" }) + typed {
      // Parts that nothing leads to are told of with all other such parts.
      guard package.reachable.contains(OfficePackage.key(part)),
        seen.insert(OfficePackage.key(part)).inserted, let tree = package.tree(part)
      else { continue }
      let text = DrawnShape.text(of: tree)
      run.report(
        PresentationClass.orphanSlide,
        at: "the slide \(part), which the presentation does not list",
        showing: text.isEmpty ? "a slide without words" : text)
    }
  }

  private func inspectSectionsAndShows() {
    let names = structure.presentation.descendants("section").compactMap { $0["name"] }
      .filter { !$0.isEmpty && !Self.isUsual($0) }
    if !names.isEmpty {
      run.report(
        PresentationClass.sectionNames, at: "the names of sections",
        showing: names.joined(separator: "\n"))
    }
    let shows = structure.presentation.descendants("custShow").map { $0["name"] ?? "" }
    if !shows.isEmpty {
      run.report(
        PresentationClass.customShow, at: "the custom shows",
        showing: shows.joined(separator: "\n"))
    }
  }

  private static func isUsual(_ name: String) -> Bool {
    ["default section", "untitled section", "summary section"].contains(name.lowercased())
  }

  private func inspectMedia() {
    var seen: Set<String> = []
    for part in [structure.main] + structure.parts({ !$0.id.isEmpty }) {
      for link in package.relationships(of: part) {
        guard ["media", "audio", "video"].contains(link.kind),
          seen.insert(OfficePackage.key(link.target)).inserted
        else { continue }
        if link.isExternal {
          run.report(
            PresentationClass.media, at: "sound or film that lies elsewhere", showing: link.target)
          continue
        }
        guard let bytes = package.part(link.target) else { continue }
        // What a film says of itself stands at its beginning or its end.
        let ends =
          Array(bytes.prefix(1 << 20)) + bytes.suffix(max(0, min(bytes.count - (1 << 20), 1 << 20)))
        let words = MediaText.words(in: ends)
        run.report(
          PresentationClass.media, at: "sound or film \(EmbeddedParts.name(link.target))",
          showing: words.isEmpty ? "\(bytes.count) bytes" : words)
      }
    }
  }
}

/// Words in sound and film.
enum MediaText {
  /// Runs of letters that look like words, and not like chance.
  static func words(in bytes: [UInt8]) -> String {
    PartText.runs(bytes).split(whereSeparator: \.isNewline).filter { line in
      let letters = line.utf8.count { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x20 }
      return line.utf8.count >= 6 && letters * 10 >= line.utf8.count * 6
    }.joined(separator: "\n")
  }
}
