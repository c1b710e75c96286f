import Models

/// Puts the model profiles into an aligned table.
enum ProfileTable {
  /// A line for each profile under a line of headings; `cost` is what a paper takes.
  static func text(_ profiles: [ListedProfile], cost: PaperCost) -> String {
    let headings = [
      "profile", "kind", "model", "key", "a paper", "prices of", "used to",
    ]
    let rows = profiles.map { listed in
      let profile = listed.profile
      return [
        profile.name, profile.kind.rawValue, profile.model, "\(listed.key)",
        cost.dollars(profile.prices).map(BillText.dollars) ?? "unknown",
        profile.prices?.asOf ?? "-", listed.uses.map(\.description).joined(separator: "; "),
      ]
    }
    return aligned([headings] + rows)
  }

  /// Rows of equally many cells, with two spaces between columns and none at the end; from a column
  /// on, the cells stand at the right, as numbers do.
  static func aligned(_ rows: [[String]], numbersFrom column: Int = .max) -> String {
    let columns = rows.first?.indices ?? 0..<0
    let widths = columns.map { column in rows.map { $0[column].columns }.max() ?? 0 }
    return rows.map { row in
      var line = zip(row, widths).enumerated().map { place, cell in
        let blanks = String(repeating: " ", count: cell.1 - cell.0.columns)
        return place < column ? cell.0 + blanks : blanks + cell.0
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
