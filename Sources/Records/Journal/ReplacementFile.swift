import Foundation
import Synchronization

/// A file as it is to be, beside the one that stands at its path.
///
/// As long as the two are the same nothing is written, and where they stay so the file is left alone.
/// From the first difference on the new one is written beside the old one, whose beginning it takes
/// over, to take its place when it is whole.
package final class ReplacementFile: Sendable {
  private struct State {
    var length = 0
    var mark = Fingerprint()
    var isSame: Bool
    var file: FileHandle?
    var buffer = Data()
  }

  private let path: String
  private let temporary: String
  private let old: FileWindow?
  private let writes: Bool
  private let state: Mutex<State>

  /// So many bytes are written at a time.
  private static let size = 1 << 18

  /// Begins a file that is to stand at a path; where it does not write, it only compares.
  ///
  /// Throws `RecordError.unreadable` for what stands there.
  package init(of path: String, writes: Bool = true) throws {
    self.path = path
    self.writes = writes
    let url = URL(filePath: path)
    // A name of this process: nobody else writes it, and what a kill has left is written over.
    temporary =
      url.deletingLastPathComponent().path(percentEncoded: false)
      + "/.\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)"
    old = try FileWindow(path: path)
    state = Mutex(State(isSame: old != nil))
  }

  /// The mark of the bytes so far.
  package var mark: Fingerprint { state.withLock { $0.mark } }

  /// True where a file stands at the path.
  package var isThere: Bool { old != nil }

  /// The mark of the file that stands at the path; nil where none does.
  package var oldMark: Fingerprint? { get throws { try old?.mark } }

  /// True where what was added is what stands at the path, and all of it.
  package var isSame: Bool {
    get throws { try state.withLock { try $0.isSame && old?.length == $0.length } }
  }

  /// Adds bytes to the end.
  ///
  /// Throws `RecordError` where the old file cannot be read or the new one not written.
  package func add(_ bytes: ArraySlice<UInt8>) throws {
    try state.withLock { state in
      state.mark.add(bytes)
      if state.isSame {
        state.isSame = try old?.bytes(state.length..<state.length + bytes.count) == bytes
      }
      if !state.isSame, writes {
        try begin(&state)
        try write(bytes, &state)
      }
      state.length += bytes.count
    }
  }

  /// Puts the file in its place once it is on disk; one that is the same is left alone.
  ///
  /// Throws `RecordError.unwritable`.
  package func commit() throws {
    guard try !isSame else { return }
    try state.withLock { state in
      try begin(&state)
      try flush(&state)
      try explaining {
        try state.file?.synchronize()
        try state.file?.close()
        try SystemFile.rename(temporary, to: path)
      }
      state.file = nil
    }
  }

  /// Drops what was not put in its place; what stands at the path stays.
  package func discard() {
    state.withLock { state in
      guard state.file != nil else { return }
      state.file = nil
      try? FileManager.default.removeItem(atPath: temporary)
    }
  }

  /// Begins to write, with what the new file has in common with the old one.
  private func begin(_ state: inout State) throws {
    guard state.file == nil else { return }
    state.file = try create()
    var copied = 0
    while copied < state.length {
      guard let piece = try old?.read(copied..<min(copied + Self.size, state.length)) else {
        return
      }
      guard !piece.isEmpty else { return }
      try write(piece[...], &state)
      copied += piece.count
    }
  }

  private func create() throws -> FileHandle {
    try AtomicFile.makeFolder(
      URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false))
    return try explaining {
      try Data().write(to: URL(filePath: temporary))
      // Whoever may read the old file may read the new one.
      if let mode = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: temporary)
      }
      return try FileHandle(forWritingTo: URL(filePath: temporary))
    }
  }

  private func write(_ bytes: ArraySlice<UInt8>, _ state: inout State) throws {
    state.buffer += bytes
    if state.buffer.count >= Self.size { try flush(&state) }
  }

  private func flush(_ state: inout State) throws {
    try explaining { try state.file?.write(contentsOf: state.buffer) }
    state.buffer.removeAll(keepingCapacity: true)
  }

  private func explaining<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch {
      throw RecordError.unwritable(file: path, reason: SystemError.reason(error))
    }
  }
}
