/// What is asked before money is spent, as it stands in `digest.json`.
struct SpendingEntry: StrictlyDecodable {
  /// US dollars above which a run on a terminal asks first; 0 asks always.
  let askAboveUSD: Double?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case askAboveUSD
  }

  /// US dollars above which a run asks unless told otherwise; a usual week costs a few cents.
  static let usual = 1.0

  /// The amount above which a run asks; throws `UsageError` for what is no amount.
  static func askAboveUSD(_ entry: SpendingEntry?, path: JSONPlace) throws(UsageError) -> Double {
    let amount = entry?.askAboveUSD ?? usual
    guard amount >= 0, amount.isFinite else {
      throw UsageError(
        "\(path["spending"]["askAboveUSD"]): an amount of US dollars is needed, such as 1.00")
    }
    return amount
  }
}
