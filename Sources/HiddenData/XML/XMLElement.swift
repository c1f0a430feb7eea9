package import Documents

/// An element of an XML document that is held as a tree: for parts of moderate size, and for those that are
/// changed and written again.
package final class XMLElement {
  /// What stands in an element.
  package enum Child {
    case element(XMLElement)
    case text(String)
  }

  package var name: XMLName
  /// What the file writes before the name.
  package var prefix: String
  package var attributes: [XMLAttribute]
  package var children: [Child] = []

  package init(_ name: XMLName, prefix: String = "", attributes: [XMLAttribute] = []) {
    self.name = name
    self.prefix = prefix
    self.attributes = attributes
  }

  /// Reads a document.
  package convenience init(
    reading bytes: [UInt8], place: String, depth: Int = 1_000
  ) throws(Unreadable) {
    let builder = Builder()
    try XMLEvents.read(bytes, place: place, depth: depth, to: builder)
    guard let root = builder.root else { throw .broken("\(place) is empty") }
    self.init(root.name, prefix: root.prefix, attributes: root.attributes)
    children = root.children
  }

  /// The elements in it, in order.
  package var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The value of an attribute; without a namespace given, that of the first of this local name.
  package subscript(_ local: String, space: String? = nil) -> String? {
    attributes.first {
      $0.name.local == local && !$0.isDeclaration && (space == nil || $0.name.space == space)
    }?.value
  }

  /// The first element in it of a local name.
  package func first(_ local: String) -> XMLElement? { elements.first { $0.name.local == local } }

  /// The elements in it of a local name.
  package func all(_ local: String) -> [XMLElement] { elements.filter { $0.name.local == local } }

  /// Every element below it, itself first, in the order of the document.
  package func visit(_ body: (XMLElement) -> Void) {
    body(self)
    for element in elements { element.visit(body) }
  }

  /// Every element below it of a local name.
  package func descendants(_ local: String) -> [XMLElement] {
    var found: [XMLElement] = []
    visit { if $0.name.local == local { found.append($0) } }
    return found
  }

  /// All text in it and below.
  package var text: String {
    var result = ""
    gather(into: &result)
    return result
  }

  private func gather(into result: inout String) {
    for child in children {
      switch child {
      case .text(let text): result += text
      case .element(let element): element.gather(into: &result)
      }
    }
  }

  private final class Builder: XMLListener {
    var root: XMLElement?
    private var open: [XMLElement] = []
    private var words: [UInt8] = []

    func begin(_ name: XMLName, prefix: String, attributes: [XMLAttribute]) {
      closeText()
      let element = XMLElement(name, prefix: prefix, attributes: attributes)
      if let parent = open.last {
        parent.children.append(.element(element))
      } else {
        root = element
      }
      open.append(element)
    }

    func end(_ name: XMLName) {
      closeText()
      open.removeLast()
    }

    func text(_ bytes: UnsafeRawBufferPointer) { words += bytes }

    private func closeText() {
      guard !words.isEmpty else { return }
      open.last?.children.append(.text(String(decoding: words, as: UTF8.self)))
      words.removeAll(keepingCapacity: true)
    }
  }
}

extension XMLElement {
  /// The document in UTF-8. Prefixes and declarations are those that were read; comments are gone.
  package func document() -> [UInt8] {
    var out = Array(#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.utf8)
    write(to: &out)
    return out
  }

  private func write(to out: inout [UInt8]) {
    let written = prefix.isEmpty ? name.local : "\(prefix):\(name.local)"
    out += "<\(written)".utf8
    for attribute in attributes {
      let prefix = attribute.prefix.isEmpty ? "" : attribute.prefix + ":"
      out += " \(prefix)\(attribute.name.local)=\"".utf8
      Self.escape(attribute.value, isAttribute: true, to: &out)
      out.append(UInt8(ascii: "\""))
    }
    guard !children.isEmpty else {
      out += "/>".utf8
      return
    }
    out.append(UInt8(ascii: ">"))
    for child in children {
      switch child {
      case .text(let text): Self.escape(text, isAttribute: false, to: &out)
      case .element(let element): element.write(to: &out)
      }
    }
    out += "</\(written)>".utf8
  }

  /// Writes text so that it is read as itself.
  package static func escape(_ text: String, isAttribute: Bool, to out: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\r"): out += "&#13;".utf8
      case UInt8(ascii: "\"") where isAttribute: out += "&quot;".utf8
      case UInt8(ascii: "\n") where isAttribute: out += "&#10;".utf8
      case UInt8(ascii: "\t") where isAttribute: out += "&#9;".utf8
      default: out.append(byte)
      }
    }
  }
}
