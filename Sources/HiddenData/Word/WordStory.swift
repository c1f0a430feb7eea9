/// A part of a document that holds text: the body, a header, the notes, the comments.
final class WordStory {
  enum Kind: Equatable {
    case body, header, footer, footnotes, endnotes, comments, glossary
  }

  let kind: Kind
  let part: String
  let root: XMLElement
  /// As a person would call it: `header 2`.
  let label: String
  var paragraphs: [WordParagraph] = []
  var shapes: [WordShape] = []
  var fields: [WordField] = []

  /// The addresses of the namespaces that the part declares, by prefix.
  lazy var namespaces: [String: String] = {
    var spaces: [String: String] = [:]
    root.visit { element in
      for attribute in element.attributes where attribute.isDeclaration {
        spaces[attribute.name.local] = attribute.value
      }
    }
    return spaces
  }()

  init(_ kind: Kind, part: String, root: XMLElement, label: String) {
    self.kind = kind
    self.part = part
    self.root = root
    self.label = label
  }

  /// Where a paragraph is, as a person would say it.
  func place(_ paragraph: WordParagraph?) -> String {
    guard let paragraph else { return label }
    let box = paragraph.box == nil ? "" : "text box in "
    return "\(box)\(label), paragraph \(paragraph.number)"
  }
}

/// A field: what it is told to do and what it shows.
struct WordField {
  var code: String
  var result: String
  var paragraph: WordParagraph?
  /// Marks, instructions and all else that goes when only the result is to stay.
  var marks: [XMLElement]

  /// The first word of its instructions, in capitals.
  var name: String { Self.name(of: code) }

  static func name(of code: String) -> String {
    let word = code.stripped.prefix { !$0.isWhitespace && $0 != "\\" && $0 != "\"" }
    return word.hasPrefix("=") ? "=" : word.prefix(40).uppercased()
  }
}

/// Text of neighbouring pieces that have something in common.
struct WordPassage<Key: Hashable> {
  var key: Key
  var text: String
  var first: WordParagraph
  var last: WordParagraph
}

extension WordStory {
  /// The passages whose pieces `key` answers alike; white space between them does not part them, and
  /// passages of neighbouring paragraphs are one.
  func passages<Key: Hashable>(
    _ key: (WordParagraph, WordPiece) -> Key?
  ) -> [WordPassage<Key>] {
    var found: [WordPassage<Key>] = []
    for paragraph in paragraphs {
      var isOpen = false
      var blank = ""
      for piece in paragraph.pieces {
        if let key = key(paragraph, piece) {
          append(piece.text, key, paragraph, joined: isOpen ? blank : nil, to: &found)
          isOpen = true
          blank = ""
        } else if piece.text.contains(where: { !$0.isWhitespace }) {
          isOpen = false
          blank = ""
        } else {
          blank += piece.text
        }
      }
    }
    return found
  }

  private func append<Key>(
    _ text: String, _ key: Key, _ paragraph: WordParagraph, joined: String?,
    to found: inout [WordPassage<Key>]
  ) {
    if let last = found.last, last.key == key, last.text.utf8.count < 3_000,
      last.last.box === paragraph.box
    {
      let isSame = last.last === paragraph
      if isSame ? joined != nil : paragraph.number - last.last.number == 1 {
        found[found.count - 1].text += (isSame ? joined ?? "" : "\n") + text
        found[found.count - 1].last = paragraph
        return
      }
    }
    found.append(WordPassage(key: key, text: text, first: paragraph, last: paragraph))
  }

  /// Where a passage is.
  func place<Key>(_ passage: WordPassage<Key>) -> String {
    let start = place(passage.first)
    return passage.first === passage.last ? start : "\(start) to \(passage.last.number)"
  }
}
