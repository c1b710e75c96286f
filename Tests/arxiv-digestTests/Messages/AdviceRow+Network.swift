import HTTP
import Models

@testable import arxiv_digest

extension AdviceRow {
  private static func name(_ address: String, _ hint: String = "") -> String {
    "check the server's name in the base URL \(address), and the network\(hint)"
  }

  /// No answer came.
  static let ofNetwork: [AdviceRow] = [
    AdviceRow(
      remote, HTTPError.invalidRequest("x"),
      "look for blanks and line breaks in baseURL, extraHeaders and the key"),
    AdviceRow(
      remote, HTTPError.nameNotFound(host: "a", reason: "b"), name("https://model.example/v1")),
    AdviceRow(
      amazon, HTTPError.nameNotFound(host: "a", reason: "b"),
      name("https://bedrock-runtime.us-east-1.amazonaws.com", "; the region is a part of it")),
    AdviceRow(
      azure, HTTPError.nameNotFound(host: "a", reason: "b"),
      name(
        "https://YOUR-RESOURCE.openai.azure.com/v1",
        "; put your resource's own name in the place of YOUR-RESOURCE")),
    AdviceRow(
      remote, HTTPError.unreachable(host: "a", reason: "b"),
      "check the network and its proxy (https_proxy), and the base URL https://model.example/v1"),
    AdviceRow(
      local, HTTPError.unreachable(host: "a", reason: "b"),
      "is the server running, and at this port? start it with: ollama serve, or change the base URL "
        + "http://localhost:11434"),
    AdviceRow(
      remote, HTTPError.timedOut(host: "a", reason: "b"),
      "try again later, or raise limits.timeoutSeconds of the profile"),
    AdviceRow(
      local, HTTPError.timedOut(host: "a", reason: "b"),
      "the server may still be loading the model; try again, or raise limits.timeoutSeconds"),
    AdviceRow(
      remote, HTTPError.tlsFailed(host: "a", reason: "b"),
      "in a network with certificates of its own, name their file in SSL_CERT_FILE; a server on this "
        + "machine mostly wants http:// in its base URL"),
    AdviceRow(
      remote, HTTPError.connectionLost(host: "a", reason: "b"),
      "try again; if it stays, look into the server's log or check the proxy (https_proxy)"),
    AdviceRow(
      remote, HTTPError.bodyTooLarge(host: "a", limit: 1),
      "check the base URL https://model.example/v1: a model's reply is not that large"),
    AdviceRow(
      remote, HTTPError.redirectRefused(from: "a", to: "b", reason: "c"),
      "if the new address is the provider's, put it into the profile as its base URL"),
    AdviceRow(
      remote, HTTPError.waitTooLong(host: "a", seconds: 1),
      "try again later, or use another profile with --model"),
    AdviceRow(
      remote, HTTPError.noRecording(name: "a", folder: "b"), "repeat the check without a recording"),
    AdviceRow(
      remote, HTTPError.recordingFailed(file: "a", reason: "b"),
      "repeat the check without a recording"),
    AdviceRow(
      remote, HTTPError.paceFileFailed(file: "a", reason: "b"),
      "remove the file; the next request makes it anew"),
    AdviceRow(remote, HTTPError.engine("a"), "install libcurl anew"),
  ]
}
