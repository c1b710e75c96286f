import Testing

@testable import Pages

/// A page of one entry, for tests to damage.
struct Sheaf {
  /// The line of the heading.
  var heading = "### [Small Models for Tide Tables](http://arxiv.org/abs/2407.20021)"
  /// The line of the Japanese title.
  var title = "**潮汐表のための小さなモデル**"
  /// The line of names.
  var authors = "First Author, Second Author"
  /// The lines of the list.
  var bullets = ["- 一つ目の文", "- 二つ目の文", "- 三つ目の文", "- 四つ目の文"]
  /// The lines of the remark.
  var remark = "港ごとの癖まで学ぶなんて！"
  /// The line of the comment.
  var comment = "**Comment:** 5 pages"
  /// The last line.
  var facts = "**トピック:** [合成データ](../../sd), **カテゴリ:** cs.LG, **投稿日時:** 2024-07-29 13:57"

  /// The front matter, the line below it and the rule, which take ten lines.
  var head = """
    ---
    title: 合成データ (2024-07-26 ~ 2024-08-01)
    date: 2024-07-26
    ---

    合成データに関する論文まとめ (2024-07-26 ~ 2024-08-01)


    - - -


    """

  /// The page after a change.
  static func with(_ change: (inout Sheaf) -> Void) -> String {
    var sheaf = Sheaf()
    change(&sheaf)
    return sheaf.page
  }

  /// The page.
  var page: String {
    head
      + [heading, title, authors, bullets.joined(separator: "\n"), remark, comment, facts]
      .joined(separator: "\n\n") + "\n"
  }

  /// What is found on a page, and the page after the safe fixes.
  static func lint(_ page: String) throws -> (findings: [PageFinding], fixed: String) {
    let lint = PageLint(try PageText(Array(page.utf8)))
    return (lint.findings, String(decoding: lint.fixed.bytes, as: UTF8.self))
  }
}
