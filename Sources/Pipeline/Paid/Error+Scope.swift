import HTTP
import Models

/// Whose trouble a failed question is: the paper's, the server's, or everybody's.
extension Error {
  /// True where every other paper would meet the same, so that going on would only burn requests.
  var concernsEveryPaper: Bool {
    switch self {
    case is LeftAlone, is BudgetSpent: false
    case let error as ModelError: error.concernsEveryPaper
    case let error as HTTPError:
      switch error {
      case .nameNotFound, .unreachable, .tlsFailed, .redirectRefused, .invalidRequest,
        .recordingFailed, .paceFileFailed, .engine:
        true
      case .timedOut, .connectionLost, .bodyTooLarge, .waitTooLong, .noRecording: false
      }
    default: true
    }
  }

  /// True where the server cannot be reached now, and nothing was sent that could be paid for.
  var isOutage: Bool {
    switch self as? HTTPError {
    case .unreachable, .nameNotFound: true
    default: false
    }
  }

  /// True where the server is in trouble and not the paper: another question may fare no better.
  var isServerTrouble: Bool {
    switch self {
    case let error as ModelError: !error.isAboutContent
    case let error as HTTPError:
      switch error {
      case .timedOut, .connectionLost, .waitTooLong, .unreachable, .nameNotFound: true
      default: false
      }
    default: false
    }
  }

  /// True where the same may well succeed a little later.
  var isPassing: Bool {
    switch self {
    case let error as ModelError: error.kind.isPassing
    case let error as HTTPError: error.isTransient
    default: false
    }
  }
}
