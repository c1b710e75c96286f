import Records

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

extension PaperTexts {
  /// A mark of all texts.
  var mark: Fingerprint { Fingerprint(parts: [title ?? ""] + (bullets ?? []) + [remark ?? ""]) }

  /// The fields that are other ones, by their bytes.
  func fields(otherThan other: PaperTexts) -> [String] {
    func bytes(_ texts: [String?]) -> [[UInt8]?] { texts.map { $0.map { Array($0.utf8) } } }
    return [
      ("title", bytes([title]) != bytes([other.title])),
      ("bullets", bytes(bullets ?? []) != bytes(other.bullets ?? [])),
      ("remark", bytes([remark]) != bytes([other.remark])),
    ].filter(\.1).map(\.0)
  }
}
