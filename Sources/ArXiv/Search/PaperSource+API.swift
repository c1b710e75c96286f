import Records

extension PaperSource {
  /// arXiv's search, one topic after the other; throws `SourceError` with the topic.
  package static func api(_ api: ArXivAPI) -> PaperSource {
    PaperSource(
      name: "api",
      harvest: { requests, week, deliver in
        try await Search(api: api, week: week, deliver: deliver).harvest(requests)
      },
      lookUp: { try await api.papers($0) })
  }
}

/// The searches for some topics in one week.
private struct Search {
  let api: ArXivAPI
  let week: Week
  let deliver: @Sendable (Harvest) async throws -> Void

  /// When topics of which nothing came are asked for again, in intervals: after half a minute, and
  /// after three and ten minutes where the topic usually has papers.
  ///
  /// The search answers with well-formed empty pages at times, for minutes together.
  private static let confirmations = [10, 50, 140]

  func harvest(_ requests: [TopicRequest]) async throws {
    // What cannot be sent is told before anything is.
    for request in requests {
      let query = SearchQuery(topic: request.topic, week: week)
      do { _ = try api.request(query, named: request.topic.slug, start: 0) } catch {
        throw SourceError(topic: request.topic.slug, cause: error)
      }
    }
    var empty: [TopicRequest] = []
    for request in requests where try await findsNothing(request, isLast: false) {
      empty.append(request)
    }
    for (round, pause) in Self.confirmations.enumerated() where !empty.isEmpty {
      try await ask(again: &empty, after: pause, isLast: round == Self.confirmations.count - 1)
    }
  }

  private func ask(
    again empty: inout [TopicRequest], after pause: Int, isLast: Bool
  ) async throws {
    let slugs = empty.map(\.topic.slug).joined(separator: ", ")
    let seconds = (api.interval * pause).components.seconds
    let note = "\(slugs): arXiv sent nothing; asking again in \(seconds) s, to be sure"
    try await deliver(Harvest(notes: seconds > 0 ? [note] : []))
    try await api.pause(pause)
    var left: [TopicRequest] = []
    for request in empty {
      // Where nothing is the usual thing, once more is enough.
      let isLast = isLast || request.usual ?? 0 == 0
      if try await findsNothing(request, isLast: isLast), !isLast { left.append(request) }
    }
    empty = left
  }

  /// Searches; true where nothing came and nothing explains it.
  ///
  /// An empty result is delivered when it has stayed empty to the last time.
  private func findsNothing(_ request: TopicRequest, isLast: Bool) async throws -> Bool {
    var search = TopicSearch(request, in: week, api: api, deliver: deliver)
    do {
      try await search.find()
    } catch let error as FeedError where error.concernsOneTopic {
      var receipt = search.receipt
      receipt.doubts.append("\(error)")
      try await deliver(Harvest(receipts: [receipt]))
      return false
    } catch {
      throw SourceError.about(error, topic: request.topic.slug)
    }
    var receipt = search.receipt
    let isEmpty = receipt.parsed == 0 && receipt.doubts.isEmpty
    // What usually has papers and now has none is not believed, however often it is said.
    if isEmpty { receipt.confirmed = isLast && request.usual ?? 0 == 0 }
    if !isEmpty || isLast { try await deliver(Harvest(receipts: [receipt])) }
    return isEmpty
  }
}
