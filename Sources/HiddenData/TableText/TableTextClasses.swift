/// What tables in plain text carry out of sight.
enum TableTextClass {
  static let far = HiddenDataClass(
    "csv.far_rows", .high, "Rows far below the table",
    lies: "Records behind a long run of empty lines.",
    recognised:
      "More than a score of empty records and then words again; empty lines at the end are "
      + "not reported.",
    removal: "The file ends where the table ends.")
  static let ragged = HiddenDataClass(
    "csv.ragged_columns", .high, "Values beyond the last column",
    lies: "Fields to the right of the last column that has a heading.",
    recognised: "Records with words there where most records have none.",
    removal: "The fields beyond the headings are left out.")
  static let padded = HiddenDataClass(
    "csv.whitespace_pad", .high, "Words pushed out of sight within a field",
    lies: "Behind a long run of blanks or line breaks in a field.",
    recognised:
      "A run of more than forty blanks or eight line breaks between words, or before them.",
    removal: "The runs are shortened to one blank, so that the words are seen.")
  static let controls = HiddenDataClass(
    "csv.nul_or_bidi", .medium, "Characters that hide words",
    lies:
      "NUL and other control characters, marks for the direction of writing, characters of no width.",
    recognised:
      "Such characters, and between which words; byte order marks at the start, joiners in "
      + "emoji and in scripts that need them are not reported.",
    removal: "The characters are left out.")

  static let all = [far, ragged, padded, controls]
}
