// swift-tools-version: 6.2
import PackageDescription

// The engine's own sources, by links, with a program that times them. The product exports no library,
// so a package of its own is the only way to call the engine without a process in between.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "engine-bench",
  dependencies: [.package(url: "https://github.com/jpsim/Yams", exact: "6.2.2")],
  targets: [
    .executableTarget(name: "embedtext", swiftSettings: strict),
    .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["embedtext"]),
    .target(
      name: "DataFiles", dependencies: [.product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(
      name: "InformationLaw", dependencies: ["DataFiles"], exclude: ["Data"],
      swiftSettings: strict, plugins: ["EmbedText"]),
    .target(
      name: "PublicInterest", dependencies: ["InformationLaw", "DataFiles"],
      swiftSettings: strict),
    .target(name: "TextScan", swiftSettings: strict),
    .target(
      name: "LetterReading", dependencies: ["DataFiles", "InformationLaw", "TextScan"],
      exclude: ["Data"], swiftSettings: strict, plugins: ["EmbedText"]),
    .target(name: "Precedents", swiftSettings: strict),
    .target(name: "Markup", swiftSettings: strict),
    .target(
      name: "Letters", dependencies: ["InformationLaw", "Markup", "PublicInterest"],
      swiftSettings: strict),
    .target(
      name: "Scrutiny",
      dependencies: [
        "DataFiles", "InformationLaw", "LetterReading", "Letters", "Precedents", "PublicInterest",
        "TextScan",
      ],
      exclude: ["Data"], swiftSettings: strict, plugins: ["EmbedText"]),
    .executableTarget(
      name: "engine-bench",
      dependencies: [
        "DataFiles", "InformationLaw", "Letters", "Markup", "PublicInterest", "Scrutiny",
      ],
      path: "EngineBench", swiftSettings: strict),
  ]
)
