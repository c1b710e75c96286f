import Records

extension ArchiveReader {
  /// Reads the whole file for some papers; of one that is there twice the higher version.
  ///
  /// Throws `ArchiveError`.
  @concurrent func lookUp(_ ids: [ArXivID]) async throws -> [Paper] {
    let wanted = Set(ids.map { Array($0.text.utf8) })
    let (found, _) = try read(into: SinglePapers(ids: Set(ids))) { line in
      // Where the identifier stands elsewhere, the line is decoded to find it.
      line.leadingID.map { wanted.contains(Array($0)) } ?? true
    }
    return ids.compactMap { found.papers[$0] }
  }
}

/// Keeps some papers, whatever their week.
private struct SinglePapers: RecordSink {
  let ids: Set<ArXivID>
  private(set) var papers: [ArXivID: Paper] = [:]

  init(ids: Set<ArXivID>) {
    self.ids = ids
  }

  mutating func take(_ record: some SourceRecord) {
    // A record that is no paper is as good as none.
    guard let id = record.identifier, ids.contains(id), let paper = try? record.paper(),
      paper.version > papers[id]?.version ?? 0
    else { return }
    papers[id] = paper
  }

  mutating func leaveOut(_ reason: String) {}

  mutating func passOver() {}
}

extension ArraySlice<UInt8> {
  /// The text of `id` where that is the first field of a JSON object; nil where it is not.
  fileprivate var leadingID: ArraySlice<UInt8>? {
    var rest = dropFirst().trimmedStart
    guard rest.starts(with: "\"id\"".utf8) else { return nil }
    rest = rest.dropFirst(4).trimmedStart
    guard rest.first == UInt8(ascii: ":") else { return nil }
    rest = rest.dropFirst().trimmedStart
    guard rest.first == UInt8(ascii: "\"") else { return nil }
    let text = rest.dropFirst().prefix(64)
    guard let end = text.firstIndex(of: UInt8(ascii: "\"")),
      !text[..<end].contains(UInt8(ascii: "\\"))
    else { return nil }
    return text[..<end]
  }

  private var trimmedStart: ArraySlice<UInt8> { drop { $0 <= 0x20 } }
}
