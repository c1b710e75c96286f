/// Which of the weeks this machine works on, where several share them.
struct Shard: Equatable {
  /// The part of the weeks.
  let part: Part
  /// The variable of the scheduler that says which, with its value; nil where it was typed.
  var source: String?

  /// Reads what was typed behind `--shard`: `2/4`, or `/4` in a task of an array.
  ///
  /// Throws `UsageError` for what is no shard, and for a number that the scheduler does not give.
  static func typed(_ text: String, _ array: TaskArray?) throws(UsageError) -> Shard {
    guard text.hasPrefix("/") else {
      guard let part = Part(text) else {
        throw UsageError(
          "--shard \(text): write which one of how many, as 2/4 (from 1/4 to 4/4), or /4 in a task of "
            + "an array; at most \(Part.most)")
      }
      return Shard(part: part)
    }
    guard let count = Part.number(text.dropFirst()), (1...Part.most).contains(count) else {
      throw UsageError(
        "--shard \(text): write how many there are, as /4; at most \(Part.most)")
    }
    guard let array else {
      throw UsageError(
        "--shard \(text): which one is for the scheduler to say, and neither "
          + "\(TaskArray.slurmNumber) nor \(TaskArray.kubernetesNumber) is set; write --shard "
          + "1/\(count) for the first")
    }
    return try array.shard(of: count)
  }
}
