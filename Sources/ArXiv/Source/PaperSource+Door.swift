import HTTP

extension PaperSource {
  /// The source, which is left alone for the rest of the run once it has refused to the end, whichever
  /// week asks.
  ///
  /// Throws `SourceError` for whatever the source throws, but no other's errors.
  package var refusingOnce: PaperSource {
    let door = Door()
    return PaperSource(
      name: name,
      harvest: { requests, week, deliver in
        try await Self.through(door) { try await harvest(requests, week, deliver) }
      },
      lookUp: { ids in try await Self.through(door) { try await lookUp(ids) } })
  }

  private static func through<Value>(
    _ door: Door, _ body: () async throws -> Value
  ) async throws -> Value {
    do { try door.pass() } catch var error as SourceError {
      error.isOld = true
      throw error
    }
    do { return try await body() } catch {
      let error = SourceError.about(error)
      if (error as? SourceError)?.isRefusal == true { door.shut(error) }
      throw error
    }
  }
}
