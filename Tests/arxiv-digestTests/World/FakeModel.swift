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
    /// Why the question is put again; nil where it is not.
    let reason: String?

    /// Reads the question in a request.
    init(_ request: LoopbackServer.Request, in dialect: FakeDialect) throws {
      let body = try JSONDecoder().decode(JSON.self, from: Data(request.body))
      let asked = try dialect.read(body)
      stage = asked.system.contains(#"{"titles":"#) ? "translate" : "summarize"
      system = asked.system
      let lines = asked.user.split(separator: "\n")
      ids = lines.filter { $0.hasPrefix("id: ") }.map { String($0.dropFirst("id: ".count)) }
      format = asked.format
      cap = asked.cap
      reason = lines.drop { !$0.hasSuffix("（英語）。") }.dropFirst().first.map(String.init)
    }
  }

  /// Answers a question; the titles of some papers may be missing.
  static func answer(
    _ question: Question, fault: Fault?, without missing: Set<String> = [],
    in dialect: FakeDialect
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
      let said = try said(to: question, fault: fault, without: missing)
      return .answer(
        status: 200, headers: [HTTPHeader("Content-Type", "application/json")],
        body: try dialect.write(said).bytes())
    }
  }

  private static func said(
    to question: Question, fault: Fault?, without missing: Set<String>
  ) throws -> FakeDialect.Said {
    switch fault {
    case .notJSON: .init(text: "申し訳ありませんが、要約は次のとおりです。")
    case .truncated: .init(text: #"{"id":"#, end: .cut)
    case .looping:
      .init(text: #"{"id":""# + String(repeating: "同じことの繰り返し、", count: 30), end: .cut)
    case .refused: .init(text: "お答えできません。", end: .declined)
    case .filtered: .init(text: "", end: .withheld)
    default: .init(text: try text(for: question, fault: fault, without: missing))
    }
  }

  private static func text(
    for question: Question, fault: Fault?, without missing: Set<String>
  ) throws -> String {
    if question.stage == "translate" {
      let ids = question.ids.filter { question.ids.count == 1 || !missing.contains($0) }
      return try text([
        "titles": .list(ids.map { ["id": .text($0), "title": .text("論文\($0)の題目")] })
      ])
    }
    let id = question.ids[0]
    var bullets = ["背景を述べる文", "課題を述べる文", "提案を述べる文", "結果を述べる文"].map { "\(id)の\($0)" }
    if case .bullets(let count) = fault {
      bullets = (0..<count).map { "\(id)の\($0)番目の文" }
    }
    if fault == .englishBullet { bullets[1] = "The known methods break down at low bit widths" }
    let echoed = fault == .wrongID ? "2407.99999" : id
    return try text([
      "id": .text(echoed), "bullets": .list(bullets.map { .text($0) }),
      "remark": "これは気になる論文だね",
    ])
  }

  private static func text(_ json: JSON) throws -> String {
    String(decoding: try json.bytes(), as: UTF8.self)
  }
}
