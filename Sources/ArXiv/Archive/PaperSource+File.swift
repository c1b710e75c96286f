package import Foundation
import Records

extension PaperSource {
  /// Reads papers from a file and holds every record against the topics here.
  ///
  /// The file is a saved Atom feed in either wire format, a saved OAI-PMH page, or the metadata
  /// snapshot as JSON lines; its first byte tells. It is read once for all topics and weeks of the
  /// search. `now` dates the receipts. Throws `ArchiveError`.
  package static func file(
    path: String, search: LocalSearch, now: @escaping @Sendable () -> Date
  ) -> PaperSource {
    let shelf = ArchiveShelf(path: path, search: search, now: now)
    return PaperSource(
      name: "file",
      harvest: { try await $2(try await shelf.part(for: $0, of: $1)) },
      lookUp: { try await ArchiveReader(path: path).lookUp($0) })
  }
}
