/// Puts settings into columns under their titles.
enum ConfigText {
  /// A wider value pushes its source to the right, and no other.
  private static let widestValue = 34

  /// All groups, with an empty line between two.
  static func text(_ groups: [SettingGroup]) -> String {
    let names = groups.flatMap { group in group.settings.map { $0.shortName(in: group).columns } }
    let width = names.max() ?? 0
    return groups.map { group in
      let lines = group.settings.map { setting in
        let start = "  " + padded(setting.shortName(in: group), to: width)
        return "\(start)  \(padded(line(setting.value), to: widestValue))  \(setting.source)"
      }
      return ([group.title] + lines).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - text.columns))
  }

  /// A value may hold line ends, which a table has no room for.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Setting {
  /// The name without what stands in the title already.
  fileprivate func shortName(in group: SettingGroup) -> String {
    name.hasPrefix(group.prefix) ? String(name.dropFirst(group.prefix.count)) : name
  }
}
