/// Small tables, and what is and is not hidden in them.
enum TableTextExamples {
  static let all: [InspectionExample] = [
    InspectionExample("a plain table", file: "plain.csv", bytes("a,b\n1,2\n3,4\n")),
    InspectionExample(
      "words far below", file: "far.csv",
      bytes("a;b\r\n1;2\r\n" + String(repeating: ";\r\n", count: 90) + "G. Tay;7\r\n"),
      finds: ["csv.far_rows"], shows: "G. Tay"),
    InspectionExample(
      "empty lines at the end", file: "end.csv",
      bytes("a,b\n1,2\n" + String(repeating: ",\n", count: 900))),
    InspectionExample(
      "a value beyond the headings", file: "beyond.csv",
      bytes("a\tb\n1\t2\n3\t4\t\t\t\tG. Tay\n5\t6\n"),
      finds: ["csv.ragged_columns"], shows: "G. Tay"),
    InspectionExample(
      "delimiters without values at the end of each line", file: "delimiters.csv",
      bytes("a,b,,\n1,2,,\n3,4,,,,\n")),
    InspectionExample(
      "a title above the headings", file: "title.csv",
      bytes("Answer to FOI 12\n\na,b,c\n1,2,3\n4,5,6\n")),
    InspectionExample(
      "words behind many blanks", file: "blanks.csv",
      bytes("a,b\n1,\"ok" + String(repeating: " ", count: 200) + "G. Tay\"\n"),
      finds: ["csv.whitespace_pad"],
      shows: "G. Tay"),
    InspectionExample(
      "words behind many tabs", file: "tabs.csv",
      bytes("a,b\n1,ok" + String(repeating: "\t", count: 80) + "G. Tay\n2,no\n"),
      finds: ["csv.whitespace_pad"], shows: "G. Tay"),
    InspectionExample(
      "two tables, the second wider", file: "two.csv",
      bytes("Paid\nGrade,Number\nAO,2\n\n\nUnpaid\nGrade,Number,Site\nEO,3,Leeds\n")),
    InspectionExample(
      "a line break in a field", file: "break.csv", bytes("a,b\n1,\"12 High St\nLeeds\"\n")),
    InspectionExample(
      "a character that turns the writing", file: "turn.csv",
      bytes("a,b\n1,\u{202E}yaT .G\u{202C}\n"),
      finds: ["csv.nul_or_bidi"], shows: "yaT .G"),
    InspectionExample(
      "a byte order mark and an emoji of several signs", file: "emoji.csv",
      bytes("\u{FEFF}a,b\n1,\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\n")),
    InspectionExample(
      "two bytes a letter", file: "wide.csv",
      [0xFF, 0xFE]
        + ("a\tb\n1\t2\n" + String(repeating: "\n", count: 50) + "G. Tay\n").utf16.flatMap {
          [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        },
      finds: ["csv.far_rows"], shows: "G. Tay"),
  ]

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}
