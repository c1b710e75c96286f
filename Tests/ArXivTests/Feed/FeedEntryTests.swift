import Testing

@testable import ArXiv

@Suite("Entries of a feed")
struct FeedEntryTests {
  @Test(
    "an entry is a paper or is left out with a reason, and its neighbour is untouched",
    arguments: texts + authors + categories + leftOut, SampleFeed.Format.allCases)
  func entry(row: EntryCase, format: SampleFeed.Format) throws {
    #expect(try row.readings(in: format) == row.expectedReadings)
  }

  private static let texts = [
    EntryCase("an ordinary entry", is: Samples.paper()) { _ in },
    EntryCase("8.21 a missing abstract is empty", is: Samples.paper(abstract: "")) {
      $0.summary = nil
    },
    EntryCase("8.21 an empty abstract is empty", is: Samples.paper(abstract: "")) {
      $0.summary = " \n "
    },
    EntryCase("8.22 a missing title is empty", is: Samples.paper(title: "")) { $0.title = nil },
    EntryCase("8.22 an empty title is empty", is: Samples.paper(title: "")) { $0.title = "" },
    EntryCase("8.22 the title 0 is a title", is: Samples.paper(title: "0")) { $0.title = "0" },
    EntryCase("8.22 a paper may be called Error", is: Samples.paper(title: "Error")) {
      $0.title = "Error"
    },
    EntryCase("8.22 even without authors", is: Samples.paper(title: "Error", authors: [])) {
      ($0.title, $0.authors) = ("Error", [])
    },
    EntryCase(
      "8.29 paragraphs are lines", is: Samples.paper(abstract: "One paragraph.\nAnother one.")
    ) { $0.summary = "One paragraph.\nAnother one." },
    EntryCase("8.29 a blank line parts paragraphs too", is: Samples.paper(abstract: "One.\nTwo.")) {
      $0.summary = "One.\n\nTwo."
    },
    EntryCase(
      "8.30 TeX is kept as it is",
      is: Samples.paper(title: #"\textit{A} $\sigma$ 5\% a\_b~c"#, abstract: #"``x'' by \aname"#)
    ) {
      $0.title = #"\textit{A} $\sigma$ 5\% a\_b~c"#
      $0.summary = #"``x'' by \aname"#
    },
    EntryCase(
      "8.31 what Markdown would read is kept as it is",
      is: Samples.paper(
        title: "*A* _b_ [c](d) `e` | f", authors: ["_A_ *B*", "[C](d)"], comment: "# 5 `pages`")
    ) {
      $0.title = "*A* _b_ [c](d) `e` | f"
      ($0.authors, $0.comment) = (["_A_ *B*", "[C](d)"], "# 5 `pages`")
    },
    EntryCase("8.32 markup is text", is: Samples.paper(abstract: "H<sub>2</sub>O is <i>it</i>")) {
      $0.summary = "H&lt;sub&gt;2&lt;/sub&gt;O is &lt;i&gt;it&lt;/i&gt;"
    },
    EntryCase(
      "8.33 a withdrawn paper says so in its comment",
      is: Samples.paper(version: 2, comment: "This paper is withdrawn: an error in Section 2")
    ) {
      $0.id = "http://arxiv.org/abs/2407.00001v2"
      $0.comment = "This paper is withdrawn: an error in Section 2"
    },
    EntryCase("an empty comment is none", is: Samples.paper()) { $0.comment = " " },
    EntryCase("8.48 a very long word is kept", is: Samples.paper(title: long, abstract: long)) {
      ($0.title, $0.summary) = (long, long)
    },
  ]

  private static let long = String(repeating: "x", count: 40_000)

  private static let authors = [
    EntryCase("8.23 a paper without authors is kept", is: Samples.paper(authors: [])) {
      $0.authors = []
    },
    EntryCase("8.23 a nameless author is none", is: Samples.paper(authors: ["First Author"])) {
      $0.authors = ["", "First Author", " "]
    },
    EntryCase(
      "8.24 two authors of one name are two", is: Samples.paper(authors: ["Same", "Other", "Same"])
    ) { $0.authors = ["Same", "Other", "Same"] },
    EntryCase(
      "8.25 white space around and within a name is collapsed",
      is: Samples.paper(authors: ["The Sample Collaboration", "First Author"])
    ) { $0.authors = ["  The Sample\n Collaboration ", "First\u{A0} \tAuthor"] },
    EntryCase("8.25 everything else in a name is kept", is: Samples.paper(authors: odd)) {
      $0.authors = odd
    },
    EntryCase("8.27 an affiliation is no name", is: Samples.paper(authors: ["Third Author"])) {
      $0.authors = []
      $0.extra = """
        <author><affiliation xmlns="http://arxiv.org/schemas/atom">An Institute</affiliation>\
        <name>Third Author</name>\
        <a:affiliation xmlns:a="http://arxiv.org/schemas/atom">Another</a:affiliation></author>
        """
    },
  ]

  private static let odd = [
    ":", #"{\"U}mlaut Author"#, #"Acut\'e Author"#, "Second Author Jr.", "著者 一", "مؤلف أول",
    "O'Author-X",
  ]

  private static let categories = [
    EntryCase(
      "8.34 classes in one term stay one", is: Samples.paper(categories: ["cs.CL", "I.2; J.1"])
    ) { $0.categories = ["cs.CL", "I.2; J.1"] },
    EntryCase(
      "8.34 a wrap in a term is a space",
      is: Samples.paper(categories: ["cs.CL", "I.2; J.1", "a b"])
    ) { $0.categories = ["cs.CL", "I.2;&#10;  J.1", " a\n b "] },
    EntryCase("8.35 a repeated category counts once", is: Samples.paper()) {
      $0.categories = ["cs.CL", "cs.LG", "cs.CL", "cs.LG"]
    },
    EntryCase("8.35 the primary category comes first", is: Samples.paper()) {
      $0.categories = ["cs.LG", "cs.CL"]
    },
    EntryCase("8.35 without it the order is kept", is: Samples.paper()) { $0.primary = nil },
    EntryCase("8.35 it may be the only one", is: Samples.paper(categories: ["cs.CL"])) {
      $0.categories = []
    },
    EntryCase("8.35 there may be none", is: Samples.paper(categories: [])) {
      ($0.primary, $0.categories) = (nil, [])
    },
    EntryCase("8.36 links are not looked at", is: Samples.paper()) {
      $0.extra = """
        <link href="https://arxiv.org/abs/2407.00009v1"/><link/><link title="pdf" href="a"/>\
        <link title="pdf" href="b"/><link title="doi" href="https://doi.org/10.1/a"/>\
        <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1/a 10.1/b</arxiv:doi>
        """
    },
    EntryCase("8.49 unknown elements are passed over", is: Samples.paper()) {
      $0.extra = """
        <source><id>http://arxiv.org/abs/2407.00009v1</id><title>T</title></source>\
        <title xmlns="urn:other">T</title><x:y xmlns:x="urn:x"><author><name>N</name></author></x:y>\
        <category scheme="none"/><arxiv:title xmlns:arxiv="http://arxiv.org/schemas/atom">T\
        </arxiv:title><!-- <title>T</title> --><?title T?><entry><title>T</title></entry>
        """
    },
    EntryCase("8.49 one within a text belongs to the text", is: Samples.paper(title: "H2O it")) {
      $0.title = "H<sub xmlns=\"http://www.w3.org/1999/xhtml\">2</sub>O <i>it</i><br/>"
    },
  ]

  private static let leftOut = [
    EntryCase("8.19 a ghost", drops: "an entry without an identifier") { $0 = .ghost },
    EntryCase("8.19 an identifier of something else", drops: "an entry without an identifier") {
      $0.id = "https://arxiv.org/api/something"
    },
    EntryCase("8.19 an identifier that is none", drops: "'24.1v1' is no arXiv identifier") {
      $0.id = "http://arxiv.org/abs/24.1v1"
    },
    EntryCase("8.20 no submission date", drops: "2407.00001: no readable submission date") {
      $0.published = nil
    },
    EntryCase("8.20 an empty submission date", drops: "2407.00001: no readable submission date") {
      $0.published = ""
    },
    EntryCase(
      "8.20 an unreadable submission date", drops: "2407.00001: no readable submission date"
    ) {
      $0.published = "Fri, 26 Jul 2024 12:00:00 GMT"
    },
    EntryCase("8.20 a day without a time", drops: "2407.00001: no readable submission date") {
      $0.published = "2024-07-26"
    },
    EntryCase("8.20 a day that no year has", drops: "2407.00001: no readable submission date") {
      $0.published = "2024-07-32T12:00:00Z"
    },
  ]
}
