/// What a digest says about one paper, as a person may write it.
package struct PaperTexts: Sendable, Equatable {
  /// The Japanese title; nil where there is none yet.
  package var title: String?
  /// The bullets; nil where there are none yet.
  package var bullets: [String]?
  /// The casual one-line comment; nil where there is none yet.
  package var remark: String?

  /// Holds no text, unless told otherwise.
  package init(title: String? = nil, bullets: [String]? = nil, remark: String? = nil) {
    self.title = title
    self.bullets = bullets
    self.remark = remark
  }
}
