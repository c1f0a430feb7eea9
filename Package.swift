// swift-tools-version: 6.2
import PackageDescription

// STEELYARD_ENGINE=1 leaves out the server and the database, so that the law, the
// decision, the letters and the checks build and test on their own in seconds.
let engineOnly = Context.environment["STEELYARD_ENGINE"] == "1"

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

// MARK: The engine: pure, no server, no database.

var dependencies: [Package.Dependency] = [
  .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2")
]

var targets: [Target] = [
  .executableTarget(name: "embedtext", swiftSettings: strict),
  .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["embedtext"]),

  .target(name: "DataFiles", dependencies: [yams], swiftSettings: strict),
  .testTarget(name: "DataFilesTests", dependencies: ["DataFiles"], swiftSettings: strict),

  .target(
    name: "InformationLaw", dependencies: ["DataFiles"], exclude: ["Data"],
    swiftSettings: strict, plugins: ["EmbedText"]),
  .testTarget(
    name: "InformationLawTests", dependencies: ["InformationLaw", "DataFiles"],
    swiftSettings: strict),

  .target(
    name: "PublicInterest", dependencies: ["InformationLaw", "DataFiles"], swiftSettings: strict),
  .testTarget(
    name: "PublicInterestTests", dependencies: ["PublicInterest", "InformationLaw", "DataFiles"],
    swiftSettings: strict),

  .target(
    name: "LetterReading", dependencies: ["DataFiles", "InformationLaw", "TextScan"],
    exclude: ["Data"], swiftSettings: strict, plugins: ["EmbedText"]),
  .testTarget(
    name: "LetterReadingTests",
    dependencies: ["DataFiles", "InformationLaw", "LetterReading", "TextScan"],
    exclude: ["Fixtures"], swiftSettings: strict),

  .target(name: "Markup", swiftSettings: strict),
  .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: strict),

  .target(
    name: "Letters", dependencies: ["InformationLaw", "Markup", "PublicInterest"],
    swiftSettings: strict),
  .testTarget(
    name: "LettersTests",
    dependencies: ["DataFiles", "InformationLaw", "Letters", "Markup", "PublicInterest"],
    swiftSettings: strict),

  .target(
    name: "Scrutiny",
    dependencies: [
      "DataFiles", "InformationLaw", "LetterReading", "Letters", "Precedents", "PublicInterest",
      "TextScan",
    ],
    exclude: ["Data"], swiftSettings: strict, plugins: ["EmbedText"]),
  .testTarget(
    name: "ScrutinyTests",
    dependencies: [
      "DataFiles", "InformationLaw", "LetterReading", "Letters", "Precedents", "PublicInterest",
      "Scrutiny",
    ],
    swiftSettings: strict),

  .target(
    name: "Casework",
    dependencies: ["DataFiles", "InformationLaw", "Letters", "PublicInterest", "Scrutiny"],
    exclude: ["Data"], swiftSettings: strict, plugins: ["EmbedText"]),
  .testTarget(
    name: "CaseworkTests",
    dependencies: [
      "Casework", "DataFiles", "InformationLaw", "Letters", "PublicInterest", "Scrutiny",
    ],
    exclude: ["Golden"], swiftSettings: strict),

  .target(
    name: "PersonalData", dependencies: ["DataFiles"], exclude: ["Data"], swiftSettings: strict,
    plugins: ["EmbedText"]),
  .testTarget(
    name: "PersonalDataTests", dependencies: ["PersonalData"], swiftSettings: strict),

  .target(name: "Post", swiftSettings: strict),
  .testTarget(name: "PostTests", dependencies: ["Post"], swiftSettings: strict),

  .target(name: "Precedents", swiftSettings: strict),
  .testTarget(name: "PrecedentsTests", dependencies: ["Precedents"], swiftSettings: strict),

  .target(name: "TextScan", swiftSettings: strict),
  .testTarget(name: "TextScanTests", dependencies: ["TextScan"], swiftSettings: strict),
]

// MARK: The house: database, pages and the one executable.

