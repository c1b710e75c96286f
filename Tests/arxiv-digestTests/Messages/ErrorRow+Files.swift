import Models
import Records

@testable import arxiv_digest

extension ErrorRow {
  /// A file cannot be used.
  static let ofFiles: [ErrorRow] = [
    ErrorRow(
      RecordError.unreadable(file: "runs/2024-07-26/titles.jsonl", reason: "Permission denied"),
      "runs/2024-07-26/titles.jsonl: cannot be read: Permission denied"),
    ErrorRow(
      RecordError.unwritable(
        file: "runs/2024-07-26/titles.jsonl", reason: "No space left on device"),
      "runs/2024-07-26/titles.jsonl: cannot be written: No space left on device. Every answer "
        + "acknowledged before is on disk; make room, fix the permissions or choose another folder, "
        + "then run the same command again"),
    ErrorRow(
      RecordError.damaged(
        file: "runs/2024-07-26/titles.jsonl", line: 7, reason: "no valid JSON"),
      "runs/2024-07-26/titles.jsonl:7: not a record: no valid JSON. Mend the line, or delete it to "
        + "have its paper done again"),
    ErrorRow(
      RecordError.newer(file: "runs/2024-07-26/titles.jsonl", line: 7, format: 2),
      "runs/2024-07-26/titles.jsonl:7: written in format 2 by a newer arxiv-digest; this one reads "
        + "format 1. Update the program, or use another --runs folder"),
    ErrorRow(
      RecordError.full(folder: "runs", free: 2_000_000),
      "runs: only 2 MB are free on its disk, and 10 MB are wanted before a model is asked; make "
        + "room, or choose another --runs folder"),
    ErrorRow(
      RecordError.held(folder: "runs/2024-07-26"),
      "another run is at work on runs/2024-07-26; wait for it to end, then run the same command again"
    ),
    ErrorRow(
      RecordError.held(
        folder: "runs/2024-07-26", by: "process 4711 on node17 since 2026-11-29T13:00:00Z"),
      "another run is at work on runs/2024-07-26: process 4711 on node17 since 2026-11-29T13:00:00Z; "
        + "wait for it to end, then run the same command again"),
    ErrorRow(
      RecordError.unlockable(file: "runs/2024-07-26/.lock", reason: "No locks available"),
      "runs/2024-07-26/.lock: the file system takes no locks (No locks available), so nothing would keep "
        + "two runs apart. Mount it with locks (NFS without nolock, Lustre with flock), or choose "
        + "another --runs folder"),
    ErrorRow(
      StarterError(path: "prompts/title.md", reason: "Permission denied"),
      "init: prompts/title.md cannot be written: Permission denied; mend its permissions, or choose "
        + "another folder"),
    ErrorRow(
      LintError.unwritable(file: "a.md", reason: "Read-only file system"),
      "a.md: cannot be written: Read-only file system. The page is as it was; make room or fix the "
        + "permissions"),
    ErrorRow(
      LintError.changed(file: "a.md"),
      "a.md: was changed while it was looked through, and is left as it is; run the command again"),
    ErrorRow(
      TemplateError.unknownHole(file: "prompts/a.md", name: "titel", known: ["id", "title"]),
      "prompts/a.md: unknown hole {{titel}}; known: {{id}}, {{title}}"),
    ErrorRow(
      TemplateError.unknownHole(file: "prompts/a.md", name: "id", known: []),
      "prompts/a.md: unknown hole {{id}}; this prompt has none"),
    ErrorRow(
      TemplateError.missingHole(file: "prompts/a.md", name: "id"),
      "prompts/a.md: the hole {{id}} is missing; write it where that belongs"),
    ErrorRow(
      TemplateError.unclosedHole(file: "prompts/a.md", line: 3),
      "prompts/a.md:3: a hole opens with {{ and is not closed; add the }}"),
    ErrorRow(
      TemplateError.empty(file: "prompts/a.md"),
      "prompts/a.md: the prompt is empty; copy it from the files that come with the program"),
  ]
}
