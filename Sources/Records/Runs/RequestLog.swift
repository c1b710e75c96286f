import Foundation
import Synchronization

/// The week's `requests.jsonl`, open for writing.
///
/// A line survives the end of the process the moment it is written, but not that of the machine:
/// waiting for the disk before each request would cost more than it saves.
package final class RequestLog: Sendable {
  /// Requests of earlier runs whose end nobody saw; they count as unknown from now on.
  package let lost: [PaidRequest]
  private let file: AppendFile
  /// The number of the last request; held while the file is written to.
  private let last: Mutex<Int>

  /// Opens the log, and settles what a killed run has left.
  init(_ record: RecordFile<PaidRequest>) throws {
    var (highest, lost) = (0, [PaidRequest]())
    try record.table().forEach { request in
      highest = max(highest, request.number)
      guard request.state == .sent else { return }
      var request = request
      request.state = .unknown
      lost.append(request)
    }
    file = try AppendFile(path: record.path)
    last = Mutex(highest)
    self.lost = lost.sorted { $0.number < $1.number }
    try write(self.lost)
  }

  /// Writes a request that is about to be sent, made for the next number.
  package func begin(_ make: (_ number: Int) -> PaidRequest) throws -> PaidRequest {
    try last.withLock { last in
      let request = make(last + 1)
      try file.write([request.line], syncs: false)
      last += 1
      return request
    }
  }

  /// Writes what became of a request.
  package func settle(_ request: PaidRequest) throws {
    try write([request])
  }

  private func write(_ requests: [PaidRequest]) throws {
    guard !requests.isEmpty else { return }
    try last.withLock { _ in
      try file.write(requests.lazy.map(\.line), syncs: false)
    }
  }
}
