/// What pictures carry beside what they show.
enum PictureClass {
  static let gps = HiddenDataClass(
    "jpeg.gps", .critical, "Place where a photograph was taken",
    lies: "The GPS directory of the EXIF block (tag 8825), and GPS properties of XMP.",
    recognised: "Any entry of the directory but its version number.",
    removal: "The EXIF block is left out; only the orientation is written again.")
  static let identity = HiddenDataClass(
    "jpeg.exif_identity", .high, "Names, serial numbers and remarks in EXIF",
    lies: "Text entries of the EXIF directories: artist, owner, copyright, serial numbers, "
      + "description, user comment, the XP… entries of Windows, and private ones.",
    recognised: "Every entry that is text, except make and model of the camera, its software, "
      + "times, and descriptions that cameras write into every picture.",
    removal: "The EXIF block is left out; only the orientation is written again.")
  static let thumbnail = HiddenDataClass(
    "jpeg.exif_thumbnail", .high, "Small copy of the picture as it once was",
    lies: "The second EXIF directory, the JFIF header, or the Photoshop block.",
    recognised: "A copy kept in the header. Editors crop and blacken the picture and "
      + "often leave this copy as it was.",
    removal: "The copy is left out.")
  static let xmp = HiddenDataClass(
    "jpeg.xmp", .medium, "XMP description",
    lies: "Application segments that begin with Adobe's XMP address, the extended ones too.",
    recognised: "Properties that say more than the program, times, sizes and colours.",
    removal: "The segments are left out.")
  static let iptc = HiddenDataClass(
    "jpeg.iptc", .medium, "IPTC and Photoshop blocks",
    lies: "The Photoshop segment (APP13): captions, bylines, places, paths of files.",
    recognised: "IPTC entries with text, and text in Photoshop blocks that are not settings.",
    removal: "The segment is left out.")
  static let comment = HiddenDataClass(
    "jpeg.comment", .medium, "Comment in a picture",
    lies: "COM segments, and text in application segments of unknown kind.",
    recognised: "Any words that are not just the name of the program that wrote the file.",
    removal: "The segment is left out.")
  static let trailing = HiddenDataClass(
    "jpeg.trailing", .high, "Data after the end of a picture",
    lies: "Behind the end marker (FFD9): a film of a motion photo, another picture, any file.",
    recognised: "Bytes there that are more than padding.",
    removal: "The file ends at its end marker.")
  static let multiPicture = HiddenDataClass(
    "jpeg.mpf", .high, "Further pictures in the file",
    lies: "The MPF index (APP2) and the pictures that it points to behind the first.",
    recognised: "An index with more than one picture.",
    removal: "The index and all pictures but the first are left out.")
  static let makerNote = HiddenDataClass(
    "jpeg.maker_note", .medium, "Notes of the camera maker",
    lies: "EXIF tag 927C, in a form of each maker's own; often owner and serial number.",
    recognised: "The entry is there and not empty.",
    removal: "The EXIF block is left out.")
  static let profileText = HiddenDataClass(
    "jpeg.icc_text", .low, "Words in a colour profile",
    lies: "Description, copyright and device entries of the ICC profile.",
    recognised: "Words that no usual profile has.",
    removal: "The words are blanked; the colours stay.")

  static let pngText = HiddenDataClass(
    "png.text", .medium, "Text chunks of a PNG picture",
    lies: "tEXt, zTXt and iTXt chunks.",
    recognised: "Any of them that says more than the program and the time.",
    removal: "The chunks are left out.")
  static let pngExif = HiddenDataClass(
    "png.exif", .high, "EXIF in a PNG picture",
    lies: "The eXIf chunk, or a text chunk with an EXIF block in hexadecimal.",
    recognised: "Place, text, thumbnail or maker's notes in it; a bare orientation is none.",
    removal: "The chunk is left out.")
  static let pngTrailing = HiddenDataClass(
    "png.trailing", .high, "Data after the end of a PNG picture",
    lies: "Behind the IEND chunk, or behind the end of the packed pixels.",
    recognised: "Bytes there that are more than padding. A faulty editor that saves a cropped "
      + "picture over a larger file leaves the rest of the old one there.",
    removal: "The file ends at its IEND chunk, and the pixels are packed anew.")
  static let pngPrivate = HiddenDataClass(
    "png.private_chunk", .medium, "Private chunk of a PNG picture",
    lies: "Chunks of types that the standard and its register do not know.",
    recognised: "Any but the small settings that some programs always write.",
    removal: "The chunks are left out.")
  static let pngAlpha = HiddenDataClass(
    "png.alpha_hidden", .high, "Picture under full transparency",
    lies: "The colours of pixels whose alpha is zero.",
    recognised: "Edges between pixels that are all transparent; one even colour is none.",
    removal: "Transparent pixels become black (and stay transparent).")
  static let pngXMP = HiddenDataClass(
    "png.xmp", .medium, "XMP description in a PNG picture",
    lies: "An iTXt chunk with the keyword XML:com.adobe.xmp.",
    recognised: "Properties that say more than the program, times, sizes and colours.",
    removal: "The chunk is left out.")

  static let all = [
    gps, identity, thumbnail, xmp, iptc, comment, trailing, multiPicture, makerNote, profileText,
    pngText, pngExif, pngTrailing, pngPrivate, pngAlpha, pngXMP,
  ]
}
