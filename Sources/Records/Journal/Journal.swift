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

  /// A task that waits for what becomes of its group.
  private struct Follower {
    let group: Int
    let continuation: CheckedContinuation<Role, any Error>
  }

  private struct State {
    /// Not yet as bytes: records that share a reply hold it once.
    var pending: [Line] = []
    var followers: [Follower] = []
    /// The number of the group that collects, and of the last one that is on disk.
    var (collecting, written) = (1, 0)
    var isCommitting = false
    var failure: RecordError?

    /// Adds to the group that collects; returns its number.
    mutating func add(_ records: [Line]) throws(RecordError) -> Int {
      if let failure { throw failure }
      pending += records
      return collecting
    }

    /// What falls to a member of a group; nil where it has to wait to be told.
    mutating func role(in group: Int) throws(RecordError) -> Role? {
      if written >= group { return .done }
      if let failure { throw failure }
      guard !isCommitting else { return nil }
      isCommitting = true
      return .lead
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
    let group = try state.withLock { try $0.add(records) }
    // Whoever finds nobody at work needs no continuation.
    if let role = try state.withLock({ try $0.role(in: group) }) {
      if role == .lead { try commit() }
      return
    }
    let role: Role = try await withCheckedThrowingContinuation { continuation in
      let outcome: Result<Role, any Error>? = state.withLock { state in
        do {
          if let role = try state.role(in: group) { return .success(role) }
        } catch { return .failure(error) }
        state.followers.append(Follower(group: group, continuation: continuation))
        return nil
      }
      if let outcome { continuation.resume(with: outcome) }
    }
    if role == .lead { try commit() }
  }

  /// Writes the group that has collected, and names the leader of the next.
  private func commit() throws {
    let (number, records, group) = state.withLock { state in
      defer {
        state.pending = []
        state.followers = []
        state.collecting += 1
      }
      return (state.collecting, state.pending, state.followers)
    }
    do {
      // Not by the key path of a generic type, which is made anew each time.
      try file.write(records.lazy.map { $0.line }, syncs: true)
      let (heir, late): (Follower?, [Follower]) = state.withLock { state in
        state.written = number
        // Who began to wait while its own group was written must not share the fate of the next.
        let late = state.followers.filter { $0.group <= number }
        state.followers.removeAll { $0.group <= number }
        // Whoever is in the next group and waits not yet leads it when it would.
        guard !state.followers.isEmpty else {
          state.isCommitting = false
          return (nil, late)
        }
        return (state.followers.removeFirst(), late)
      }
      for follower in group + late { follower.continuation.resume(returning: .done) }
      heir?.continuation.resume(returning: .lead)
    } catch {
      let failure = error as? RecordError ?? .unwritable(file: file.path, reason: "\(error)")
      let late = state.withLock { state in
        defer { state.followers = [] }
        state.failure = failure
        return state.followers
      }
      for follower in group + late { follower.continuation.resume(throwing: failure) }
      throw failure
    }
  }
}
