import Documents

/// Reports the files inside an old document, and looks into them.
enum EmbeddedInspector {
  /// Looks at the storages of a folder that the closure holds for.
  static func inspect(
    _ file: CompoundFile, in folder: Int = 0, as kind: HiddenDataClass, run: InspectionRun,
    isObject: (CompoundEntry) -> Bool
  ) {
    for entry in file.children(of: folder) where entry.kind == .storage && isObject(entry) {
      do throws(Unreadable) {
        let bytes = try CompoundWriter.file(of: file, under: entry)
        guard let contents = OLEObject.contents(of: bytes) else {
          run.report(
            kind, at: "object \(entry.plainName)", showing: text(in: file, under: entry),
            removable: false)
          continue
        }
        let words = ContainedText.words(of: contents.payload, name: contents.name)
        run.reportInParts(
          kind, at: "object \(entry.plainName)",
          showing: [contents.name, contents.path, words].compactMap(\.self)
            .joined(separator: "\n"))
        run.enter(contents.payload, name: contents.name)
      } catch {
        run.fail(error)
      }
    }
  }

  /// What can be read in an object of a kind that is not known.
  private static func text(in file: CompoundFile, under entry: CompoundEntry) -> String {
    let texts = file.everything(under: entry.index).filter { $0.kind == .stream }.flatMap {
      (try? file.data(of: $0)).map(TextRuns.find) ?? []
    }
    return texts.isEmpty ? "an object of a kind that is not known" : texts.joined(separator: "\n")
  }
}
