package import JSONText

/// What one stage asked of one model, and what that cost.
package struct Bill: Sendable, Equatable {
  /// The stage that asked.
  package let stage: String
  /// The name of the model profile.
  package let profile: String
  /// The model that was asked for.
  package let model: String
  /// Requests and tokens, failed attempts included.
  package var usage = Usage()
  /// Requests among them that the server refused or failed.
  package var failed = 0
  /// Requests among them of which nobody knows whether they were answered and charged.
  package var unknown = 0
  /// What those can have cost at most, in US dollars; not part of `costUSD`.
  package var unknownUSD: Double? = 0
  /// What the others cost in US dollars; nil where that is not known.
  package var costUSD: Double? = 0

  /// Opens an empty bill.
  package init(stage: String, profile: String, model: String) {
    self.stage = stage
    self.profile = profile
    self.model = model
  }

  /// Adds a request whose end is known, or known to be unknown.
  package mutating func add(_ request: PaidRequest) {
    usage = usage + request.usage
    switch request.state {
    case .sent, .unknown:
      unknown += 1
      unknownUSD = sum(unknownUSD, request.mostUSD)
    case .failed:
      failed += 1
      costUSD = sum(costUSD, request.costUSD)
    case .answered: costUSD = sum(costUSD, request.costUSD)
    }
  }

  /// The bills of some requests, one for each stage and model, in the order of their first requests.
  package static func bills(of requests: [PaidRequest]) -> [Bill] {
    requests.reduce(into: []) { bills, request in bills.add(request) }
  }

  /// True where a request belongs on this bill.
  package func covers(_ request: PaidRequest) -> Bool {
    stage == request.stage && profile == request.profile && model == request.model
  }

  /// Writes the bill for other programs, with sums that are rounded.
  package func write(to object: inout JSONObject) {
    write(to: &object) { $0.inMillionths }
  }

  /// Writes the bill with sums that are not rounded, to go on from them.
  func writeExactly(to object: inout JSONObject) {
    write(to: &object) { $0 }
  }

  private func write(to object: inout JSONObject, sum: (Double) -> Double) {
    object.set("stage", stage)
    object.set("profile", profile)
    object.set("model", model)
    object.set("usage", usage.write)
    object.set("failed", failed)
    object.set("unknown", unknown)
    object.set("unknownUSD", unknownUSD.map(sum))
    object.set("costUSD", costUSD.map(sum))
  }
}

extension Bill: JSONObjectReadable {
  package init(from fields: inout JSONFields) throws(JSONError) {
    self.init(
      stage: try fields.read("stage"), profile: try fields.read("profile"),
      model: try fields.read("model"))
    usage = try fields.read("usage")
    failed = try fields.read("failed")
    unknown = try fields.read("unknown")
    unknownUSD = try fields.readIfPresent("unknownUSD")
    costUSD = try fields.readIfPresent("costUSD")
  }
}

extension [Bill] {
  /// Adds a request to the bill of its stage and model, which is opened with the first one.
  package mutating func add(_ request: PaidRequest) {
    // A request that could not be sent after all stands in the log as none.
    guard request.usage.requests > 0 else { return }
    let place = firstIndex { $0.covers(request) }
    if place == nil {
      append(Bill(stage: request.stage, profile: request.profile, model: request.model))
    }
    self[place ?? count - 1].add(request)
  }

  /// Requests and tokens of all bills.
  package var usage: Usage { map(\.usage).reduce(Usage(), +) }
  /// Requests that the servers refused or failed.
  package var failed: Int { map(\.failed).reduce(0, +) }
  /// Requests of unknown outcome.
  package var unknown: Int { map(\.unknown).reduce(0, +) }
  /// What those of unknown outcome can have cost at most; nil where a part is not known.
  package var unknownUSD: Double? { map(\.unknownUSD).reduce(0, sum) }
  /// What the others cost; nil where a part is not known.
  package var costUSD: Double? { map(\.costUSD).reduce(0, sum) }
}

/// A sum with an unknown part is unknown.
private func sum(_ one: Double?, _ other: Double?) -> Double? {
  one.flatMap { one in other.map { one + $0 } }
}

extension Double {
  /// Rounded to a millionth: below that, a sum of dollars is noise.
  package var inMillionths: Double { (self * 1_000_000).rounded() / 1_000_000 }
}
