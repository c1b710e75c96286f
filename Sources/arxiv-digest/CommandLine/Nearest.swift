/// A hint at the name that was probably meant: `; did you mean 'fetch'?`, or nothing.
func nearest(_ word: String, _ names: [String]) -> String {
  let best = names.map { (name: $0, distance: editDistance(word, $0)) }
    .min { $0.distance < $1.distance }
  guard let best, best.distance <= 3, best.distance * 2 < word.count else { return "" }
  return "; did you mean '\(best.name)'?"
}

/// The number of letters to change, add, drop or swap with the next one to get from one word to
/// another (Damerau and Levenshtein, no letter swapped and changed again).
private func editDistance(_ one: String, _ other: String) -> Int {
  let (one, other) = (Array(one), Array(other))
  var rows = [Array(0...other.count)]
  for i in one.indices {
    var row = [i + 1]
    for j in other.indices {
      let change = rows[i][j] + (one[i] == other[j] ? 0 : 1)
      var best = min(change, rows[i][j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
        best = min(best, rows[i - 1][j - 1] + 1)
      }
      row.append(best)
    }
    rows.append(row)
  }
  return rows[one.count][other.count]
}
