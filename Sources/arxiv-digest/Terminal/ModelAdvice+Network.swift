import HTTP
import Models

extension ModelAdvice {
  /// What to do where no answer came.
  func words(on error: HTTPError) -> String {
    switch error {
    case .invalidRequest:
      "look for blanks and line breaks in baseURL, extraHeaders and the key"
    case .nameNotFound:
      "check the server's name in the base URL \(address), and the network\(nameHint)"
    case .unreachable:
      isLocal
        ? "is the server running, and at this port\(schemeHint)? start it\(startHint), or change the "
          + "base URL "
          + address
        : "check the network and its proxy (https_proxy), and the base URL \(address)"
    case .timedOut:
      isLocal
        ? "the server may still be loading the model; try again, or raise limits.timeoutSeconds"
        : "try again later, or raise limits.timeoutSeconds of the profile"
    case .tlsFailed:
      "in a network with certificates of its own, name their file in SSL_CERT_FILE; a server on this "
        + "machine mostly wants http:// in its base URL"
    case .connectionLost:
      "try again; if it stays, look into the server's log or check the proxy (https_proxy)"
    case .bodyTooLarge:
      "check the base URL \(address): a model's reply is not that large"
    case .redirectRefused:
      "if the new address is the provider's, put it into the profile as its base URL"
    case .waitTooLong:
      "try again later, or use another profile with --model"
    case .noRecording, .recordingFailed:
      "repeat the check without a recording"
    case .paceFileFailed:
      "remove the file; the next request makes it anew"
    case .engine:
      "install libcurl anew"
    }
  }

  private var nameHint: String {
    if profile.kind == .bedrock { return "; the region is a part of it" }
    return profile.baseURL.contains("YOUR-RESOURCE")
      ? "; put your resource's own name in the place of YOUR-RESOURCE" : ""
  }

  private var schemeHint: String {
    address.hasPrefix("https:") ? ", and does it speak https" : ""
  }

  private var startHint: String {
    profile.kind == .ollama ? " with: ollama serve" : ""
  }
}
