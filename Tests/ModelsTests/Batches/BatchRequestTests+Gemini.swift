import Foundation
import HTTP

@testable import Models

extension BatchRequestTests {
  private static let uploadURL = "https://a.example/upload/v1beta/files?upload_id=x7"

  private static var upload: HTTPRequest {
    var request = post(
      .gemini, "upload-\(key)", uploadURL, "FILE", type: "application/jsonl",
      with: [
        HTTPHeader("X-Goog-Upload-Offset", "0"),
        HTTPHeader("X-Goog-Upload-Command", "upload, finalize"),
      ], limits: file)
    request.credential = nil
    return request
  }

  private static let start = [
    HTTPHeader("X-Goog-Upload-Protocol", "resumable"),
    HTTPHeader("X-Goog-Upload-Command", "start"),
    HTTPHeader("X-Goog-Upload-Header-Content-Length", "4"),
    HTTPHeader("X-Goog-Upload-Header-Content-Type", "application/jsonl"),
  ]

  private static func starts(at base: String, _ url: String) -> Case {
    Case(
      "asks where the file may go, from \(base)", .gemini, base,
      gives: post(
        .gemini, "upload-start-\(key)", url, #"{"file":{"display_name":"\#(key)"}}"#,
        with: start), step(0))
  }

  /// Gemini's steps.
  static let gemini = [
    starts(at: "https://a.example", "https://a.example/upload/v1beta/files"),
    starts(at: "https://a.example/v1beta/", "https://a.example/upload/v1beta/files"),
    starts(at: "https://a.example/to/v1?a=1", "https://a.example/to/upload/v1/files?a=1"),
    Case(
      "sends the file there, without a key", .gemini, "https://a.example", gives: upload,
      step(1, after: answer("", [HTTPHeader("x-goog-upload-url", uploadURL)]))),
    Case(
      "the batch is made of the file", .gemini, "https://a.example",
      gives: post(
        .gemini, "create-\(key)",
        "https://a.example/v1beta/models/test-model:batchGenerateContent",
        #"{"batch":{"displayName":"\#(key)","inputConfig":{"fileName":"files/in-7"}}}"#,
        isAlone: true), step(2, after: answer(#"{"file":{"name":"files/in-7"}}"#))),
    Case(
      "the list", .gemini, "https://a.example/v1beta",
      gives: get(.gemini, "list", "https://a.example/v1beta/batches?pageSize=100")
    ) { try $0.list(nil, $1) },
    Case(
      "the list's next page", .gemini, "https://a.example/v1beta?a=1",
      gives: get(
        .gemini, "list-t+/=".replacing("/", with: "-"),
        "https://a.example/v1beta/batches?pageSize=100&pageToken=t%2B%2F%3D&a=1")
    ) { try $0.list("t+/=", $1) },
    Case(
      "a look", .gemini, "https://a.example",
      gives: get(.gemini, "status-batches-b7", "https://a.example/v1beta/batches/b7")
    ) { try $0.look("batches/b7", $1) },
    Case(
      "the results", .gemini, "https://a.example/v1beta?a=1",
      gives: get(
        .gemini, "results-files-batch-b7",
        "https://a.example/download/v1beta/files/batch-b7:download?alt=media&a=1", limits: file)
    ) { try $0.results("files/batch-b7", $1) },
    Case(
      "a cancel", .gemini, "https://a.example",
      gives: post(
        .gemini, "cancel-batches-b7", "https://a.example/v1beta/batches/b7:cancel")
    ) { try $0.cancel("batches/b7", $1) },
  ]
}
