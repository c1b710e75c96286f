import Models
import Records

/// What one paid stage asks about papers, and how it reads the answers.
struct PaidStage<Output: Draft>: Sendable {
  /// Which stage this is.
  let name: Stage
  /// Where the drafts stand.
  let file: RecordFile<Output>
  /// Who is asked: the stage's own profile, and then those that stand in for it.
  let clients: [ModelClient]
  /// How many papers share a request.
  let papersPerRequest: Int
  /// How often a paper is asked about again for an answer that cannot be used.
  let repairs: Int
  /// True where a person has written all that the stage would ask for.
  let isByHand: @Sendable (Paper) -> Bool
  /// Why a paper cannot be asked about; nil where it can.
  let obstacle: @Sendable (Paper) -> String?
  /// The mark of the prompt as it is now.
  let promptMark: Fingerprint
  /// A paper with what a question has to know of its words.
  let subject: @Sendable (Paper) -> Subject
  /// The question about some papers, under a name.
  let ask: @Sendable ([Subject], String) -> Prompt
  /// The same question once more, with what was wrong with the reply.
  let askAgain: @Sendable (Prompt, FailedReply) -> Prompt
  /// The drafts that an answer holds, one for each paper of the question.
  let read: @Sendable (Answered) -> [Output]
  /// A draft's own part of the reply, as the model would have to write it; nil where there is none.
  let answer: @Sendable (Output) -> String?
  /// What validation would withhold a draft for.
  let errors: @Sendable (Paper, Output) -> [Finding]

  /// What of a draft's question would be another one today.
  func changes(since draft: Output, of paper: Paper) -> [QuestionInput] {
    let made = draft.provenance
    var changes: [QuestionInput] = []
    if made.prompt != promptMark { changes.append(.prompt) }
    if !clients.contains(where: { $0.model == made.model }) { changes.append(.model) }
    let subject = subject(paper)
    if made.input != subject.inputMark {
      // Older records do not tell the two apart.
      changes.append(made.text == subject.textMark ? .terms : .abstract)
      if let version = made.version, version != paper.version { changes.append(.version) }
    }
    return changes
  }

  /// What the model is asked; `subjects` are the question's papers.
  ///
  /// Not inlined, lest a lane hold all that it takes for as long as it waits.
  @inline(never)
  func prompt(_ question: Question, _ subjects: [Subject]) -> Prompt {
    let first = ask(subjects, questionName(question.papers))
    var prompt = question.shown.map { askAgain(first, $0) } ?? first
    prompt.outputFactor = question.outputFactor
    return prompt
  }

  /// The name of a question: the first paper, and what tells it from other questions.
  ///
  /// It says nothing of the prompt's words, so that a recording outlives their editing.
  func questionName(_ papers: [Paper]) -> String {
    let ids = papers.map { $0.id.text.replacing("/", with: "_") }
    guard let first = ids.first else { return name.rawValue }
    guard ids.count > 1 else { return "\(name.rawValue)-\(first)" }
    let mark = Fingerprint(parts: ids).description.prefix(8)
    return "\(name.rawValue)-\(first)+\(ids.count - 1)-\(mark)"
  }
}
