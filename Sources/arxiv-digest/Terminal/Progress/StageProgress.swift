import Models
import Pipeline
import Records

/// How far a stage is, added up from what a run tells.
struct StageProgress: Equatable {
  /// A request that is under way.
  struct Waiting: Equatable {
    /// The question's name.
    let name: String
    /// When it went out, on the clock that all of this is measured with.
    let since: Duration
  }

  /// The stage.
  let stage: Stage
  /// How many papers or topics it works on.
  let total: Int
  /// When it began.
  let began: Duration
  /// How many of them are done with.
  var done = 0
  /// How often a question was put again.
  var retries = 0
  /// What its requests have cost so far in US dollars; nil where nobody knows.
  var costUSD: Double? = 0
  /// The requests under way, by their numbers.
  private var underWay: [Int: Waiting] = [:]

  /// Begins a stage.
  init(_ stage: Stage, total: Int, at time: Duration) {
    self.stage = stage
    self.total = total
    began = time
  }

  /// The request that has been under way for the longest time.
  var oldest: Waiting? { underWay.values.min { ($0.since, $0.name) < ($1.since, $1.name) } }

  /// How many are done in a second; nil while that cannot be told, as in the first moment.
  func perSecond(at time: Duration) -> Double? {
    let seconds = (time - began) / .seconds(1)
    return done > 0 && seconds >= 1 ? Double(done) / seconds : nil
  }

  /// Seconds until the rest is done; nil while that cannot be told, and where nothing is left.
  func secondsLeft(at time: Duration) -> Double? {
    guard done < total else { return nil }
    return perSecond(at: time).map { Double(total - done) / $0 }
  }

  /// Adds up what was told while the stage is under way.
  mutating func take(_ event: RunEvent, at time: Duration) {
    switch event {
    case .advanced(stage, let done, _): self.done = done
    case .waiting(stage, let wait): retries += wait.failure == nil ? 0 : 1
    case .sent(let request):
      underWay[request.number] = Waiting(name: request.question, since: time)
    case .settled(let request):
      underWay[request.number] = nil
      if request.state == .answered, request.costUSD == nil { costUSD = nil }
      if let cost = request.costUSD { costUSD? += cost }
    default: break
    }
  }
}
