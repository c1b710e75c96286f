import ArXiv
import HTTP
import Models
import Pipeline
import Records

@testable import arxiv_digest

extension FailureRow {
  /// All of them.
  static let all: [FailureRow] =
    ofFiles + ofServers + ofArXiv + ofPeople + (week.map(ofWeek) ?? [])

  private static let ofFiles: [FailureRow] = [
    FailureRow(
      UsageError("--quiet and --verbose exclude each other"), run + ["--quiet", "--verbose"],
      .usage,
      "--quiet and --verbose exclude each other", next: "arxiv-digest help run"),
    FailureRow(
      TemplateError.missingHole(file: "prompts/title.md", name: "id"), run, .usage,
      "prompts/title.md: the hole {{id}} is missing; write it where that belongs",
      next: "\(again)  # once that is mended"),
    FailureRow(
      RecordError.held(folder: "runs/2024-07-26"), run, .busy,
      "another run is at work on runs/2024-07-26; wait for it to end, then run the same command again",
      next: again),
    FailureRow(
      RecordError.unreadable(file: "runs/2024-07-26/titles.jsonl", reason: "Permission denied"),
      run,
      .failed,
      "runs/2024-07-26/titles.jsonl: cannot be read: Permission denied", next: again + kept),
    FailureRow(
      RecordError.newer(file: "runs/2024-07-26/titles.jsonl", line: 7, format: 2), run, .failed,
      "runs/2024-07-26/titles.jsonl:7: written in format 2 by a newer arxiv-digest; this one reads "
        + "format 1. Update the program, or use another --runs folder", next: again + kept),
    FailureRow(
      StarterError(path: "prompts/title.md", reason: "Permission denied"), ["init"], .failed,
      "init: prompts/title.md cannot be written: Permission denied; mend its permissions, or choose "
        + "another folder", next: "arxiv-digest init" + kept),
  ]

  private static func stopped(_ cause: any Error) -> PipelineError {
    .stopped(.summarize, saved: 3, requests: 4, cause: cause)
  }

  private static let counts =
    ". Of this stage, 4 requests were answered, and the answers about 3 papers are saved"

  private static func server(
    _ cause: any Error, _ text: String, typed words: [String] = run, _ check: String = ""
  ) -> FailureRow {
    FailureRow(
      stopped(cause), words, .failed,
      "summarize: \(text)\(counts)\nTo find out what to do: arxiv-digest models check\(check)",
      next: TypedCommand(["arxiv-digest"] + words).line + kept)
  }

  private static let ofServers: [FailureRow] = [
    server(
      ModelError(.badKey, status: 401, message: "no such key"),
      "the model's server answered 401 (the key is wrong or missing): no such key"),
    server(
      ModelError(.unknownModel, status: 404),
      "the model's server answered 404 (no such model or address; see MODEL_NAME and MODEL_BASE_URL)"
    ),
    server(
      ModelError(.exhausted, status: 402, message: "empty"),
      "the model's server answered 402 (no credit or quota is left): empty",
      typed: run + ["--model", "groq"], " groq"),
    server(
      HTTPError.unreachable(host: "a.example", reason: "nobody listens"),
      "a.example cannot be reached: nobody listens"),
    server(
      HTTPError.timedOut(host: "a.example", reason: "too slow"),
      "a.example did not answer in time: too slow"),
    server(
      HTTPError.tlsFailed(host: "a.example", reason: "unknown issuer"),
      "no trusted connection to a.example: unknown issuer"),
    FailureRow(
      stopped(HTTPError.noRecording(name: "model/a", folder: "tape")), run + ["--replay", "tape"],
      .failed,
      "summarize: tape holds no exchange 'model/a'; record it with: --record tape\(counts)",
      next: again + " --replay tape" + kept),
  ]

