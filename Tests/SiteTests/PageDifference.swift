import Records

/// Tells where a page is not as it should be.
enum PageDifference {
  private static let parts = [
    "rule", "English title", "Japanese title", "authors", "bullets", "remark", "comment",
  ]

  /// The first differences between the sections of a page and those of its papers.
  static func between(_ page: ReadPage, and papers: [ShelvedPaper], topics: [Topic]) -> [String] {
    let sections = Dictionary(grouping: page.sections) { $0[1].address }
    let differences = papers.flatMap { paper in
      let found = sections[paper.address] ?? []
      let differences =
        found.count == 1
        ? between(found[0], and: paper.section(topics: topics))
        : ["is \(found.count) times on the page"]
      return differences.map { "paper \(paper.number), \($0)" }
    }
    let count = "\(page.sections.count) papers, not \(papers.count)"
    return (page.sections.count == papers.count ? [] : [count]) + differences.prefix(20)
  }

  private static func between(_ found: [PageNode], and expected: [PageNode]) -> [String] {
    guard found.map(\.name) == expected.map(\.name) else {
      return ["structure: \(found) is not \(expected)"]
    }
    return zip(found, expected).enumerated().compactMap { index, pair in
      let part = index == expected.count - 1 ? "facts" : parts[index]
      return pair.0 == pair.1 ? nil : "\(part): \(pair.0) is not \(pair.1)"
    }
  }
}
