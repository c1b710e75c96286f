import Foundation
import TestSupport

/// Chromium without a window, which reaches no network and forgets all afterwards.
struct Browser {
  /// A folder for what the browser writes.
  let folder: String

  /// Opens a page, and reads what it shows when its scripts have run.
  func read(_ path: String) async throws -> [ReadPage] {
    let document = try await run(["--dump-dom"], path).output
    let start = "<pre id=\"structure\" hidden=\"\">"
    guard let opening = document.range(of: start),
      let closing = document[opening.upperBound...].range(of: "</pre>")
    else { throw SiteError("\(path) does not tell its structure: \(document.prefix(2000))") }
    let json = document[opening.upperBound..<closing.lowerBound]
    return try JSONDecoder().decode([ReadPage].self, from: Data(json.utf8))
  }

  /// Where pictures go.
  private static let pictures = Fixture.root + "/.build/site-test"

  /// Opens a page, and paints its beginning into a PNG file of a name.
  func paint(_ path: String, as name: String) async throws {
    try FileManager.default.createDirectory(
      atPath: Self.pictures, withIntermediateDirectories: true)
    let picture = "\(Self.pictures)/\(name)"
    // A picture of an earlier run would hide that this one painted none.
    if FileManager.default.fileExists(atPath: picture) {
      try FileManager.default.removeItem(atPath: picture)
    }
    _ = try await run(["--screenshot=\(picture)", "--window-size=900,2600"], path)
    guard FileManager.default.fileExists(atPath: picture) else {
      throw SiteError("chromium painted no \(picture)")
    }
  }

  private func run(_ task: [String], _ path: String) async throws -> RunningProgram.Outcome {
    guard let chromium = Program.installed("chromium") else {
      throw SiteError("chromium is not installed; make site-test installs it")
    }
    let settings = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-extensions", "--disable-background-networking", "--disable-component-update",
      "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(folder)/browser",
    ]
    let end = try await chromium.run(settings + task + ["file://\(path)"], in: folder)
    guard end.status == .exit(0) else {
      throw SiteError("chromium ended with \(end.status): \(end.errors)")
    }
    return end
  }
}
