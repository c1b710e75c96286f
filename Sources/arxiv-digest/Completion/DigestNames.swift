/// Names of `digest.json` that shells offer while somebody types.
enum DigestNames: String, CaseIterable {
  case topics, models

  /// The names, each with what it is, behind a tab.
  ///
  /// Throws `UsageError` for a `digest.json` that is missing or wrong. A name that fills no line, or
  /// more than one, is left out: nobody can be offered it.
  func lines(_ places: Places) throws -> [String] {
    let path = try places.find("digest.json")
    return rows(try DigestFile.read(path)).compactMap { name, summary in
      let isWhole = !name.isEmpty && !name.contains { $0.isNewline || $0 == "\t" }
      // The tab between them is ours, and stays.
      return isWhole ? "\(Console.printable(name))\t\(Self.line(summary))" : nil
    }
  }

  private func rows(_ file: DigestFile) -> [(name: String, summary: String)] {
    switch self {
    case .topics: file.topics.map { ($0.value.slug, $0.value.name) }
    case .models:
      file.models.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value.value.model)") }
    }
  }

  private static func line(_ text: String) -> String {
    Console.printable(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }
}
