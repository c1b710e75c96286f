/// How much is measured.
struct Size {
  /// How often each side of a contest runs.
  let rounds: Int
  /// How often the checks are timed, of which the fastest counts.
  let checkRounds: Int
  /// Papers of the week that is summarized without waiting.
  let papers: Int
  /// Papers of the large week.
  let week: Int
  /// Papers of the week that memory is measured with, beside 2,000.
  let many: Int

  /// What CI has the time for.
  static let short = Size(rounds: 3, checkRounds: 50, papers: 4000, week: 5000, many: 10_000)
  /// What the targets are about.
  static let full = Size(rounds: 3, checkRounds: 200, papers: 20_000, week: 100_000, many: 200_000)
}
