/// Pictures of which only a part is shown.
enum WordPictureInspector: WordRoomInspector {
  static let cropped = HiddenDataClass(
    "docx.image_cropped", .high, "Cropped picture",
    lies:
      "`a:srcRect` of a picture or a picture fill, `cropleft` and its like in VML; the picture's part holds the whole.",
    recognised: "Half a per cent or more is cut off at a side. What is added at a side is no crop.",
    removal: "It stays: the picture has to be cut in an image program and put in anew.")

  static let classes = [cropped]

  static func inspect(_ file: WordPackage) {
    for story in file.allStories {
      story.visit { element in
        switch element.name.local {
        case "blipFill": tell(element.first("srcRect"), element.first("blip"), story, file)
        case "imagedata":
          let sides = ["cropleft", "croptop", "cropright", "cropbottom"].map { side in
            element[side].flatMap { VMLStyle.fraction($0) } ?? 0
          }
          tell(sides, element["id"] ?? element["relid"], story, file)
        default: break
        }
      }
    }
  }

  private static func tell(
    _ area: XMLElement?, _ picture: XMLElement?, _ story: WordStory, _ file: WordPackage
  ) {
    guard let area else { return }
    let sides = ["l", "t", "r", "b"].map { WordTheme.part(area[$0]) ?? 0 }
    tell(sides, picture?["embed"] ?? picture?["link"], story, file)
  }

  private static func tell(
    _ sides: [Double], _ id: String?, _ story: WordStory, _ file: WordPackage
  ) {
    let names = ["left", "top", "right", "bottom"]
    let cut = zip(names, sides).filter { $0.1 >= 0.005 }
    guard !cut.isEmpty else { return }
    let shares = cut.map { "\($0.0) \(Int(min($0.1, 10) * 100))%" }.joined(separator: ", ")
    let target = file.relation(id, from: story)?.target
    let bytes = target.flatMap { file.package.contains($0) ? file.package.part($0) : nil }
    let isSmallPNG = bytes.map { $0.count <= 262_144 && $0.starts(with: [0x89, 0x50, 0x4E, 0x47]) }
    file.run.report(
      cropped, at: "\(story.label), picture \(target?.split(separator: "/").last ?? "")",
      showing: "cut off: \(shares)", removable: false, picture: isSmallPNG == true ? bytes : nil)
  }

  private static func picture(_ area: String) -> [UInt8] {
    WordExample.file(
      "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill>"
        + #"<a:blip r:embed="p1"/><a:srcRect \#(area)/></pic:blipFill></pic:pic></a:graphicData>"#
        + "</a:graphic></wp:inline></w:drawing></w:r></w:p>", [("image", "media/scan.png", "…")])
  }

  static let examples = [
    InspectionExample(
      "a picture cut in half", file: "half.docx", picture(#"l="0" r="50000""#),
      finds: [cropped.id], shows: "right 50%"),
    InspectionExample(
      "a picture with room around it", file: "room.docx", picture(#"l="-2000" r="3""#),
      leaves: [cropped.id]),
  ]
}
