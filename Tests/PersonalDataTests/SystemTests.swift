import PersonalData
import Testing

@Suite("Facts about systems")
struct SystemTests {
  @Test("addresses on networks are found")
  func addresses() {
    expect(.ipAddress, ["10.1.2.3/24 high"], in: "It is 10.1.2.3/24.")
    expect(.ipAddress, ["192.168.0.1 high"], in: "at 192.168.0.1:8080")
    expect(.ipAddress, ["81.2.69.160 high"], in: "from 81.2.69.160.")
    expect(.ipAddress, ["8.8.8.8 medium"], in: "from 8.8.8.8.")
    expect(.ipAddress, ["fe80::1ff:fe23:4567:890a high"], in: "fe80::1ff:fe23:4567:890a")
    expect(.ipAddress, ["2001:db8:0:0:1:0:0:1 high"], in: "2001:db8:0:0:1:0:0:1,")
    expect(.macAddress, ["00:1A:2B:3C:4D:5E high"], in: "MAC 00:1A:2B:3C:4D:5E.")
    expect(.macAddress, ["AA-1B-2C-3D-4E-5F high"], in: "(AA-1B-2C-3D-4E-5F)")
    expect(.macAddress, ["001a.2b3c.4d5e high"], in: "001a.2b3c.4d5e")
  }

  @Test(
    "versions, sections, times and masks are no addresses",
    arguments: [
      "version 1.2.3.4", "v10.0.0.1", "section 3.1.2.4", "3.1.2.4 The policy", "255.255.255.0",
      "127.0.0.1", "1.2.3.4.5", "300.1.2.3", "10.1.2", "10:30:45", "at 12:30", "std::string",
      "12-34-56-78-90-12", "£1.2.3.4",
    ])
  func innocents(text: String) {
    expect(.ipAddress, [], in: text)
    expect(.macAddress, [], in: text)
  }

  @Test("names of machines are found, web sites are not")
  func hosts() {
    expect(.hostName, ["srv-dc01.cumbria.local high"], in: "on srv-dc01.cumbria.local.")
    expect(.hostName, ["intranet.corp medium"], in: "see intranet.corp")
    expect(.hostName, ["sql2.hq.police.uk high"], in: "sql2.hq.police.uk")
    for text in [
      "www.cumbria.police.uk", "https://www.gov.uk/foi", "the council.Internal review",
      "cumbria.police.uk",
      "foi.team@cumbria.police.uk", "e.g. local", "ico.org.uk",
    ] {
      expect(.hostName, [], in: text)
    }
  }

  @Test("paths on shares and in people's folders are found")
  func paths() {
    expect(.filePath, [#"\\srv-fs01\share\hr high"#], in: #"Saved in \\srv-fs01\share\hr."#)
    expect(.filePath, [#"C:\Users\jsmith\Desktop high"#], in: #"C:\Users\jsmith\Desktop"#)
    expect(.filePath, [#"D:\Data medium"#], in: #"D:\Data, and"#)
    expect(.filePath, ["/home/jsmith/x.txt high"], in: "in /home/jsmith/x.txt")
    expect(.filePath, [], in: #"https://www.gov.uk/home/about and \\ and C: and a\b"#)
  }

  @Test(
    "a product with its version is found",
    arguments: [
      "Windows Server 2016", "FortiOS 7.2.4", "Cisco ASA 9.16(4)", "OpenSSL 1.0.2k", "Log4j 2.14.1",
      "SQL Server 2012 R2", "PAN-OS 10.1", "Windows 7", "FortiGate v7.0.1", "Apache/2.4.49",
      "VMware ESXi version 6.7", "Windows Server 2019", "Exchange Server 2013", "Oracle 19c",
    ])
  func products(text: String) {
    expect(.software, ["\(text) high"], in: "They run \(text), we think.")
  }

  @Test(
    "products without versions, licences, counts and sections are not",
    arguments: [
      "Apache 2.0 licence", "Apache-2.0", "Oracle 12 months", "Windows 10%", "Microsoft 365",
      "section 7.2.4",
      "Office 12", "Chrome and Edge", "Citrix 3 users", "Java 2019", "Windows",
      "Exchange 4 letters",
    ])
  func productInnocents(text: String) { expect(.software, [], in: "They said \(text).") }

  @Test("a published weakness is found")
  func weaknesses() {
    expect(.vulnerability, ["CVE-2021-44228 medium"], in: "Patched CVE-2021-44228.")
    expect(.vulnerability, [], in: "CVE-21-4 and CVE-2021-123")
  }

  @Test("facts about systems hint at crime and national security, personal data at section 40")
  func provisions() {
    for kind in Suggestion.Kind.allCases {
      #expect(kind.provisions == (kind.isProtectedFact ? ["s31(1)(a)", "s24(1)"] : ["s40(2)"]))
      #expect(!kind.title.isEmpty)
    }
  }
}
