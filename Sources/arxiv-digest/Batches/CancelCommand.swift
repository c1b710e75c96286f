import Foundation
import Models
import Pipeline
import Records

/// `arxiv-digest batches cancel`: has a provider stop a batch.
struct CancelCommand: Subcommand {
  private let folders: [RunFolder]
  private let name: String
  private let invocation: Invocation
  private let console: Console
  let typed: TypedCommand

  /// Takes the command; throws `UsageError` for a mistake in the configuration.
  init(_ invocation: Invocation) throws {
    folders = try BatchSearch(invocation).folders
    name = invocation.arguments.operand ?? ""
    self.invocation = invocation
    console = invocation.console
    typed = invocation.typed
  }

  /// There is no such batch.
  struct NoBatch: Error, CustomStringConvertible {
    /// What was typed.
    let name: String
    /// What is wrong with it.
    let reason: String

    var description: String { "batch \(name): \(reason)" }
  }

  /// Stops the batch, and notes that it was asked to stop.
  func run() async throws -> ExitCode {
    let (folder, found) = try find()
    let lock = try folder.lock()
    defer { withExtendedLifetime(lock) {} }
    // A run may have taken it in meanwhile.
    guard var batch = try folder.batches.read()[found.id], batch.isOpen else {
      throw NoBatch(name: name, reason: "it is over")
    }
    guard let id = batch.providerID else {
      throw NoBatch(name: name, reason: "nobody knows yet whether the provider has it; run first")
    }
    if batch.stopped == nil {
      try await client(of: batch).cancel(id)
      batch.stopped = Date()
      try await folder.batches.journal().append([batch])
    }
    console.say("batch \(batch.mark): \(batch.profile) was asked to stop it")
    console.say("next: \(BatchText.next(batch, in: folder.week, typed))")
    return .done
  }

  private func find() throws -> (folder: RunFolder, batch: Batch) {
    var found: [(folder: RunFolder, batch: Batch)] = []
    for folder in folders {
      found += try folder.batches.list()
        .filter { [$0.id, String($0.mark), $0.providerID].contains(name) }.map { (folder, $0) }
    }
    guard let first = found.first else {
      throw NoBatch(name: name, reason: "no week on disk has it; `batches` lists them all")
    }
    guard first.batch.isOpen else { throw NoBatch(name: name, reason: "it is over") }
    return first
  }

  /// The client of the profile that sent the batch, with its key.
  private func client(of batch: Batch) throws -> BatchClient {
    let settings = try invocation.settings()
    let profile = try ProfileResolver(settings: settings)
      .resolve(batch.profile, isOverridden: true).opened()
    let configuration = try invocation.configuration(settings)
    guard let client = configuration.batches(of: profile) else {
      throw BatchProblem.noBatches(profile: batch.profile)
    }
    return client
  }
}
