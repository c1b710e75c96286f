import Testing

@testable import ArXiv

@Suite("The line of all authors")
struct AuthorLineTests {
  @Test(
    "it is split into names as arXiv splits it",
    arguments: [
      ("", []), (" \n", []), ("Sole", ["Sole"]), ("First Author", ["First Author"]),
      ("A First, B Second", ["A First", "B Second"]),
      ("A First and B Second", ["A First", "B Second"]),
      ("A First, B Second and C Third", ["A First", "B Second", "C Third"]),
      ("A First, B Second, and C Third", ["A First", "B Second", "C Third"]),
      ("A First & B Second", ["A First", "B Second"]),
      ("Andy Sand and Anders And", ["Andy Sand", "Anders And"]),
      ("A First,\n  B Second\n  and C Third", ["A First", "B Second", "C Third"]),
      ("A First,, B Second,", ["A First", "B Second"]), (", A First", ["A First"]),
      ("A First (An Institute)", ["A First"]),
      ("A First (An Institute, in a City), B Second", ["A First", "B Second"]),
      ("A First (1), B Second (1 and 2) ((1) One, (2) Two)", ["A First", "B Second"]),
      ("A First (One) and B Second (Two)", ["A First", "B Second"]),
      ("A First (One) B Second", ["A First", "B Second"]),
      ("A First (a ((deep)) nest), B Second", ["A First", "B Second"]),
      ("A First (An Institute", ["A First"]), ("(An Institute)", []),
      ("A.B. First, C.-D. Second", ["A. B. First", "C. -D. Second"]),
      (#"\.{Z}. First"#, ["Ż. First"]), (#"\.Z. First"#, ["Ż. First"]),
      ("A First, Jr.", ["A First, Jr."]), ("A First, Jr., B Second", ["A First, Jr.", "B Second"]),
      ("A First Jr., B Second III", ["A First Jr.", "B Second III"]), ("Jr.", ["Jr."]),
      ("A First, et al.", ["A First"]), ("A First, et al", ["A First"]),
      ("A First, Et Alia", ["A First"]), ("A First, Etal Name", ["A First", "Etal Name"]),
      ("A First; B Second", ["A First; B Second"]),
      ("The X Collaboration: A First, B Second", ["The X Collaboration", "A First", "B Second"]),
      ("The X Collaboration, A First", ["The X Collaboration", "A First"]),
      ("X Team and Y Group, A First", ["X Team", "Y Group", "A First"]),
      ("A First, for the X Collaboration", ["A First", "for the X Collaboration"]),
      ("A-B Collaboration, A First", ["B Collaboration", "A First"]),
      ("Company: A First", ["Company", ":", "A First"]), ("Group", ["Group"]),
      (#"Rouz\'e First, {\"U}mit Second"#, ["Rouzé First", "Ümit Second"]),
      ("著者 一, 著者 二", ["著者 一", "著者 二"]), ("A First, A First", ["A First", "A First"]),
    ] as [(String, [String])])
  func split(line: String, names: [String]) {
    #expect(AuthorLine.names(in: line) == names)
  }

  @Test("thousands of authors are all found")
  func many() {
    let names = (1...3000).map { "Author Number\($0)" }
    #expect(AuthorLine.names(in: names.joined(separator: ", ") + " (An Institute)") == names)
  }
}
