import Pages
import Records
import Testing

@Suite("Digest pages")
struct DigestPageTests {
  /// The page of a topic, with all topics known.
  private func page(_ entries: [DigestPage.Entry], of topic: Topic = Shelf.sd) -> DigestPage {
    DigestPage(topic: topic, week: Shelf.week, entries: entries, topics: Shelf.topics)
  }

  @Test("a paper with everything fills every line of its section")
  func everything() throws {
    let paper = Shelf.paper(
      comment: "5 pages,\n  2 figures", categories: ["cs.LG", "stat.ML", "I.2; J.1"],
      topics: ["sd", "fl"])
    let page = page([try Shelf.entry(paper)])
    #expect(page.path == "_sd/2024-07-26.md")
    #expect(
      page.markdown == """
        ---
        title: 合成データ (2024-07-26 ~ 2024-08-01)
        date: 2024-07-26
        ---

        合成データに関する論文まとめ (2024-07-26 ~ 2024-08-01)


        - - -

        ### [Small Models for Tide Tables](http://arxiv.org/abs/2407.20021)

        **潮汐表のための小さなモデル**

        First Author, Second Author

        - 一つ目の文
        - 二つ目の文
        - 三つ目の文
        - 四つ目の文

        港ごとの癖まで学ぶなんて！

        **Comment:** 5 pages,   2 figures

        **トピック:** [連合学習](../../fl), [合成データ](../../sd), **カテゴリ:** cs.LG, stat.ML, I.2; J.1, \
        **投稿日時:** 2024-07-29 13:57

        """)
  }

  /// A section as it should be, with the parts that tests change.
  private func section(
    _ id: String = "2407.20021", link: String = "Small Models for Tide Tables",
    comment: String = "", topics: String = "[合成データ](../../sd)", time: String = "2024-07-29 13:57"
  ) -> String {
    """


    - - -

    ### [\(link)](http://arxiv.org/abs/\(id))

    **潮汐表のための小さなモデル**

    First Author, Second Author

    - 一つ目の文
    - 二つ目の文
    - 三つ目の文
    - 四つ目の文

    港ごとの癖まで学ぶなんて！

    \(comment)

    **トピック:** \(topics), **カテゴリ:** cs.LG, **投稿日時:** \(time)

    """
  }

  /// The head of a page.
  private func head(_ title: String = "合成データ", name: String = "合成データ") -> String {
    """
    ---
    title: \(title)
    date: 2024-07-26
    ---

    \(name)に関する論文まとめ (2024-07-26 ~ 2024-08-01)

    """
  }

  private let plainHead = "合成データ (2024-07-26 ~ 2024-08-01)"

  @Test("a paper without a comment keeps the empty line of the comment")
  func withoutComment() throws {
    let page = page([try Shelf.entry()])
    #expect(page.markdown == head(plainHead) + section())
    #expect(page.markdown.contains("なんて！\n\n\n\n**トピック:**"))
  }

  @Test("a paper's topics stand in the order of the digest, unknown ones left out")
  func topics() throws {
    let entry = try Shelf.entry(Shelf.paper(topics: ["pets", "sd", "gone", "fl"]))
    let links = "[連合学習](../../fl), [合成データ](../../sd), [PETs](../../pets)"
    #expect(page([entry]).markdown == head(plainHead) + section(topics: links))
  }

  @Test("the newest paper comes first, and of two at one time the smaller identifier")
  func order() throws {
    let entries = try [
      ("2407.20003", 0.0), ("2407.20002", 59), ("hep-th/9711200", 59), ("2407.20001", 59),
    ]
    .map { try Shelf.entry(Shelf.paper($0.0, after: $0.1)) }
    let expected =
      section("2407.20001") + section("2407.20002") + section("hep-th/9711200")
      + section("2407.20003")
    #expect(page(entries).markdown == head(plainHead) + expected)
    #expect(page(entries.reversed()).markdown == head(plainHead) + expected)
  }

  @Test("seconds are cut off, not rounded, and times are in UTC")
  func time() throws {
    let entry = try Shelf.entry(Shelf.paper(after: 36_179))
    #expect(page([entry]).markdown == head(plainHead) + section(time: "2024-07-29 23:59"))
  }

  @Test("a page shows the papers of its topic, and the page of all papers shows all")
  func filtering() throws {
    let entries = try [
      Shelf.entry(Shelf.paper("2407.20001", topics: ["fl"])),
      Shelf.entry(Shelf.paper("2407.20002", topics: ["sd"])),
    ]
    let fl = section("2407.20001", topics: "[連合学習](../../fl)")
    let sd = section("2407.20002")
    #expect(page(entries).markdown == head(plainHead) + sd)
    #expect(
      page(entries, of: Shelf.pets).markdown
        == head("PETs (2024-07-26 ~ 2024-08-01)", name: "PETs"))
    let all = DigestPage(.all(week: Shelf.week, topics: Shelf.topics), entries: entries)
    #expect(all.path == "_all/2024-07-26.md")
    #expect(
      all.markdown == head("全て (2024-07-26 ~ 2024-08-01)", name: "全て") + fl + sd)
  }

  @Test("a page without papers is its head alone")
  func empty() {
    #expect(page([]).markdown == head(plainHead))
  }

  @Test("a name that YAML and Markdown would misread is quoted here and escaped there")
  func hostileName() {
    let topic = Topic(slug: "x", name: #"# [a]: "b""#, query: "all:x")
    #expect(
      page([], of: topic).markdown
        == head(
          ##""# [a]: \"b\" (2024-07-26 ~ 2024-08-01)""##, name: ##"\# \[a\]: \"b\""##))
  }

  @Test("no text from arXiv or a model becomes markup, wherever it stands")
  func hostileTexts() throws {
    let paper = Shelf.paper(
      title: "^ {{ x }} [a](b)", authors: ["01. First Author", "<b>"], comment: "a | b\n# c",
      categories: ["a*b"])
    let verdict = Shelf.verdict(
      title: "**潮**", bullets: ["- 一", "1. 二", "[ ] 三", "{% 四"], remark: "> <script>")
    let entry = try #require(DigestPage.Entry(paper, verdict))
    #expect(
      page([entry]).markdown == head(plainHead) + """


        - - -

        ### [&#94; &#123;{ x }} \\[a\\](b)](http://arxiv.org/abs/2407.20021)

        **\\*\\*潮\\*\\***

        01\\. First Author, \\<b>

        - \\- 一
        - 1\\. 二
        - \\[ \\] 三
        - &#123;% 四

        \\> \\<script>

        **Comment:** a \\| b # c

        **トピック:** [合成データ](../../sd), **カテゴリ:** a\\*b, **投稿日時:** 2024-07-29 13:57

        """)
  }

  @Test("a title without characters leaves its line empty, and makes no rule")
  func emptyTitle() throws {
    let entry = try #require(
      DigestPage.Entry(Shelf.paper(), Shelf.verdict("2407.20021", title: "\u{1} ")))
    #expect(
      page([entry]).markdown
        == head(plainHead) + section().replacing("**潮汐表のための小さなモデル**", with: ""))
  }

  @Test("controls in a topic's name are nowhere, and a caret makes no footnote")
  func controlsInName() throws {
    let topic = Topic(slug: "sd", name: "^a\u{0}\nb", query: "all:x")
    let page = DigestPage(
      topic: topic, week: Shelf.week, entries: [try Shelf.entry()], topics: [topic])
    #expect(
      page.markdown
        == head(#""^a b (2024-07-26 ~ 2024-08-01)""#, name: "&#94;a b")
        + section(topics: "[&#94;a b](../../sd)"))
  }

  @Test("only an accepted verdict on the same paper makes an entry")
  func entries() {
    let paper = Shelf.paper()
    let error = Finding(code: "empty-text", severity: .error, field: "title", message: "m")
    let warning = Finding(code: "long-text", severity: .warning, field: "title", message: "m")
    func verdict(_ id: String, _ findings: [Finding]) -> Verdict {
      Verdict(id: Shelf.id(id), findings: findings, title: "題", bullets: [], remark: "ね")
    }
    #expect(DigestPage.Entry(paper, nil) == nil)
    #expect(DigestPage.Entry(paper, verdict("2407.20021", [error])) == nil)
    #expect(DigestPage.Entry(paper, verdict("2407.20022", [])) == nil)
    #expect(DigestPage.Entry(paper, verdict("2407.20021", [])) != nil)
    #expect(DigestPage.Entry(paper, verdict("2407.20021", [warning])) != nil)
  }
}
