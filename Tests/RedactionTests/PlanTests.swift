import Foundation
import Testing

@testable import Redaction

@Suite("The plan")
struct PlanTests {
  private func plan(_ text: String) throws -> RedactionPlan {
    try JSONDecoder().decode(RedactionPlan.self, from: Data(text.utf8))
  }

  @Test("a plan of all kinds of marks is read, and written as it was")
  func allKinds() throws {
    let read = try plan(
      """
      {"schema":"redaction-plan/1","label":"none","images":"remove","marks":[
       {"page":1,"box":[10,20,110.5,40],"code":"s40(2)"},
       {"find":"Ann Smith","code":"s31(1)(a)","match_case":true,"whole_words":true},
       {"find":"x1","page":2,"code":"s43"},{"page":3,"code":"s27(1)(a)"}]}
      """)
    let box = PageBox(left: 10, top: 20, right: 110.5, bottom: 40)
    #expect(
      read
        == RedactionPlan(
          marks: [
            .init(.box(page: 1, box), code: "s40(2)"),
            .init(
              .text(.init("Ann Smith", matchesCase: true, wholeWords: true), page: nil),
              code: "s31(1)(a)"),
            .init(.text(.init("x1"), page: 2), code: "s43"),
            .init(.page(3), code: "s27(1)(a)"),
          ], label: .none, images: .remove))
    let again = try JSONDecoder().decode(
      RedactionPlan.self, from: try JSONEncoder().encode(read))
    #expect(again == read)
  }

  @Test(
    "a mark that could be misread is refused",
    arguments: [
      #"{"page":1,"box":[1,2,3],"code":"s40"}"#, #"{"page":1,"box":[1,2,3,4,5],"code":"s40"}"#,
      #"{"page":1,"box":[5,5,5,9],"code":"s40"}"#, #"{"page":0,"box":[1,2,3,4],"code":"s40"}"#,
      #"{"box":[1,2,3,4],"code":"s40"}"#, #"{"page":1,"box":[1,2,3,4],"find":"x","code":"s40"}"#,
      #"{"page":1,"box":[1,2,3,4]}"#, #"{"page":1,"box":[1,2,3,4],"code":""}"#,
      #"{"page":1,"box":[1,2,3,4],"code":"s40\n"}"#, #"{"find":"  ","code":"s40"}"#,
      #"{"code":"s40"}"#, #"{"find":"x","code":"s40","pages":[1]}"#,
      #"{"page":1,"code":"s40","whole_words":true}"#, #"{"find":7,"code":"s40"}"#,
    ])
  func refused(mark: String) {
    #expect(throws: DecodingError.self) {
      try plan(#"{"schema":"redaction-plan/1","marks":["# + mark + "]}")
    }
  }

  @Test("another schema, an unknown entry and an unknown choice are refused")
  func refusedPlans() {
    for text in [
      #"{"schema":"redaction-plan/2","marks":[]}"#, #"{"marks":[]}"#,
      #"{"schema":"redaction-plan/1"}"#,
      #"{"schema":"redaction-plan/1","marks":[],"labels":"code"}"#,
      #"{"schema":"redaction-plan/1","marks":[],"images":"blur"}"#,
    ] {
      #expect(throws: DecodingError.self) { try plan(text) }
    }
  }
}
