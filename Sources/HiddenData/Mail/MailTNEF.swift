import Documents

/// Reports what Outlook's own envelope holds and looks into its files.
struct MailTNEF {
  private let bytes: [UInt8]
  private let run: InspectionRun

  init(_ bytes: [UInt8], run: InspectionRun) {
    self.bytes = bytes
    self.run = run
  }

  func inspect(name: String) {
    var lines: [String] = []
    var reader: TNEFReader?
    do throws(Unreadable) {
      let read = try TNEFReader(bytes, limits: run.limits)
      if !read.isWhole { run.fail(.broken("\(name) breaks off")) }
      lines = Self.lines(read)
      reader = read
    } catch {
      run.fail(error)
      lines = [ReadableText.runs(bytes, least: 5)]
    }
    run.report(
      MailClass.tnef, at: name, showing: "\(bytes.count) bytes\n" + lines.joined(separator: "\n"),
      removable: false)
    for file in reader?.files ?? [] { enter(file, depth: 1) }
  }

  private static func lines(_ reader: TNEFReader) -> [String] {
    var lines = reader.texts.map { "\($0.name): \($0.text)" }
    lines += reader.files.map { "file: \($0.name) (\($0.bytes.count) bytes)" }
    return lines.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func enter(_ file: TNEFReader.File, depth: Int) {
    let name = file.name.isEmpty ? "file in winmail.dat" : file.name
    let inner = file.isMessage ? try? TNEFReader(file.bytes, limits: run.limits) : nil
    let words =
      inner.map { Self.lines($0).joined(separator: "\n") }
      ?? AttachedWords.words(file.bytes, name: name)
    run.report(
      file.isMessage ? MailClass.nested : MailClass.attachment, at: "\"\(name)\" in winmail.dat",
      showing: "\(name) (\(file.bytes.count) bytes)" + (words.isEmpty ? "" : "\n" + words),
      removable: false)
    if let inner {
      guard depth < run.limits.nesting else {
        run.fail(.tooMuch("messages lie too deep in each other"))
        return
      }
      for file in inner.files { enter(file, depth: depth + 1) }
    } else if !file.bytes.isEmpty {
      run.enter(file.bytes, name: name)
    }
  }
}
