/// What is kept of an OAI-PMH document.
struct OAIContent: DocumentContent {
  /// The places that hold something of a record, of the list, or of an error.
  enum Place: UInt8 {
    case root, list, error, token
    case record, header, datestamp, metadata, raw
    case id, title, authors, abstract, comments, categories, version, date
  }

  /// The page so far.
  private(set) var page = OAIPage()
  /// Takes the records where they are not to be kept.
  private let take: ((MetadataRecord) -> Void)?
  /// The record that is being read.
  private var record = OAIPage.Record()
  private var versionName: String?
  private var versionDate: String?
  private var errorCode = ""
  private var tokenExpires: String?

  /// Keeps the records, or hands them on.
  init(take: ((MetadataRecord) -> Void)? = nil) {
    self.take = take
  }

  private static let protocolName = "http://www.openarchives.org/OAI/2.0/"
  private static let rawFormat = "http://arxiv.org/OAI/arXivRaw/"

  static func place(of name: String, in namespace: String?, within parent: Place?) -> Place? {
    switch (parent, namespace) {
    case (nil, protocolName): name == "OAI-PMH" ? .root : nil
    case (.root, protocolName):
      switch name {
      case "ListRecords", "GetRecord": .list
      case "error": .error
      default: nil
      }
    case (.list, protocolName):
      name == "record" ? .record : name == "resumptionToken" ? .token : nil
    case (.record, protocolName):
      name == "header" ? .header : name == "metadata" ? .metadata : nil
    case (.header, protocolName): name == "datestamp" ? .datestamp : nil
    case (.metadata, rawFormat): name == "arXivRaw" ? .raw : nil
    case (.raw, rawFormat): placeInRecord(name)
    case (.version, rawFormat): name == "date" ? .date : nil
    default: nil
    }
  }

  private static func placeInRecord(_ name: String) -> Place? {
    switch name {
    case "id": .id
    case "title": .title
    case "authors": .authors
    case "abstract": .abstract
    case "comments": .comments
    case "categories": .categories
    case "version": .version
    default: nil
    }
  }

  static func holdsText(_ place: Place) -> Bool {
    switch place {
    case .root, .list, .record, .header, .metadata, .raw, .version: false
    default: true
    }
  }

  mutating func begin(_ place: Place, attributes: [String: String]) {
    switch place {
    case .list: page.isAnswer = true
    case .error: (errorCode, page.isAnswer) = (attributes["code"] ?? "", true)
    case .token:
      tokenExpires = attributes["expirationDate"]
      let size = attributes["completeListSize"].flatMap { Int($0.collapsed) }
      page.listSize = size.flatMap { OAIPage.sizes.contains($0) ? $0 : nil }
    case .record: record = OAIPage.Record()
    case .header: record.isDeleted = attributes["status"] == "deleted"
    case .raw: record.metadata = MetadataRecord()
    case .version: (versionName, versionDate) = (attributes["version"], nil)
    default: break
    }
  }

  mutating func end(_ place: Place, text: String) {
    switch place {
    case .error: page.failures.append(OAIPage.Failure(code: errorCode, message: text.collapsed))
    case .token: endToken(text.collapsed)
    case .record: endRecord()
    case .datestamp: record.datestamp = text.collapsed
    case .id: record.metadata?.id = text.collapsed
    case .title: record.metadata?.title = text
    case .authors: record.metadata?.authors = text
    case .abstract: record.metadata?.abstract = text
    case .comments: record.metadata?.comments = text
    case .categories: record.metadata?.categories = text
    case .date: versionDate = text
    case .version:
      let version = MetadataRecord.Version(name: versionName, date: versionDate)
      version.map { record.metadata?.versions.append($0) }
    case .root, .list, .header, .metadata, .raw: break
    }
  }

  /// An empty token ends the list.
  private mutating func endToken(_ text: String) {
    guard !text.isEmpty else { return }
    let expires = tokenExpires.flatMap { Instant.rfc3339($0.collapsed) }
    page.token = OAIPage.Token(text: text, expires: expires)
  }

  private mutating func endRecord() {
    if take == nil { page.note(datestamp: record.datestamp) }
    guard !record.isDeleted, let metadata = record.metadata else {
      page.skipped += 1
      return
    }
    if let take { take(metadata) } else { page.records.append(record) }
  }
}