if !engineOnly {
  dependencies += [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
  ]
  let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
  let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
  let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
  let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
  targets += [
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .target(name: "CConfinement", linkerSettings: [.linkedLibrary("seccomp")]),
    .systemLibrary(name: "CLibXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CMarkup", dependencies: ["CLibXML"]),
    .target(
      name: "CMuPDF",
      // MuPDF comes as a static library; what it stands on has to be named.
      linkerSettings: [
        "mupdf", "mupdf-third", "mujs", "gumbo", "openjp2", "jbig2dec", "jpeg", "freetype", "z",
        "m",
      ].map { .linkedLibrary($0) }),
    .target(
      name: "Documents", dependencies: ["CConfinement", "CLibZip", "CMarkup", "CMuPDF", "Post"],
      swiftSettings: strict),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Documents"], swiftSettings: strict),

    // The second opinion on a redaction, in C++ behind headers of C.
    .target(name: "CPoppler", linkerSettings: [.linkedLibrary("poppler-cpp")]),
    .target(name: "CQPDF", linkerSettings: [.linkedLibrary("qpdf")]),
    .target(
      name: "Redaction",
      dependencies: ["CMuPDF", "CPoppler", "CQPDF", "Documents", "HiddenData"],
      swiftSettings: strict),
    .testTarget(
      name: "RedactionTests", dependencies: ["Documents", "Redaction"], swiftSettings: strict),

    .target(
      name: "HiddenData", dependencies: ["CMarkup", "CMuPDF", "CZlib", "Documents"],
      swiftSettings: strict),
    .testTarget(
      name: "HiddenDataTests", dependencies: ["Documents", "HiddenData"], swiftSettings: strict),

    .target(name: "Passwords", dependencies: ["CSodium"], swiftSettings: strict),
    .testTarget(name: "PasswordsTests", dependencies: ["Passwords"], swiftSettings: strict),

    .target(name: "Persistence", swiftSettings: strict),
    .target(
      name: "PersistenceSQLite",
      dependencies: ["Persistence", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(
      name: "PersistenceTests", dependencies: ["Persistence", "PersistenceSQLite"],
      swiftSettings: strict),

    .target(
      name: "Storage",
      dependencies: ["Casework", "InformationLaw", "Persistence", "PublicInterest"],
      swiftSettings: strict),
    .executableTarget(
      name: "storage-writer",
      dependencies: [
        "Casework", "InformationLaw", "Persistence", "PersistenceSQLite", "PublicInterest",
        "Storage",
      ],
      path: "Tests/StorageWriter", swiftSettings: strict),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Casework", "InformationLaw", "Persistence", "PersistenceSQLite", "PublicInterest",
        "Storage", "storage-writer",
      ],
      swiftSettings: strict),

    .target(
      name: "Workbench",
      dependencies: [
        "Casework", "DataFiles", "Documents", "HiddenData", "InformationLaw", "LetterReading",
        "Letters",
        "Markup", "Passwords", "PersonalData", "Post", "Precedents", "PublicInterest",
        "Redaction", "Scrutiny", "Storage", hummingbird, httpTypes, logging, nio,
      ],
      exclude: ["Data"], swiftSettings: strict, plugins: ["EmbedText"]),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: [
        "Casework", "DataFiles", "Documents", "HiddenData", "InformationLaw", "LetterReading",
        "Letters",
        "Markup", "Passwords", "Persistence", "PersistenceSQLite", "Post", "PublicInterest",
        "Redaction",
        "Scrutiny", "Storage", "Workbench", hummingbird, httpTypes, logging, nio,
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "steelyard",
      dependencies: [
        "CConfinement", "Casework", "DataFiles", "Documents", "HiddenData", "InformationLaw",
        "LetterReading",
        "Letters", "Passwords", "PersonalData", "Persistence", "PersistenceSQLite", "Post",
        "Precedents",
        "PublicInterest", "Redaction", "Scrutiny", "Storage", "Workbench",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        hummingbird, logging,
      ],
      exclude: ["Data"], swiftSettings: strict, plugins: ["EmbedText"]),
    .testTarget(
      name: "CommandTests", dependencies: ["HiddenData", "steelyard"], swiftSettings: strict),
  ]
}

let package = Package(
  name: "steelyard",
  products: engineOnly
    ? []
    : [.executable(name: "steelyard", targets: ["steelyard"])],
  dependencies: dependencies,
  targets: targets,
  cxxLanguageStandard: .cxx17
)
