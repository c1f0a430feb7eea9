import Testing

@testable import Workbench

@Suite("Splitting a request into questions")
struct QuestionSplitterTests {
  @Test("numbered points are the questions, greetings are not")
  func numbered() {
    let text = """
      Dear Sir,

      Please tell me:

      1. Which suppliers do you use?
      2) How much did you spend
      in each of the last three years?

      Yours
      """
    #expect(
      QuestionSplitter.questions(in: text) == [
        "Which suppliers do you use?",
        "How much did you spend in each of the last three years?",
      ])
  }

  @Test("without numbers, the paragraphs that ask are the questions")
  func paragraphs() {
    let text =
      "Hello,\n\nHow many drones do you have?\n\nPlease provide the cost of each.\n\nThanks"
    #expect(
      QuestionSplitter.questions(in: text) == [
        "How many drones do you have?", "Please provide the cost of each.",
      ])
  }

  @Test("a request that asks in no known way is one question")
  func whole() {
    #expect(QuestionSplitter.questions(in: "The list of wards.") == ["The list of wards."])
  }
}

@Suite("Reading forms")
struct FormValuesTests {
  @Test("percent signs, plus signs and repeated names are read")
  func urlEncoded() throws {
    let values = try #require(FormValues(urlEncoded: "a=x+y&b=%C3%A9&a=z&empty=".utf8))
    #expect(values["a"] == "x y" && values.all("a") == ["x y", "z"])
    #expect(values["b"] == "é" && values.has("empty") && !values.has("c"))
  }

  @Test("damaged bodies are refused", arguments: ["a=%", "a=%zz", "a=%C3", "%FF=1"])
  func damaged(body: String) { #expect(FormValues(urlEncoded: body.utf8) == nil) }

  @Test("multipart bodies cut short are refused")
  func cutShort() {
    let whole = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue\r\n--b--\r\n"
    #expect(Multipart(Array(whole.utf8), boundary: "b")?.fields["a"] == "value")
    for count in 0..<whole.utf8.count - 4 {
      let part = Array(whole.utf8.prefix(count))
      #expect(Multipart(part, boundary: "b")?.fields["a"] != "value", "\(count)")
    }
  }
}
