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
    var pending = Data()
    var followers: [Follower] = []
    var isCommitting = false
    var failure: RecordError?
  }

  private let path: String
  private let file: FileHandle
  private let state = Mutex(State())
  /// Bytes that are on disk and acknowledged; only the leader of a group touches it.
  private let durableLength: Atomic<UInt64>

  /// Opens a file, and cuts off a torn last line.
  init(path: String) throws {
    self.path = path
    let lines = try RecordLines(file: path)
    do {
      if !FileManager.default.fileExists(atPath: path) {
        try Data().write(to: URL(filePath: path))
      }
      file = try FileHandle(forUpdating: URL(filePath: path))
      var length = UInt64(lines.bytes.count)
      if let tail = lines.tail, lines.isTorn {
        length = UInt64(tail.lowerBound)
        try file.truncate(atOffset: length)
      }
      try file.seek(toOffset: length)
      if lines.tail != nil, !lines.isTorn {
        try file.write(contentsOf: Data([0x0A]))
        length += 1
      }
      durableLength = Atomic(length)
    } catch {
      throw RecordError.unwritable(file: path, reason: SystemError.reason(error))
    }
  }

  /// Appends records; returns once they are on disk.
  ///
  /// Throws `RecordError.unwritable` where they are not; then nothing more can be appended.
  package func append(_ records: [Line]) async throws {
    let bytes = records.flatMap(\.line)
    let role: Role = try await withCheckedThrowingContinuation { follower in
      let outcome: Result<Role, any Error>? = state.withLock { state in
        if let failure = state.failure { return .failure(failure) }
        state.pending += bytes
        guard state.isCommitting else {
          state.isCommitting = true
          return .success(.lead)
        }
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
        state.pending = Data()
        state.followers = []
      }
      return (state.pending, state.followers)
    }
    do {
      try write(bytes)
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
      let failure = RecordError.unwritable(file: path, reason: SystemError.reason(error))
      let late = state.withLock { state in
        defer { state.followers = [] }
        state.failure = failure
        return state.followers
      }
      for follower in group + late { follower.resume(throwing: failure) }
      throw failure
    }
  }

  private func write(_ bytes: Data) throws {
    let start = durableLength.load(ordering: .relaxed)
    do {
      try file.write(contentsOf: bytes)
      guard fdatasync(file.fileDescriptor) == 0 else {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
    } catch {
      // Half a record may be there now. It was not acknowledged; if it cannot be cut off either,
      // the next opening does it.
      try? file.truncate(atOffset: start)
      throw error
    }
    durableLength.store(start + UInt64(bytes.count), ordering: .relaxed)
  }
}
