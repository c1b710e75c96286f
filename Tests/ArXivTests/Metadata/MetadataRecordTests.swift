import Records
import Testing

@testable import ArXiv

@Suite("Records of the metadata")
struct MetadataRecordTests {
  @Test(
    "what is no paper says why",
    arguments: [
      (nil, "v1", "Fri, 26 Jul 2024 12:00:00 GMT", "a record without an identifier"),
      (" ", "v1", "Fri, 26 Jul 2024 12:00:00 GMT", "a record without an identifier"),
      ("24.1", "v1", "Fri, 26 Jul 2024 12:00:00 GMT", "'24.1' is no arXiv identifier"),
      (
        "2407.00001v1", "v1", "Fri, 26 Jul 2024 12:00:00 GMT",
        "'2407.00001v1' is no arXiv identifier"
      ),
      ("2407.00001", "v1", "yesterday", "2407.00001: no readable submission date"),
      ("2407.00001", "v1", nil, "2407.00001: no readable submission date"),
      (
        "2407.00001", "1", "Fri, 26 Jul 2024 12:00:00 GMT",
        "2407.00001: no readable submission date"
      ),
      (
        "2407.00001", "v0", "Fri, 26 Jul 2024 12:00:00 GMT",
        "2407.00001: no readable submission date"
      ),
      (
        "2407.00001", "v2", "Fri, 26 Jul 2024 12:00:00 GMT",
        "2407.00001: no readable submission date"
      ),
      (
        "2407.00001", nil, "Fri, 26 Jul 2024 12:00:00 GMT",
        "2407.00001: no readable submission date"
      ),
    ] as [(String?, String?, String?, String)])
  func dropped(id: String?, version: String?, date: String?, reason: String) {
    var record = MetadataRecord()
    record.id = id
    record.versions = [MetadataRecord.Version(name: version, date: date)].compactMap(\.self)
    #expect(throws: DroppedEntry(reason: reason)) { try record.paper() }
  }

  @Test("versions may come in any order, and the last one's date may be unreadable")
  func versions() throws {
    var record = MetadataRecord()
    record.id = "2407.00001"
    record.versions = [
      MetadataRecord.Version(name: "v10", date: "soon"),
      MetadataRecord.Version(name: "v1", date: "Fri, 26 Jul 2024 12:00:00 GMT"),
      MetadataRecord.Version(name: "v2", date: "Sat, 27 Jul 2024 12:00:00 GMT"),
    ].compactMap(\.self)
    let paper = try record.paper()
    #expect(
      paper
        == SamplePaper().with {
          ($0.title, $0.abstract, $0.names, $0.categories) = ("", "", [], [])
          $0.versions = Array(repeating: "2024-07-26T12:00:00Z", count: 10)
        }.paper)
  }

  @Test("a category that stands twice counts once")
  func categories() throws {
    var record = MetadataRecord()
    record.categories = " cs.CL\n cs.LG  cs.CL "
    record.id = "2407.00001"
    record.versions = [
      MetadataRecord.Version(name: "v1", date: "Fri, 26 Jul 2024 12:00:00 GMT")
    ].compactMap(\.self)
    #expect(try record.paper().categories == ["cs.CL", "cs.LG"])
  }
}
