import Records
import Testing

@Suite("Bills")
struct BillTests {
  @Test("each state of a request counts in its own way")
  func states() {
    var unsent = Samples.request(5, .failed)
    unsent.usage = Usage()
    let requests = [
      Samples.request(1), Samples.request(2, .failed, costUSD: 0), Samples.request(3, .unknown),
      Samples.request(4), unsent,
    ]
    var bill = Bill(stage: "summarize", profile: "openai", model: "m")
    bill.usage = Usage(requests: 4, inputTokens: 20, cachedTokens: 4, outputTokens: 6)
    bill.failed = 1
    bill.unknown = 1
    bill.unknownUSD = 0.5
    bill.costUSD = 0.5
    #expect(Bill.bills(of: requests) == [bill])
  }

  @Test("stages and models have bills of their own, in the order of their first requests")
  func several() {
    func request(_ stage: String, _ model: String) -> PaidRequest {
      PaidRequest(
        number: 1, stage: stage, question: "q", profile: "p", model: model, mostUSD: nil,
        time: Samples.time)
    }
    let requests = [
      request("translate", "a"), request("summarize", "a"), request("summarize", "b"),
      request("summarize", "a"),
    ]
    let bills = Bill.bills(of: requests)
    #expect(bills.map(\.stage) == ["translate", "summarize", "summarize"])
    #expect(bills.map(\.model) == ["a", "a", "b"])
    #expect(bills.map(\.usage.requests) == [1, 2, 1])
    #expect(bills.usage.requests == 4)
  }

  @Test("a cost that nobody knows makes the sum unknown")
  func unknownCost() {
    var bills = Bill.bills(of: [Samples.request(1)])
    #expect(bills.costUSD == 0.25)
    var other = Bill(stage: "translate", profile: "local", model: "l")
    other.costUSD = nil
    bills.append(other)
    #expect(bills.costUSD == nil)
  }
}
