import Foundation
import Records

/// What a soaked week has on disk, held against what the server has counted.
struct Account {
  /// The week.
  let project: Project
  /// The model.
  let server: ModelServer

  private struct Request: Decodable {
    let id: String
    let state: String
  }

  private struct Verdict: Decodable {
    let id: String
    let status: String
  }

  /// What differs; nothing should.
  func rows() async throws -> [Row] {
    let counts = try await server.counts()
    let states = try requests()
    let verdicts = try verdicts()
    let sections = try sections()
    let strays = counts.byState.map { state, count in
      abs(count - states.values.count { $0 == state })
    }
    let rejected = counts.declined + counts.spoilt
    return [
      Row("requests at the server", Double(counts.byState.values.reduce(0, +)), ""),
      Row("requests that only one side counts", Double(strays.reduce(0, +)), "", .atMost(0)),
      Row(
        "papers without their one verdict",
        Double(abs(project.papers - verdicts.count) + verdicts.values.count { $0.count != 1 }), "",
        .atMost(0)),
      Row(
        "papers rejected beside those of bad answers",
        Double(abs(rejected - verdicts.values.count { $0 == ["rejected"] })), "", .atMost(0),
        note: "\(counts.declined) declined, \(counts.spoilt) spoilt"),
      Row(
        "papers that are not on the page as often as accepted",
        Double(
          Set(verdicts.keys).union(sections.keys).count { id in
            sections[id, default: 0] != verdicts[id, default: []].count { $0 == "accepted" }
          }), "", .atMost(0)),
    ]
  }

  /// What became of each request, by its number.
  private func requests() throws -> [String: String] {
    var states: [String: String] = [:]
    try lines(of: "requests.jsonl").each(Request.self) { states[$0.id] = $0.state }
    return states
  }

  private func verdicts() throws -> [String: [String]] {
    var verdicts: [String: [String]] = [:]
    try lines(of: "verdicts.jsonl").each(Verdict.self) {
      verdicts[$0.id, default: []].append($0.status)
    }
    return verdicts
  }

  /// How often each paper has a heading on the page.
  private func sections() throws -> [String: Int] {
    var sections: [String: Int] = [:]
    let page = "\(project.path)/site/_sd/\(project.folder.week).md"
    try FileLines(path: page).each { line in
      guard line.starts(with: "### [".utf8) else { return }
      let text = String(decoding: line, as: UTF8.self)
      guard let id = text.split(separator: "/abs/").last?.dropLast() else { return }
      sections[String(id), default: 0] += 1
    }
    return sections
  }

  private func lines(of name: String) -> FileLines {
    FileLines(path: "\(project.folder.path)/\(name)")
  }
}
