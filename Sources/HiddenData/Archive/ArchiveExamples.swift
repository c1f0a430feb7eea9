/// Small archives that show what is found and what is left alone.
enum ArchiveExamples {
  static let all: [InspectionExample] = [
    example("an ordinary archive is left alone", [.init("letter/answer.csv", "a,b\n1,2\n")]),
    example(
      "a list of a folder's files",
      [.init("a.csv", "a,b\n"), .init(".DS_Store", "Bud1 secret.docx")],
      finds: ["hidden_file"], shows: "secret.docx"),
    example(
      "a lock file of Word", [.init("~$letter.docx", "Jane Smith")], finds: ["hidden_file"],
      shows: "Jane Smith"),
    example(
      "an archive in the archive",
      [.init("inner.zip", bytes: ArchiveExample([.init("list.csv", "a,b\n")]).file())],
      finds: ["nested"], shows: "list.csv"),
    example(
      "a comment of the archive", [.init("a.csv", "a,b\n")], finds: ["comment"],
      shows: "for J. Smith"
    ) {
      $0.comment = Array("for J. Smith".utf8)
    },
    example("a comment of a file", [.init("a.csv", "a,b\n")], finds: ["comment"], shows: "from HR")
    {
      $0.files[0].comment = "from HR"
    },
    example(
      "the numbers of a user and a group", [.init("a.csv", "a,b\n")], finds: ["extra_field"],
      shows: "user 1000, group 100"
    ) {
      $0.files[0].extra = ArchiveExample.field(
        0x7875, [1, 4, 0xE8, 3, 0, 0, 4, 100, 0, 0, 0])
    },
    example(
      "the mark of large sizes is left alone", [.init("a.csv", "a,b\n")],
      leaves: ["zip.extra_field"]
    ) { $0.files[0].extra = ArchiveExample.field(1, []) },
    example(
      "a file that the directory no longer lists",
      [.init("a.csv", "a,b\n"), .init("draft.txt", "the first draft")], finds: ["deleted_entry"],
      shows: "the first draft"
    ) { $0.files[1].isListed = false },
    example(
      "two files of one name", [.init("a.csv", "name,J. Smith\n"), .init("A.csv", "name,\n")],
      finds: ["deleted_entry"], shows: "J. Smith"),
    example(
      "bytes after the end", [.init("a.csv", "a,b\n")], finds: ["trailing"], shows: "added later"
    ) { $0.after = Array("added later".utf8) },
    example(
      "bytes before the beginning", [.init("a.csv", "a,b\n")], finds: ["trailing"],
      shows: "put in front"
    ) { $0.before = Array("put in front".utf8) },
    example(
      "zeros after the end are left alone", [.init("a.csv", "a,b\n")], leaves: ["zip.trailing"]
    ) { $0.after = [UInt8](repeating: 0, count: 512) },
    example(
      "a file that is locked", [.init("a.csv", "????")], finds: ["encrypted"], shows: "a.csv"
    ) { $0.files[0].flags = 1 },
    example(
      "a user's folder in a name", [.init("Users/jsmith/Desktop/a.csv", "a,b\n")], finds: ["path"],
      shows: "jsmith"),
    example(
      "another name in the local header", [.init("a.csv", "a,b\n")], finds: ["path"],
      shows: "witness J. Smith.csv"
    ) { $0.files[0].localName = "witness J. Smith.csv" },
    example(
      "a member with hidden data in it",
      [
        .init(
          "slides.pptx",
          bytes: PresentationExample(
            .init(PresentationExample.box("J. Smith", x: 9_900_000))
          ).file())
      ], finds: ["member_hidden_data"], shows: "J. Smith", allows: ["pptx.off_slide"]),
    example(
      "what is written in an archive in the archive, whatever its name",
      [.init("inner.dat", bytes: ArchiveExample([.init("a.txt", "met J. Smith")]).file())],
      finds: ["nested"], shows: "met J. Smith"),
  ]

  private static func example(
    _ name: String, _ files: [ArchiveExample.File], finds: Set<String> = [], shows: String? = nil,
    leaves: Set<String> = [], allows: Set<String> = [],
    change: (inout ArchiveExample) -> Void = { _ in }
  ) -> InspectionExample {
    var archive = ArchiveExample(files)
    change(&archive)
    return InspectionExample(
      name, file: "files.zip", archive.file(), finds: Set(finds.map { "zip." + $0 }), shows: shows,
      leaves: leaves, allows: allows)
  }
}
