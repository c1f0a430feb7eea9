/// The classes of hidden data in messages of Outlook.
enum MessageClasses {
  private static let convert =
    "Not taken out in place: release the visible text of the message as a PDF or as new text."

  static let bcc = HiddenDataClass(
    "msg.bcc", .high, "Blind copy of a message of Outlook",
    lies: "A recipient whose property 0x0C15 is 3, and the property 0x0E02.",
    recognised: "By either.", removal: convert)
  static let transportHeaders = HiddenDataClass(
    "msg.transport_headers", .medium, "Headers with which a message of Outlook travelled",
    lies: "The property 0x007D: every server on the way, with addresses and times.",
    recognised: "By the property having text.", removal: convert)
  static let attachment = HiddenDataClass(
    "msg.attachment", .high, "File attached to a message of Outlook",
    lies: "Storages __attach_version1.0, with the name of the file and the path that it had.",
    recognised: "By the storage. Pictures that the body shows are looked into and not reported.",
    removal: "Release each file by itself after it was inspected. " + convert)
  static let embedded = HiddenDataClass(
    "msg.embedded_msg", .high, "Message inside a message of Outlook",
    lies: "An attachment whose property 0x3701 is a storage with properties of its own.",
    recognised: "By the storage; the message is looked into as a file of its own.",
    removal: convert)
  static let bodyMismatch = HiddenDataClass(
    "msg.body_mismatch", .high, "Bodies of a message of Outlook that say different things",
    lies: "The properties 0x1000 (plain), 0x1013 (HTML) and 0x1009 (packed RTF), of which a program"
      + " shows one.",
    recognised:
      "By words of one that another lacks, without addresses of links; and by words that a"
      + " body hides from its reader.", removal: convert)
  static let namedProperty = HiddenDataClass(
    "msg.named_prop", .medium, "Property that an add-in or a person gave to a message of Outlook",
    lies: "Properties from 0x8000 on, whose names stand in the storage __nameid_version1.0.",
    recognised:
      "By text in them. Numbers, times and versions that Outlook gives to every message are"
      + " left alone.", removal: convert)
  static let address = HiddenDataClass(
    "msg.address", .medium, "Address behind a name in a message of Outlook",
    lies:
      "Properties such as 0x0C1F, 0x39FE and 0x0076, identifiers of entries among them: addresses of"
      + " mail and names of the directory (/O=…/CN=…).",
    recognised: "By addresses that neither a name shown nor the text contains.", removal: convert)
  static let slack = HiddenDataClass(
    "msg.ole_slack", .high, "Text left behind in unused parts of a message of Outlook",
    lies:
      "Sectors of the compound file that belong to no stream, the rest of a stream's last sector,"
      + " and unused entries of the directory.",
    recognised: "By readable text with words that the message itself does not contain.",
    removal: "Unused parts are overwritten with zeros.")

  static let all = [
    bcc, transportHeaders, attachment, embedded, bodyMismatch, namedProperty, address, slack,
  ]
}
