/// What sending requests costs.
extension Field {
  /// The HTTP client against libcurl.
  func engine() throws -> [Row] {
    let (lanes, count) = (64, 20_000)
    let trials = try Contest(rounds: size.rounds).trials([
      asking("bench-reference", latency: 0, lanes: lanes, count: count),
      asking("bench", ["engine"], latency: 0, lanes: lanes, count: count),
    ])
    let seconds = trials.map { $0.median { Double($0.output.dropLast()) ?? .nan } }
    let cpu = trials.map { $0.median(\.cpu) * 1000 / Double(count) }
    return [
      Row("C reference, 64 lanes", Double(count) / seconds[0], "requests/s"),
      Row(
        "HTTP engine, 64 lanes", seconds[0] / seconds[1], "of C", .atLeast(0.85),
        note: note("%.0f requests/s", Double(count) / seconds[1])),
      Row(
        "HTTP engine, processor", cpu[1], "s per 1,000",
        note: note("C reference %.4f", cpu[0])),
    ]
  }

  /// The whole stage against libcurl alone, with a server that answers at once.
  func summarizing() throws -> [Row] {
    let papers = size.papers
    let trials = try Contest(rounds: size.rounds).trials([
      asking("bench-reference", latency: 0, lanes: 64, count: papers),
      summarizing(try project("summarize", papers: papers), lanes: 64),
    ])
    let seconds = trials.map { $0.median(\.seconds) }
    return [
      Row("summarize stage, 64 lanes", Double(papers) / seconds[1], "papers/s", .atLeast(30_000)),
      Row("the same against C", seconds[0] / seconds[1], "of C", .atLeast(0.5)),
      Row(
        "the same, processor", trials[1].median(\.cpu) * 1000 / Double(papers), "s per 1,000",
        .atMost(0.05)),
    ]
  }

  /// The whole stage with a server that takes its time.
  func waiting() throws -> [Row] {
    try waiting(papers: 2000, lanes: 256, target: 1.08)
      + waiting(papers: 8000, lanes: 1024, target: 1.15)
  }

  private func waiting(papers: Int, lanes: Int, target: Double) throws -> [Row] {
    let trials = try Contest(rounds: size.rounds).trials(
      [
        asking("bench-reference", latency: 200, lanes: lanes, count: papers),
        summarizing(
          try project("wait-\(papers)", papers: papers, latency: 200), lanes: lanes),
      ], warmUp: false)
    let ideal = Double(papers) / Double(lanes) * 0.2
    return [
      Row(
        "\(papers) papers, \(lanes) lanes, 200 ms", trials[1].median(\.seconds) / ideal, "of ideal",
        .atMost(target), note: note("C reference %.3f", trials[0].median(\.seconds) / ideal))
    ]
  }

  /// How much memory the stage holds, for few papers and for many.
  func memory() throws -> [Row] {
    try [2000, size.many].map { papers in
      let side = summarizing(try project("memory-\(papers)", papers: papers), lanes: 256)
      try side.prepare()
      let peak = try side.run().peak
      return Row("peak memory, \(papers) papers, 256 lanes", peak, "MiB", .atMost(64))
    }
  }
}
