import Records

extension OAIHarvest {
  /// The name of an archive's set: groups of their own have the archive's name, the archives of
  /// physics stand below it.
  static func set(of archive: String) -> String {
    let groups: Set = ["cs", "econ", "eess", "math", "q-bio", "q-fin", "stat"]
    return groups.contains(archive) ? archive : "physics:\(archive)"
  }

  /// The earliest place where the receipts go on; nil where one of them does not.
  ///
  /// Only where a single week is wanted: what was read of other weeks is not on disk. A receipt
  /// whose day has not come yet, or that counts what nobody could have counted, says nothing.
  static func place(
    of requests: [TopicRequest], in search: LocalSearch, _ sets: [String], today: String
  ) -> (set: Int, day: String)? {
    guard search.weeks.count == 1 else { return nil }
    var places: [(set: Int, day: String)] = []
    for request in requests where search.obstacle(to: request.topic, in: search.weeks[0]) == nil {
      guard let earlier = request.earlier, earlier.source == "oai", earlier.countsWhatCanBe,
        let position = earlier.next.flatMap(OAIPosition.init), position.day <= today,
        let set = sets.firstIndex(of: position.set)
      else { return nil }
      places.append((set, position.day))
    }
    return places.min { $0 < $1 }
  }
}

extension Coverage {
  /// True where every count is one that a harvest can come to, so that adding to it is safe.
  fileprivate var countsWhatCanBe: Bool {
    [pages, total, parsed, papers, duplicates].allSatisfy(OAIPage.sizes.contains)
  }
}
