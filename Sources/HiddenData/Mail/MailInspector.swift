package import Documents

/// Looks into e-mails (RFC 5322) with everything that is attached to them.
package enum MailInspector: FormatInspector {
  package static let classes = MailClass.all

  package static let examples = MailExamples.all

  package static func inspect(_ bytes: [UInt8], run: InspectionRun) throws(Unreadable) {
    if TNEFReader.recognises(bytes) {
      MailTNEF(bytes, run: run).inspect(name: "winmail.dat")
      return
    }
    let message = MailPart(bytes)
    guard !message.headers.fields.isEmpty else {
      throw .broken("the e-mail has no header lines")
    }
    if !message.headers.isClosed { run.fail(.broken("the e-mail breaks off in its header lines")) }
    MailHeaderInspection(message, run: run).inspect()
    MailPartsInspection(message, run: run).inspect()
  }
}
