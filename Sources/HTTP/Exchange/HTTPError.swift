/// Why no answer came; an answer with an error status is not one of these.
package enum HTTPError: Error, Equatable {
  /// The request could not be written: a bad URL, or a header that holds a line break.
  case invalidRequest(String)
  /// The name of the server, or of the proxy on the way to it, leads to no address.
  case nameNotFound(host: String, reason: String)
  /// No connection came about.
  case unreachable(host: String, reason: String)
  /// The connect or total time limit passed.
  case timedOut(host: String, reason: String)
  /// The server's certificate or the handshake was not acceptable.
  case tlsFailed(host: String, reason: String)
  /// The connection broke, or the body was shorter than announced or could not be decompressed.
  case connectionLost(host: String, reason: String)
  /// The body passed the request's limit.
  case bodyTooLarge(host: String, limit: Int)
  /// A redirect was not followed; the reason says which rule forbade it.
  case redirectRefused(from: String, to: String, reason: String)
  /// The server asks for a longer wait than this run is ready to make.
  case waitTooLong(host: String, seconds: Int)
  /// The replay folder has no such exchange.
  case noRecording(name: String, folder: String)
  /// A recording could not be read or written.
  case recordingFailed(file: String, reason: String)
  /// The file that keeps all processes to one pace cannot be used.
  case paceFileFailed(file: String, reason: String)
  /// libcurl itself could not work.
  case engine(String)

  /// True where the same request may well succeed a little later.
  package var isTransient: Bool {
    switch self {
    case .nameNotFound, .unreachable, .timedOut, .connectionLost: true
    case .invalidRequest, .tlsFailed, .bodyTooLarge, .redirectRefused, .waitTooLong, .noRecording,
      .recordingFailed, .paceFileFailed, .engine:
      false
    }
  }
}

extension HTTPError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .invalidRequest(let reason):
      "the request cannot be sent: \(reason)"
    case .nameNotFound(let host, let reason):
      "the name \(host) cannot be found (\(reason)); check the address and the network"
    case .unreachable(let host, let reason):
      "\(host) cannot be reached: \(reason)"
    case .timedOut(let host, let reason):
      "\(host) did not answer in time: \(reason)"
    case .tlsFailed(let host, let reason):
      "no trusted connection to \(host): \(reason)"
    case .connectionLost(let host, let reason):
      "the answer of \(host) broke off: \(reason)"
    case .bodyTooLarge(let host, let limit):
      "the answer of \(host) is larger than \(limit) bytes"
    case .redirectRefused(let from, let to, let reason):
      "\(from) redirects to \(to): \(reason)"
    case .waitTooLong(let host, let seconds):
      "\(host) asks to wait \(seconds) seconds, which is longer than this run waits"
    case .noRecording(let name, let folder):
      "\(folder) holds no exchange '\(name)'; record it with: --record \(folder)"
    case .recordingFailed(let file, let reason):
      "\(file): this recorded exchange cannot be used: \(reason); record it anew, or run without a "
        + "recording"
    case .paceFileFailed(let file, let reason):
      "\(file): \(reason); it keeps all processes of this machine to one pace. Remove it, or name "
        + "another file with ARXIV_PACE_FILE"
    case .engine(let reason):
      "libcurl: \(reason)"
    }
  }
}
