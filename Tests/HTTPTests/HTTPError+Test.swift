import HTTP

extension HTTPError {
  /// The same error without the part that libcurl or Foundation words, differently in each version.
  var withoutReason: HTTPError {
    switch self {
    case .nameNotFound(let host, _): .nameNotFound(host: host, reason: "")
    case .unreachable(let host, _): .unreachable(host: host, reason: "")
    case .timedOut(let host, _): .timedOut(host: host, reason: "")
    case .tlsFailed(let host, _): .tlsFailed(host: host, reason: "")
    case .connectionLost(let host, _): .connectionLost(host: host, reason: "")
    case .recordingFailed(let file, _): .recordingFailed(file: file, reason: "")
    case .paceFileFailed(let file, _): .paceFileFailed(file: file, reason: "")
    case .invalidRequest, .bodyTooLarge, .redirectRefused, .waitTooLong, .noRecording, .engine: self
    }
  }
}
