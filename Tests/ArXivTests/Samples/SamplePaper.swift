import Foundation
import JSONText
import Records

@testable import ArXiv

/// One paper that can be written as each source writes it.
struct SamplePaper: Sendable {
  /// The identifier without version.
  var id: String
  /// When each version was submitted, such as `2024-07-26T12:00:00Z`.
  var versions = ["2024-07-26T12:00:00Z"]
  /// The title on one line.
  var title = "A Sample Title"
  /// The abstract; a line break separates two paragraphs.
  var abstract = "An abstract of one line."
  /// The names as a reader sees them.
  var names = ["First Author", "Second Author"]
  /// The one line of all authors, as they wrote it; nil joins the names.
  var authorLine: String?
  /// Family name, first names and suffix of each author; nil splits the names at their last space.
  var splitNames: [[String]]?
  /// The comment on one line.
  var comment: String?
  /// The categories, the primary one first.
  var categories = ["cs.CL", "cs.LG"]
  /// The day of the last change, in OAI-PMH.
  var datestamp = "2024-07-29"

  /// Takes an identifier.
  init(_ id: String = "2407.00001") {
    self.id = id
  }

  /// The same with something unusual.
  func with(_ edit: (inout SamplePaper) -> Void) -> SamplePaper {
    var paper = self
    edit(&paper)
    return paper
  }

  /// The record that every source must give.
  var paper: Paper {
    var paper = Samples.paper(
      id, version: versions.count, title: title, abstract: abstract, authors: names,
      comment: comment, categories: categories, published: versions.first ?? "",
      updated: versions.last)
    paper.topics = []
    return paper
  }

  /// The entry of a feed.
  var entry: SampleEntry {
    var entry = SampleEntry("\(id)v\(versions.count)", published: versions.first ?? "")
    entry.updated = versions.last
    entry.title = title.escapedForXML
    entry.summary = abstract.escapedForXML
    entry.authors = names.map(\.escapedForXML)
    entry.comment = comment?.escapedForXML
    entry.primary = categories.first
    entry.categories = categories
    return entry
  }

  /// The record of an OAI-PMH list, in the format `arXivRaw`.
  var oaiRecord: String {
    let texts = [
      ("title", title), ("authors", line), ("categories", categories.joined(separator: " ")),
    ]
    let dates = versions.enumerated().map { number, date in
      let day = Self.mailDate(date, twoDigits: true)
      return "<version version=\"v\(number + 1)\"><date>\(day)</date><size>9kb</size></version>"
    }
    let raw = """
      <arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/">
      <id>\(id)</id><submitter>First Author</submitter>
      \(dates.joined(separator: "\n"))
      \(texts.map { "<\($0.0)>\($0.1.escapedForXML)</\($0.0)>" }.joined(separator: "\n"))
      \(comment.map { "<comments>\($0.escapedForXML)</comments>" } ?? "")
      <license>http://example.org/</license>
      <abstract>\(abstract.replacing("\n", with: "\n  ").escapedForXML)</abstract>
      </arXivRaw>
      """
    return """
      <record><header><identifier>oai:arXiv.org:\(id)</identifier>
      <datestamp>\(datestamp)</datestamp><setSpec>cs:cs:CL</setSpec></header>
      <metadata>\(raw)</metadata></record>
      """
  }

  /// The line of the metadata snapshot, wrapped as it is there.
  var snapshotLine: String { snapshotLine(split: true) }

  /// The line of the metadata snapshot, with or without authors that are split already.
  func snapshotLine(split: Bool) -> String {
    var object = JSONObject()
    object.set("id", id)
    object.set("submitter", "First Author")
    object.set("authors", line)
    object.set("title", title.wrapped(label: 7, indent: "  "))
    object.set("comments", comment)
    object.set("categories", categories.joined(separator: " "))
    object.set("abstract", abstract.wrappedAbstract)
    object.set(
      "versions",
      versions.enumerated().map { number, date in
        { version in
          version.set("version", "v\(number + 1)")
          version.set("created", Self.mailDate(date, twoDigits: false))
        }
      })
    object.set("update_date", datestamp)
    var text = String(decoding: object.line, as: UTF8.self)
    if split {
      text.removeLast()
      text += ",\"authors_parsed\":\(Self.json(splitNames ?? names.map(Self.split)))}"
    }
    return text
  }

  private var line: String { authorLine ?? names.joined(separator: ", ") }

  private static func split(_ name: String) -> [String] {
    let words = name.split(separator: " ").map(String.init)
    return [words.last ?? "", words.dropLast().joined(separator: " "), ""]
  }

  private static func json(_ lists: [[String]]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    guard let data = try? encoder.encode(lists) else { fatalError("texts can be encoded") }
    return String(decoding: data, as: UTF8.self)
  }

  /// An instant as `Mon, 2 Apr 2007 19:18:42 GMT`.
  private static func mailDate(_ text: String, twoDigits: Bool) -> String {
    var style = Date.VerbatimFormatStyle(
      format: """
        \(weekday: .abbreviated), \(day: twoDigits ? .twoDigits : .defaultDigits) \
        \(month: .abbreviated) \(year: .defaultDigits) \
        \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\
        \(minute: .twoDigits):\(second: .twoDigits) GMT
        """,
      timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
    style.locale = Locale(identifier: "en_US_POSIX")
    return Samples.time(text).formatted(style)
  }
}

extension String {
  /// The text as it stands in an XML document.
  var escapedForXML: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
