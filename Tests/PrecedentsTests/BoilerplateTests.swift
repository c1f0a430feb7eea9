import Testing

@testable import Precedents

private let stock = """
  The police service relies on the public to help it keep order, and that help depends on trust which \
  would be lost if operational details were handed out to anybody who asked for them.
  """

@Suite("Boilerplate")
struct BoilerplateTests {
  @Test("a paragraph wrapped differently, in capitals, is the same paragraph")
  func wrapping() {
    let wrapped = stock.replacing(" ", with: "\n").uppercased()
    #expect(Shingles(stock) == Shingles(wrapped))
    #expect(Shingles(stock).similarity(to: Shingles(wrapped)) == 1)
  }

  @Test("similarity is shared runs over all runs, counted by hand")
  func jaccard() {
    // Runs of "a b c d e f": abcde, bcdef; of "a b c d e g": abcde, bcdeg. One of three is shared.
    let similarity = Shingles("a b c d e f").similarity(to: Shingles("a b c d e g"))
    #expect(abs(similarity - 1.0 / 3) < 1e-9)
    #expect(Shingles("").similarity(to: Shingles("a b")) == 0)
    #expect(Shingles("yes").count == 1)
  }

  @Test("a stock paragraph is found with the letters it stands in, a fresh one is not")
  func found() throws {
    var boilerplate = Boilerplate()
    boilerplate.add(letter: "one", passages: [stock, "Something else that was written once only."])
    boilerplate.add(letter: "two", passages: ["Yours sincerely", stock, stock])
    boilerplate.add(
      letter: "three", passages: ["A wholly different answer about gritting lorries."])
    let changed = stock.replacing("operational", with: "tactical")
    let match = try #require(boilerplate.match(for: changed))
    #expect(match.letters == ["one", "two"])
    #expect(match.of == 3)
    #expect(match.similarity > 0.6 && match.similarity < 1)
    #expect(
      boilerplate.match(for: "Nobody has written this down before about the price of salt.") == nil)
  }

  @Test("a letter's own passage does not count against it")
  func own() throws {
    var boilerplate = Boilerplate()
    boilerplate.add(letter: "mine", passages: [stock])
    #expect(boilerplate.match(for: stock) { $0 == "mine" } == nil)
    boilerplate.add(letter: "theirs", passages: [stock])
    let match = try #require(boilerplate.match(for: stock) { $0 == "mine" })
    #expect(match.letters == ["theirs"] && match.of == 1)
  }

  @Test("headings and courtesies are too short to be recognised")
  func short() {
    var boilerplate = Boilerplate()
    boilerplate.add(letter: "one", passages: ["Factors favouring disclosure of the information"])
    #expect(boilerplate.match(for: "Factors favouring disclosure of the information") == nil)
  }

  @Test("looking up is the same as comparing with every passage")
  func againstBruteForce() {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let words = ["harm", "public", "risk", "system", "force", "release", "attack", "cost"]
    var passages: [String] = (0..<40).map { _ in
      (0..<(12 + next(20))).map { _ in words[next(words.count)] }.joined(separator: " ")
    }
    // Variations, so that there is something to find.
    passages += passages.prefix(20).map { $0 + " and one word more" }
    var boilerplate = Boilerplate()
    for (index, passage) in passages.enumerated() {
      boilerplate.add(letter: String(index), passages: [passage])
    }
    for (index, passage) in passages.enumerated() {
      let mine = Shingles(passage)
      let slow = passages.indices.filter {
        $0 != index && Shingles(passages[$0]).similarity(to: mine) >= Boilerplate.threshold
      }
      let quick = boilerplate.match(for: passage) { $0 == String(index) }?.letters ?? []
      #expect(quick == slow.map(String.init))
    }
  }
}
