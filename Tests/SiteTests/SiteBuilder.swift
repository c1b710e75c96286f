/// A program that makes a site of Markdown, with its settings as they are after its installation.
enum SiteBuilder: String, CaseIterable, Sendable {
  case jekyll
  case hugo

  /// Where the program looks for a digest page such as `_sd/2024-07-26.md`.
  func source(of path: String) -> String {
    switch self {
    case .jekyll: path
    case .hugo: "content/" + path.dropFirst()
    }
  }

  /// How the program is called.
  func arguments(source: String, output: String) -> [String] {
    switch self {
    case .jekyll:
      ["build", "--source", source, "--destination", output, "--disable-disk-cache", "--quiet"]
    case .hugo: ["--source", source, "--destination", output, "--quiet"]
    }
  }

  /// The files of a site beside its pages: settings, the layout, and a front page with all pages.
  func skeleton(of paths: [String]) -> [(path: String, text: String)] {
    switch self {
    case .jekyll:
      let slugs = Set(paths.compactMap { $0.dropFirst().split(separator: "/").first }).sorted()
      let collections = slugs.map { "  \($0): {output: true, permalink: \"/\($0)/:name/\"}\n" }
      return [
        (
          "_config.yml",
          """
          collections:
          \(collections.joined())
          defaults:
            - {scope: {path: ""}, values: {layout: page}}
          """
        ),
        (
          "_layouts/page.html",
          Self.document("<h1>{{ page.title | escape }}</h1><article>{{ content }}</article>")
        ),
        ("index.html", "---\nlayout: null\n---\n" + Self.document(Self.jekyllFront)),
      ]
    case .hugo:
      return [
        (
          "config.toml",
          """
          baseURL = "http://localhost/"
          disableKinds = ["taxonomy", "term", "RSS", "sitemap", "section", "404"]
          """
        ),
        (
          "layouts/_default/single.html",
          Self.document("<h1>{{ .Title }}</h1><article>{{ .Content }}</article>")
        ),
        ("layouts/index.html", Self.document(Self.hugoFront)),
      ]
    }
  }

  private static let jekyllFront = """
    {% for topic in site.collections %}{% for page in topic.docs %}
    <h1>{{ page.title | escape }}</h1><article>{{ page.content }}</article>
    {% endfor %}{% endfor %}
    """

  private static let hugoFront = """
    {{ range .Site.RegularPages }}
    <h1>{{ .Title }}</h1><article>{{ .Content }}</article>
    {{ end }}
    """

  private static func document(_ body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="ja"><head><meta charset="utf-8"><title>Site test</title>
    <style>body { max-width: 46em; margin: 1em auto; line-height: 1.6; overflow-wrap: anywhere }</style>
    <script>\(ReadPage.script)</script></head>
    <body>\(body)</body></html>
    """
  }
}
