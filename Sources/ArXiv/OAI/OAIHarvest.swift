import Foundation
import Records

/// One harvest, as far as it has come: it reads every record that was changed since the oldest week
/// began, set by set, and keeps the papers that match.
///
/// OAI-PMH cannot be asked for a day of submission, only for a day of change, and a paper changes
/// when it is announced. So one harvest has the papers of all weeks.
struct OAIHarvest: Sendable {
  /// The receipts that the harvest goes on from, by topic; nil where it begins anew.
  let resumed: [String: Coverage]?
  /// The papers that match, so far.
  private(set) var gathering: Gathering
  /// The sets that are asked for, one after the other.
  let sets: [String]
  /// The set that is being read.
  private(set) var reading: OAISetReading
  /// How many sets have been read to their end.
  private(set) var setsRead: Int
  /// Pages read.
  private(set) var pages = 0
  /// Records that were deleted or held nothing.
  private(set) var skipped = 0
  /// How many records the lists announced; 0 where they announce nothing.
  private(set) var listSize = 0
  /// What speaks against believing that the lists were whole, one sentence each.
  private(set) var doubts: [String] = []
  private let firstDay: String
  private var requests = 0

  /// Stands before the first page, or where earlier receipts of all `requests` agree to go on.
  init(_ search: LocalSearch, requests: [TopicRequest], now: Date) {
    gathering = Gathering(search)
    firstDay = max(search.weeks.map(\.description).min() ?? "", OAIServer.firstDay)
    sets = search.archives.map { $0.map(Self.set(of:)).sorted() } ?? [OAISetReading.all]
    let place = Self.place(of: requests, in: search, sets, today: now.utcDay)
    setsRead = place?.set ?? 0
    reading = OAISetReading(
      set: setsRead < sets.count ? sets[setsRead] : "", day: max(place?.day ?? "", firstDay))
    let earlier = requests.compactMap { request in
      request.earlier.map { (request.topic.slug, $0) }
    }
    resumed = place == nil ? nil : Dictionary(earlier) { first, _ in first }
  }

  /// Notes that papers have been handed on.
  mutating func handOn(_ papers: [Paper], in week: Week) { gathering.handOn(papers, in: week) }

  /// True once every set has been read.
  var isComplete: Bool { setsRead == sets.count }

  /// Reads the next page, and begins a set again where the server has forgotten its token.
  ///
  /// Throws `OAIError`, else what the client throws.
  mutating func readPage(from server: OAIServer, now: () -> Date) async throws {
    while true {
      // Asking would only be answered with badResumptionToken.
      if let expires = reading.token?.expires, expires <= now() { try reading.beginAgain() }
      do {
        requests += 1
        return try take(try await reading.page(from: server, request: requests), now())
      } catch {
        guard case OAIError.refused("badResumptionToken", _) = error, reading.token != nil else {
          throw error
        }
        try reading.beginAgain()
      }
    }
  }

  private mutating func take(_ page: OAIPage, _ now: Date) throws {
    try reading.take(page, now)
    pages += 1
    skipped += page.skipped
    if reading.pages == 1 { listSize += page.listSize ?? 0 }
    for record in page.records { record.metadata.map { gathering.take($0) } }
    guard reading.token == nil else { return }
    reading.doubt.map { doubts.append($0) }
    setsRead += 1
    if !isComplete { reading = OAISetReading(set: sets[setsRead], day: firstDay) }
  }
}
