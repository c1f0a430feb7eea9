/// What e-mails carry beside what their reader sees.
enum MailClass {
  static let bcc = HiddenDataClass(
    "eml.bcc", .high, "Blind copies",
    lies:
      "Bcc, Resent-Bcc and like headers, which sending programs take out and saved copies keep.",
    recognised: "Such a header with a name or an address in it.",
    removal: "The header is left out.")
  static let received = HiddenDataClass(
    "eml.received", .medium, "Way of the message through machines",
    lies: "Received, X-Originating-IP and like headers; message ids with the name of a machine.",
    recognised: "Those headers, and any other that holds an address of a machine.",
    removal: "The headers are left out.")
  static let thread = HiddenDataClass(
    "eml.thread_headers", .low, "Headers about thread and program",
    lies: "References, In-Reply-To, Thread-Topic, Thread-Index, and headers that begin with X-.",
    recognised: "Those headers.",
    removal: "The headers are left out.")
  static let hiddenHTML = HiddenDataClass(
    "eml.html_hidden", .high, "Words in the HTML that are not shown",
    lies:
      "Elements with display:none, no size, no opacity, the colour of their ground, a place off "
      + "the screen, the attribute hidden; hidden form fields.",
    recognised: "By the style on the element, around it, and in the message's style sheets. Blanks "
      + "and fillers are not reported.",
    removal: "The words are taken out of the HTML.")
  static let comment = HiddenDataClass(
    "eml.html_comment", .medium, "Comments in the HTML",
    lies: "Between <!-- and -->, conditional comments too.",
    recognised: "Words in them that are not markup, styles or a program's own marks.",
    removal: "The comments are taken out of the HTML.")
  static let mismatch = HiddenDataClass(
    "eml.alternative_mismatch", .high, "Two versions that say different things",
    lies: "The parts of multipart/alternative, of which a program shows one.",
    recognised: "Words of one that are nowhere in the other; links, quotation marks, bullets and "
      + "the layout do not count.",
    removal: "Not by itself: somebody has to decide which version is meant.")
  static let attachment = HiddenDataClass(
    "eml.attachment", .high, "Attached file",
    lies: "Parts that are not the text of the message; files written into the text (uuencode).",
    recognised: "Every such part; each is looked into.",
    removal: "Not by itself: the file has to be looked at and released or left out.")
  static let nested = HiddenDataClass(
    "eml.nested_message", .high, "Message within the message",
    lies: "Parts of the kind message/rfc822.",
    recognised: "Every such part; each is looked into.",
    removal: "Not by itself: the message has to be looked at.")
  static let quoted = HiddenDataClass(
    "eml.quoted_thread", .high, "Earlier messages below the answer",
    lies:
      "In the text: quoted lines, a block of From, Sent, To, Subject, a line that ends in wrote:.",
    recognised: "By those marks in plain text and in HTML.",
    removal: "Not by itself: the earlier messages have to be looked at.")
  static let tnef = HiddenDataClass(
    "eml.tnef", .high, "Outlook's own envelope (winmail.dat)",
    lies: "A part of the kind application/ms-tnef, or named winmail.dat.",
    recognised: "The part; subject, texts and properties are read, attached files are looked into.",
    removal: "Not by itself: its contents have to be looked at.")
  static let calendar = HiddenDataClass(
    "eml.calendar", .medium, "Invitation with its guests",
    lies: "Parts of the kind text/calendar, and .ics files.",
    recognised: "The part; guests, organiser, place and notes are shown.",
    removal: "Not by itself: the invitation has to be looked at.")
  static let preamble = HiddenDataClass(
    "eml.preamble", .medium, "Words outside the parts",
    lies: "Before the first boundary and behind the last one of a multipart message.",
    recognised: "Words there, but for the sentence that old programs are greeted with.",
    removal: "The words are taken out.")
  static let imageMetadata = HiddenDataClass(
    "eml.inline_image_metadata", .high, "Metadata of a picture in the message",
    lies: "Image parts, shown in the text or attached.",
    recognised: "Whatever the inspection of the picture finds.",
    removal: "The picture is written again without it.")
  static let encodedHeader = HiddenDataClass(
    "eml.encoded_header", .medium, "Encoded names in headers that are seldom shown",
    lies: "Encoded words (RFC 2047) in Cc, Reply-To, Sender and Resent- headers.",
    recognised: "An encoded word there; it is shown decoded.",
    removal: "Not by itself: the names belong to the message and have to be looked at.")

  static let all = [
    bcc, received, thread, hiddenHTML, comment, mismatch, attachment, nested, quoted, tnef,
    calendar,
    preamble, imageMetadata, encodedHeader,
  ]
}
