import Foundation
import HTTP

/// One page of search results, as the feed has it.
struct Feed: Equatable {
  /// The feed's title, which echoes the query.
  var title = ""
  /// Hits of the whole query; nil where the feed does not say or it is no number.
  var totalResults: Int?
  /// Where this page begins; nil where the feed does not say.
  var startIndex: Int?
  /// The entries in the server's order.
  var entries: [FeedEntry] = []
}

/// One entry of a feed, its texts as they came.
struct FeedEntry: Equatable {
  /// The `id` element, a URL with identifier and version.
  var id: String?
  /// The `title` element.
  var title: String?
  /// The `summary` element, which holds the abstract.
  var summary: String?
  /// The `published` element: when version 1 was submitted.
  var published: String?
  /// The `updated` element: when this version was submitted.
  var updated: String?
  /// The `arxiv:comment` element, the authors' remark.
  var comment: String?
  /// The `name` of each `author`, in order.
  var authors: [String] = []
  /// The term of `arxiv:primary_category`.
  var primaryCategory: String?
  /// The term of each `category`, in order.
  var categories: [String] = []

  /// True for arXiv's report of an error, which would parse as a paper.
  var isError: Bool {
    title?.collapsed == "Error" && (authors.isEmpty || authors == ["arXiv api core"])
      && id?.contains("/abs/") != true
  }
}

extension Feed {
  /// Reads the page that an answer holds; throws `FeedError` for every other answer.
  init(response: HTTPResponse) throws {
    switch response.feedKind {
    case .busy: throw FeedError.busy
    case .unavailable, .final:
      throw FeedError.status(response.status, excerpt: response.text.excerpt)
    case .incomplete, .page:
      let feed = try FeedParser.parse(response.body)
      if let error = feed.entries.first(where: \.isError) {
        throw FeedError.api((error.summary ?? "an error without a message").collapsed)
      }
      guard response.status == 200 else {
        throw FeedError.status(response.status, excerpt: "")
      }
      self = feed
    }
  }
}
