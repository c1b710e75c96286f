import Foundation

/// What the program asked of the test's arXiv.
struct FakeSearch: Sendable, Equatable {
  /// The `search_query`; empty where single papers are looked up.
  let query: String
  /// The `id_list`.
  let ids: [String]
  /// Where the page begins.
  let start: Int
  /// Entries asked for.
  let count: Int

  /// Reads a request's path; what is missing is as arXiv's manual has it.
  init(path: String) {
    let items = URLComponents(string: path)?.queryItems ?? []
    func value(_ name: String) -> String { items.first { $0.name == name }?.value ?? "" }
    query = value("search_query")
    ids = value("id_list").split(separator: ",").map(String.init)
    start = Int(value("start")) ?? 0
    count = Int(value("max_results")) ?? 10
  }

  /// What is found, newest first; papers of the same minute in the order in which they stand.
  func hits(among papers: [FakePaper]) -> [FakePaper] {
    papers.enumerated().filter { finds($0.element) }
      .sorted { ($1.element.published, $0.offset) < ($0.element.published, $1.offset) }
      .map(\.element)
  }

  private func finds(_ paper: FakePaper) -> Bool {
    guard ids.isEmpty else { return ids.contains(paper.id) }
    guard query.contains("\"\(paper.phrase)\"") else { return false }
    // The window is in minutes, both ends included.
    let minute = String(paper.published.filter(\.isNumber).prefix(12))
    guard let window = query.split(separator: "submittedDate:[").dropFirst().first?.prefix(28)
    else { return true }
    return String(window.prefix(12)) <= minute && minute <= String(window.suffix(12))
  }
}
