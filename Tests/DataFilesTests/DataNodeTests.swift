import DataFiles
import Testing

@Suite("Strict reading of YAML")
struct DataNodeTests {
  private func read(_ text: String) throws(DataFileError) -> (String, [String], Bool) {
    try DataNode(parsing: text, file: "test.yaml").mapping { top throws(DataFileError) in
      (try top.string("name"), try top.strings("tags"), try top.flag("open"))
    }
  }

  @Test("known keys are read and blank space is trimmed")
  func reads() throws {
    let (name, tags, open) = try read("name: ' Ada '\ntags: [a, b]\nopen: yes\n")
    #expect(name == "Ada" && tags == ["a", "b"] && open)
  }

  @Test("a misspelt key names the line and the nearest right one")
  func misspeltKey() {
    let error = #expect(throws: DataFileError.self) { try read("name: Ada\n\ntgas: [a]\n") }
    #expect(error?.line == 3)
    #expect(error?.message == "unknown key 'tgas'; did you mean 'tags'?")
  }

  @Test("a misspelt key that had to be there is reported as the misspelling")
  func misspeltRequiredKey() {
    let error = #expect(throws: DataFileError.self) { try read("nmae: Ada\n") }
    #expect(error?.message == "unknown key 'nmae'; did you mean 'name'?")
  }

  @Test("a key with nothing after it counts as missing")
  func emptyKey() {
    let error = #expect(throws: DataFileError.self) { try read("name:\ntags: [a]\n") }
    #expect(error?.message == "'name' is missing")
  }

  @Test(
    "text that is not YAML names its place", arguments: ["name: [a", "name: 'x\n", "\tname: x"])
  func notYAML(text: String) {
    let error = #expect(throws: DataFileError.self) { try read(text) }
    #expect(error?.message.hasPrefix("not YAML") == true)
  }

  @Test("a duplicate key is refused")
  func duplicateKey() {
    #expect(throws: DataFileError.self) { try read("name: a\nname: b\n") }
  }

  @Test("an empty file is refused")
  func empty() {
    let error = #expect(throws: DataFileError.self) { try read("") }
    #expect(error?.message == "the file is empty")
  }

  @Test("the place of a missing field is that of the field around it")
  func sourceMap() throws {
    let root = try DataNode(parsing: "a:\n  b: 1\n", file: "test.yaml")
    _ = try root.mapping { top throws(DataFileError) in
      try top.required("a").mapping { a throws(DataFileError) in try a.string("b") }
    }
    #expect(root.sourceMap.place(of: "a/b") == Place(line: 2, column: 6))
    #expect(root.sourceMap.place(of: "a/c/d") == Place(line: 2, column: 3))
  }

  @Test("near words are found, far ones are not")
  func nearestWord() {
    #expect(nearest(to: "wieght", in: ["weight", "words"]) == "weight")
    #expect(nearest(to: "zebra", in: ["weight", "words"]) == nil)
  }
}
