import Foundation
import HTTP
import Models
import TestSupport

/// The test's model: answers as a good one would, unless a paper is to have a fault.
enum FakeModel {
  /// What is wrong with the answer about a paper.
  enum Fault: Sendable, Equatable {
    /// So many bullets.
    case bullets(Int)
    /// The second bullet in English.
    case englishBullet
    /// The identifier of another paper.
    case wrongID
    /// No JSON.
    case notJSON
    /// No title, where it is asked for together with others.
    case noTitle
    /// This title, in an answer that is good otherwise.
    case title(String)
    /// These bullets.
    case texts([String])
    /// This reply, word for word.
    case words(String)
    /// The output limit was reached.
    case truncated
    /// The output limit was reached by a model that repeats itself.
    case looping
    /// The model declines.
    case refused
    /// A filter withholds the answer.
    case filtered
    /// The server's own trouble, in its own words.
    case trouble(FakeDialect.Trouble)
    /// An answer that is JSON and no reply.
    case noReply
    /// An answer that is no JSON.
    case malformed
    /// An answer without a body.
    case emptyBody
    /// A body that breaks off.
    case cutBody
    /// A body that says it is compressed, and is not.
    case garbledBody
    /// A redirect to another server.
    case redirect(String)
    /// Silence.
    case stall
    /// Silence in the middle of a body.
    case stalledBody
    /// Silence until the world lets go.
    case hold
  }

  /// What the program asked.
  struct Question: Sendable, Equatable {
    /// `translate` or `summarize`.
    let stage: String
    /// The papers, in the order of the question.
    let ids: [String]
    /// The text with the instructions.
    let system: String
    /// How JSON is asked for: `schema`, `object` or `prompt`.
    let format: String
    /// Tokens that the reply may have.
    let cap: Int
    /// What was found in the last answer, a line of JSON for each finding; nil where the question is
    /// put for the first time.
    let findings: [String]?
    /// The last answer, as it is shown; nil where the question is put for the first time.
    let answer: String?

    /// Why the question is put again, in the words of the first finding.
    var reason: String? {
      findings?.first.flatMap { try? JSONDecoder().decode(JSON.self, from: Data($0.utf8)) }?[
        "message"
      ].text
    }

    /// Reads the question in a request.
    init(_ request: LoopbackServer.Request, in dialect: FakeDialect) throws {
      let body = try JSONDecoder().decode(JSON.self, from: Data(request.body))
      self.init(try dialect.read(body))
    }

    /// Takes a question apart.
    init(_ asked: FakeDialect.Asked) {
      stage = asked.system.contains(#"{"titles":"#) ? "translate" : "summarize"
      system = asked.system
      let parts = asked.user.components(separatedBy: "\n# 前回の返答\n")
      let lines = parts[0].split(separator: "\n")
      ids = lines.filter { $0.hasPrefix("id: ") }.map { String($0.dropFirst("id: ".count)) }
      format = asked.format
      cap = asked.cap
      let blocks = parts.count > 1 ? Self.blocks(of: parts[1]) : []
      findings = blocks.first?.components(separatedBy: "\n")
      answer = blocks.last
    }

    /// What stands between the fences of a text: the first line of nothing but equals signs tells how
    /// long a fence is.
    private static func blocks(of text: String) -> [String] {
      let lines = text.components(separatedBy: "\n")
      guard let fence = lines.first(where: { $0.hasPrefix("==") && $0.allSatisfy { $0 == "=" } })
      else { return [] }
      let parts = lines.split(separator: fence, omittingEmptySubsequences: false)
      return stride(from: 1, to: parts.count, by: 2).map { parts[$0].joined(separator: "\n") }
    }
  }

  /// Answers a question, whose body has so many bytes where tokens are to be counted; the titles of some papers may be missing or of the test's own making.
  static func answer(
    _ question: Question, fault: Fault?, titles: [String: Fault] = [:], in dialect: FakeDialect,
    size: Int? = nil
  ) throws -> LoopbackServer.Reply {
    switch fault {
    case .trouble(let trouble):
      let failure = dialect.fail(trouble, "a fault of the test")
      return .answer(
        status: failure.status, headers: failure.headers, body: try failure.body.bytes())
    case .stall, .hold: return .stall
    case .stalledBody: return .stall(Array("{".utf8), announcing: 500)
    case .cutBody: return .cut(Array("{".utf8), announcing: 500)
    case .noReply: return .text(#"{"usage":{}}"#)
    case .malformed: return .text(#"{"choices":[{"#)
    case .emptyBody: return .text("")
    case .garbledBody:
      return .text("no gzip", headers: [HTTPHeader("Content-Encoding", "gzip")])
    case .redirect(let url):
      return .status(307, headers: [HTTPHeader("Location", url)])
    default:
      var said = try said(to: question, fault: fault, titles: titles)
      // About four bytes of a question make a token, and three of an answer.
      if let size {
        said.counts = .init(input: size / 4, cached: 0, output: said.text.utf8.count / 3)
      }
      return .answer(
        status: 200, headers: [HTTPHeader("Content-Type", "application/json")],
        body: try dialect.write(said).bytes())
    }
  }

  /// What the model says to a question, where the fault is none of its server.
  static func said(
    to question: Question, fault: Fault? = nil, titles: [String: Fault] = [:]
  ) throws -> FakeDialect.Said {
    switch fault {
    case .notJSON: .init(text: "申し訳ありませんが、要約は次のとおりです。")
    case .truncated: .init(text: #"{"id":"#, end: .cut)
    case .looping:
      .init(text: #"{"id":""# + String(repeating: "同じことの繰り返し、", count: 30), end: .cut)
    case .refused: .init(text: "お答えできません。", end: .declined)
    case .filtered: .init(text: "", end: .withheld)
    case .words(let words): .init(text: words)
    default: .init(text: try text(for: question, fault: fault, titles: titles))
    }
  }

  private static func text(
    for question: Question, fault: Fault?, titles: [String: Fault]
  ) throws -> String {
    if question.stage == "translate" {
      let ids = question.ids.filter { question.ids.count == 1 || titles[$0] != .noTitle }
      return try text([
        "titles": .list(ids.map { ["id": .text($0), "title": .text(title(of: $0, titles[$0]))] })
      ])
    }
    let id = question.ids[0]
    let sentences = [
      "記録の少ない港の潮位を扱う", "観測の欠けた日に誤差が広がる", "隣町から借りた波形で補う学習法を示す",
      "予測の外れを半減できると実験で確かめた", "公開した実装は誰でも試せる",
    ]
    var count = 4
    if case .bullets(let wrong) = fault { count = wrong }
    var bullets = sentences.prefix(count).map { "\($0)（\(id.inKana)）" }
    if case .texts(let texts) = fault { bullets = texts }
    if fault == .englishBullet { bullets[1] = "The known methods break down at low bit widths" }
    let echoed = fault == .wrongID ? "2407.99999" : id
    return try text([
      "id": .text(echoed), "bullets": .list(bullets.map { .text($0) }),
      "remark": "これは気になる論文だね",
    ])
  }

  private static func title(of id: String, _ fault: Fault?) -> String {
    if case .title(let title) = fault { title } else { "論文\(id.inKana)の題目" }
  }

  private static func text(_ json: JSON) throws -> String {
    String(decoding: try json.bytes(), as: UTF8.self)
  }
}
