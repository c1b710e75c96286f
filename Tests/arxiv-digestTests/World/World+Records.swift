import Foundation
import Models
import TestSupport
import Testing

extension World {
  /// A bill of `run.json`: how many requests, and what became of them.
  struct Bill: Equatable, Decodable {
    /// The stage that asked.
    let stage: String
    /// The name of the model profile.
    let profile: String
    /// Requests and tokens.
    let usage: Usage
    /// Requests among them that failed.
    let failed: Int
    /// Requests among them of unknown outcome.
    let unknown: Int

    /// States what is expected of a server that counts as usual.
    init(
      _ stage: String, _ profile: String = "test", requests: Int, failed: Int = 0, unknown: Int = 0
    ) {
      self.stage = stage
      self.profile = profile
      usage = Usage(requests: requests, answers: requests - failed - unknown)
      self.failed = failed
      self.unknown = unknown
    }
  }

  /// What was asked and counted, as the files have it.
  struct Usage: Equatable, Decodable {
    /// Requests that were sent.
    let requests: Int
    /// Tokens read.
    let inputTokens: Int
    /// Tokens written.
    let outputTokens: Int

    /// Requests to a server that counts as usual.
    init(requests: Int, answers: Int) {
      self.requests = requests
      inputTokens = answers * FakeDialect.Counts().input
      outputTokens = answers * FakeDialect.Counts().output
    }
  }

  /// A line of `requests.jsonl`.
  struct Sent: Equatable, Decodable {
    /// The request's number.
    let id: String
    /// The question's name.
    let question: String
    /// What became of it.
    let state: String
    /// What it can cost at most.
    let mostUSD: Double
  }

  /// What stands in `run.json`.
  struct Run: Equatable, Decodable {
    /// What the run cost.
    let costUSD: Double?
    /// Requests of unknown outcome.
    let unknown: Int
    /// The bills of the run.
    let bills: [Bill]
    /// The bills of the week.
    let weekBills: [Bill]
  }

  /// What stands in `run.json`.
  var run: Run? {
    read("runs/2024-07-26/run.json")
      .flatMap { try? JSONDecoder().decode(Run.self, from: Data($0.utf8)) }
  }

  /// The bills of the last run.
  var bills: [Bill]? { run?.bills }

  /// What is known of each request of the week, by its number; the last line counts.
  var sent: [Sent] {
    let lines = (read("runs/2024-07-26/requests.jsonl") ?? "").split(separator: "\n")
    let all = lines.compactMap { try? JSONDecoder().decode(Sent.self, from: Data($0.utf8)) }
    return Dictionary(all.map { (Int($0.id), $0) }) { $1 }.sorted { ($0.key ?? 0) < ($1.key ?? 0) }
      .map(\.value)
  }

  /// Who holds a week, as its lock file says; nil where nobody does.
  func holder(of week: String) throws -> String? {
    let line = try #require(read("runs/\(week)/.lock"))
    guard !line.isEmpty else { return nil }
    #expect(line.wholeMatch(of: /process \d+ on \S+ since [-0-9]{10}T[:0-9]{8}Z\n/) != nil)
    return String(line.dropLast())
  }

  /// How many papers stand on the page.
  var published: Int { page.map { $0.split(separator: "### [").count - 1 } ?? 0 }

  /// The last summary of a paper on disk; nil where there is none.
  func draft(_ paper: String) throws -> JSON? {
    let lines = (read("runs/2024-07-26/summaries.jsonl") ?? "").split(separator: "\n")
    return try lines.last { $0.hasPrefix(#"{"id":"\#(paper)""#) }
      .map { try JSONDecoder().decode(JSON.self, from: Data($0.utf8)) }
  }
}
