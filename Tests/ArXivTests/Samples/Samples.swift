import Foundation
import HTTP
import Records

@testable import ArXiv

/// The values that the tests begin with.
enum Samples {
  /// A topic.
  static let topic = Topic(slug: "sd", name: "合成データ", query: "abs:\"sample text\"")
  /// The week from 2024-07-26 to 2024-08-01.
  static let week = Week(containing: time("2024-07-26T00:00:00Z"), startingOn: .friday)

  /// An instant that the test wrote itself.
  static func time(_ text: String) -> Date {
    guard let date = try? Date(text, strategy: .iso8601) else {
      fatalError("\(text) is no instant")
    }
    return date
  }

  /// The paper that an unchanged `SampleEntry` stands for.
  static func paper(
    _ id: String = "2407.00001", version: Int = 1, title: String = "A Sample Title",
    abstract: String = "An abstract of one line.",
    authors: [String] = ["First Author", "Second Author"], comment: String? = nil,
    categories: [String] = ["cs.CL", "cs.LG"], published: String = "2024-07-26T12:00:00Z",
    updated: String? = nil
  ) -> Paper {
    guard let id = ArXivID(id) else { fatalError("\(id) is no identifier") }
    return Paper(
      id: id, version: version, title: title, abstract: abstract, authors: authors,
      comment: comment, categories: categories, published: time(published),
      updated: time(updated ?? published), topics: [topic.slug])
  }
}

/// What an entry comes to.
typealias Reading = Result<Paper, DroppedEntry>

/// Reads every entry of an answer.
///
/// Throws `FeedError` where the answer is no page of papers.
func readings(of response: HTTPResponse) throws -> [Reading] {
  try Feed(response: response).entries.map { entry in
    Result { () throws(DroppedEntry) in
      var paper = try entry.paper(in: Samples.week)
      paper.topics = [Samples.topic.slug]
      return paper
    }
  }
}
