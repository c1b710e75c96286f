import Foundation
import HTTP
import TestSupport

/// The test's OAI-PMH server: hands a list out in pages of two records, by day of change.
final class FakeOAI: Sendable {
  private let server: LoopbackServer
  private let paths: Locked<[String]>

  /// Starts a server with some papers; `fault` may answer a request by its number in its place.
  init(
    papers: [FakePaper], fault: @escaping @Sendable (Int) -> LoopbackServer.Reply? = { _ in nil }
  ) throws {
    let paths = Locked<[String]>([])
    self.paths = paths
    server = try LoopbackServer { request in
      let number = paths.withLock { paths in
        paths.append(request.path)
        return paths.count
      }
      return fault(number) ?? Self.answer(request.path, papers)
    }
  }

  /// The address.
  var url: String { server.baseURL + "/oai" }

  /// The queries so far.
  var queries: [String] {
    paths.withLock { $0 }.map { String($0.split(separator: "?").last ?? "") }
  }

  private static func answer(_ path: String, _ papers: [FakePaper]) -> LoopbackServer.Reply {
    let items = URLComponents(string: path)?.queryItems ?? []
    func value(_ name: String) -> String? { items.first { $0.name == name }?.value }
    var wanted = papers
    if let identifier = value("identifier") {
      wanted = papers.filter { "oai:arXiv.org:\($0.id)" == identifier }
    }
    let start = value("resumptionToken").flatMap { Int($0.split(separator: "=").last ?? "") } ?? 0
    let page = wanted.dropFirst(start).prefix(2)
    let next = start + 2 < wanted.count ? "skip=\(start + 2)" : ""
    let token = wanted.count > 2 ? "<resumptionToken>\(next)</resumptionToken>" : ""
    let verb = value("verb") ?? ""
    let body =
      wanted.isEmpty
      ? "<error code=\"\(verb == "GetRecord" ? "idDoesNotExist" : "noRecordsMatch")\">none</error>"
      : "<\(verb)>\(page.map(\.oaiRecord).joined())\(token)</\(verb)>"
    return .text(
      """
      <?xml version='1.0' encoding='UTF-8'?>
      <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">\(body)</OAI-PMH>
      """, headers: [HTTPHeader("Content-Type", "text/xml")])
  }
}

extension FakePaper {
  /// The paper as a record of OAI-PMH in the format `arXivRaw`.
  var oaiRecord: String {
    let versions = (1...version).map {
      "<version version=\"v\($0)\"><date>\(rfcDate)</date></version>"
    }
    return """
      <record><header><identifier>oai:arXiv.org:\(id)</identifier>\
      <datestamp>2024-08-05</datestamp></header><metadata>\
      <arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>\(id)</id>\(versions.joined())\
      <title>\(title.escaped)</title><authors>First Author</authors><categories>cs.LG</categories>\
      \(comment.map { "<comments>\($0.escaped)</comments>" } ?? "")\
      <abstract>  \(abstract.escaped)
      </abstract></arXivRaw></metadata></record>
      """
  }

  /// The paper as a line of the public metadata snapshot.
  var snapshotLine: String {
    let versions = (1...version).map { ["version": "v\($0)", "created": rfcDate] }
    var object: [String: Any] = [
      "id": id, "submitter": "First Author", "authors": "First Author", "title": title,
      "categories": "cs.LG", "abstract": "  \(abstract)\n", "versions": versions,
      "update_date": "2024-08-05", "authors_parsed": [["Author", "First", ""]],
    ]
    object["comments"] = comment
    let data = try? JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
    return String(decoding: data ?? Data(), as: UTF8.self) + "\n"
  }

  /// The date as `Tue, 30 Jul 2024 23:59:00 GMT`.
  private var rfcDate: String {
    let date = (try? Date(published, strategy: .iso8601)) ?? .distantPast
    let style = Date.VerbatimFormatStyle(
      format: """
        \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .defaultDigits) \
        \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
        \(second: .twoDigits) GMT
        """,
      locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
      calendar: Calendar(identifier: .gregorian))
    return date.formatted(style)
  }
}
