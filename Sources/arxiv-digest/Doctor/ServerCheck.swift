import Foundation
import HTTP
import Models

/// Asks a model's server for something that costs nothing.
struct ServerCheck {
  /// The profile whose server is asked.
  let member: ResolvedProfile
  /// Sends the request.
  let http: HTTPClient

  /// Time to connect, and time in all; somebody waits.
  static let limits = HTTPRequest.Limits(
    connect: .seconds(5), total: .seconds(10), bodyBytes: 8 << 20)

  /// Whether the key is there.
  func key() -> Diagnosis {
    let name = "key \(member.profile.name)"
    do {
      _ = try member.opened()
      return .ok(name, member.keys.source.map { "set (\($0))" } ?? "not needed")
    } catch { return .failure(name, "\(error)") }
  }

  /// Whether the server answers and takes the key, with the server's clock.
  ///
  /// Throws `CancellationError` alone.
  func answer() async throws -> (finding: Diagnosis, date: Date?) {
    let name = "server \(member.profile.name)"
    // Without a key, or with one that must not be sent, the server is asked without.
    let profile = (try? member.opened()) ?? member.profile
    do {
      let request = try profile.probe(limits: Self.limits)
      let response = try await http.send(request)
      if let error = profile.objection(to: request, in: response) {
        return (.failure(name, "\(error); \(advice(error))"), response.date)
      }
      return (finding(name, response), response.date)
    } catch let error as CancellationError { throw error } catch {
      return (.failure(name, words(for: error)), nil)
    }
  }

  private func words(for error: any Error) -> String {
    switch error as? HTTPError {
    case .nameNotFound(let host, _): "the name \(host) cannot be found; \(advice(error))"
    // The limit is ours, so the profile's own is no help.
    case .timedOut:
      "\(error); is the server up, and does it speak \(member.keys.url.scheme)? check the network, its "
        + "proxy (https_proxy) and the base URL \(member.keys.url.withoutQuery)"
    default: "\(error); \(advice(error))"
    }
  }

  private func finding(_ name: String, _ response: HTTPResponse) -> Diagnosis {
    let said = "\(member.keys.url.host) answered \(response.status)"
    return response.status >= 500
      ? .warning(name, "\(said); it is in trouble, try again later") : .ok(name, said)
  }

  private func advice(_ error: any Error) -> String {
    ModelAdvice(profile: member.profile, keyVariable: member.keys.variable).text(for: error)
      ?? "look into the profile in digest.json"
  }
}
