/// The classes of hidden data in ZIP files.
enum ArchiveClass {
  static let hiddenFile = HiddenDataClass(
    "zip.hidden_file", .medium, "Files that a system or a program left in the archive",
    lies: "Among the entries: lists of folders (.DS_Store), thumbnails (Thumbs.db), resource forks "
      + "(__MACOSX), folders of version control, lock files of Office (~$…), back-ups, names that "
      + "begin with a dot, the DOS attribute `hidden`.",
    recognised:
      "The name of a step of the path, or the attribute. The words in the file are shown.",
    removal: "The entry is left out.")
  static let nested = HiddenDataClass(
    "zip.nested", .high, "An archive in the archive",
    lies: "Among the entries.",
    recognised:
      "The first bytes of an entry are those of an archiver; Office and OpenDocument files, "
      + "which are packed too, are not counted. It is entered down to the limit of depth.",
    removal: "Nobody but its reader can say whether it belongs there; its members are cleaned.")
  static let comment = HiddenDataClass(
    "zip.comment", .low, "A comment of the archive or of a file in it",
    lies: "At the end of the archive, and in the entries of the directory.",
    recognised: "The field is not empty.", removal: "The archive is packed again without it.")
  static let extraField = HiddenDataClass(
    "zip.extra_field", .low, "Extra fields with owners, times or other names",
    lies: "In the entries of the directory and in the local headers.",
    recognised: "Every field but large sizes, padding and marks of programs; a Unicode name only "
      + "where it is another than the entry's.",
    removal: "The archive is packed again without them.")
  static let deletedEntry = HiddenDataClass(
    "zip.deleted_entry", .high, "A file that unpacking does not show",
    lies:
      "Between the files: the bytes of one that the directory no longer lists. In the directory: "
      + "several of one name, of which only one remains, and those beyond the number it tells.",
    recognised: "Local headers are looked for in what no entry covers, and unpacked; names are "
      + "compared whatever the case of their letters.",
    removal: "The archive is packed again with the files that it shows.")
  static let trailing = HiddenDataClass(
    "zip.trailing", .medium, "Bytes before, between or after the files",
    lies: "In the ranges of the file that neither an entry nor the directory covers.",
    recognised: "The ranges hold anything but zeros.", removal: "The archive is packed again.")
  static let encrypted = HiddenDataClass(
    "zip.encrypted", .medium, "A file in it that is locked with a password",
    lies: "In the entry's flags.",
    recognised: "The first bit is set. What is in it cannot be known, "
      + "so the archive is never called clean.",
    removal: "It cannot be cleaned; ask for it without a password.")
  static let path = HiddenDataClass(
    "zip.path", .medium, "Somebody's name or computer in the names of files",
    lies: "In the names of the entries, and in a local header that has another name.",
    recognised:
      "A folder of a user's (Users, home, Documents and Settings), a drive, a server, or a "
      + "name from the root.", removal: "The folders before the file are left out of its name.")
  static let memberHiddenData = HiddenDataClass(
    "zip.member_hidden_data", .critical, "A file in it that holds hidden data itself",
    lies: "In an entry.",
    recognised: "It is looked into as a file of its own, and something of medium "
      + "severity or above is found.", removal: "The member is cleaned and put back.")

  static let all = [
    hiddenFile, nested, comment, extraField, deletedEntry, trailing, encrypted, path,
    memberHiddenData,
  ]

  /// The class of a trace.
  static func of(_ kind: ArchiveTraces.Kind) -> HiddenDataClass {
    switch kind {
    case .comment: comment
    case .extraField: extraField
    case .deletedEntry: deletedEntry
    case .strayBytes: trailing
    case .otherName: path
    }
  }
}
