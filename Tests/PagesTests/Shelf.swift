import Foundation
import Pages
import Records

/// Papers, verdicts and topics for pages.
enum Shelf {
  /// The week that starts on 2024-07-26.
  static let week: Week = {
    guard let week = Week(containing: "2024-07-26", startingOn: .friday) else {
      fatalError("no week")
    }
    return week
  }()

  /// Synthetic data.
  static let sd = Topic(slug: "sd", name: "合成データ", query: "abs:synthetic")
  /// Federated learning.
  static let fl = Topic(slug: "fl", name: "連合学習", query: "abs:federated")
  /// Privacy-enhancing technologies.
  static let pets = Topic(slug: "pets", name: "PETs", query: "abs:privacy")
  /// All topics, in the order of the digest.
  static let topics = [fl, sd, pets]

  /// An identifier that the test wrote itself.
  static func id(_ text: String) -> ArXivID {
    guard let id = ArXivID(text) else { fatalError("\(text) is no identifier") }
    return id
  }

  /// A paper, submitted some minutes and seconds after 2024-07-29 13:57.
  static func paper(
    _ id: String = "2407.20021", title: String = "Small Models for Tide Tables",
    authors: [String] = ["First Author", "Second Author"], comment: String? = nil,
    categories: [String] = ["cs.LG"], after seconds: Double = 40, topics: [String] = ["sd"]
  ) -> Paper {
    let published = Date(timeIntervalSince1970: 1_722_261_420 + seconds)
    return Paper(
      id: Self.id(id), version: 2, title: title, abstract: "Not on the page.", authors: authors,
      comment: comment, categories: categories, published: published,
      updated: published.addingTimeInterval(86_400), topics: topics)
  }

  /// An accepted verdict.
  static func verdict(
    _ id: String = "2407.20021", title: String = "潮汐表のための小さなモデル",
    bullets: [String] = ["一つ目の文", "二つ目の文", "三つ目の文", "四つ目の文"], remark: String = "港ごとの癖まで学ぶなんて！"
  ) -> Verdict {
    Verdict(id: Self.id(id), findings: [], title: title, bullets: bullets, remark: remark)
  }

  /// A paper with an accepted verdict.
  static func entry(_ paper: Paper = paper()) throws -> DigestPage.Entry {
    guard let entry = DigestPage.Entry(paper, verdict(paper.id.text)) else { throw Unpaired() }
    return entry
  }

  /// A paper and a verdict that make no entry, although they should.
  struct Unpaired: Error {}
}
