/// A redacted file, what was taken out of it, and the proof that it is gone.
///
/// There is no result without a proof: where something could still be found, ``Redactor`` throws.
public struct RedactionResult: Sendable {
  /// The new file.
  public var bytes: [UInt8]
  /// What happened.
  public var report: RedactionReport
}

/// What was taken out of a file, mark by mark, and how it was proved: `redaction/1`.
public struct RedactionReport: Codable, Equatable, Sendable {
  /// A mark and what went with it.
  public struct Mark: Codable, Equatable, Sendable {
    /// Its place in the plan, counted from 1.
    public var number: Int
    /// The limb it rests on.
    public var code: String
    /// The text that was looked for.
    public var find: String?
    /// Where it was carried out.
    public var places: [Place]
    /// What was taken out, line by line. It is for the authority's own file, not for the applicant.
    public var removed: [String]
    /// Characters taken out.
    public var characters: Int
    /// Pictures that were changed or taken out.
    public var pictures: Int
  }

  /// A box on a page.
  public struct Place: Codable, Equatable, Sendable {
    /// The page, from 1; 0 in a file without pages.
    public var page: Int
    /// The box as it was drawn: the mark, widened to whole words and a grid. None in a text.
    public var box: PageBox?
  }

  /// A line of the schedule of withheld material. It says nothing of the content.
  public struct Row: Codable, Equatable, Sendable {
    /// The mark's place in the plan.
    public var number: Int
    /// The page or pages.
    public var pages: [Int]
    /// The limb.
    public var code: String
    /// How much was withheld, in words.
    public var extent: String
  }

  /// One way in which the new file was tried.
  public struct Check: Codable, Equatable, Sendable {
    /// What was tried.
    public enum Kind: String, Codable, Sendable {
      /// No character lies in a box, and no text that was looked for stands anywhere.
      case text
      /// No object and no stream holds what was taken out.
      case objects
      /// Nothing is drawn under a box.
      case underneath
      /// Nothing outside the boxes looks different.
      case appearance
      /// The file has one revision and no entries beside its pages.
      case revisions
    }
    /// What was tried.
    public var check: Kind
    /// With what.
    public var with: String
    /// How much was looked at, in words.
    public var detail: String
  }

  /// The version of this form.
  public var schema = "redaction/1"
  /// The kind of file: pdf, png, jpeg, text.
  public var format: String
  /// The marks.
  public var marks: [Mark]
  /// The schedule of withheld material.
  public var schedule: [Row]
  /// The checks, all of which were passed.
  public var proof: [Check]
  /// Pages that became pictures, because otherwise they could not be proved.
  public var pagesAsPictures: [Int]
  /// What a person should look at: words that were taken out in one place and stand in another.
  public var remarks: [String]

  private enum CodingKeys: String, CodingKey {
    case schema, format, marks, schedule, proof, remarks
    case pagesAsPictures = "pages_as_pictures"
  }
}
