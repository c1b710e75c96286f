import Foundation

/// One answer of a server that speaks OAI-PMH 2.0, with records in arXiv's format `arXivRaw`.
///
/// See https://www.openarchives.org/OAI/openarchivesprotocol.html.
struct OAIPage: Equatable {
  /// A record with what the protocol says about it.
  struct Record: Equatable {
    /// The day of the last change, as the server writes it; empty where there is none.
    var datestamp = ""
    /// True for a record that has been deleted.
    var isDeleted = false
    /// What the record holds; nil where there is nothing.
    var metadata: MetadataRecord?
  }

  /// Where a list that is handed out in parts goes on.
  struct Token: Equatable {
    /// The token itself, to be sent as it is.
    let text: String
    /// When the server forgets it; nil where it does not say.
    let expires: Date?
  }

  /// An error that the protocol reports, whatever the HTTP status.
  struct Failure: Equatable {
    /// The code, such as `badResumptionToken`.
    let code: String
    /// The server's explanation.
    let message: String
  }

  /// The records, where nobody takes them while they are read.
  var records: [Record] = []
  /// Deleted records, and records that hold nothing.
  var skipped = 0
  /// The day of change of each record that has one, where nobody takes the records.
  private(set) var days: [String] = []
  /// Where the list goes on; nil at its end.
  var token: Token?
  /// How many records the whole list has; nil where the server does not say, or nobody could believe
  /// it.
  var listSize: Int?
  /// True where the server answers with records, or with a reason why there are none.
  var isAnswer = false
  /// The errors that the server reports.
  var failures: [Failure] = []
}

extension OAIPage {
  /// Takes note of a record's day of change.
  mutating func note(datestamp: String) {
    let day = String(datestamp.prefix(10))
    // One that is no day could not be asked for.
    if Instant.day(day) != nil { days.append(day) }
  }

  /// Numbers of records that can be: arXiv has some three million.
  static let sizes = 0...10_000_000

  /// True for a page that holds not even a deleted record, which no list has.
  var isEmpty: Bool { records.isEmpty && skipped == 0 }

  /// Reads a page; throws `OAIError` for what is none.
  static func parse(_ body: [UInt8]) throws -> OAIPage {
    do { return try DocumentParser.parse(body[...], into: OAIContent()).page } catch {
      throw OAIError.document(error)
    }
  }
}
