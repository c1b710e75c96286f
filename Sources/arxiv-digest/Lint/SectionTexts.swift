import Foundation
import Pages
import Records
import Validation

/// The texts of one entry, held against the rules that answers of models are held against.
struct SectionTexts {
  private let section: PageSection
  private let bullets: [[PagePart]]

  /// Takes an entry.
  init(_ section: PageSection) {
    self.section = section
    bullets = section.bullets
  }

  /// What the rules find, each on its line.
  func findings(by validator: Validator) -> [PageFinding] {
    guard let manuscript else { return [] }
    // Nothing but the withdrawal is said of a withdrawn paper there.
    let withdrawn = manuscript.paper.isWithdrawn ? validator.verdict(on: manuscript) : nil
    return ((withdrawn?.findings ?? []) + validator.findings(in: manuscript)).map { finding in
      let part = part(of: finding)
      return PageFinding(
        line: part.line, column: part.column(of: finding.quote), code: finding.code,
        severity: finding.severity, message: finding.sentence, fix: .advice(Self.advice(finding)))
    }
  }

  /// The entry as a manuscript; a page does not show the abstract.
  private var manuscript: Manuscript? {
    // The stand-in is an identifier, so that no entry is left out.
    guard let id = section.id ?? Self.unknown else { return nil }
    return Manuscript(
      paper: paper(id), title: section.japaneseTitle?.shown, bullets: section.shownBullets,
      remark: section.shownRemark)
  }

  private func paper(_ id: ArXivID) -> Paper {
    let comment = section.comment.map(\.shown).joined(separator: " ")
    let authors = (section.authors?.shown ?? "").split(separator: ", ").map { String($0) }
    return Paper(
      id: id, version: 1, title: section.title.shown, abstract: "",
      authors: authors, comment: comment.isEmpty ? nil : comment, categories: [],
      published: .distantPast, updated: .distantPast, topics: [])
  }

  /// Stands for a paper whose link does not name it; no rule about texts looks at it.
  private static let unknown = ArXivID("0000.00000")

  /// The part that a finding is about, and of several lines the one with its words.
  private func part(of finding: Finding) -> PagePart {
    let lines: [PagePart] =
      switch finding.field {
      case "title": section.japaneseTitle.map { [$0] } ?? []
      case "remark": section.remark
      case "comment": section.comment
      default: bullet(finding.field) ?? bullets.first ?? []
      }
    let quoted = lines.first { line in finding.quote.map { line.shown.contains($0) } ?? false }
    return quoted ?? lines.first ?? section.title
  }

  private func bullet(_ field: String) -> [PagePart]? {
    guard field.hasPrefix("bullets["), let index = Int(field.dropFirst(8).dropLast()),
      bullets.indices.contains(index)
    else { return nil }
    return bullets[index]
  }

  private static func advice(_ finding: Finding) -> String {
    switch finding.field {
    case "title": "rewrite the Japanese title"
    case "remark": "rewrite the remark"
    case "comment", "abstract": "take the entry out"
    case "bullets": "write four bullets"
    default: "rewrite the bullet"
    }
  }
}
