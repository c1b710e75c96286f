import Records
import Validation

extension SettingGroup {
  /// What is searched for, who writes, and what is asked before money is spent.
  static func digest(_ settings: Settings) throws -> SettingGroup {
    let (file, place) = (settings.file, settings.path)
    let topics = try Configuration.topics(file, path: place)
    let ask = try SpendingEntry.askAboveUSD(file.spending?.value, path: place)
    return SettingGroup(
      title: "digest",
      settings: [
        Setting(place["contact"], file.contact ?? "none"),
        Setting(place["weekStart"], "\(try Configuration.weekday(file, path: place))"),
        Setting(
          place["topics"], "\(topics.count): \(topics.map(\.slug).joined(separator: ", "))"),
        use(\.translate, "translate", settings), use(\.summarize, "summarize", settings),
        Setting(place["spending"]["askAboveUSD"], ask.word),
      ])
  }

  /// The usual names are too many to show, and the same for everybody.
  private static func names(_ own: [String]) -> String {
    (own + ["\(Rules.commonNames.count) usual ones"]).joined(separator: ", ")
  }

  private static func use(
    _ stage: KeyPath<DigestFile.Use, String>, _ name: String, _ settings: Settings
  ) -> Setting {
    let place = settings.path["use"][name]
    let source = settings.variables.source(of: Variable.modelProfile.rawValue)
    return Setting(place.path, settings.use()[keyPath: stage], from: source ?? place.source)
  }

  /// What the checks ask for.
  static func validation(_ settings: Settings) throws -> SettingGroup {
    let (entry, path) = (settings.file.validation?.value, settings.path)
    let place = path["validation"]
    let rules = try ValidationEntry.rules(entry, path: path)
    let levels = rules.levels.sorted { $0.key < $1.key }.map { code, level in
      Setting(place["levels"][code], level.rawValue)
    }
    func length(_ key: String, _ range: ClosedRange<Int>) -> Setting {
      Setting(place[key], "\(range.lowerBound) to \(range.upperBound)")
    }
    return SettingGroup(
      title: "validation", prefix: "validation.",
      settings: [
        Setting(
          place["repairs"], "\(try ValidationEntry.repairs(entry, path: path))"),
        length("titleLength", rules.titleLength), length("bulletLength", rules.bulletLength),
        length("remarkLength", rules.remarkLength),
        Setting(place["knownNames"], names(entry?.knownNames ?? [])),
        Setting(place["petWords"], rules.petWords.joined(separator: ", ")),
        Setting(place["petWordShare"], rules.petWordShare.word),
        Setting(place["openingShare"], rules.openingShare.word),
      ] + (levels.isEmpty ? [Setting(place["levels"], "as shipped")] : levels))
  }
}
