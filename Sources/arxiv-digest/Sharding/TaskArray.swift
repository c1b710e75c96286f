/// What a scheduler tells one of many equal tasks: Slurm those of an array job, Kubernetes the pods of
/// an Indexed Job.
struct TaskArray: Equatable {
  /// The variable with the task's number.
  let variable: String
  /// The task's number.
  let number: Int
  /// How many tasks there are; nil where the scheduler does not say.
  var count: Int?
  /// The first number.
  var first = 0
  /// The last number; nil where the scheduler does not say.
  var last: Int?

  /// The variable with the number of Slurm's task.
  static let slurmNumber = "SLURM_ARRAY_TASK_ID"
  /// The variable with the number of a pod.
  static let kubernetesNumber = "JOB_COMPLETION_INDEX"

  /// Reads the environment; nil outside a task.
  ///
  /// Throws `UsageError` for a variable that holds no number.
  init?(_ variables: Variables) throws(UsageError) {
    func number(_ name: String) throws(UsageError) -> Int? {
      guard let text = variables[named: name] else { return nil }
      guard let number = Part.number(text) else {
        throw UsageError("\(name): a whole number from 0 on is expected, and not '\(text)'")
      }
      return number
    }
    if let own = try number(Self.slurmNumber) {
      variable = Self.slurmNumber
      self.number = own
      count = try number("SLURM_ARRAY_TASK_COUNT")
      first = try number("SLURM_ARRAY_TASK_MIN") ?? 0
      last = try number("SLURM_ARRAY_TASK_MAX")
    } else if let own = try number(Self.kubernetesNumber) {
      variable = Self.kubernetesNumber
      self.number = own
    } else {
      return nil
    }
  }

  /// The shard of the task, where the scheduler says how many there are.
  ///
  /// Throws `UsageError` where it does not, and for numbers with gaps.
  func shard() throws(UsageError) -> Shard {
    guard let count else {
      throw UsageError(
        "\(variable): nothing says how many shards there are; type --shard /4 where there are four, or "
          + "--shard 1/1 for all weeks")
    }
    guard count > 1 || first == 0 else {
      throw UsageError(
        "\(variable): one task alone, numbered \(first), may be one of several that is submitted again; "
          + "type --shard /4 where there are four, or --shard 1/1 for all weeks")
    }
    let last = last ?? first + count - 1
    guard last - first == count - 1, let part = Part(number - first + 1, of: count) else {
      throw UsageError(
        "\(variable): the numbers of the array's \(count) tasks go from \(first) to \(last) with gaps, "
          + "and shards have none; submit it as --array=0-\(count - 1)")
    }
    return Shard(part: part, source: source)
  }

  /// The shard of the task where it is typed how many there are: task 0 has the first one, whichever
  /// tasks of the array are run again.
  ///
  /// Throws `UsageError` for a task that has none.
  func shard(of total: Int) throws(UsageError) -> Shard {
    guard let part = Part(number + 1, of: total) else {
      throw UsageError(
        "--shard /\(total): task \(number) has none, because the first one is that of task 0; submit the "
          + "array with the numbers 0-\(total - 1)")
    }
    guard count != total || first == 0 else {
      throw UsageError(
        "--shard /\(total): the array begins at \(first), and the first shard is that of task 0; submit "
          + "the array with the numbers 0-\(total - 1)")
    }
    return Shard(part: part, source: source)
  }

  private var source: String { "\(variable) \(number)" }
}
