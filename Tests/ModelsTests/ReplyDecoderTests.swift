import Testing

@testable import Models

@Suite("Replies")
struct ReplyDecoderTests {
  /// A model's text, with the answer in it.
  struct Case: Sendable, CustomTestStringConvertible {
    /// What makes the case worth having.
    let id: String
    /// What the model wrote.
    let reply: String
    /// The answer, or why there is none.
    let expected: Result<SummaryAnswer, ReplyError>

    init(_ id: String, _ reply: String, _ expected: SummaryAnswer) {
      (self.id, self.reply, self.expected) = (id, reply, .success(expected))
    }

    init(_ id: String, _ reply: String, fails reason: String) {
      (self.id, self.reply, self.expected) = (id, reply, .failure(ReplyError(reason: reason)))
    }

    var testDescription: String { id }
  }

  private static let good = #"{"id":"7","bullets":["一","二"],"remark":"へえ"}"#
  private static let answer = SummaryAnswer(id: "7", bullets: ["一", "二"], remark: "へえ")

  @Test("an answer is found, or its absence explained", arguments: Self.forgiven + inside + refused)
  func decode(example: Case) {
    let outcome = Result { try ReplyDecoder.decode(SummaryAnswer.self, from: example.reply) }
    #expect(
      outcome.mapError { $0 as? ReplyError ?? ReplyError(reason: "\($0)") } == example.expected)
  }

  private static let forgiven = [
    Case("the object alone", good, answer),
    Case("a byte order mark", "\u{FEFF}" + good, answer),
    Case("blank lines before", "\n\n \r\n" + good, answer),
    Case("a code fence", "```json\n\(good)\n```", answer),
    Case("a code fence without a language", "```\r\n\(good)\r\n```\r\n", answer),
    Case("words before and after", "はい、どうぞ。\n\(good)\nほかにもありますか？", answer),
    Case("thinking before", "<think>\n短くまとめよう。\n</think>\n\n\(good)", answer),
    Case("thinking with braces", "<think>{\"id\": …} の形か {x}</think>\(good)", answer),
    Case("thinking with a draft", "<think>{\"id\":\"0\"}</think>\(good)", answer),
    Case("thinking with an open brace", "<think>まず { を書く</think>\(good)", answer),
    Case("thinking with a quotation mark", "<think>\" と { の話</think>\(good)", answer),
    Case("thinking twice", "<think>a</think>b {} c</think>\(good)", answer),
    Case("thinking that lost its opening tag", "まず背景から。\n</think>\n\(good)", answer),
    Case("thinking after", good + "</think>", answer),
    Case("two objects: the first counts", good + "\n{\"id\":\"8\"}", answer),
    Case("a list of one object", "[\(good)]", answer),
    Case(
      "keys in another order, and more of them",
      #"{"remark":"へえ","note":{"a":[1,null]},"bullets":["一","二"],"id":"7"}"#, answer),
  ]

  private static let inside = [
    Case(
      "braces and quotes in strings", #"{"id":"7","bullets":["}{","\"}\\"],"remark":"\\\"{"}"#,
      SummaryAnswer(id: "7", bullets: ["}{", "\"}\\"], remark: "\\\"{")),
    Case(
      "the tag in a string", #"{"id":"7","bullets":["一</think>"],"remark":"へえ"}"#,
      SummaryAnswer(id: "7", bullets: ["一</think>"], remark: "へえ")),
    Case(
      "the tag in a string before braces",
      #"{"id":"7","bullets":["</think> {x}"],"remark":"へえ"}"#,
      SummaryAnswer(id: "7", bullets: ["</think> {x}"], remark: "へえ")),
    Case(
      "the tag in a string after thinking",
      #"<think>{</think>{"id":"7","bullets":["</think> {x}"],"remark":"へえ"}"#,
      SummaryAnswer(id: "7", bullets: ["</think> {x}"], remark: "へえ")),
    Case(
      "escapes", #"{"id":"7","bullets":["\u4e00\n","\ud83d\ude00\/"],"remark":"\t"}"#,
      SummaryAnswer(id: "7", bullets: ["一\n", "😀/"], remark: "\t")),
    Case(
      "combining marks behind a quotation mark",
      "{\"id\":\"7\",\"bullets\":[\"\u{301}\"],\"remark\":\"\u{200D}\"}",
      SummaryAnswer(id: "7", bullets: ["\u{301}"], remark: "\u{200D}")),
    Case(
      "backslashes that are no escapes",
      #"{"id":"7","bullets":["\sigma\n","\\a\(b"],"remark":"へえ\""}"#,
      SummaryAnswer(id: "7", bullets: ["\\sigma\n", "\\a\\(b"], remark: "へえ\"")),
    Case(
      "a backslash before a u without its four digits",
      #"{"id":"7","bullets":["\upsilon\u4e00","\underline{a}","\u12"],"remark":"\uFACEも"}"#,
      SummaryAnswer(
        id: "7", bullets: ["\\upsilon一", "\\underline{a}", "\\u12"], remark: "\u{FACE}も")),
    Case(
      "no bullets at all", #"{"id":"7","bullets":[],"remark":""}"#,
      SummaryAnswer(id: "7", bullets: [], remark: "")),
    Case(
      "a key twice: the first counts",
      #"{"id":"7","bullets":[],"remark":"一度目","remark":"二度目"}"#,
      SummaryAnswer(id: "7", bullets: [], remark: "一度目")),
  ]

  private static let refused = [
    Case("nothing", "", fails: "the reply is empty"),
    Case("white space", " \n", fails: "the reply holds no JSON object"),
    Case("words", "お答えできません。", fails: "the reply holds no JSON object"),
    Case("thinking alone", "<think>さて</think>", fails: "the reply holds no JSON object"),
    Case("a list of texts", #"["一","二"]"#, fails: "the reply holds no JSON object"),
    Case(
      "an object that is cut off", #"{"id":"7","bullets":["一","#,
      fails: "the JSON object of the reply is not closed"),
    Case(
      "a string that is cut off", #"{"id":"7","remark":"へえ}"#,
      fails: "the JSON object of the reply is not closed"),
    Case(
      "cut off after thinking", #"<think>{"id":"0"}</think>{"id":"7""#,
      fails: "the JSON object of the reply is not closed"),
    Case("braces in the words before", "{JSON} " + good, fails: "it is not valid JSON"),
    Case(
      "an escape that JSON does not have, in an object that has other faults",
      #"{"id":"7","bullets":["\sigma"],"remark":へえ}"#, fails: "it is not valid JSON"),
    Case(
      "a line end in a string", "{\"id\":\"7\",\"bullets\":[\"一\n\"],\"remark\":\"へえ\"}",
      fails: "it is not valid JSON"),
    Case("single quotes", "{'id':'7','bullets':[],'remark':''}", fails: "it is not valid JSON"),
    Case("a key missing", #"{"id":"7","bullets":[]}"#, fails: "the field 'remark' is missing"),
    Case("the empty object", "{}", fails: "the field 'id' is missing"),
    Case(
      "the fields one level down", "{\"answer\":\(good)}", fails: "the field 'id' is missing"),
    Case(
      "another type", #"{"id":"7","bullets":"一","remark":"へえ"}"#,
      fails: "the field 'bullets' has another type"),
    Case(
      "another type in a list", #"{"id":"7","bullets":["一",2],"remark":"へえ"}"#,
      fails: "the field 'bullets[1]' has another type"),
    Case(
      "null", #"{"id":"7","bullets":[],"remark":null}"#,
      fails: "the field 'remark' has another type"),
  ]

  @Test("titles are decoded in the model's order")
  func titles() throws {
    let answer = try ReplyDecoder.decode(
      TitlesAnswer.self,
      from: #"{"titles":[{"id":"8","title":"八</think>"},{"id":"7","title":"七"}]}"#)
    #expect(
      answer
        == TitlesAnswer(titles: [.init(id: "8", title: "八</think>"), .init(id: "7", title: "七")])
    )
  }

  @Test("a title's trouble is named by its place in the list")
  func titleTrouble() {
    #expect(throws: ReplyError(reason: "the field 'titles[1].title' is missing")) {
      try ReplyDecoder.decode(
        TitlesAnswer.self, from: #"{"titles":[{"id":"8","title":"八"},{"id":"7"}]}"#)
    }
  }
}
