/// What is kept of an Atom feed in either of arXiv's wire formats.
struct FeedContent: DocumentContent {
  /// The places of a feed that hold something of a paper or of the list.
  enum Place: UInt8 {
    case feed, feedTitle, totalResults, startIndex
    case entry, id, title, summary, published, updated, comment, primaryCategory, category
    case author, name
  }

  /// The feed so far.
  private(set) var feed = Feed()
  /// Takes the entries where they are not to be kept.
  private let take: ((FeedEntry) -> Void)?
  /// Entries read.
  private(set) var entryCount = 0
  /// What arXiv says where the feed reports an error.
  private(set) var errorMessage: String?
  /// The entry that is being read.
  private var entry = FeedEntry()

  /// Keeps the entries, or hands them on.
  init(take: ((FeedEntry) -> Void)? = nil) {
    self.take = take
  }

  private static let atom = "http://www.w3.org/2005/Atom"
  private static let openSearch = "http://a9.com/-/spec/opensearch/1.1/"
  private static let arXiv = "http://arxiv.org/schemas/atom"

  static func place(of name: String, in namespace: String?, within parent: Place?) -> Place? {
    switch (parent, namespace) {
    case (nil, atom): name == "feed" ? .feed : nil
    case (.feed, atom): name == "entry" ? .entry : name == "title" ? .feedTitle : nil
    case (.feed, openSearch):
      name == "totalResults" ? .totalResults : name == "startIndex" ? .startIndex : nil
    case (.entry, atom): placeInEntry(name)
    case (.entry, arXiv):
      name == "comment" ? .comment : name == "primary_category" ? .primaryCategory : nil
    case (.author, atom): name == "name" ? .name : nil
    default: nil
    }
  }

  private static func placeInEntry(_ name: String) -> Place? {
    switch name {
    case "author": .author
    case "category": .category
    case "id": .id
    case "title": .title
    case "summary": .summary
    case "published": .published
    case "updated": .updated
    default: nil
    }
  }

  static func holdsText(_ place: Place) -> Bool {
    switch place {
    case .feed, .entry, .author, .category, .primaryCategory: false
    default: true
    }
  }

  mutating func begin(_ place: Place, attributes: [String: String]) {
    switch place {
    case .entry: entry = FeedEntry()
    case .category: attributes["term"].map { entry.categories.append($0) }
    case .primaryCategory: entry.primaryCategory = attributes["term"]
    default: break
    }
  }

  mutating func end(_ place: Place, text: String) {
    switch place {
    case .feedTitle: feed.title = text.collapsed
    case .totalResults: feed.totalResults = Int(text.collapsed)
    case .startIndex: feed.startIndex = Int(text.collapsed)
    case .entry: endEntry()
    case .id: entry.id = text.collapsed
    case .title: entry.title = text
    case .summary: entry.summary = text
    case .published: entry.published = text.collapsed
    case .updated: entry.updated = text.collapsed
    case .comment: entry.comment = text
    case .name: entry.authors.append(text.collapsed)
    case .feed, .author, .category, .primaryCategory: break
    }
  }

  private mutating func endEntry() {
    entryCount += 1
    if entry.isError {
      errorMessage = (entry.summary ?? "an error without a message").collapsed
    }
    if let take { take(entry) } else { feed.entries.append(entry) }
  }
}
