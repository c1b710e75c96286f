/// How the terms of the field are written in Japanese.
package struct Glossary: Sendable, Equatable {
  /// One term of the field.
  package struct Term: Sendable, Equatable {
    /// Its English forms; hyphens, spaces, case and a plural's `s` make no difference.
    package let english: [String]
    /// Its Japanese forms, the agreed one first; none where the English one is kept.
    package let japanese: [String]
    /// Forms that are wrong wherever the paper uses the term.
    package let forbidden: [String]

    /// Puts a term together.
    package init(english: [String], japanese: [String] = [], forbidden: [String] = []) {
      self.english = english
      self.japanese = japanese
      self.forbidden = forbidden
    }

    /// The forms of which a Japanese title must have one.
    var accepted: [String] { japanese.isEmpty ? english : japanese }

    /// The form that is agreed.
    package var agreed: String { japanese.first ?? english.first ?? "" }
  }

  /// The terms.
  package let terms: [Term]
  private let phrases: MarkTable<Int>
  private let beginnings: MarkTable<Bool>

  /// Makes a glossary of terms.
  package init(_ terms: [Term] = []) {
    self.terms = terms
    var phrases: [String: Int] = [:]
    var beginnings: [String: Bool] = [:]
    for (index, term) in terms.enumerated() {
      for form in term.english {
        phrases[form] = index
        // A paper may write as one word what has a hyphen here.
        beginnings[form] = true
        guard let atom = Array(in: Array(form.utf8)).first else { continue }
        beginnings[String(decoding: Array(form.utf8)[atom.range], as: UTF8.self)] = true
      }
    }
    self.phrases = MarkTable(phrases, stemmed: true)
    self.beginnings = MarkTable(beginnings, stemmed: true)
  }

  package static func == (one: Glossary, other: Glossary) -> Bool { one.terms == other.terms }

  /// The terms that a title or abstract has, in their order and each once; of two that overlap, the
  /// longer one.
  package func terms(in text: String) -> [Term] {
    hits(in: Array(in: Array(text.utf8))[...]).map { terms[$0] }
  }

  /// The places in `terms` of those that some words of a source have.
  func hits(in atoms: ArraySlice<Atom>) -> [Int] {
    var hits: [Int] = []
    var start = atoms.startIndex
    while start < atoms.endIndex {
      guard beginnings[atoms[start].mark] != nil || beginnings[atoms[start].stem] != nil,
        let (term, next) = longest(in: atoms, from: start)
      else {
        start += 1
        continue
      }
      if !hits.contains(term) { hits.append(term) }
      start = next
    }
    return hits
  }

  private func longest(in atoms: ArraySlice<Atom>, from start: Int) -> (term: Int, next: Int)? {
    var mark = WordMark()
    var found: (Int, Int)?
    for index in start..<min(start + 7, atoms.endIndex) {
      if let term = phrases[mark.followed(by: atoms[index].stem)] { found = (term, index + 1) }
      mark = mark.followed(by: atoms[index].mark)
    }
    return found
  }
}
