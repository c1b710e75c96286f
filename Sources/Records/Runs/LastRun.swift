package import Foundation
import JSONText

/// What the last run of a week came to, as its `run.json` tells.
package struct LastRun: Sendable, Equatable {
  /// Papers of the topics that it was asked for.
  package let papers: Int
  /// Papers that may be published.
  package let accepted: Int
  /// Papers that validation withheld.
  package let rejected: Int
  /// Papers that had no verdict.
  package let pending: Int
  /// What it cost in US dollars; nil where that is not known.
  package let costUSD: Double?
  /// Requests of which nobody knows whether they were answered and charged; not part of `costUSD`.
  package let unknown: Int
  /// True where a recording answered, so that nothing was spent.
  package let isReplay: Bool
  /// When it ended, or was broken off.
  package let ended: Date
}

extension LastRun {
  /// Reads what is asked for of `run.json`; when it was written the file itself tells.
  fileprivate init(json: Data, ended: Date) throws(JSONError) {
    var run = try JSONFields(JSONElement(Array(json)[...]))
    papers = try run.read("papers")
    accepted = try run.read("accepted")
    rejected = try run.read("rejected")
    pending = try run.read("pending")
    costUSD = try run.readIfPresent("costUSD")
    unknown = try run.readIfPresent("unknown") ?? 0
    isReplay = try run.readIfPresent("replay") ?? false
    self.ended = ended
  }
}

extension RunFolder {
  /// What the last run came to; nil where none has ended yet.
  ///
  /// Throws `RecordError.unreadable` for a `run.json` that is there and tells nothing.
  package func lastRun() throws -> LastRun? {
    let file = path + "/run.json"
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: file)
      return try LastRun(
        json: Data(contentsOf: URL(filePath: file)),
        ended: attributes[.modificationDate] as? Date ?? .distantPast)
    } catch {
      throw RecordError.unreadable(
        file: file, reason: (error as? JSONError)?.description ?? SystemError.reason(error))
    }
  }

  /// True while a run is at work on the week; it is not disturbed, and nothing is left behind.
  package var isHeld: Bool {
    // Where there is no lock file that can be read, no run holds it.
    guard let file = FileHandle(forReadingAtPath: path + "/.lock") else { return false }
    defer { flock(file.fileDescriptor, LOCK_UN) }
    return flock(file.fileDescriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }
}
