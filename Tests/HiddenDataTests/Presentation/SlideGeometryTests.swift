import Documents
import Testing

@testable import HiddenData

@Suite("Places and colours on slides")
struct SlideGeometryTests {
  @Test(
    "sines agree with those of the tables", arguments: [0.0, 30, 45, 90, 135, 180, 270, 330, -60])
  func sines(_ degrees: Double) {
    let known: [Double: Double] = [
      0: 0, 30: 0.5, 45: 0.70710678, 90: 1, 135: 0.70710678, 180: 0, 270: -1, 330: -0.5,
      -60: -0.8660254,
    ]
    let (sine, cosine) = Trigonometry.sineAndCosine(ofDegrees: degrees)
    #expect(abs(sine - known[degrees]!) < 1e-5)
    #expect(abs(sine * sine + cosine * cosine - 1) < 1e-4)
  }

  @Test("a change of coordinates and its inverse cancel")
  func inverse() throws {
    let change = Affine.turn(
      2_700_000, flipX: true, flipY: false, about: SlidePoint(x: 5, y: 7)
    ).after(.box(3, 4, 10, 20))
    let back = try #require(change.inverse)
    let point = back(change(SlidePoint(x: 0.3, y: 0.7)))
    #expect(abs(point.x - 0.3) < 1e-6 && abs(point.y - 0.7) < 1e-6)
    #expect(Affine.box(1, 1, 0, 5).inverse == nil)
  }

  @Test("forms hide what lies in them and not what lies in their corners or holes")
  func outlines() {
    let corner = SlidePoint(x: 0.03, y: 0.03), middle = SlidePoint(x: 0.5, y: 0.5)
    #expect(ShapeOutline.box.contains(corner))
    #expect(!ShapeOutline.ellipse.contains(corner) && ShapeOutline.ellipse.contains(middle))
    #expect(!ShapeOutline.diamond.contains(corner) && ShapeOutline.diamond.contains(middle))
    #expect(!ShapeOutline.nothing.contains(middle))
    let half = ShapeOutline.polygon([
      SlidePoint(x: 0, y: 0), SlidePoint(x: 1, y: 0), SlidePoint(x: 0, y: 1),
    ])
    #expect(half.contains(SlidePoint(x: 0.2, y: 0.2)) && !half.contains(SlidePoint(x: 0.8, y: 0.8)))
  }

  @Test("shades of a theme's colour are what the program paints")
  func shades() throws {
    func shaded(_ hex: String, _ changes: [(String, Int)]) throws -> DrawingColour {
      var colour = try #require(DrawingColour(hex: hex))
      colour.apply(
        changes.map { name, value in
          let element = XMLElement(XMLName(name))
          element.attributes = [XMLAttribute(XMLName("val"), value: String(value))]
          return element
        })
      return colour
    }
    let light = try shaded("4F81BD", [("lumMod", 20_000), ("lumOff", 80_000)])
    // Office calls this Accent 1, lighter 80 %: DBE5F1.
    #expect(abs(light.red - 0xDB / 255.0) < 0.01 && abs(light.blue - 0xF1 / 255.0) < 0.01)
    #expect(try shaded("FFFFFF", [("lumMod", 50_000)]).red < 0.51)
    #expect(try shaded("000000", [("lumOff", 100_000)]).vanishes(on: .white))
    #expect(try shaded("123456", [("alpha", 0)]).alpha == 0)
  }

  @Test("colours are compared as the eye does")
  func contrast() {
    #expect(DrawingColour.white.vanishes(on: DrawingColour(red: 0.98, green: 0.98, blue: 0.98)))
    #expect(!DrawingColour.white.vanishes(on: DrawingColour(red: 0.85, green: 0.85, blue: 0.85)))
    #expect(!DrawingColour.white.vanishes(on: .black))
  }
}

@Suite("Slides that are made to break the reader")
struct HostileSlideTests {
  @Test("places beyond all numbers, in groups in groups, break nothing")
  func numbers() {
    var shapes = PresentationExample.box("x", x: 999_999_999_999, y: -999_999_999_999)
    for _ in 0..<60 {
      shapes =
        "<p:grpSp><p:grpSpPr><a:xfrm rot=\"1e300\"><a:off x=\"1e308\" y=\"nan\"/>"
        + "<a:ext cx=\"999999999999\" cy=\"999999999999\"/><a:chOff x=\"0\" y=\"0\"/>"
        + "<a:chExt cx=\"1\" cy=\"1\"/></a:xfrm></p:grpSpPr>\(shapes)</p:grpSp>"
    }
    _ = OfficeRun.findings(PresentationExample(.init(shapes)).file())
  }

  @Test("a slide with more shapes than can be compared is not clean")
  func tooMany() {
    let shapes = String(
      repeating: "<p:sp><p:spPr><a:xfrm><a:off x=\"1\" y=\"1\"/><a:ext cx=\"9\" cy=\"9\"/></a:xfrm>"
        + "</p:spPr></p:sp>", count: SlideDrawing.most)
    let (_, failures) = OfficeRun.findings(PresentationExample(.init(shapes)).file())
    #expect(failures.map(\.reason) == [.overLimit])
  }
}
