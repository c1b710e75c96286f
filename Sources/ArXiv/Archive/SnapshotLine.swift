import Foundation

/// A line of arXiv's public metadata snapshot, as far as a paper is made of it.
///
/// See https://info.arxiv.org/help/bulk_data.html.
struct SnapshotLine: Decodable {
  private struct Version: Decodable {
    let version: String?
    let created: String?
  }

  private enum CodingKeys: String, CodingKey {
    case id, title, authors, abstract, comments, categories, versions
    case splitAuthors = "authors_parsed"
  }

  /// What the line says.
  let record: MetadataRecord

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    func text(_ key: CodingKeys) throws -> String? {
      try fields.decodeIfPresent(String.self, forKey: key)
    }
    var record = MetadataRecord()
    record.id = try text(.id)
    record.title = try text(.title)
    record.authors = try text(.authors)
    record.splitAuthors = try fields.decodeIfPresent([[String]].self, forKey: .splitAuthors)
    record.abstract = try text(.abstract)
    record.comments = try text(.comments)
    record.categories = try text(.categories)
    let versions = try fields.decodeIfPresent([Version].self, forKey: .versions) ?? []
    record.versions = versions.compactMap {
      MetadataRecord.Version(name: $0.version, date: $0.created)
    }
    self.record = record
  }

  /// Reads a line; throws `DroppedEntry` for what is none.
  static func read(_ bytes: ArraySlice<UInt8>) throws -> MetadataRecord {
    do { return try JSONDecoder().decode(Self.self, from: Data(bytes)).record } catch {
      throw DroppedEntry(reason: Self.sentence(about: error))
    }
  }

  private static func sentence(about error: any Error) -> String {
    switch error {
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "\(context.codingPath.first?.stringValue ?? "the line") is of another kind than expected"
    default: "no readable JSON"
    }
  }
}
