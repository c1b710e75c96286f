import Foundation
import HTTP
import JSONText

extension BatchDialect {
  /// Gemini's batches, always by file: https://ai.google.dev/gemini-api/docs/batch-api.
  ///
  /// A batch whose questions stand in the request itself has its answers in the status, and some have
  /// grown too large to be fetched at all.
  static let gemini = BatchDialect(
    // The provider takes 2 GB; what a batch brings back must fit into one answer of ours.
    limits: BatchLimits(requests: 50_000, bytes: 200_000_000, seconds: 50 * 3600),
    entry: { key, body, _ in
      Array(#"{"key":"\#(key)","request":"#.utf8) + body + Array("}".utf8)
    },
    frame: { _ in BatchFrame() },
    create: [geminiStart, geminiUpload, geminiCreate],
    created: { try geminiStatus(try object($0), in: $0) },
    // Nothing says in which order they come.
    keepsKey: true,
    listsNewestFirst: false,
    list: { after, profile in
      profile.batchGet(
        "list" + (after.map { "-\($0.exchangePart)" } ?? ""),
        from: profile.version("v1beta") + "/batches",
        query: "pageSize=100" + (after.map { "&pageToken=\($0.partEscaped)" } ?? ""))
    },
    listed: { response in
      let page = try object(response)
      // A list of long-running operations, as Google's interfaces have it.
      let batches = try page["operations"].items.map { try geminiStatus($0, in: response) }
      let next = page["nextPageToken"].text ?? ""
      return (batches, next.isEmpty ? nil : next)
    },
    look: { id, profile in
      profile.batchGet(
        "status-\(id.exchangePart)", from: "\(profile.version("v1beta"))/\(id.pathEscaped)")
    },
    status: { try geminiStatus(try object($0), in: $0) },
    results: { name, profile in
      profile.of("download").batchGet(
        "results-\(name.exchangePart)", from: "/\(name.pathEscaped):download", query: "alt=media",
        limits: .file)
    },
    answer: geminiAnswer,
    cancel: { id, profile in
      profile.batchPost(
        "cancel-\(id.exchangePart)", to: "\(profile.version("v1beta"))/\(id.pathEscaped):cancel")
    })
}

/// The way of a batch's file to Google.
extension BatchDialect {
  /// Asks where the file may be sent.
  @Sendable private static func geminiStart(
    order: BatchOrder, file: [UInt8], _: HTTPResponse?, profile: ModelProfile
  ) throws -> HTTPRequest {
    let body: JSON = ["file": ["display_name": .text(order.key)]]
    var request = profile.of("upload").batchPost(
      "upload-start-\(order.key)", try body.bytes(), to: "/files")
    request.headers += [
      HTTPHeader("X-Goog-Upload-Protocol", "resumable"),
      HTTPHeader("X-Goog-Upload-Command", "start"),
      HTTPHeader("X-Goog-Upload-Header-Content-Length", "\(file.count)"),
      HTTPHeader("X-Goog-Upload-Header-Content-Type", geminiFileType),
    ]
    return request
  }

  /// Sends the file; the address is allowed to do that, so no key goes there.
  @Sendable private static func geminiUpload(
    order: BatchOrder, file: [UInt8], answer: HTTPResponse?, profile: ModelProfile
  ) throws -> HTTPRequest {
    var request = profile.batchPost(
      "upload-\(order.key)", file, to: "", contentType: geminiFileType, limits: .file)
    request.headers += [
      HTTPHeader("X-Goog-Upload-Offset", "0"),
      HTTPHeader("X-Goog-Upload-Command", "upload, finalize"),
    ]
    request.url = try profile.own(answer?.headers["x-goog-upload-url"])
    request.credential = nil
    request.signature = nil
    return request
  }

  /// Makes the batch of the file.
  @Sendable private static func geminiCreate(
    order: BatchOrder, _: [UInt8], answer: HTTPResponse?, profile: ModelProfile
  ) throws -> HTTPRequest {
    let answer = answer ?? HTTPResponse(status: 200)
    let file = try text("name", of: try object(answer)["file"], in: answer)
    let body: JSON = [
      "batch": ["displayName": .text(order.key), "inputConfig": ["fileName": .text(file)]]
    ]
    return profile.batchPost(
      "create-\(order.key)", try body.bytes(), to: profile.geminiMethod("batchGenerateContent")
    ).alone
  }

