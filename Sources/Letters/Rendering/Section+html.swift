public import Markup

extension Section {
  /// The section's content as HTML without its heading, for a page that shows the parts one by one.
  ///
  /// - Parameter level: the level of headings inside the section; 3 under a section heading of 2.
  ///   The page gives the section's own heading the id ``headingID``.
  public func contentHTML(level: Int) -> HTML {
    HTMLBlocks(id: HTMLBlocks.id(id), level: level, heading: heading.map { _ in 0 })
      .render(effective)
  }

  /// The id that names tables directly under the section's heading.
  public var headingID: String { HTMLBlocks.id(id) + "-0" }
}
