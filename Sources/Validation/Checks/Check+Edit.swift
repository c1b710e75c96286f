import Records

extension Check {
  /// What a person wrote stays as it is, although the paper may say something else by now.
  static let outdatedEdit = Check("changed-since-edit", severity: .warning) { reading in
    reading.isOutdated
      ? [Problem("title", "title or abstract has changed since the text was written by hand")] : []
  }
}
