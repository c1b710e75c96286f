import Foundation
import HTTP
import Records

/// A file of papers on disk, whatever its format.
struct ArchiveFile {
  /// What a file holds.
  enum Format: Equatable {
    /// A saved answer of the search API.
    case feed
    /// A saved answer of the OAI-PMH server.
    case oai
    /// The metadata snapshot.
    case snapshot
  }

  /// Bytes that are read at once.
  private static let chunk = 1 << 20

  /// Where the file is, as it was named.
  let path: String

  /// Hands the file's bytes on in order, chunk by chunk.
  ///
  /// Throws `ArchiveError` where the file cannot be read, else what `body` throws.
  func readChunks(_ body: ([UInt8]) throws -> Void) throws {
    let handle = try open()
    while let data = try read(handle, Self.chunk) { try body([UInt8](data)) }
  }

  /// Tells the format from the first bytes; throws `ArchiveError` where it is none of ours.
  func format() throws -> Format {
    let start = try beginning()
    switch start.trimmed.first {
    case nil: throw ArchiveError.empty(path: path)
    case UInt8(ascii: "{"): return .snapshot
    case UInt8(ascii: "<"):
      return BytePattern("OAI-PMH").isFound(in: start.prefix(2048)) ? .oai : .feed
    default:
      let text = String(decoding: start.prefix(4096), as: UTF8.self)
      throw ArchiveError.otherFormat(path: path, excerpt: text.excerpt)
    }
  }

  /// As many of the first bytes as hold all that stands before the root of an XML document.
  func beginning() throws -> ArraySlice<UInt8> {
    let handle = try open()
    return [UInt8](try read(handle, 1 << 16) ?? Data())[...]
  }

  /// The last byte that is no white space; nil where there is none near the end.
  func lastByte() throws -> UInt8? {
    let handle = try open()
    do {
      let length = try handle.seekToEnd()
      try handle.seek(toOffset: length > 1024 ? length - 1024 : 0)
    } catch { throw ArchiveError.unreadable(path: path, reason: SystemError.reason(error)) }
    return [UInt8](try read(handle, 1024) ?? Data())[...].trimmed.last
  }

  private func open() throws -> FileHandle {
    guard FileManager.default.fileExists(atPath: path) else {
      throw ArchiveError.missing(path: path)
    }
    do { return try FileHandle(forReadingFrom: URL(filePath: path)) } catch {
      throw ArchiveError.unreadable(path: path, reason: SystemError.reason(error))
    }
  }

  private func read(_ handle: FileHandle, _ count: Int) throws -> Data? {
    do {
      guard let data = try handle.read(upToCount: count), !data.isEmpty else { return nil }
      return data
    } catch { throw ArchiveError.unreadable(path: path, reason: SystemError.reason(error)) }
  }
}
