import Foundation
import Records

/// A project folder with a week of made-up papers, for running the built program in.
struct Project {
  /// The project's folder.
  let path: String
  /// The week.
  let folder: RunFolder
  /// How many papers it has.
  let papers: Int

  /// The words that every command on the week ends with.
  static let week = ["--week", "2024-07-26", "--topic", "sd", "--quiet"]

  /// Makes a project in a new folder inside another one.
  ///
  /// `limits` are those of the model's profile, as JSON.
  init?(
    named name: String, in parent: String, papers: Int, prompts: String, server: String,
    limits: String = "{}"
  ) throws {
    guard let week = Week(containing: "2024-07-26", startingOn: .friday) else { return nil }
    path = "\(parent)/\(name)"
    folder = RunFolder(runs: path + "/runs", week: week)
    self.papers = papers
    let files = FileManager.default
    try files.createDirectory(atPath: path, withIntermediateDirectories: true)
    try files.copyItem(atPath: prompts, toPath: path + "/prompts")
    try Data(Self.digest(server: server, limits: limits).utf8).write(
      to: URL(filePath: path + "/digest.json"))
    try writePapers()
  }

  /// Writes the papers a thousand at a time.
  ///
  /// To Linux the most memory that a program held includes what its parent held when it started it, so
  /// this program must stay small.
  private func writePapers() throws {
    try folder.papers.replace(with: [])
    let file = try FileHandle(forWritingTo: URL(filePath: folder.papers.path))
    for start in stride(from: 0, to: papers, by: 1000) {
      let part = (start..<min(start + 1000, papers)).compactMap {
        Self.paper($0, in: folder.week)
      }
      try file.write(contentsOf: Data(part.flatMap(\.line)))
    }
    try file.close()
  }

  /// Forgets that nothing is left to do, and what stands on the site where the pages are to be written.
  func forgetOutcome(pages: Bool) throws {
    let files = FileManager.default
    for path in [folder.settled.path] + (pages ? [path + "/site", folder.pages.path] : [])
    where files.fileExists(atPath: path) {
      try files.removeItem(atPath: path)
    }
  }

  /// Forgets what stages have written, but for the papers and what is to be kept.
  func forget(but kept: Set<String> = []) throws {
    let files = FileManager.default
    for name in try files.contentsOfDirectory(atPath: folder.path)
    where name != "papers.jsonl" && !kept.contains(name) {
      try files.removeItem(atPath: "\(folder.path)/\(name)")
    }
    let site = path + "/site"
    if files.fileExists(atPath: site) { try files.removeItem(atPath: site) }
  }

  /// Throws where a file of the week does not hold one line for each paper.
  func checkLines(of name: String) throws {
    var lines = 0
    try FileLines(path: "\(folder.path)/\(name)").each { _ in lines += 1 }
    guard lines == papers else {
      throw Child.Failure(description: "\(name) holds \(lines) lines for \(papers) papers")
    }
  }

  private static func digest(server: String, limits: String) -> String {
    """
    {
      "topics": [{ "slug": "sd", "name": "合成データ", "query": "abs:\\"synthetic data\\"" }],
      "models": {
        "bench": {
          "kind": "openai-chat", "model": "bench-model", "baseURL": "\(server)",
          "needsKey": false, "limits": \(limits),
          "prices": { "asOf": "2024-07-26", "input": 1, "cachedInput": 0.5, "output": 10 }
        }
      },
      "use": { "translate": "bench", "summarize": "bench" }
    }
    """
  }

  private static func paper(_ number: Int, in week: Week) -> Paper? {
    let digits = String(number)
    let text = "2407." + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    return ArXivID(text).map { id in
      Paper(
        id: id, version: 1, title: "Borrowed waves for harbour \(number) with few records",
        abstract: abstract(number),
        authors: ["First Author", "Second Author", "Third Author"], comment: "Author preprint",
        categories: ["cs.LG", "stat.ML"],
        published: week.start.addingTimeInterval(Double(number % 600_000)), updated: week.start,
        topics: ["sd"])
    }
  }

  /// About 1.5 KB of words that differ from paper to paper.
  private static func abstract(_ number: Int) -> String {
    let words = [
      "harbour", "tide", "gauge", "wave", "record", "error", "town", "model", "noise", "sensor",
      "season", "storm", "basin", "coast", "series", "signal", "window", "station", "sample",
      "level",
    ]
    var state = UInt64(number) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let sentences = (0..<24).map { _ in
      let picked = (0..<7).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return words[Int(state >> 33) % words.count]
      }
      return "We hold the \(picked.joined(separator: " ")) against it."
    }
    return sentences.joined(separator: " ")
  }
}
