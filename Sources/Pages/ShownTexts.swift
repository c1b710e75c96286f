package import Records

/// What a reader sees of the texts that were written about a paper.
package struct ShownTexts: Sendable {
  /// The Japanese title.
  let title: MarkdownText
  /// The bullets.
  let bullets: [MarkdownText]
  /// The remark.
  let remark: MarkdownText

  /// Takes the texts of an accepted verdict.
  package init(_ entry: DigestPage.Entry) {
    title = MarkdownText(entry.verdict.title)
    bullets = entry.verdict.bullets.map { MarkdownText($0) }
    remark = MarkdownText(entry.verdict.remark)
  }

  /// A mark of all texts.
  package var mark: Fingerprint {
    Fingerprint(parts: ([title] + bullets + [remark]).map(\.bytes))
  }
}
