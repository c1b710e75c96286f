extension ExitCode {
  /// What the status means for most commands.
  var summary: String {
    switch self {
    case .done: "done"
    case .failed: "failed; the message says why, and what was saved"
    case .partial: "done in part: some papers are withheld or wait"
    case .usage: "a mistake in the command or the configuration; nothing was done"
    case .busy: "another run holds the week, or batches are under way; try again later"
    case .interrupted: "interrupted; the command on the last line goes on where this one stopped"
    }
  }
}

extension Command {
  /// The statuses that the command ends with, and what each means for it.
  var statuses: [(code: ExitCode, summary: String)] {
    codes.map { ($0, meaning(of: $0) ?? $0.summary) }
  }

  private var codes: [ExitCode] {
    switch self {
    case .run, .fetch, .translate, .summarize, .validate, .render, .redo: ExitCode.allCases
    case .edit, .adopt: [.done, .failed, .partial, .usage, .busy]
    case .batchesCancel: [.done, .failed, .usage, .busy]
    case .hide, .pin: [.done, .failed, .usage, .busy]
    case .lint: [.done, .failed, .partial, .usage]
    case .completions, .help, .man: [.done, .usage]
    case .models, .topics, .config: [.done, .usage]
    case .modelsCheck, .topicsCheck, .plan, .status, .batches, .show, .why, .initialize, .doctor:
      [.done, .failed, .usage]
    }
  }

  /// What a status means for this command, where that is more than what it means for most.
  private func meaning(of code: ExitCode) -> String? {
    switch (self, code) {
    case (.run, .done), (.render, .done): "every paper was accepted and its page written"
    case (.fetch, .done): "every topic is on disk, and nothing about it is in doubt"
    case (.fetch, .partial): "what a topic brought is in doubt; the next run asks again"
    case (.translate, .done), (.summarize, .done): "every paper has its answer"
    case (.validate, .done): "every paper is accepted"
    case (.modelsCheck, .done): "every model answered as it should"
    case (.modelsCheck, .failed): "one did not; the message says what to do"
    case (.topicsCheck, .failed): "no paper of the week is on disk"
    case (.status, .done): "the weeks are shown, however they are"
    case (.status, .failed): "a file of a week cannot be read; the others are shown"
    case (.batches, .done): "the batches are shown, however they are"
    case (.batches, .failed): "a file of a week cannot be read"
    case (.batchesCancel, .done):
      "the provider stops it; the next run takes in what it has answered"
    case (.batchesCancel, .failed): "there is no such batch under way, or it cannot be stopped"
    case (.show, .done), (.why, .done): "the paper was found, however it is"
    case (.show, .failed), (.why, .failed): "no week has the paper, or its files cannot be read"
    case (.initialize, .done): "every file is there"
    case (.initialize, .failed): "nothing or not all was written; the message says why"
    case (.config, .done): "the settings are shown, and none is wrong"
    case (.doctor, .done): "a run has what it needs; warnings may be left"
    case (.doctor, .failed): "a line says FAIL, and what to do"
    case (.edit, .partial): "not taken, because it could not be published; it is kept beside"
    case (.adopt, .partial): "not all could be taken, or the page still differs"
    case (.lint, .done): "no error is left on the pages"
    case (.lint, .failed): "a file cannot be read or written, or no paper was found"
    case (.lint, .partial): "errors are left on the pages"
    default: nil
    }
  }
}
