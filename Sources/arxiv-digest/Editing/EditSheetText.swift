import Pipeline
import Records

/// One paper as a text that a person edits: lines with marks, and comments to look at.
enum EditSheetText {
  /// What the line begins with that tells what the texts were before they were edited.
  private static let origin = "# from: "

  /// The text.
  static func text(_ sheet: EditSheet) -> String {
    let (paper, texts) = (sheet.paper, sheet.texts)
    var lines = ["# \(paper.id)  \(line(paper.title))", "#"]
    lines += line(paper.abstract).filled(columns: 88).split(separator: "\n").map { "#   \($0)" }
    lines += [
      "#",
      "# Write behind 'title:', 'remark:' and the four dashes; each is one line. Lines that begin",
      "# with # are not kept. What is left as it was stays the model's.",
      "# The next line tells what is changed; leave it.",
      origin + marks(of: onOneLine(texts)).joined(separator: " "),
    ]
    lines += ["", "title: \(line(texts.title ?? ""))", ""]
    lines += (texts.bullets ?? ["", "", "", ""]).map { "- \(line($0))" }
    lines += ["", "remark: \(line(texts.remark ?? ""))"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The texts that a person has changed in a text, laid over those of a sheet of today.
  ///
  /// A model may have been asked again while the editor was open. Throws `Unread` for a line that
  /// belongs nowhere.
  static func texts(in text: String, over sheet: EditSheet) throws(Unread) -> PaperTexts? {
    let written = try texts(in: text)
    guard written != PaperTexts() else { return nil }
    let line = text.split(separator: "\n").first { $0.hasPrefix(origin) } ?? ""
    let before = line.dropFirst(origin.count).split(separator: " ").map(String.init)
    let isSame = zip(before, marks(of: written)).map { $0 == $1 }
    guard isSame.count == 3 else { return written }
    return PaperTexts(
      title: isSame[0] ? sheet.texts.title : written.title,
      bullets: isSame[1] ? sheet.texts.bullets : written.bullets,
      remark: isSame[2] ? sheet.texts.remark : written.remark)
  }

  /// Marks of the title, the bullets and the remark.
  private static func marks(of texts: PaperTexts) -> [String] {
    [[texts.title ?? ""], texts.bullets ?? [], [texts.remark ?? ""]]
      .map { Fingerprint(parts: $0).description }
  }

  /// The texts as they stand in a file.
  private static func onOneLine(_ texts: PaperTexts) -> PaperTexts {
    func line(_ text: String) -> String { Self.line(text).trimmed }
    return PaperTexts(
      title: texts.title.map(line), bullets: texts.bullets?.map(line),
      remark: texts.remark.map(line)
    ).withoutEmptyOnes
  }

  /// The texts that stand in a text; throws `Unread` for a line that belongs nowhere.
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
