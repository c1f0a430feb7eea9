@testable import HiddenData

extension Reader {
  /// A reader of what lies in containers: the first two bytes of an input choose an example and a part of
  /// it, the rest is what that part holds. The container is built anew around it, since no fuzzer gets
  /// past checksums and tables of sectors by chance.
  init(_ name: String, partsOf endings: [String], in container: Container) {
    let examples = FileInspection.examples.filter { endings.contains(FileName.ending($0.file)) }
      .prefix(256).map { (file: $0.file, bytes: $0.bytes, parts: container.parts($0.bytes)) }
      .filter { !$0.parts.isEmpty }
    self.init(
      name: name,
      seeds: {
        // Most examples share most of their parts.
        var known: Set<[UInt8]> = []
        return examples.enumerated().flatMap { number, example in
          example.parts.prefix(256).enumerated().filter { known.insert($1).inserted }
            .map { [UInt8(number), UInt8($0)] + $1 }
        }
      },
      read: { input in
        guard input.count > 2 else { return }
        let example = examples[Int(input[0]) % examples.count]
        let part = Int(input[1]) % example.parts.count
        inspect(
          container.replacing(example.bytes, part, Array(input.dropFirst(2))), as: example.file)
      })
  }

  static let containers = [
    Reader("biff", partsOf: ["xls"], in: .compound),
    Reader("message", partsOf: ["msg"], in: .compound),
    Reader("old-word", partsOf: ["doc"], in: .compound),
    Reader("workbook", partsOf: ["xlsx", "xlsm", "xlsb"], in: .package),
    Reader("word", partsOf: ["docx", "docm"], in: .package),
    Reader("presentation", partsOf: ["pptx", "pptm"], in: .package),
    Reader("open-document", partsOf: ["ods", "odt", "odp"], in: .package),
  ]
}

/// A kind of file that is made of files.
struct Container: Sendable {
  /// What lies in a file, part by part.
  let parts: @Sendable ([UInt8]) -> [[UInt8]]
  /// The file with another content of one part.
  let replacing: @Sendable (_ file: [UInt8], _ part: Int, _ content: [UInt8]) -> [UInt8]

  static let package = Container(
    parts: { packed($0).map(\.bytes) },
    replacing: { file, part, content in
      var writer = ZipWriter()
      for (index, one) in packed(file).enumerated() {
        writer.add(one.name, index == part ? content : one.bytes, stored: true)
      }
      return writer.finished()
    })

  static let compound = Container(
    parts: { file in
      guard let file = try? CompoundFile(file) else { return [] }
      return streams(file).compactMap { try? file.data(of: $0) }
    },
    replacing: { file, part, content in
      guard let file = try? CompoundFile(file) else { return [] }
      let changed = streams(file)[part].index
      var writer = CompoundWriter()
      try? writer.copy(file, from: 0, to: 0) { $0.index == changed ? content : $1 }
      return writer.bytes
    })

  private static func packed(_ bytes: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    let run = InspectionRun { _, _, _ in }
    guard let archive = try? ZipArchive(bytes, limits: run.limits) else { return [] }
    return archive.entries.compactMap { entry in
      (try? archive.unpack(entry, run: run)).map { (entry.name, $0) }
    }
  }

  private static func streams(_ file: CompoundFile) -> [CompoundEntry] {
    file.entries.filter { entry in
      entry.kind == .stream && (try? file.data(of: entry)) != nil
    }
  }
}
