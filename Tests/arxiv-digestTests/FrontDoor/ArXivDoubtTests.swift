import TestSupport
import Testing

/// What does not pass is told, and the same command goes on when it has passed.
@Suite("An arXiv whose answers are doubtful")
struct ArXivDoubtTests {
  /// A fault of one page, the pages that are asked for, and why the result is doubted.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fault: ArXivFault
    /// How often the page is asked for.
    var times = 4
    let doubt: String
  }

  private static let papers = FakePaper.week(450)

  /// The place of the second page.
  private static let place = "202407260000-202408020000@200/450"

  @Test(
    "on the second page keeps the first, ends with status 2, and is gone on with there",
    arguments: [
      Case(
        testDescription: "it stays empty", fault: .empty(total: "450"),
        doubt: "arXiv announced 450 hits and sent none from 200 on"),
      Case(
        testDescription: "it stays empty and says that there is nothing",
        fault: .empty(total: "0"), doubt: "arXiv announced 450 hits and sent none from 200 on"),
      Case(
        testDescription: "it stays empty without a total", fault: .empty(total: nil),
        doubt: "arXiv announced 450 hits and sent none from 200 on"),
      Case(
        testDescription: "it breaks off", fault: .cutShort, doubt: "arXiv's answer breaks off"),
      Case(
        testDescription: "it is longer than announced", fault: .announcing(-100),
        doubt: "arXiv's answer breaks off"),
      Case(
        testDescription: "it is no XML", fault: .replacing("</name>", with: Array("</nam>".utf8)),
        doubt: "arXiv's answer is not well-formed XML (line 16)"),
      Case(
        testDescription: "it has a document type",
        fault: .replacing("<feed", with: Array("<!DOCTYPE feed [<!ENTITY a 'b'>]><feed".utf8)),
        times: 1,
        doubt:
          "arXiv's answer declares a document type, which no feed of arXiv does; it was not read"),
      Case(
        testDescription: "it is another page", fault: .page { $0.start = "0" },
        doubt: "arXiv answered the page at 0 where 200 was asked for"),
      Case(
        testDescription: "it is a report of an error with status 200",
        fault: .error("start must be an integer", status: 200), times: 1,
        doubt: "arXiv says: start must be an integer"),
      Case(
        testDescription: "it is a report of an error with status 400",
        fault: .error("start must be an integer", status: 400), times: 1,
        doubt: "arXiv says: start must be an integer"),
      Case(
        testDescription: "it is a report of an error with status 500",
        fault: .error("start must be an integer", status: 500), times: 1,
        doubt: "arXiv says: start must be an integer"),
    ])
  func page(row: Case) async throws {
    try await withWorld(papers: Self.papers) { world in
      world.arXiv.setFaults([.page(200): row.fault])
      let outcome = try await world.run(World.fetchWords)
      #expect(world.searches.map(\.start) == [0] + Array(repeating: 200, count: row.times))
      #expect(try world.records() == Self.papers.prefix(200).map { World.Record($0) })
      #expect(
        try world.receipts() == [
          World.Receipt(
            pages: 1, total: 450, parsed: 200, papers: 200, confirmed: false,
            doubts: [row.doubt], next: Self.place)
        ])
      #expect(
        outcome
          == RunningProgram.Outcome(
            status: .exit(2),
            errors: World.doubtful(
              "200 papers of 450 hits on 1 page, broken off", row.doubt, papers: 200,
              isWhole: false)))

      world.arXiv.setFaults([:])
      world.forget()
      let second = try await world.run(World.fetchWords)
      #expect(second.status == .exit(0), "\(second.errors)")
      #expect(world.searches.map(\.start) == [200, 400])
      #expect(try world.records() == Self.papers.map { World.Record($0) })
      #expect(
        try world.receipts() == [World.Receipt(pages: 3, total: 450, parsed: 450, papers: 450)])
    }
  }
}
