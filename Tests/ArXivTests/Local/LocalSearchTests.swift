import Foundation
import Records
import Testing

@testable import ArXiv

@Suite("Topics that are evaluated here")
struct LocalSearchTests {
  @Test(
    "the archives are those of all topics, and one topic without a bound has none for all",
    arguments: [
      ([["cs"]], ["cs"]), ([["cs"], ["cs", "math"]], ["cs", "math"]), ([["cs"], nil], nil),
      ([nil, ["cs"]], nil), ([nil], nil), ([], []), ([[]], []),
    ] as [([Set<String>?], Set<String>?)])
  func archives(bounds: [Set<String>?], all: Set<String>?) {
    let topics = bounds.indices.map { Topic(slug: "\($0)", name: "", query: "") }
    let search = LocalSearch(topics: topics, weeks: []) { topic in
      LocalSearch.Matcher(archives: bounds[Int(topic.slug) ?? 0]) { _ in true }
    }
    #expect(search.archives == all)
  }

  @Test("a paper has the topics that match, in the topics' order")
  func slugs() {
    let topics = ["b", "a", "c"].map { Topic(slug: $0, name: "", query: "") }
    let search = LocalSearch(topics: topics, weeks: []) { topic in
      LocalSearch.Matcher { _ in topic.slug != "a" }
    }
    #expect(search.slugs(of: Samples.paper()) == ["b", "c"])
  }

  @Test(
    "of two versions the higher is kept, whichever comes first, and one that nobody means is not")
  func versions() {
    let old = SamplePaper()
    let new = old.with { $0.versions.append("2024-07-30T00:00:00Z") }
    let unwanted = new.with {
      $0.versions.append("2024-07-31T00:00:00Z")
      $0.title = "Nothing"
    }
    for samples in [[old, new, unwanted], [unwanted, new, old], [new, old, new]] {
      var gathering = Gathering(
        LocalSearch(topics: [Samples.topic], weeks: [Samples.week, Samples.week]) { _ in
          LocalSearch.Matcher { $0.paper.title.contains("Sample") }
        })
      for sample in samples { gathering.take(record(sample)) }
      #expect(gathering.papers(of: "sd", in: Samples.week) == [new.found])
      var receipt = OAIScript.receipt(pages: 0, parsed: 0, papers: 0)
      gathering.count(into: &receipt, of: Samples.topic, in: Samples.week)
      #expect(receipt.parsed == 3)
      #expect(receipt.duplicates == samples.count { $0.title != "Nothing" } - 1)
    }
  }

  @Test("what was handed on is not offered again, until a newer version comes")
  func fresh() {
    let old = SamplePaper()
    let new = old.with { $0.versions.append("2024-07-30T00:00:00Z") }
    var gathering = Gathering(
      LocalSearch(topics: [Samples.topic], weeks: [Samples.week]) { _ in
        LocalSearch.Matcher { _ in true }
      })
    func offered(_ slug: String = "sd") -> [Paper] {
      gathering.fresh(in: Samples.week, of: [slug])
    }
    gathering.take(record(old))
    #expect(offered() == [old.found])
    #expect(offered("ot").isEmpty)
    gathering.handOn([old.found], in: Samples.week)
    #expect(offered().isEmpty)
    gathering.take(record(new))
    #expect(offered() == [new.found])
  }

  @Test("what stands in the way is a bad query, or a topic or week that was not named")
  func obstacle() {
    let bad = Topic(slug: "bad", name: "", query: "x:y")
    let search = LocalSearch(topics: [Samples.topic, bad], weeks: [Samples.week])
    let unnamed = "nothing was looked for of the topic in this week, which the run had not named"
    #expect(search.obstacle(to: Samples.topic, in: Samples.week) == nil)
    #expect(search.obstacle(to: Samples.topic, in: Samples.week.shifted(by: 1)) == unnamed)
    #expect(search.obstacle(to: OAIScript.other, in: Samples.week) == unnamed)
    #expect(
      search.obstacle(to: bad, in: Samples.week)?
        .hasPrefix("the query cannot be evaluated here: ") == true)
  }

  private func record(_ sample: SamplePaper) -> FeedEntry {
    // Written by the test itself, so it is a feed of one entry.
    (try? Feed(response: SampleFeed(.current, [sample.entry]).response()))?.entries.first
      ?? FeedEntry()
  }
}
