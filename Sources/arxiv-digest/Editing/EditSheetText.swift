import Pipeline
import Records

/// One paper as a text that a person edits: lines with marks, and comments to look at.
enum EditSheetText {
  /// The text; `findings` are told where an edit before was not taken.
  static func text(_ sheet: EditSheet, _ texts: PaperTexts, findings: [Finding] = []) -> String {
    let paper = sheet.paper
    var lines = ["# \(paper.id)  \(line(paper.title))", "#"]
    lines += line(paper.abstract).filled(columns: 88).split(separator: "\n").map { "#   \($0)" }
    lines += [
      "#",
      "# Write behind 'title:', 'remark:' and the four dashes; each is one line. Lines that begin",
      "# with # are not kept. What is left as it was stays the model's.",
    ]
    lines += findings.map { "# NOT TAKEN: \($0.code) in \($0.field): \(line($0.sentence))" }
    lines += ["", "title: \(line(texts.title ?? ""))", ""]
    lines += (texts.bullets ?? ["", "", "", ""]).map { "- \(line($0))" }
    lines += ["", "remark: \(line(texts.remark ?? ""))"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The texts that a person has written; throws `Unread` for a line that belongs nowhere.
  static func texts(in text: String) throws(Unread) -> PaperTexts {
    var texts = PaperTexts()
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      let line = String(decoding: bytes, as: UTF8.self).trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      if let title = line.behind("title:") {
        guard texts.title == nil else {
          throw Unread(line: index + 1, reason: "a second title; take one away")
        }
        texts.title = title
      } else if let remark = line.behind("remark:") {
        guard texts.remark == nil else {
          throw Unread(line: index + 1, reason: "a second remark; take one away")
        }
        texts.remark = remark
      } else if let bullet = line.behind("-") {
        texts.bullets = (texts.bullets ?? []) + [bullet]
      } else {
        throw Unread(
          line: index + 1, reason: "no mark; a line begins with 'title:', '-', 'remark:' or #")
      }
    }
    return texts.withoutEmptyOnes
  }

  /// A line that cannot be made sense of.
  struct Unread: Error, Equatable, CustomStringConvertible {
    /// Its number; the first one has 1.
    let line: Int
    /// What is wrong with it.
    let reason: String

    var description: String { "line \(line): \(reason)" }
  }

  /// A text on one line, without what an editor might act on.
  private static func line(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { $0.endsLine || $0.isHiddenControl ? " " : $0 }
    return String(String.UnicodeScalarView(scalars))
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// What stands behind a mark that begins the text; nil where it begins with something else.
  fileprivate func behind(_ mark: String) -> String? {
    hasPrefix(mark) ? String(dropFirst(mark.count)).trimmed : nil
  }
}

extension PaperTexts {
  /// What was left empty is not there, as it was before.
  fileprivate var withoutEmptyOnes: PaperTexts {
    let filled = bullets?.contains { !$0.isEmpty } ?? false
    return PaperTexts(
      title: title.flatMap { $0.isEmpty ? nil : $0 }, bullets: filled ? bullets : nil,
      remark: remark.flatMap { $0.isEmpty ? nil : $0 })
  }
}
