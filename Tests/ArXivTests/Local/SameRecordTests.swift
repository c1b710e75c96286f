import HTTP
import Records
import Testing

@testable import ArXiv

@Suite("The same record from every source")
struct SameRecordTests {
  @Test("a paper is one record, wherever it comes from", arguments: papers)
  func same(row: (name: String, sample: SamplePaper)) throws {
    let sample = row.sample
    for format in SampleFeed.Format.allCases {
      let feed = try Feed(response: SampleFeed(format, [sample.entry]).response())
      var expected = sample.paper
      if format == .legacy, let comment = sample.comment {
        // The comment keeps its wraps, from which the digest is reproduced.
        expected = sample.with { $0.comment = comment.wrapped(label: 10, indent: "  ") }.paper
      }
      #expect(try feed.entries.map { try $0.paper() } == [expected])
    }
    let page = try OAIPage(response: SamplePage([sample]).response())
    #expect(try page.records.map { try $0.metadata?.paper() } == [sample.paper])
    for split in [true, false] {
      let line = Array(sample.snapshotLine(split: split).utf8)
      #expect(try SnapshotLine.read(line[...]).paper() == sample.paper)
    }
  }

  private static let long = String(repeating: "A word or two, ", count: 20) + "and an end"

  private static let papers: [(name: String, sample: SamplePaper)] = [
    ("an ordinary paper", SamplePaper()),
    ("a wrapped title", SamplePaper().with { $0.title = long }),
    ("a wrapped abstract", SamplePaper().with { $0.abstract = long }),
    (
      "paragraphs in the abstract",
      SamplePaper().with { $0.abstract = "\(long).\nAnother one.\n\(long)." }
    ),
    ("no abstract", SamplePaper().with { $0.abstract = "" }),
    (
      "TeX and markup in the texts",
      SamplePaper().with {
        $0.title = #"On $k < n$ & \textit{more} of \'e"#
        $0.abstract = #"For $a_1 > b$, "quotes" and \"u."#
      }
    ),
    (
      "several versions",
      SamplePaper().with {
        $0.versions = ["2024-07-26T00:00:00Z", "2024-08-02T10:11:12Z", "2025-01-02T03:04:05Z"]
      }
    ),
    ("a comment", SamplePaper().with { $0.comment = "9 pages, 3 figures" }),
    ("a long comment", SamplePaper().with { $0.comment = long }),
    (
      "a withdrawn paper",
      SamplePaper().with {
        $0.comment = "This paper has been withdrawn by the author due to an error"
        $0.versions = ["2024-07-26T12:00:00Z", "2024-07-30T12:00:00Z"]
      }
    ),
    ("an identifier of the old kind", SamplePaper("hep-th/9711200").with { $0.names = ["Sole"] }),
    ("an identifier with a subject class", SamplePaper("math.GT/0309136")),
    ("cross-lists", SamplePaper().with { $0.categories = ["hep-th", "math-ph", "math.MP"] }),
    ("no authors", SamplePaper().with { $0.names = [] }),
    (
      "names with accents",
      SamplePaper().with {
        $0.names = ["Rouzé Author", "François Author", "Łukasz Ångström", "İpek Weiß"]
        $0.authorLine =
          #"Rouz\'e Author, Fran\c{c}ois Author, {\L}ukasz {\AA}ngstr\"{o}m and \.{I}pek Wei{\ss}"#
      }
    ),
    (
      "affiliations",
      SamplePaper().with {
        $0.names = ["First Author", "Second Author", "Third Author"]
        $0.authorLine =
          "First Author (1 and 2), Second Author (2), Third Author (1) ((1) An Institute, "
          + "(2) Another (in a City))"
      }
    ),
    (
      "a suffix",
      SamplePaper().with {
        $0.names = ["First Author, Jr.", "Second Author III"]
        $0.authorLine = "First Author, Jr., Second Author III"
        $0.splitNames = [["Author,", "First", "Jr."], ["Author", "Second", "III"]]
      }
    ),
    (
      "a collaboration",
      SamplePaper().with {
        $0.names = ["The Sample Collaboration", "First Author", "Second Author"]
        $0.authorLine = "The Sample Collaboration: First Author, Second Author"
        $0.splitNames = [
          ["The Sample Collaboration", "", ""], ["Author", "First", ""], ["Author", "Second", ""],
        ]
      }
    ),
  ]
}
