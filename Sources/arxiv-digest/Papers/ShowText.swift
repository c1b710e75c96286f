import Pipeline
import Records

/// Puts all that is known of a paper into words, in the order in which it came about.
struct ShowText {
  /// What is known.
  let dossier: Dossier
  /// The week, and where its pages go.
  let job: Job

  /// A heading for each part, and under it what there is, indented.
  var text: String {
    let sections =
      [paper] + dossier.standing.stages.map { StageText($0, dossier[$0.stage]).section }
      + [byHand, verdict, page, cost].compactMap(\.self)
    return sections.map(\.text).joined(separator: "\n\n")
  }

  private var paper: TextSection {
    let paper = dossier.standing.paper
    var section = TextSection("\(paper.id)v\(paper.version)  \(TextSection.line(paper.title))")
    section.add("week", "\(job.week)")
    section.add("authors", paper.authors.joined(separator: ", "))
    section.add("submitted", paper.published.minute)
    if paper.updated != paper.published { section.add("this version", paper.updated.minute) }
    section.add("categories", paper.categories.joined(separator: ", "))
    section.add("topics", topics)
    section.add("comment", paper.comment)
    if let (field, _) = paper.withdrawal { section.add("withdrawn", "told by its \(field)") }
    section.add("state", WhyText.lines(dossier)[0])
    section.add(raw: "abstract", paper.abstract)
    return section
  }

  /// The paper's topics with their names; those that digest.json does not have any more have none.
  private var topics: String {
    dossier.standing.paper.topics.map { slug in
      job.allTopics.first { $0.slug == slug }.map { "\(slug) \($0.name)" } ?? slug
    }.joined(separator: ", ")
  }

  private var byHand: TextSection? {
    guard let edit = dossier.standing.edit else { return nil }
    var section = TextSection("by hand")
    if edit.isHidden { section.add("hidden", "since \(edit.time.minute)") }
    section.add("texts", WhyText.edit(dossier.standing))
    section.add("title", edit.title)
    for (place, bullet) in (edit.bullets ?? []).enumerated() {
      section.add("bullets[\(place)]", bullet)
    }
    section.add("remark", edit.remark)
    return section
  }

  private var verdict: TextSection? {
    let standing = dossier.standing
    guard let verdict = standing.verdict ?? standing.today else { return nil }
    var section = TextSection("validate")
    let words = verdict.status == .accepted ? "accepted" : "withheld"
    let isOld = standing.verdict != nil && standing.verdict != standing.today
    section.add(
      "verdict",
      standing.verdict == nil
        ? "none yet; now it would be \(words)"
        : words + (isOld ? "; the texts or the rules have changed since" : ""))
    if !verdict.byHand.isEmpty { section.add("by hand", verdict.byHand.joined(separator: ", ")) }
    for finding in verdict.findings {
      section.add(
        finding.severity.rawValue, "\(finding.code) in \(finding.field): \(finding.sentence)")
    }
    for fix in verdict.fixes { section.add("put right", "\(fix.code) in \(fix.field)") }
    return section
  }

  private var page: TextSection? {
    var section = TextSection("page")
    for page in dossier.pages {
      section.add(page.slug, "\(page.path) \(WhyText.words(on: page.state))")
    }
    guard let text = dossier.section else {
      section.add("shown", "nowhere; only what is accepted can be published")
      return section
    }
    section.add(raw: "text", text)
    return section
  }

  private var cost: TextSection {
    var section = TextSection("cost")
    let inquiries = dossier.inquiries
    let requests = inquiries.flatMap(\.requests)
    let isKnown = !inquiries.contains { $0.costUSD == nil }
    let dollars = BillText.dollars(inquiries.compactMap(\.costUSD).reduce(0, +))
    section.add(
      "paper",
      requests.isEmpty
        ? "no request about it is on record"
        : "\(isKnown ? dollars : "unknown (no prices or no count)") for "
          + "\(ReportText.number(requests.count, "request"))"
          + (requests.contains { $0.papers > 1 } ? ", its part where others shared one" : ""))
    return section
  }
}
