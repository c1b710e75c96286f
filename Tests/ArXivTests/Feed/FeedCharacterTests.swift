import HTTP
import Testing

@testable import ArXiv

@Suite("Characters of a feed")
struct FeedCharacterTests {
  @Test(
    "a character that XML writes in its own way, or forbids, costs no more than itself",
    arguments: wellFormed + damaged, SampleFeed.Format.allCases)
  func character(row: EntryCase, format: SampleFeed.Format) throws {
    #expect(try row.readings(in: format) == row.expectedReadings)
  }

  private static let wellFormed = [
    EntryCase(
      "8.1 predefined entities are decoded", is: Samples.paper(title: "A & B < C > D \"E\" 'F'")
    ) { $0.title = "A &amp; B &lt; C &gt; D &quot;E&quot; &#39;F&apos;" },
    EntryCase("8.1 and only once", is: Samples.paper(abstract: "H&lt;sub&gt;2&lt;/sub&gt;O")) {
      $0.summary = "H&amp;lt;sub&amp;gt;2&amp;lt;/sub&amp;gt;O"
    },
    EntryCase("8.1 in an attribute too", is: Samples.paper(categories: ["cs.CL", "A & B"])) {
      $0.categories = ["cs.CL", "A &amp; B"]
    },
    EntryCase("8.2 a numeric reference is its character", is: Samples.paper(title: "A 😀 B é")) {
      $0.title = "A &#x1F600; B &#233;"
    },
    EntryCase("8.2 a character beyond the BMP is kept", is: Samples.paper(title: "𝒜 of 𠮷 and 😀")) {
      $0.title = "𝒜 of 𠮷 and 😀"
    },
    EntryCase("8.7 CDATA in a title", is: Samples.paper(title: "A & B <i>C</i>")) {
      $0.title = "A <![CDATA[& B <i>C</i>]]>"
    },
    EntryCase("8.7 CDATA in an abstract", is: Samples.paper(abstract: "x < y && z")) {
      $0.summary = "<![CDATA[x < y && z]]>"
    },
    EntryCase("8.7 CDATA in a comment", is: Samples.paper(comment: "5 pages & more")) {
      $0.comment = "<![CDATA[5 pages & more]]>"
    },
    EntryCase("8.7 CDATA in a name", is: Samples.paper(authors: ["First Author", "A & B Group"])) {
      $0.authors = ["<![CDATA[First Author]]>", "A <![CDATA[& B]]> Group"]
    },
    EntryCase("8.7 CDATA in identifier and dates", is: Samples.paper(version: 2)) {
      $0.id = "<![CDATA[http://arxiv.org/abs/2407.00001v2]]>"
      $0.published = "<![CDATA[2024-07-26T12:00:00Z]]>"
      $0.updated = $0.published
    },
  ]

  private static let damaged = [
    EntryCase("8.3 surrogate halves are replaced", is: Samples.paper(title: "A \u{FFFD}\u{FFFD} B"))
    {
      $0.title = "A &#xD83D;&#xDE00; B"
    },
    EntryCase("8.4 an entity that nobody declared", is: Samples.paper(title: "A&nbsp;B &eacute;")) {
      $0.title = "A&nbsp;B &eacute;"
    },
    EntryCase("8.4 a bare ampersand", is: Samples.paper(title: "R&D & AT&T; &#; &#x;&")) {
      $0.title = "R&D & AT&T; &#; &#x;&"
    },
    EntryCase("8.4 beside references that are fine", is: Samples.paper(title: "R&D & <i> é 'A'")) {
      $0.title = "R&D &amp; &lt;i&gt; &#xE9; &apos;A&#39;"
    },
    EntryCase("8.4 beside CDATA that is fine", is: Samples.paper(title: "R&D a && b &nbsp;")) {
      $0.title = "R&D <![CDATA[a && b &nbsp;]]>"
    },
    EntryCase("8.4 references that only look numeric", is: Samples.paper(title: "A A B é")) {
      $0.title = "A &#X41; &#+66; &#xe9;"
    },
    EntryCase("8.5 control characters are taken out", is: Samples.paper(title: "A Title")) {
      $0.title = "A\u{0} Ti\u{1}\u{8}\u{B}\u{C}\u{E}\u{1F}tle"
    },
    EntryCase(
      "8.5 references to them are replaced", is: Samples.paper(title: "A \u{FFFD}\u{FFFD} B")
    ) {
      $0.title = "A &#x1;&#0; B"
    },
    EntryCase("8.5 non-characters are taken out", is: Samples.paper(title: "A \u{FFFD} B")) {
      $0.title = "A\u{FFFE} &#xFFFF;\u{FFFF} B"
    },
  ]

  @Test("8.6 a byte that is not UTF-8 is replaced", arguments: SampleFeed.Format.allCases)
  func invalidUTF8(format: SampleFeed.Format) throws {
    var entry = SampleEntry()
    entry.title = "A ! Title"
    let body = SampleFeed(format, [entry]).bytes.map { $0 == UInt8(ascii: "!") ? 0xFF : $0 }
    #expect(
      try readings(of: HTTPResponse(status: 200, body: body))
        == [.success(Samples.paper(title: "A \u{FFFD} Title"))])
  }

  @Test(
    "what stands before the declaration does no harm",
    arguments: [
      ("8.8 a byte order mark", [0xEF, 0xBB, 0xBF]), ("8.9 a blank line", [0x0D, 0x0A]),
      ("8.9 both", [0xEF, 0xBB, 0xBF, 0x0A, 0x20]), ("8.10 nothing", []),
    ] as [(String, [UInt8])], SampleFeed.Format.allCases)
  func beginning(row: (name: String, bytes: [UInt8]), format: SampleFeed.Format) throws {
    let response = HTTPResponse(status: 200, body: row.bytes + SampleFeed(format).bytes + [0x0A])
    #expect(try readings(of: response) == [.success(Samples.paper())])
  }

  @Test("8.10 the declaration may be missing, or in either kind of quotes")
  func declaration() throws {
    let feed = SampleFeed(.legacy).xml
    let declaration = #"<?xml version="1.0" encoding="UTF-8"?>"#
    for other in ["", "<?xml version='1.0' encoding='UTF-8'?>", "<?xml version='1.0'?>"] {
      let body = Array(feed.replacing(declaration, with: other).utf8)
      #expect(
        try readings(of: HTTPResponse(status: 200, body: body)) == [.success(Samples.paper())])
    }
  }
}
