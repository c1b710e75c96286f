import Records

@testable import HTTP
@testable import arxiv_digest

extension ErrorRow {
  /// A command does not come to its end.
  static let ofCommands: [ErrorRow] =
    [
      ErrorRow(
        Approval.Declined(), "not agreed to, so no model was asked and nothing was spent"),
      ErrorRow(
        Editor.Failed(command: "vi", status: 1, path: "/tmp/2407.20021.txt"),
        "the editor 'vi' ended with status 1; nothing was taken from /tmp/2407.20021.txt"),
      ErrorRow(
        ForegroundProgram.NotStarted(command: "vi", reason: "Out of memory"),
        "'vi' cannot be started: Out of memory"),
      ErrorRow(
        CancelCommand.NoBatch(name: "9f86d081884c7d65", reason: "it is over"),
        "batch 9f86d081884c7d65: it is over"),
    ] + unread + notOnDisk

  /// Lines of an edited sheet, by what is wrong with them.
  private static let unread: [ErrorRow] = [
    ("title: あ\ntitle: い", "line 2: a second title; take one away"),
    ("remark: あ\nremark: い", "line 2: a second remark; take one away"),
    ("# 一\n二", "line 2: no mark; a line begins with 'title:', '-', 'remark:' or #"),
  ].compactMap { text, message in
    Result { try EditSheetText.texts(in: text) }.failure.map { ErrorRow($0, message) }
  }

  private static let notOnDisk =
    ArXivID("2407.20021").map { id in
      [
        ErrorRow(
          PaperPlaces.NotOnDisk(id: id), "2407.20021: no week on disk has this paper"),
        ErrorRow(
          DataOutlet.Unwritable(reason: "No space left on device"),
          "stdout: cannot be written: No space left on device"),
        ErrorRow(
          GoneFolder(),
          "the current folder is not there any more: it was deleted; change to another one"),
      ]
    } ?? []
}

extension Result where Failure == any Error {
  fileprivate var failure: (any Error)? {
    if case .failure(let error) = self { error } else { nil }
  }
}
