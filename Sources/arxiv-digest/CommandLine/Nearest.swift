/// A hint at the name that was probably meant: `; did you mean 'fetch'?`, or nothing.
func nearest(_ word: String, _ names: [String]) -> String {
  let best = names.map { (name: $0, distance: editDistance(word, $0)) }
    .min { $0.distance < $1.distance }
  guard let best, best.distance <= 3, best.distance * 2 < word.count else { return "" }
  return "; did you mean '\(best.name)'?"
}

/// The number of letters to change, add or drop to get from one word to another (Levenshtein).
private func editDistance(_ one: String, _ other: String) -> Int {
  let other = Array(other)
  var row = Array(0...other.count)
  for (i, letter) in one.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, candidate) in other.enumerated() {
      let change = diagonal + (letter == candidate ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[other.count]
}
