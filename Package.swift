// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is built with: warnings stop the build, `any` is written out, and
/// imports are as narrow as they can be.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// Shipped code also says `unsafe` where it is unsafe; only the HTTP target has a use for the word.
let shipped = strict + [.strictMemorySafety()]

/// Imports point one way: a target names what it may see, and nothing sees what stands after it.
let package = Package(
  name: "arxiv-digest",
  products: [.executable(name: "arxiv-digest", targets: ["arxiv-digest"])],
  targets: [
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
    .target(name: "HTTP", dependencies: ["CCurl"], swiftSettings: shipped),
    .target(name: "JSONText", swiftSettings: shipped),
    .target(name: "Records", dependencies: ["JSONText"], swiftSettings: shipped),
    .target(name: "ArXiv", dependencies: ["HTTP", "Records"], swiftSettings: shipped),
    .target(name: "Models", dependencies: ["HTTP", "JSONText"], swiftSettings: shipped),
    .target(name: "Validation", dependencies: ["Records"], swiftSettings: shipped),
    .target(name: "Pages", dependencies: ["Records"], swiftSettings: shipped),
    .target(
      name: "Pipeline",
      dependencies: ["ArXiv", "HTTP", "JSONText", "Models", "Pages", "Records", "Validation"],
      swiftSettings: shipped),
    .target(name: "CTerminal"),
    .executableTarget(
      name: "arxiv-digest",
      dependencies: [
        "ArXiv", "CTerminal", "HTTP", "JSONText", "Models", "Pages", "Pipeline", "Records",
        "Validation",
      ],
      swiftSettings: shipped),

    .executableTarget(
      name: "bench", dependencies: ["ArXiv", "HTTP", "JSONText", "Records", "Validation"],
      swiftSettings: strict),
    .executableTarget(name: "bench-server"),
    .executableTarget(name: "bench-reference", linkerSettings: [.linkedLibrary("curl")]),

    .target(name: "CSpawn", path: "Tests/CSpawn"),
    .target(
      name: "TestSupport", dependencies: ["CSpawn", "HTTP", "Models"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests(of: "HTTP"),
    tests(of: "JSONText", beside: ["Records"]),
    tests(of: "Records"),
    tests(of: "ArXiv", beside: ["HTTP", "JSONText", "Records"]),
    tests(of: "Models", beside: ["HTTP", "JSONText"]),
    tests(of: "Validation", beside: ["Records"]),
    tests(of: "Pages", beside: ["Records"]),
    tests(of: "Pipeline", beside: ["ArXiv", "HTTP", "Models", "Records", "Validation"]),
    tests(
      of: "arxiv-digest",
      beside: [
        "ArXiv", "HTTP", "JSONText", "Models", "Pages", "Pipeline", "Records", "Validation",
      ]),
    .testTarget(
      name: "SiteTests", dependencies: ["Pages", "Records", "TestSupport"], swiftSettings: strict),
  ]
)

/// The tests of a target stand in a folder of its name.
func tests(of target: String, beside others: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(target)Tests", dependencies: [.byName(name: target), "TestSupport"] + others,
    swiftSettings: strict)
}
