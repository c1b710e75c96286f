/// One subject of the digest, as `digest.json` names it.
package struct Topic: Sendable, Equatable {
  /// The short name that stands in paths and links, such as `sd`.
  package let slug: String
  /// The Japanese name that readers see, such as 合成データ.
  package let name: String
  /// What is searched for, in the grammar of arXiv's `search_query`.
  package let query: String

  /// Puts a topic together.
  package init(slug: String, name: String, query: String) {
    self.slug = slug
    self.name = name
    self.query = query
  }
}
