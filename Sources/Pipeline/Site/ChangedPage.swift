/// A page on the site that is not as it was written: it was changed by hand, and is left alone.
package struct ChangedPage: Sendable, Equatable {
  /// The page's slug, such as `sd`.
  package let slug: String
  /// Where it stands.
  package let path: String
  /// How it differs from what would be written.
  package let difference: PageDifference

  /// Describes a page.
  package init(slug: String, path: String, difference: PageDifference) {
    self.slug = slug
    self.path = path
    self.difference = difference
  }
}
