import PersonalData
import Testing

@Suite("Dates of birth and names")
struct DateAndNameTests {
  @Test(
    "a date beside a word about birth is high",
    arguments: [
      "DOB: 12/03/1980", "born on 12th March 1980", "date of birth 12.03.80", "d.o.b. 1980-03-12",
      "Born March 12, 1980", "birth: 12 Mar 1980", "born the 12th of March 1980",
    ])
  func births(text: String) {
    #expect(found(.dateOfBirth, in: text).count == 1)
    #expect(found(.dateOfBirth, in: text).allSatisfy { $0.hasSuffix("high") })
  }

  @Test("the label may follow")
  func labelAfter() {
    expect(.dateOfBirth, ["12/03/1980 high"], in: "Khan, 12/03/1980 (DOB)")
  }

  @Test("a bare date is low, and only where somebody may have been born on it")
  func bareDates() {
    expect(.dateOfBirth, ["12/03/1980 low"], in: "On 12/03/1980 it rained.")
    for text in [
      "12/03/2023", "31/02/1980", "12/13/1980", "12-03-80", "4 July 1776", "1980/81", "2023-11-04",
    ] {
      expect(.dateOfBirth, [], in: "On \(text) it rained.")
    }
  }

  @Test("a title or a rank announces a name")
  func titles() {
    expect(.name, ["Smith medium"], in: "Mr Smith came.")
    expect(.name, ["Hall medium"], in: "Mrs. Hall came.")
    expect(.name, ["A. B. O'Brien-Jones high"], in: "by Dr A. B. O'Brien-Jones today")
    expect(.name, ["Sarah Khan high"], in: "DS Sarah Khan attended")
    expect(.name, ["Zbych Kowal medium"], in: "Detective Constable Zbych Kowal attended")
    expect(.name, ["van der Berg medium"], in: "Ms van der Berg wrote")
    expect(.name, ["Jones high"], in: "PC 1234 Jones attended")
  }

  @Test(
    "given names of many origins are known",
    arguments: [
      "Mohammed Iqbal", "Agnieszka Kowalska", "Siobhan Murphy", "Rhys Llewelyn", "Hamish Macleod",
      "Oluwaseun Adeyemi", "Gurpreet Singh", "Seán O’Neill", "Małgorzata Nowak", "Jean-Paul Martin",
    ])
  func origins(name: String) {
    expect(.name, ["\(name) medium"], in: "We saw \(name) there.")
    expect(.name, ["\(name) high"], in: "Signed: \(name)")
  }

  @Test("a greeting or a label makes a name surer, even one in no list")
  func announced() {
    expect(.name, ["John medium"], in: "Dear John,")
    expect(.name, ["Jo medium"], in: "Dear Jo,")
    expect(.name, ["Mark medium"], in: "Sir Mark said")
    expect(.name, ["John Carter high"], in: "Yours sincerely,\n\nJohn Carter\nInformation Officer")
    expect(.name, ["Xanthe Quigley medium"], in: "Name: Xanthe Quigley")
    expect(.name, ["J. Okonedo medium"], in: "Signed: J. Okonedo")
    expect(.name, ["SMITH, John medium"], in: "We saw SMITH, John there.")
  }

  @Test(
    "streets, places, companies, Acts, months and verbs are no people",
    arguments: [
      "Victoria Street", "Grant Thornton", "Mark the papers", "May Day", "Will Cumbria pay?",
      "George Street", "St Thomas Hospital", "Queen Elizabeth Hospital", "the Morgan Inquiry",
      "Bill Payments", "Grace Period", "Charity Commission", "John Lewis", "Prince Regent Road",
      "Dear Sir or Madam", "Dear Requester", "Sarah's Law", "Clare's Law",
      "Freedom of Information Act",
      "March 2023", "Mark Scheme", "PC World", "Will You", "James Cook University Hospital",
      "Florence Nightingale Ward", "Christian Aid", "the MS Exchange Server",
      "Dear Devon County Council",
      "Correspondence from the Charity Commission", "From April 2013",
    ])
  func innocents(text: String) {
    #expect(found(.name, in: text).filter { !$0.hasSuffix("low") } == [], "in: \(text)")
  }

  @Test("words that are names too are low without more, and nothing at the beginning of a sentence")
  func ambiguous() {
    expect(.name, ["Grant Mitchell low"], in: "We saw Grant Mitchell there.")
    expect(.name, ["Grant Mitchell medium"], in: "Signed: Grant Mitchell")
    expect(.name, ["Grant Mitchell high"], in: "Mr Grant Mitchell")
    expect(.name, [], in: "Will Smithers come? May Carlisle. Mark Questions.")
  }

  @Test("a column of names gives every name in it, known or not")
  func column() {
    let table = "Surname\tForename\tCollar number\nQuigley\tXanthe\t12\nKhan\tSarah\t4512\n"
    expect(.name, ["Quigley medium", "Xanthe medium", "Khan medium", "Sarah high"], in: table)
    expect(.officerNumber, ["12 medium", "4512 high"], in: table)
    expect(.name, [], in: "Product name\tPrice\nQuigley\t120\nKhan\t450\n")
  }

  @Test("the heading of a column announces what stands in it")
  func headings() {
    let table = "Ref,DOB,NHS number\nA,12/03/80,9434765919\nB,13/04/81,9434765918\nC,1/1/79,1\n"
    expect(.dateOfBirth, ["12/03/80 high", "13/04/81 high", "1/1/79 high"], in: table)
    expect(.nhsNumber, ["9434765919 high", "9434765918 low"], in: table)
  }
}
