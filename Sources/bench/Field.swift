import Foundation

/// Where the programs are measured: their folder, a folder for projects, and the server.
struct Field {
  /// The folder for projects.
  let folder: String
  /// The folder of the built programs.
  let programs: String
  /// The folder of the shipped prompts.
  let prompts: String
  /// The model.
  let server: ModelServer
  /// How much is measured.
  let size: Size

  /// A project with so many papers, whose model answers after so many milliseconds.
  func project(_ name: String, papers: Int, latency: Int = 0) throws -> Project {
    let project = try Project(
      named: name, in: folder, papers: papers, prompts: prompts,
      server: server.baseURL(latency: latency))
    guard let project else { throw Child.Failure(description: "no such week") }
    return project
  }

  /// The shipped program, in a project.
  func digest(in project: Project) -> Child {
    Child(path: programs + "/arxiv-digest", folder: project.path)
  }

  /// A program of the benchmarks that asks the model itself.
  func asking(
    _ name: String, _ first: [String] = [], latency: Int, lanes: Int, count: Int
  ) -> Contest.Side {
    let url = server.baseURL(latency: latency) + "/chat/completions"
    let child = Child(path: "\(programs)/\(name)", folder: folder)
    return Contest.Side(run: { try child.run(first + [url, "\(lanes)", "\(count)"]) })
  }

  /// A run of the `summarize` stage over a project's papers, none of which has a summary yet.
  func summarizing(_ project: Project, lanes: Int) -> Contest.Side {
    let digest = digest(in: project)
    let words = ["summarize"] + Project.week + ["--concurrency", "\(lanes)"]
    return Contest.Side(
      prepare: { try project.forget() },
      run: {
        let trial = try digest.run(words)
        try project.checkLines(of: "summaries.jsonl")
        return trial
      })
  }
}
