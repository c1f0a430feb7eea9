/// Small pictures, and what is and is not hidden in them.
enum PictureExamples {
  static let all = jpegs + pngs

  private static let jpegs: [InspectionExample] = [
    InspectionExample("a photograph with nothing beside its pixels", file: "plain.jpg", jpeg()),
    InspectionExample(
      "the place where a photograph was taken", file: "place.jpg",
      jpeg(
        exif(gps: [
          Field(1, 2, Array("N\0".utf8)), Field(2, 5, big([51, 1, 30, 1, 0, 1])),
          Field(3, 2, Array("W\0".utf8)), Field(4, 5, big([0, 1, 7, 1, 12, 1])),
        ])), finds: ["jpeg.gps"], shows: "51.5° N, 0.12° W"),
    InspectionExample(
      "the owner of the camera", file: "owner.jpg",
      jpeg(exif([Field(0x013B, 2, Array("Morag Sinclair\0".utf8))])), finds: ["jpeg.exif_identity"],
      shows: "Morag Sinclair"),
    InspectionExample(
      "a remark in two bytes a letter", file: "remark.jpg",
      jpeg(
        exif([
          Field(
            0x9286, 7, Array("UNICODE\0".utf8) + "Ward 7, bed 2".utf16.flatMap { [0, UInt8($0)] })
        ])),
      finds: ["jpeg.exif_identity"], shows: "Ward 7, bed 2"),
    InspectionExample(
      "make, model and orientation of a camera", file: "camera.jpg",
      jpeg(
        exif([
          Field(0x010F, 2, Array("Canon\0".utf8)), Field(0x0112, 3, [0, 6]),
          Field(0x010E, 2, Array("OLYMPUS DIGITAL CAMERA\0".utf8)),
        ]))),
    InspectionExample(
      "a small copy in the header", file: "copy.jpg",
      jpeg(exif(thumbnail: jpeg())), finds: ["jpeg.exif_thumbnail"], shows: "8 × 8 pixels"),
    InspectionExample(
      "notes of the camera maker", file: "notes.jpg",
      jpeg(exif([Field(0x927C, 7, Array("Maker\0serial 4711-A\0".utf8))])),
      finds: ["jpeg.maker_note"], shows: "serial 4711-A"),
    InspectionExample(
      "a description in XMP", file: "xmp.jpg",
      jpeg(
        segment(0xE1, "http://ns.adobe.com/xap/1.0/\0", Array(xmp("dc:creator=\"R. Onslow\"").utf8))
      ),
      finds: ["jpeg.xmp"], shows: "R. Onslow"),
    InspectionExample(
      "XMP that names only the program", file: "tool.jpg",
      jpeg(
        segment(0xE1, "http://ns.adobe.com/xap/1.0/\0", Array(xmp("dc:format=\"image/jpeg\"").utf8))
      )),
    InspectionExample(
      "a caption in the Photoshop segment", file: "caption.jpg",
      jpeg(
        segment(
          0xED, "Photoshop 3.0\0",
          Array("8BIM".utf8) + [4, 4, 0, 0, 0, 0, 0, 19, 0x1C, 2, 120, 0, 14]
            + Array("Seen by R Hale".utf8) + [0])), finds: ["jpeg.iptc"], shows: "Seen by R Hale"),
    InspectionExample(
      "a comment", file: "comment.jpg", jpeg(segment(0xFE, "Flat 3, do not publish", [])),
      finds: ["jpeg.comment"], shows: "do not publish"),
    InspectionExample(
      "a comment of the program that wrote it", file: "program.jpg",
      jpeg(segment(0xFE, "CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 90\n", []))),
    InspectionExample(
      "words behind the end", file: "behind.jpg", jpeg() + Array("signed by T. Ure".utf8),
      finds: ["jpeg.trailing"], shows: "signed by T. Ure"),
    InspectionExample("zeros behind the end", file: "zeros.jpg", jpeg() + [0, 0, 0, 0]),
    InspectionExample(
      "two pictures in one file", file: "two.jpg", twoPictures, finds: ["jpeg.mpf"],
      shows: "2 pictures"),
    InspectionExample(
      "words in a colour profile", file: "profile.jpg",
      jpeg(segment(0xE2, "ICC_PROFILE\0", [1, 1] + profile("Scanner of J Whitlock"))),
      finds: ["jpeg.icc_text"], shows: "Whitlock"),
    InspectionExample(
      "a usual colour profile", file: "usual.jpg",
      jpeg(segment(0xE2, "ICC_PROFILE\0", [1, 1] + profile("sRGB IEC61966-2.1"))),
      leaves: ["jpeg.icc_text"]),
  ]

  private static let pngs: [InspectionExample] = [
    InspectionExample("a picture with nothing beside its pixels", file: "plain.png", png()),
    InspectionExample(
      "an author in a text chunk", file: "author.png",
      png([("tEXt", Array("Author\0Ines Calder".utf8))]), finds: ["png.text"], shows: "Ines Calder"),
    InspectionExample(
      "the name of the program in a text chunk", file: "program.png",
      png([("tEXt", Array("Software\0Adobe ImageReady".utf8))])),
    InspectionExample(
      "a packed text", file: "packed.png",
      png([
        ("zTXt", Array("Comment\0\0".utf8) + (PNGWriter.packed(Array("Room 12 left".utf8)) ?? []))
      ]),
      finds: ["png.text"], shows: "Room 12 left"),
    InspectionExample(
      "XMP in a text chunk", file: "xmp.png",
      png([
        ("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0".utf8) + Array(xmp("dc:title=\"Yard B\"").utf8))
      ]),
      finds: ["png.xmp"], shows: "Yard B"),
    InspectionExample(
      "an artist in EXIF", file: "exif.png",
      png([("eXIf", exif([Field(0x013B, 2, Array("Morag Sinclair\0".utf8))]))]),
      finds: ["png.exif"],
      shows: "Morag Sinclair"),
    InspectionExample(
      "a bare orientation in EXIF", file: "upright.png",
      png([("eXIf", exif([Field(0x0112, 3, [0, 1])]))])),
    InspectionExample(
      "words behind the end", file: "behind.png", png() + Array("old layer of T. Ure".utf8),
      finds: ["png.trailing"], shows: "old layer of T. Ure"),
    InspectionExample(
      "a chunk that no standard knows", file: "private.png",
      png([("noTe", Array("reviewed by K Lamb".utf8))]), finds: ["png.private_chunk"],
      shows: "reviewed by K Lamb"),
    InspectionExample(
      "a picture under full transparency", file: "under.png",
      png(colour: 6) { x, y in [UInt8((x / 3 + y / 3) % 2 * 255), 0, 0, 0] },
      finds: ["png.alpha_hidden"], shows: "lies under"),
    InspectionExample(
      "an even colour under full transparency", file: "even.png",
      png(colour: 6) { x, _ in [255, 255, 255, x < 12 ? 0 : 255] }),
  ]
}
