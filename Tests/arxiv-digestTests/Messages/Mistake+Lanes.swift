extension Mistake {
  /// Lanes that do not exist, and times that are none.
  static let ofLanes: [Mistake] =
    [
      .typed(
        run + ["--lane", "bach"],
        "--lane bach: no such lane; it is online or batch; did you mean 'batch'?"),
      .typed(
        run + ["--lane", "batch"],
        "--lane batch: the model profile 'm' is of kind ollama, which has no batches; use --lane "
          + "online, or a profile of kind openai-chat, openai-responses, anthropic, gemini",
        ["MODEL_KIND": "ollama", "MODEL_NAME": "x"]),
      .typed(
        run + ["--lane", "batch", "--replay", "."],
        "--lane batch: a recording cannot stand for a provider's batches; leave out --replay"),
      .typed(
        run + ["--lane", "batch", "--record", "tape"],
        "--lane batch: a recording cannot stand for a provider's batches; leave out --record"),
    ]
    + ["0", "3", "90", "soon", "-1h", "3d"].map { text in
      .typed(
        run + ["--lane", "batch", "--stop-loss", text],
        "--stop-loss \(text): a length of time is needed, such as 3h or 90m")
    }
}
