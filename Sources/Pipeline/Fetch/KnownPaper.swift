import Records

/// What a fetch has to know of a paper that is on disk; its texts stay there.
struct KnownPaper: Sendable {
  /// The paper.
  let id: ArXivID
  /// The version that title and abstract are of.
  let version: Int
  /// Slugs of the topics that found it.
  let topics: [String]
  /// True where its authors or arXiv have taken it back.
  let isWithdrawn: Bool
  /// The mark of its title.
  let title: Fingerprint
  /// The mark of its abstract.
  let abstract: Fingerprint
  /// The mark of the whole record.
  let line: Fingerprint

  /// Keeps what is to be known of a paper.
  init(_ paper: Paper) {
    id = paper.id
    version = paper.version
    topics = paper.topics
    isWithdrawn = paper.isWithdrawn
    title = Fingerprint(paper.title)
    abstract = Fingerprint(paper.abstract)
    line = Fingerprint(bytes: paper.line)
  }
}

extension RunFolder {
  /// What a fetch has to know of the papers on disk; throws `RecordError`.
  func knownPapers() throws -> [KnownPaper] {
    var known: [KnownPaper] = []
    try papers.table().forEach { known.append(KnownPaper($0)) }
    return known
  }
}
