import Foundation
import Pages
import TestSupport

/// The plainest site around digest pages, in a folder of its own.
struct Site {
  /// What makes HTML of the site.
  let builder: SiteBuilder
  private let folder: String

  /// Makes and builds a site of these pages, gives it to `body`, and removes it.
  static func with(
    _ pages: [DigestPage], by builder: SiteBuilder, _ body: (Site) async throws -> Void
  ) async throws {
    let files = pages.map { (path: $0.path, text: $0.markdown) }
    try await with(files, by: builder, body)
  }

  /// The same, of files whose paths are those of digest pages.
  static func with(
    _ files: [(path: String, text: String)], by builder: SiteBuilder,
    _ body: (Site) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let site = Site(builder: builder, folder: folder)
      for (path, text) in builder.skeleton(of: files.map(\.path)) {
        try site.write(text, to: path)
      }
      for file in files { try site.write(file.text, to: builder.source(of: file.path)) }
      try await site.build()
      try await body(site)
    }
  }

  private func write(_ text: String, to path: String) throws {
    let file = URL(filePath: folder + "/source/" + path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func build() async throws {
    guard let program = Program.installed(builder.rawValue) else {
      throw SiteError("\(builder.rawValue) is not installed; make site-test installs it")
    }
    let arguments = builder.arguments(source: "\(folder)/source", output: "\(folder)/output")
    // Ruby takes the encoding of what it prints from the language.
    let end = try await program.run(arguments, environment: ["LANG": "C.UTF-8"], in: folder)
    guard end.status == .exit(0) else {
      throw SiteError("\(builder.rawValue) ended with \(end.status): \(end.output)\(end.errors)")
    }
  }

  /// Reads the page that was made of a digest page, such as `_sd/2024-07-26.md`.
  func page(_ path: String) async throws -> ReadPage {
    let pages = try await Browser(folder: folder).read(html(of: path))
    guard let page = pages.first, pages.count == 1 else {
      throw SiteError("\(path) has \(pages.count) articles")
    }
    return page
  }

  /// Reads the site's front page, which shows all digest pages, by their titles.
  func pages() async throws -> [ReadPage] {
    try await Browser(folder: folder).read("\(folder)/output/index.html")
  }

  /// Paints a page into a PNG file of the build folder.
  func paint(_ path: String, as name: String) async throws {
    try await Browser(folder: folder).paint(html(of: path), as: "\(builder.rawValue)-\(name).png")
  }

  private func html(of path: String) -> String {
    "\(folder)/output/\(path.dropFirst().replacing(".md", with: ""))/index.html"
  }
}

/// A site that could not be built or read.
struct SiteError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