  private static let geminiFileType = "application/jsonl"
}

/// What Google says of a batch, which is an operation that takes long.
extension BatchDialect {
  private static func geminiStatus(
    _ operation: JSON, in response: HTTPResponse
  ) throws -> BatchStatus {
    let batch = operation["metadata"]
    let counts = batch["batchStats"]
    let file = batch["output"]["responsesFile"].text ?? operation["response"]["responsesFile"].text
    return BatchStatus(
      id: try text("name", of: operation, in: response), key: batch["displayName"].text,
      created: batch["createTime"].text.flatMap { Date(providerText: $0) },
      phase: geminiPhase(operation, hasResults: file != nil),
      total: counts["requestCount"].count, answered: counts["successfulRequestCount"].count ?? 0,
      failed: counts["failedRequestCount"].count ?? 0, results: file.map { [$0] } ?? [])
  }

  private static func geminiPhase(_ operation: JSON, hasResults: Bool) -> BatchStatus.Phase {
    // `BATCH_STATE_FAILED`, and in the provider's own libraries `JOB_STATE_FAILED`.
    let state = operation["metadata"]["state"].text ?? ""
    switch state.split(separator: "_", maxSplits: 2).last {
    case "SUCCEEDED", "PARTIALLY_SUCCEEDED", "CANCELLED", "EXPIRED": return .ended
    case "CANCELLING": return .stopping
    // Answers are paid for, whatever the batch is called.
    case "FAILED": return hasResults ? .ended : .refused([geminiObjection(operation["error"])])
    // An operation says by itself whether it is done, whatever its state is called.
    default:
      guard operation["done"] == true else { return .waiting }
      return operation["error"] == .null || hasResults
        ? .ended : .refused([geminiObjection(operation["error"])])
    }
  }

  private static func geminiObjection(_ error: JSON) -> BatchStatus.Objection {
    let status = error["code"].integer.flatMap(GoogleStatus.init(code:))
    return BatchStatus.Objection(
      code: status?.name ?? "failed",
      message: error["message"].text ?? "the provider gives no reason")
  }

  @Sendable private static func geminiAnswer(
    _ line: ArraySlice<UInt8>, _ profile: ModelProfile
  ) throws -> BatchAnswer {
    let head = try head(GeminiLine.self, of: line)
    if head.response != nil, let body = line.jsonMember("response") {
      return BatchAnswer(
        key: head.key, outcome: try outcome(status: 200, body: body, profile))
    }
    guard let error = head.error, let bytes = line.jsonMember("error") else {
      throw unreadable(line, because: "it holds neither an answer nor an error")
    }
    let code = error.code ?? 0
    let status = GoogleStatus(code: code)?.httpStatus ?? code
    // The status of a request that was given up.
    if status == 499 {
      return BatchAnswer(key: head.key, outcome: .unasked(error.message ?? "it was stopped"))
    }
    return BatchAnswer(
      key: head.key,
      outcome: try outcome(
        status: (400...599).contains(status) ? status : 500, body: errorBody(bytes), profile))
  }
}

extension ModelProfile {
  /// The profile with another service of the provider before the version, such as `upload`.
  fileprivate func of(_ service: String) -> ModelProfile {
    let parts = baseURL.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var root = String(parts[0])
    while root.hasSuffix("/") { root.removeLast() }
    var version = version("v1beta")
    if version.isEmpty {
      version = "/" + (root.split(separator: "/").last ?? "")
      root.removeLast(version.count)
    }
    var profile = self
    profile.baseURL = "\(root)/\(service)\(version)" + (parts.count == 2 ? "?\(parts[1])" : "")
    return profile
  }

  /// An address that an answer names, where it is one of the profile's server.
  fileprivate func own(_ address: String?) throws -> String {
    guard let address, let there = HTTPURL(address), let here = HTTPURL(baseURL) else {
      throw ModelError(.unreadable, status: 200, message: "it names no address for the upload")
    }
    guard there.scheme == here.scheme, there.host == here.host, there.port == here.port,
      !there.hasUserInfo
    else {
      throw ModelError(
        .unreadable, status: 200,
        message: "the upload is to go to \(there.scheme)://\(there.host), which is not the server "
          + "that the profile names")
    }
    return address
  }
}

extension JSON {
  /// A number that may be written as text, as Google writes 64-bit numbers.
  fileprivate var count: Int? { integer ?? text.flatMap { Int($0) } }
}

/// A line of the results, without the response in it.
private struct GeminiLine: JSONObjectReadable {
  /// Anything at all.
  struct Response: JSONReadable {
    init(json: JSONElement) throws(JSONError) {}
  }
  struct Failure: JSONObjectReadable {
    let code: Int?
    let message: String?

    init(from fields: inout JSONFields) throws(JSONError) {
      code = try fields.readIfPresent("code")
      message = try fields.readIfPresent("message")
    }
  }
  let key: String
  let response: Response?
  let error: Failure?

  init(from fields: inout JSONFields) throws(JSONError) {
    key = try fields.read("key")
    response = try fields.readIfPresent("response")
    error = try fields.readIfPresent("error")
  }
}
