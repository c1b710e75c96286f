import Foundation
import Synchronization

/// A `.jsonl` file that is being appended to, each record durable before it is acknowledged.
///
/// Group commit without a thread of its own: the first task to append writes and syncs; tasks that
/// append meanwhile form the next group, and one of them leads it. One sync serves a whole group.
package final class Journal<Line: Record>: Sendable {
  private enum Role {
    case lead
    case done
  }

  private typealias Follower = CheckedContinuation<Role, any Error>

  private struct State {
    var pending: [UInt8] = []
    var followers: [Follower] = []
    var isCommitting = false
    var failure: RecordError?

    /// Begins a group, unless one is on its way to the disk; true for its leader.
    mutating func lead(with bytes: [UInt8]) throws(RecordError) -> Bool {
      if let failure { throw failure }
      guard !isCommitting else { return false }
      isCommitting = true
      pending += bytes
      return true
    }
  }

  /// Only the leader of a group writes to it.
  private let file: AppendFile
  private let state = Mutex(State())

  /// Opens a file, and cuts off a torn last line.
  init(path: String) throws {
    file = try AppendFile(path: path)
  }

  /// Appends records; returns once they are on disk.
  ///
  /// Throws `RecordError.unwritable` where they are not; then nothing more can be appended.
  package func append(_ records: [Line]) async throws {
    // Not by the key path of a generic type, which is made anew each time.
    var bytes: [UInt8] = []
    for record in records { bytes += record.line }
    // Whoever finds nobody at work needs no continuation.
    if try state.withLock({ try $0.lead(with: bytes) }) { return try commit() }
    let role: Role = try await withCheckedThrowingContinuation { follower in
      let outcome: Result<Role, any Error>? = state.withLock { state in
        do { if try state.lead(with: bytes) { return .success(.lead) } } catch {
          return .failure(error)
        }
        state.pending += bytes
        state.followers.append(follower)
        return nil
      }
      if let outcome { follower.resume(with: outcome) }
    }
    if role == .lead { try commit() }
  }

  /// Writes the group that has collected, and names the leader of the next.
  private func commit() throws {
    let (bytes, group) = state.withLock { state in
      defer {
        state.pending = []
        state.followers = []
      }
      return (state.pending, state.followers)
    }
    do {
      try file.write(bytes, syncs: true)
      let heir: Follower? = state.withLock { state in
        guard !state.followers.isEmpty else {
          state.isCommitting = false
          return nil
        }
        return state.followers.removeFirst()
      }
      for follower in group { follower.resume(returning: .done) }
      heir?.resume(returning: .lead)
    } catch {
      let failure = error as? RecordError ?? .unwritable(file: file.path, reason: "\(error)")
      let late = state.withLock { state in
        defer { state.followers = [] }
        state.failure = failure
        return state.followers
      }
      for follower in group + late { follower.resume(throwing: failure) }
      throw failure
    }
  }
}
