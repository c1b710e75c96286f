package import Records

/// The texts of a paper with everything that was found about them, and what they were held against.
package struct Explanation: Sendable, Equatable {
  /// One text with its findings.
  package struct Part: Sendable, Equatable {
    /// The field: `title`, `bullets[2]`, `remark`, or `bullets` and `reply` for what is about no text.
    package let field: String
    /// The text as it was judged; nil where the findings are about no single text.
    package let text: String?
    /// What was put right before.
    package let fixes: [String]
    /// What was found, with the sentence of the paper that it was held against.
    package let points: [Point]
  }

  /// One finding.
  package struct Point: Sendable, Equatable {
    /// What was found.
    package let finding: Finding
    /// The sentence of title or abstract that says most of what the text says; nil where the finding
    /// has nothing to do with the abstract, or no sentence has anything in common with the text.
    package let sentence: String?
  }

  /// The texts in their order, and what is about none of them at the end.
  package let parts: [Part]
}

extension Validator {
  /// Explains a verdict on a paper.
  package func explanation(of verdict: Verdict, on paper: Paper) -> Explanation {
    let reading = Reading(
      Manuscript(
        paper: paper, title: verdict.title, bullets: verdict.bullets, remark: verdict.remark))
    var parts = reading.texts.map { text in
      part(text.field.description, text, verdict, reading.source)
    }
    let known = Set(parts.map(\.field))
    for field in verdict.findings.map(\.field)
    where !known.contains(field) && !parts.contains(where: { $0.field == field }) {
      parts.append(part(field, nil, verdict, reading.source))
    }
    return Explanation(parts: parts)
  }

  private func part(
    _ field: String, _ text: ReadText?, _ verdict: Verdict, _ source: SourceText
  ) -> Explanation.Part {
    let findings = verdict.findings.filter { $0.field == field }
    let grounding = Set((Check.numbers + Check.names(known: [])).map(\.code))
    return Explanation.Part(
      field: field, text: text?.text,
      fixes: verdict.fixes.filter { $0.field == field }.map(\.code),
      points: findings.map { finding in
        let isHeld = grounding.contains(finding.code) || finding.code.hasSuffix("-term")
        return Explanation.Point(
          finding: finding,
          sentence: isHeld ? text.flatMap { source.sentence(for: $0, finding) } : nil)
      })
  }
}
