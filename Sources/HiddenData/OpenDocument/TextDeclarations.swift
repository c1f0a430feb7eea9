/// What a text declares beside its words: recorded changes, values of fields.
struct TextDeclarations {
  private let body: XMLElement
  private let run: InspectionRun
  private let place: String

  init(_ body: XMLElement, run: InspectionRun, place: String) {
    self.body = body
    self.run = run
    self.place = place
  }

  func inspect() {
    for record in body.descendants("tracked-changes") { changes(record) }
    for field in body.descendants("user-field-decl") {
      let value = ["string-value", "value", "date-value", "time-value", "boolean-value", "formula"]
        .compactMap { field[$0] }.first { !$0.withoutOuterBlanks.isEmpty }
      guard let value else { continue }
      let name = field["name"] ?? ""
      run.report(
        OpenDocumentClass.field, at: "\(place)field \"\(name)\"", showing: "\(name): \(value)")
    }
  }

  private func changes(_ record: XMLElement) {
    for region in record.all("changed-region") {
      for change in region.elements {
        let kind = ["deletion": "deleted", "insertion": "inserted", "format-change": "formatted"][
          change.name.local]
        guard let kind else { continue }
        let info = change.first("change-info")
        let who = info?.first("creator")?.text.withoutOuterBlanks ?? ""
        let when = info?.first("date")?.text.withoutOuterBlanks ?? ""
        let remark = info?.all("p").map { OpenDocumentText.text($0) }.joined(separator: " ") ?? ""
        let words = change.elements.filter { $0.name.local != "change-info" }
          .map { OpenDocumentText.text($0) }.joined(separator: "\n").withoutOuterBlanks
        let lines = [
          words, remark,
          [kind, who.isEmpty ? "" : "by \(who)", when].filter { !$0.isEmpty }.joined(
            separator: " "),
        ]
        run.report(
          OpenDocumentClass.changes, at: "\(place)recorded changes, \(kind)",
          lines: [lines.filter { !$0.isEmpty }.joined(separator: "\n")])
      }
    }
  }
}

/// What a workbook declares beside its sheets: recorded changes, rules, links.
struct SheetDeclarations {
  private let body: XMLElement
  private let run: InspectionRun

  init(_ body: XMLElement, run: InspectionRun) {
    self.body = body
    self.run = run
  }

  func inspect() {
    for record in body.all("tracked-changes") {
      for change in record.elements { report(change) }
    }
    for rule in body.descendants("content-validation") { report(rule: rule) }
    links()
  }

  private func report(_ change: XMLElement) {
    let info = change.first("change-info")
    let who = [info?.first("creator")?.text, info?.first("date")?.text].compactMap {
      $0?.withoutOuterBlanks
    }
    var words: [String] = []
    change.visit { element in
      switch element.name.local {
      case "table-cell", "change-track-table-cell", "covered-table-cell":
        let text = SheetCell.text(element)
        if !text.isEmpty, !words.contains(text) { words.append(text) }
      case "change-info": words += element.all("p").map { OpenDocumentText.text($0) }
      default: return
      }
    }
    let what = change.name.local.split(separator: "-").joined(separator: " ")
    run.report(
      OpenDocumentClass.sheetChanges, at: "recorded changes, \(what)",
      lines: words.filter { !$0.isEmpty } + [([what] + who).joined(separator: ", ")])
  }

  private func report(rule: XMLElement) {
    var lines: [String] = []
    for message in rule.elements
    where message.name.local == "help-message" || message.name.local == "error-message" {
      let title = message["title"] ?? ""
      let text = OpenDocumentText.text(message)
      if !title.isEmpty || !text.isEmpty {
        lines.append([title, text].filter { !$0.isEmpty }.joined(separator: ": "))
      }
    }
    // A list that is written out stands in quotation marks.
    if let condition = rule["condition"], condition.contains("\"") { lines.append(condition) }
    guard !lines.isEmpty else { return }
    run.report(
      OpenDocumentClass.validation, at: "validity rule \"\(rule["name"] ?? "")\"", lines: lines)
  }

  private func links() {
    var seen: Set<String> = []
    func report(_ place: String, _ text: String) {
      guard !text.isEmpty, seen.insert(text).inserted else { return }
      run.report(OpenDocumentClass.source, at: place, showing: text)
    }
    body.visit { element in
      let local = element.name.local
      if local.hasPrefix("database-source") || local == "source-service" {
        let parts =
          [
            "database-name", "sql-statement", "database-table-name", "table-name", "query-name",
            "name",
            "source-name", "object-name", "user-name",
          ].compactMap { element[$0] }
          + element.descendants("connection-resource").compactMap { $0["href"] }
        report("source of a database range", parts.filter { !$0.isEmpty }.joined(separator: ", "))
      } else if local == "cell-range-source" || local == "table-source" {
        report(
          "linked cells",
          [element["href"], element["name"], element["table-name"]].compactMap { $0 }.joined(
            separator: ", "))
      } else if local == "dde-source" {
        report(
          "DDE link",
          ["dde-application", "dde-topic", "dde-item"].compactMap { element[$0] }.joined(
            separator: ", "))
      } else if let formula = element["formula"],
        formula.contains("'file:") || formula.contains("'http") || formula.contains("[.'file")
      {
        report("formula", formula)
      }
    }
  }
}
