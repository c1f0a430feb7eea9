// swift-tools-version: 6.2
import PackageDescription

// The readers of bytes against bytes that nobody meant well. A package of its own, which builds the
// sources of the product by a link (`Library`): the fuzzer's coverage then reaches into them, the readers
// inside the module can be called one by one, and no server is built. scripts/fuzz and
// scripts/fuzz-mutations build and run it.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "fuzzing",
  targets: [
    .systemLibrary(name: "CLibXML", path: "Library/CLibXML", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CLibZip", path: "Library/CLibZip", pkgConfig: "libzip"),
    .systemLibrary(name: "CZlib", path: "Library/CZlib", pkgConfig: "zlib"),
    .target(
      name: "CConfinement", path: "Library/CConfinement",
      linkerSettings: [.linkedLibrary("seccomp")]),
    .target(name: "CMarkup", dependencies: ["CLibXML"], path: "Library/CMarkup"),
    .target(
      name: "CMuPDF", path: "Library/CMuPDF",
      linkerSettings: [
        "mupdf", "mupdf-third", "mujs", "gumbo", "openjp2", "jbig2dec", "jpeg", "freetype", "z",
        "m",
      ].map { .linkedLibrary($0) }),
    .target(name: "Post", path: "Library/Post", swiftSettings: strict),
    .target(
      name: "Documents", dependencies: ["CConfinement", "CLibZip", "CMarkup", "CMuPDF", "Post"],
      path: "Library/Documents", swiftSettings: strict),
    .target(
      name: "HiddenData", dependencies: ["CMarkup", "CMuPDF", "CZlib", "Documents"],
      path: "Library/HiddenData", swiftSettings: strict),
    .systemLibrary(name: "CFuzzer"),
    .executableTarget(
      name: "fuzz-readers", dependencies: ["CFuzzer", "Documents", "HiddenData"],
      swiftSettings: strict,
      // The linker of old trips over what the fuzzer adds.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),
    .executableTarget(
      name: "fuzz-mutations", dependencies: ["CZlib", "HiddenData"], swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