  private static let oai =
    "\nThe same papers can be had from arXiv's harvesting interface: \(again) --source oai"
  private static let pages =
    "\nThe 7 papers on disk can be made into pages meanwhile: arxiv-digest run --from translate "
    + "--week 2024-07-26"
  private static let doctor = "\nTo find out what to do: arxiv-digest doctor"

  private static func fetch(
    _ cause: any Error, onDisk: Int = 0, _ text: String, next: String = again + kept
  ) -> FailureRow {
    FailureRow(
      PipelineError.fetchFailed(cause: SourceError(cause: cause), onDisk: onDisk), run, .failed,
      "fetch: \(text)", next: next)
  }

  private static let ofArXiv: [FailureRow] = [
    fetch(FeedError.truncated, "arXiv's answer breaks off"),
    fetch(FeedError.status(403, excerpt: "denied"), "arXiv answered with status 403: denied\(oai)"),
    fetch(
      FeedError.busy, onDisk: 7,
      "arXiv is busy and refuses every request, however long it is left alone; nothing is wrong "
        + "here. Every page that had come is saved\(oai)\(pages)"),
    fetch(
      HTTPError.timedOut(host: "export.arxiv.org", reason: "too slow"),
      "export.arxiv.org did not answer in time: too slow\(oai)\(doctor)"),
    fetch(
      HTTPError.tlsFailed(host: "export.arxiv.org", reason: "unknown issuer"),
      "no trusted connection to export.arxiv.org: unknown issuer\(doctor)"),
    fetch(
      ArchiveError.truncated(path: "saved.xml"),
      "saved.xml: the file breaks off; save it again"),
    FailureRow(
      PipelineError.nothingFetched(topic: "sd", reason: "arXiv's answer breaks off"), run, .failed,
      "fetch: topic sd: arXiv's answer breaks off", next: again + kept),
  ]

  private static let ofPeople: [FailureRow] =
    [
      FailureRow(
        CancellationError(), run, .interrupted,
        "interrupted; every answer that had arrived is on disk", next: again),
      FailureRow(
        CancellationError(), ["doctor"], .interrupted, "interrupted; no file is left half written",
        next: "arxiv-digest doctor"),
      FailureRow(
        Approval.Declined(), run, .failed,
        "not agreed to, so no model was asked and nothing was spent",
        next: again + " --yes  # goes on without asking"),
      FailureRow(
        Editor.Failed(command: "vi", status: 1, path: "/tmp/2407.20021.txt"),
        ["edit", "2407.20021"],
        .failed, "the editor 'vi' ended with status 1; nothing was taken from /tmp/2407.20021.txt",
        next: "arxiv-digest edit 2407.20021" + kept),
    ]
    + (ArXivID("2407.20021").map { id in
      [
        FailureRow(
          PaperPlaces.NotOnDisk(id: id), ["edit", "2407.20021"], .failed,
          "2407.20021: no week on disk has this paper; nothing was changed",
          next: "arxiv-digest fetch --id 2407.20021")
      ]
    } ?? [])

  private static let week = Week(containing: "2024-07-26", startingOn: .friday)

  private static func ofWeek(_ week: Week) -> [FailureRow] {
    let fetch = "arxiv-digest run --from fetch --week 2024-07-26" + kept
    return [
      FailureRow(
        PipelineError.noPapers(.summarize, week: week), ["summarize", "--week", "2024-07-26"],
        .failed,
        "summarize: no paper of the chosen topics is on disk for the week of 2024-07-26; fetch first",
        next: fetch),
      FailureRow(
        PipelineError.nothingFound(week: week), run, .failed,
        "arXiv has no paper of the chosen topics for the week of 2024-07-26, so there is nothing to "
          + "publish. If that is a surprise, ask arXiv again later", next: fetch),
      FailureRow(
        PipelineError.nothingBelieved(week: week, reason: "arXiv announced 0 hits"), run, .failed,
        "no paper of the chosen topics came for the week of 2024-07-26, and that is in doubt: arXiv "
          + "announced 0 hits", next: fetch),
    ]
  }
}
