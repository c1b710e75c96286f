extension HTTPClient {
  /// Keeps every answer in a folder, from which `replaying` can give it again.
  ///
  /// Failed attempts are kept too, numbered; a later exchange of the same name replaces the earlier.
  /// An answer that cannot be kept is returned all the same, because it may have been paid for;
  /// `onFailure` hears why the recording has a hole.
  package func recording(
    to folder: String, onFailure: @escaping @Sendable (any Error) -> Void
  ) -> HTTPClient {
    let recording = Recording(folder: folder)
    let attempts = Attempts()
    return HTTPClient { request in
      let response = try await self.send(request)
      let attempt = attempts.next(of: request.name)
      do { try recording.save(response, to: request, attempt: attempt) } catch { onFailure(error) }
      return response
    }
  }

  /// Answers from a folder of recorded exchanges, with no network.
  ///
  /// Throws `HTTPError.noRecording`, which names the exchange, where the folder has none.
  package static func replaying(from folder: String) -> HTTPClient {
    let recording = Recording(folder: folder)
    let attempts = Attempts()
    return HTTPClient { request in
      try Task.checkCancellation()
      return try recording.load(request, attempt: attempts.next(of: request.name))
    }
  }
}

/// Counts how often each name has been sent.
private final class Attempts: Sendable {
  private let counts = Locked<[String: Int]>([:])

  func next(of name: String) -> Int {
    counts.withLock { counts in
      counts[name, default: 0] += 1
      return counts[name, default: 1]
    }
  }
}
