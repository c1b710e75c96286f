import Records

/// The texts of a week's papers by their marks, and which of them are another paper's as well.
struct Repetitions: Sendable {
  private var ids: [ArXivID?] = []
  private var ownTitles: [UInt64] = []
  /// The marks of titles and remarks; zero where there is none.
  private var titles: [UInt64] = []
  private var remarks: [UInt64] = []
  /// The marks of all papers' bullets, and where each paper's end.
  private var bullets: [UInt64] = []
  private var ends: [Int32] = []
  private var titleTwins = Twins(among: [])
  private var bulletTwins = Twins(among: [])
  private var remarkTwins = Twins(among: [])

  /// Takes the next paper; nil for one that is not compared.
  mutating func add(_ trace: Trace?) {
    ids.append(trace?.id)
    ownTitles.append(trace?.ownTitle ?? 0)
    titles.append(trace?.title ?? 0)
    remarks.append(trace?.remark ?? 0)
    bullets += trace?.bullets ?? []
    ends.append(Int32(bullets.count))
  }

  /// Looks for texts that several papers have; no paper is to follow.
  mutating func find() {
    titleTwins = Twins(among: titles)
    remarkTwins = Twins(among: remarks)
    bulletTwins = Twins(among: bullets)
    for index in ids.indices where ids[index] != nil {
      titleTwins.add(titles[index], at: index)
      remarkTwins.add(remarks[index], at: index)
      for bullet in bullets(at: index) { bulletTwins.add(bullet, at: index) }
    }
  }

  /// What is wrong with a paper's texts for being another's as well.
  func problems(at index: Int) -> [(code: String, problem: Check.Problem)] {
    var problems: [(String, Check.Problem)] = []
    if let other = titleTwins.other(than: index, with: titles[index]),
      ownTitles[other] != ownTitles[index]
    {
      problems.append(
        ("same-title", .init("title", "\(id(at: other)) has the same Japanese title")))
    }
    for (place, bullet) in bullets(at: index).enumerated() {
      guard let other = bulletTwins.other(than: index, with: bullet) else { continue }
      let field = "\(Field.bullet(place))"
      problems.append(("same-bullets", .init(field, "\(id(at: other)) has the same bullet")))
      break
    }
    if let other = remarkTwins.other(than: index, with: remarks[index]) {
      problems.append(("same-remark", .init("remark", "\(id(at: other)) has the same remark")))
    }
    return problems
  }

  /// The identifier of the paper at an index.
  func id(at index: Int) -> String { ids[index]?.text ?? "" }

  private func bullets(at index: Int) -> ArraySlice<UInt64> {
    bullets[Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])]
  }
}
