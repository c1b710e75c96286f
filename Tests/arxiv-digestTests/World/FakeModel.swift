import Foundation
import HTTP
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
    /// An answer without a choice.
    case noChoice
    /// A body that breaks off.
    case cutBody
    /// An error status.
    case status(Int, [String: String] = [:])
    /// Silence.
    case stall
    /// Silence until the world lets go.
    case hold
    /// The output limit was reached.
    case truncated
    /// The model declines.
    case refused
  }

  /// What the program asked.
  struct Question: Sendable, Equatable {
    /// `translate` or `summarize`.
    let stage: String
    /// The papers, in the order of the question.
    let ids: [String]
    /// The text with the instructions.
    let system: String

    private struct Body: Decodable {
      struct Message: Decodable {
        let content: String
      }
      struct Format: Decodable {
        struct Schema: Decodable {
          let name: String
        }
        let jsonSchema: Schema
      }
      let messages: [Message]
      let responseFormat: Format
    }

    /// Reads the question in a request.
    init(_ request: LoopbackServer.Request) throws {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      let body = try decoder.decode(Body.self, from: Data(request.body))
      stage = body.responseFormat.jsonSchema.name == "paper_titles" ? "translate" : "summarize"
      system = body.messages[0].content
      ids = body.messages[1].content.split(separator: "\n").filter { $0.hasPrefix("id: ") }
        .map { String($0.dropFirst("id: ".count)) }
    }
  }

  /// Answers a question.
  static func answer(_ question: Question, fault: Fault?) throws -> LoopbackServer.Reply {
    switch fault {
    case .status(let status, let headers):
      let body = #"{"error":{"message":"a fault of the test","type":"test"}}"#
      return .answer(
        status: status, headers: headers.map { HTTPHeader($0.key, $0.value) },
        body: Array(body.utf8))
    case .stall, .hold: return .stall
    case .noChoice: return .text(#"{"choices":[],"usage":{}}"#)
    case .notJSON: return try reply("申し訳ありませんが、要約は次のとおりです。")
    case .truncated: return try reply(#"{"id":"#, finish: "length")
    case .refused: return try reply(nil, refusal: "お答えできません。")
    case .cutBody:
      return .cut(Array(#"{"choices":[{"message":{"#.utf8), announcing: 500)
    case .bullets, .englishBullet, .wrongID, nil:
      return try reply(text(for: question, fault: fault))
    }
  }

  private static func text(for question: Question, fault: Fault?) throws -> String {
    if question.stage == "translate" {
      let titles = question.ids.map { ["id": $0, "title": "論文\($0)の題目"] }
      return try json(["titles": titles])
    }
    let id = question.ids[0]
    var bullets = ["背景を述べる文", "課題を述べる文", "提案を述べる文", "結果を述べる文"].map { "\(id)の\($0)" }
    if case .bullets(let count) = fault {
      bullets = (0..<count).map { "\(id)の\($0)番目の文" }
    }
    if fault == .englishBullet { bullets[1] = "The known methods break down at low bit widths" }
    let echoed = fault == .wrongID ? "2407.99999" : id
    return try json(["id": echoed, "bullets": bullets, "remark": "これは気になる論文だね"])
  }

  private static func reply(
    _ text: String?, finish: String = "stop", refusal: String? = nil
  ) throws -> LoopbackServer.Reply {
    let message: [String: Any] = [
      "role": "assistant", "content": text ?? NSNull(), "refusal": refusal ?? NSNull(),
    ]
    let body = try json([
      "id": "test", "object": "chat.completion", "model": "test-model-snapshot",
      "choices": [["index": 0, "finish_reason": finish, "message": message]],
      "usage": [
        "prompt_tokens": 1000, "completion_tokens": 200,
        "prompt_tokens_details": ["cached_tokens": 400],
      ],
    ])
    return .text(body, headers: [HTTPHeader("Content-Type", "application/json")])
  }

  private static func json(_ value: Any) throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self)
  }
}
