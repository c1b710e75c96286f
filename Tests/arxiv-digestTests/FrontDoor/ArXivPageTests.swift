import TestSupport
import Testing

@Suite("An arXiv whose pages are wrong")
struct ArXivPageTests {
  @Test(
    "gives every paper in the end, and says so",
    arguments: [
      FaultCase(
        testDescription: "an empty first page", faults: [.request(1): .empty(total: "0")],
        starts: [0, 0, 200, 400]),
      FaultCase(
        testDescription: "an empty first page with the right total",
        faults: [.requests(1...3): .empty(total: "450")], starts: [0, 0, 0, 0, 200, 400]),
      FaultCase(
        testDescription: "an empty first page without a total",
        faults: [.requests(1...3): .empty(total: nil)], starts: [0, 0, 0, 0, 200, 400]),
      FaultCase(
        testDescription: "an empty page in the middle",
        faults: [.requests(2...4): .empty(total: "0")], starts: [0, 200, 200, 200, 200, 400]),
      FaultCase(
        testDescription: "an empty page in the middle with the right total",
        faults: [.requests(2...4): .empty(total: "450")], starts: [0, 200, 200, 200, 200, 400]),
      FaultCase(
        testDescription: "an empty page in the middle without a total",
        faults: [.requests(2...4): .empty(total: nil)], starts: [0, 200, 200, 200, 200, 400]),
      FaultCase(
        testDescription: "an empty last page", faults: [.requests(3...5): .empty(total: "450")],
        starts: [0, 200, 400, 400, 400, 400]),
      FaultCase(
        testDescription: "another page than was asked for",
        faults: [.requests(2...4): .page { $0.start = "0" }],
        starts: [0, 200, 200, 200, 200, 400]),
      FaultCase(
        testDescription: "a page that does not say where it begins",
        faults: [.page(200): .page { $0.start = nil }], starts: [0, 200, 400]),
      FaultCase(
        testDescription: "an order that changes",
        faults: [.page(200): .page { $0.entries.reverse() }],
        starts: [0, 200, 400]),
      FaultCase(
        testDescription: "an entry in another's place",
        faults: [.request(2): .page { $0.entries[0] = $0.entries[1] }],
        starts: [0, 200, 400, 0, 200, 400], pages: 6, duplicates: 1,
        line: "450 papers of 450 hits on 6 pages, 1 came again, confirmed"),
      FaultCase(
        testDescription: "an entry that comes twice and pushes another off the next page",
        faults: [.request(2): .page { $0.entries.append($0.entries[7]) }],
        starts: [0, 200, 401, 0, 200, 400], pages: 6, duplicates: 1,
        line: "450 papers of 450 hits on 6 pages, 1 came again, confirmed"),
      FaultCase(
        testDescription: "damaged bytes",
        faults: [.page(200): .replacing("An abstract", with: [0xFF, 0x01])], starts: [0, 200, 400]),
      FaultCase(
        testDescription: "a total of the page for that of the search",
        faults: [.always: .total("200")], starts: [0, 200, 400, 450, 450], pages: 4, total: 200,
        line: "450 papers of 200 hits on 4 pages, confirmed"),
      FaultCase(
        testDescription: "a total that is too low at first", faults: [.page(0): .total("7")],
        starts: [0, 200, 400]),
      FaultCase(
        testDescription: "a total that shrinks", faults: [.page(200): .total("0")],
        starts: [0, 200, 400]),
      FaultCase(
        testDescription: "a total below nothing", faults: [.always: .total("-1")],
        starts: [0, 200, 400, 450, 450], pages: 4, total: 0,
        line: "450 papers on 4 pages, confirmed"),
      FaultCase(
        testDescription: "no total, so that the end is empty four times",
        faults: [.always: .total(nil)], starts: [0, 200, 400, 450, 450, 450, 450], pages: 4,
        total: 0, line: "450 papers on 4 pages, confirmed"),
      FaultCase(
        testDescription: "a total in words", faults: [.always: .total("many")],
        starts: [0, 200, 400, 450, 450, 450, 450], pages: 4, total: 0,
        line: "450 papers on 4 pages, confirmed"),
    ])
  func passes(row: FaultCase) async throws {
    try await row.check()
  }
}
