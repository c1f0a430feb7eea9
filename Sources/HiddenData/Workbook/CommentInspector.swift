/// Notes, threaded comments, and the people who wrote them.
enum CommentInspector: WorkbookFamily {
  static let comment = HiddenDataClass(
    "xlsx.comment", .high, "Notes on cells",
    lies: "In a part of comments that the sheet leads to, with the names of the authors.",
    recognised: "Every note that has a text.",
    removal: "The part goes, and the drawing of its boxes.")
  static let threaded = HiddenDataClass(
    "xlsx.threaded_comment", .high, "Threaded comments",
    lies: "In a part of threaded comments that the sheet leads to.",
    recognised: "Every comment and answer, resolved ones too.",
    removal: "The parts go.")
  static let persons = HiddenDataClass(
    "xlsx.persons", .medium, "The people who commented or shared",
    lies:
      "In a list of persons that the workbook leads to, with their accounts; or as the user who reserved the file.",
    recognised: "A list with a person in it.",
    removal: "The list goes.")

  static let classes = [comment, threaded, persons]

  static func inspect(_ workbook: Workbook) {
    let people = reportPersons(workbook)
    for part in workbook.parts(["comments"], types: ["spreadsheetml.comments+xml"]) {
      guard let tree = workbook.package.tree(part) else { continue }
      let authors = tree.first("authors")?.all("author").map(\.text) ?? []
      let place = workbook.owner(of: part)
      for item in tree.descendants("comment") {
        let index = Int(item["authorId"] ?? "") ?? -1
        let author = index >= 0 && index < authors.count ? authors[index] : ""
        let text = item.first("text")?.spokenText ?? ""
        guard text.hasWords else { continue }
        workbook.run.report(
          comment, at: "\(place), \(item["ref"] ?? "")" + said(by: author), showing: text)
      }
      let unused = authors.filter(\.hasWords)
      if tree.descendants("comment").isEmpty, !unused.isEmpty {
        workbook.run.report(
          comment, at: "\(place), authors of deleted notes",
          showing: unused.joined(separator: "\n"))
      }
    }
    for part in workbook.parts(["threadedComment"], types: ["threadedcomments"]) {
      guard let tree = workbook.package.tree(part) else { continue }
      let place = workbook.owner(of: part)
      for item in tree.descendants("threadedComment") {
        let author = item["personId"].flatMap { people[$0.lowercased()] } ?? ""
        let time = item["dT"].map { ", \($0)" } ?? ""
        let state = item.isSet("done") ? " (resolved)" : ""
        let mentioned = item.descendants("mention").compactMap { mention in
          mention["mentionpersonId"].flatMap { people[$0.lowercased()] }
        }
        let text = ([item.first("text")?.text ?? ""] + mentioned).joined(separator: "\n")
        workbook.run.report(
          threaded, at: "\(place), \(item["ref"] ?? "")\(said(by: author))\(time)\(state)",
          showing: text)
      }
    }
  }

  private static func said(by author: String) -> String {
    author.hasWords ? ", by \(author)" : ""
  }

  /// Reports the lists of persons; answers their names by their ids.
  private static func reportPersons(_ workbook: Workbook) -> [String: String] {
    var names: [String: String] = [:]
    for part in workbook.parts(["person", "persons"], types: ["ms-excel.person"]) {
      var lines: [String] = []
      for person in workbook.package.tree(part)?.descendants("person") ?? [] {
        let name = person["displayName"] ?? ""
        if let id = person["id"] { names[id.lowercased()] = name }
        let account = [person["userId"], person["providerId"]].compactMap { $0 }
          .filter { $0.hasWords && $0 != "None" && $0 != name }
        lines.append(([name] + account).joined(separator: ", "))
      }
      guard lines.contains(where: \.hasWords) else { continue }
      workbook.run.report(
        persons, at: "the list of persons", showing: lines.joined(separator: "\n"))
    }
    if let user = workbook.tree.first("fileSharing")?["userName"], user.hasWords {
      workbook.run.report(persons, at: "the user who reserved the file", showing: user)
    }
    return names
  }
}

extension XMLElement {
  /// The text without what is written above characters to tell how they are read.
  var spokenText: String {
    var result = ""
    for child in elements where child.name.local != "rPh" {
      result += child.name.local == "t" ? child.text : child.spokenText
    }
    return result
  }
}
