import Testing

@testable import Redaction

/// A file that makes redaction hard, what is to be taken out, and what has to stay.
struct AwkwardTask: CustomTestStringConvertible, Sendable {
  var name: String
  var bytes: [UInt8]
  var plan: RedactionPlan
  /// What nobody may find any more.
  var secrets: [String]
  var keep: [String]
  /// Whether the page may become a picture.
  var mayBePicture = false

  var testDescription: String { name }

  init(
    _ name: String, _ bytes: [UInt8], _ marks: [RedactionPlan.Mark], secrets: [String],
    keep: [String] = [PDFBuilder.keep], label: RedactionPlan.Label = .code,
    images: RedactionPlan.Images = .pixels, mayBePicture: Bool = false
  ) {
    self.name = name
    self.bytes = bytes
    self.secrets = secrets
    self.keep = keep
    self.mayBePicture = mayBePicture
    plan = RedactionPlan(marks: marks, label: label, images: images)
  }

  /// A mark by a box in the page's own measure, from the bottom left.
  static func box(
    _ left: Double, _ bottom: Double, _ right: Double, _ top: Double, page: Int = 1
  ) -> RedactionPlan.Mark {
    .init(
      .box(page: page, PageBox(left: left, top: 842 - top, right: right, bottom: 842 - bottom)),
      code: "s40(2)")
  }

  static func find(_ text: String) -> RedactionPlan.Mark {
    .init(.text(.init(text), page: nil), code: "s40(2)")
  }

  static let secret = "Quillfeather"
  /// Over the secret of the usual line, and over a wider row.
  static let tight = box(143, 492, 208, 512)
  static let row = box(50, 488, 400, 530)

  static let all = text + drawn + pictures + copies + structure
}
