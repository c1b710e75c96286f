import Foundation

extension SettingGroup {
  /// The files that are in use.
  static func files(_ settings: Settings) throws -> SettingGroup {
    let prompts = try settings.places.find("prompts")
    return SettingGroup(
      title: "files",
      settings: [
        file("digest.json", settings.path.file), file("prompts", prompts),
        file("glossary", "\(prompts)/glossary.json"),
        FileManager.default.fileExists(atPath: ".env")
          ? file(".env", ".env") : Setting(".env", "none", from: "current folder"),
      ])
  }

  private static func file(_ name: String, _ path: String) -> Setting {
    Setting(name, path, from: path.hasPrefix("/") ? "installed" : "current folder")
  }

  /// What options say where they are not typed.
  static let options = SettingGroup(
    title: "options, where they are not typed",
    settings: [
      Setting(Option.runs.flag, Configuration.usualRuns),
      Setting(Option.site.flag, Configuration.usualSite),
      Setting(Option.source.flag, "api"),
      Setting(Option.concurrency.flag, "\(Configuration.usualConcurrency)"),
      Setting(Option.maxCost.flag, "no limit"), Setting(Option.maxRequests.flag, "no limit"),
    ])
}
