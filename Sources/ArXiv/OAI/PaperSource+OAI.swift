package import Foundation
import HTTP
import Records

extension PaperSource {
  /// Harvests arXiv's OAI-PMH server and holds every record against the topics here.
  ///
  /// The search has all topics and weeks of a run: the first call harvests for all of them, and the
  /// calls for the other weeks are answered from memory. A harvest that broke off goes on from where
  /// it was, in a later run where that wants a single week. `now` dates the receipts, and tells
  /// when a token has expired and which days have not come yet. Throws `OAIError`, else what the
  /// client throws.
  package static func oai(
    server: OAIServer, search: LocalSearch, now: @escaping @Sendable () -> Date
  ) -> PaperSource {
    let harvester = OAIHarvester(server: server, search: search, now: now)
    return PaperSource(
      name: "oai",
      harvest: { try await harvester.bring($0, of: $1, $2) },
      lookUp: { ids in
        var papers: [Paper] = []
        for id in ids {
          // A record that is no paper is as good as none.
          let records = try await server.record(of: id).records
          papers += records.compactMap { try? $0.metadata?.paper() }.filter { $0.id == id }
        }
        return papers
      })
  }
}

/// Keeps one harvest for all calls of a run.
private final class OAIHarvester: Sendable {
  private let server: OAIServer
  private let search: LocalSearch
  private let now: @Sendable () -> Date
  private let harvest = Locked<OAIHarvest?>(nil)
  /// Two calls at once would harvest twice.
  private let turn = Slots(1)

  init(server: OAIServer, search: LocalSearch, now: @escaping @Sendable () -> Date) {
    self.server = server
    self.search = search
    self.now = now
  }

  func bring(
    _ requests: [TopicRequest], of week: Week,
    _ deliver: @Sendable (Harvest) async throws -> Void
  ) async throws {
    try await turn.withSlot {
      var harvest =
        self.harvest.withLock { $0 }
        ?? OAIHarvest(self.search, requests: requests, now: self.now())
      defer { self.keep(harvest) }
      repeat {
        if !harvest.isComplete { try await harvest.readPage(from: self.server, now: self.now) }
        let part = harvest.part(for: requests, in: week, now: self.now())
        try await deliver(part)
        harvest.handOn(part.papers, in: week)
      } while !harvest.isComplete
    }
  }

  private func keep(_ harvest: OAIHarvest) { self.harvest.withLock { $0 = harvest } }
}
