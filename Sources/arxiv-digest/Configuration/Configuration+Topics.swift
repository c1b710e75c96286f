import ArXiv
import Pipeline
import Records

extension Configuration {
  /// The topics of the file; throws `UsageError` for the first thing that is wrong with one.
  static func topics(_ file: DigestFile, path: JSONPlace) throws(UsageError) -> [Topic] {
    guard !file.topics.isEmpty else {
      throw UsageError(
        "\(path["topics"].source): 'topics' is empty; write a topic there, as in the shipped file")
    }
    var seen: Set<String> = []
    for (index, topic) in file.topics.enumerated() {
      let place = path["topics"][index]
      try checkSlug(topic.slug, at: place)
      guard seen.insert(topic.slug).inserted else {
        throw UsageError(
          "\(place["slug"]): '\(topic.slug)' stands there twice; give each topic a slug of its own")
      }
      for (key, text) in [("name", topic.name), ("query", topic.query)]
      where text.allSatisfy(\.isWhitespace) {
        throw UsageError("\(place[key]): is empty; fill it in")
      }
      try checkQuery(topic.query, at: place)
    }
    return file.topics.map { Topic(slug: $0.slug, name: $0.name, query: $0.query) }
  }

  private static func checkSlug(_ slug: String, at place: JSONPlace) throws(UsageError) {
    let isSlug = slug.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
    // A slug becomes a folder and part of a link.
    guard isSlug, !slug.isEmpty, slug.count <= 32 else {
      throw UsageError(
        "\(place["slug"]): '\(slug)' is no slug; write 1 to 32 of the letters a-z, 0-9 and -")
    }
    guard slug != "all" else {
      throw UsageError("\(place["slug"]): 'all' is the page of all papers; choose another")
    }
  }

  /// Throws where arXiv would search for something else than the query seems to say.
  private static func checkQuery(_ query: String, at place: JSONPlace) throws(UsageError) {
    do { _ = try TopicQuery(query) } catch {
      throw UsageError(
        "\(place["query"]), character \(error.offset + 1): \(error.message)\n"
          + error.caretLines(in: query, indent: "  "))
    }
  }

  /// Throws where a topic's query is longer than a request to arXiv can be.
  static func checkLengths(_ job: Job, url: String, path: JSONPlace) throws(UsageError) {
    for topic in job.topics {
      do { try ArXivAPI.check(topic, in: job.week, url: url) } catch {
        throw UsageError("\(path): topic \(topic.slug): \(error)")
      }
    }
  }

  /// The topics that were typed, or all.
  static func chosen(
    _ arguments: Arguments, from topics: [Topic], path: JSONPlace
  ) throws(UsageError) -> [Topic] {
    guard let slugs = arguments.values[.topic] else { return topics }
    let known = topics.map(\.slug)
    for slug in slugs where !known.contains(slug) {
      throw UsageError(
        "--topic \(slug): no such topic in \(path)\(nearest(slug, known)); "
          + "known: \(known.joined(separator: ", "))")
    }
    return topics.filter { slugs.contains($0.slug) }
  }
}
