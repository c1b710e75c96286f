import Foundation
import HTTP
import Records
import TestSupport

@testable import ArXiv

/// A source that reads a file, for the sample topic in the sample week.
///
/// The topic `sd` takes papers whose title has the word "Sample".
struct ArchiveScript {
  /// The file.
  let path: String
  /// The source.
  let source: PaperSource

  /// Writes a file into a folder.
  init(_ text: String, in folder: String, name: String = "papers") throws {
    try self.init(Array(text.utf8), in: folder, name: name)
  }

  /// Writes a file into a folder.
  init(_ bytes: [UInt8], in folder: String, name: String = "papers") throws {
    path = "\(folder)/\(name)"
    try Data(bytes).write(to: URL(filePath: path))
    source = Self.source(path)
  }

  /// A source for a path, whatever is there.
  static func source(_ path: String, weeks: [Week] = [Samples.week]) -> PaperSource {
    let search = LocalSearch(topics: [Samples.topic], weeks: weeks) { _ in
      LocalSearch.Matcher { $0.paper.title.contains("Sample") }
    }
    return .file(path: path, search: search, now: { OAIScript.now })
  }

  /// What the source delivers.
  func harvest(week: Week = Samples.week) async throws -> [Harvest] {
    try await Self.harvest(source, week: week)
  }

  /// What a source delivers.
  static func harvest(_ source: PaperSource, week: Week = Samples.week) async throws -> [Harvest] {
    let parts = Locked<[Harvest]>([])
    try await source.harvest([TopicRequest(topic: Samples.topic)], week) { part in
      parts.withLock { $0.append(part) }
    }
    return parts.withLock { $0 }
  }

  /// The receipt for the sample topic.
  static func receipt(
    parsed: Int, papers: Int, total: Int = 0, duplicates: Int = 0, dropped: [String] = [],
    doubts: [String] = []
  ) -> Coverage {
    Coverage(
      id: "sd", source: "file",
      query: "(abs:\"sample text\"), submitted 2024-07-26 to 2024-08-01, evaluated here",
      pages: 1, total: total, parsed: parsed, papers: papers, duplicates: duplicates,
      dropped: dropped, confirmed: doubts.isEmpty, doubts: doubts, fetched: OAIScript.now)
  }
}
