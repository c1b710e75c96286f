extension Help {
  /// What the help on `run` tells beside its options.
  static let detailsOfRun =
    """
    Fetches, translates, summarizes, validates and renders. With --from it begins at a later stage
    and takes the earlier ones as they are on disk. The paths of the pages go to stdout.

    Papers are announced for weeks after their submission: a week that is run again takes in what has
    appeared since, and --recent 4 does so for the last four. With several weeks the oldest is first,
    one failure does not stop the others, and limits on spending count over all of them.

    Many weeks go to many machines over a folder that they share: `fetch --weeks` in one place, then
    `run --weeks A..B --no-fetch --shard 1/4 --share 1/4` to `--shard 4/4 --share 1/4`, each on one.
    The weeks are dealt out by their papers, and the same command always gets the same ones, so that a
    shard that was lost is run again; who has no week has nothing to do. --share leaves the others
    their part of every limit, those on spending included.
    In a task of an array job of Slurm, or of an Indexed Job of Kubernetes, /4 as the shard takes its
    number from SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX: task 0 has the first. Without --shard, a
    run of --weeks with --no-fetch there takes its number and SLURM_ARRAY_TASK_COUNT, and says so;
    --shard 1/1 takes all weeks. Any other run takes them all.

    With --lane batch questions go to the provider's own batches: at half the price, and answered
    within a day, most often within an hour. A run waits for them, or with --no-wait ends with status
    75; the same command later goes on from there, whatever has happened meanwhile, and no batch is
    sent twice. With --stop-loss 3h a batch is stopped after three hours, and what it has not answered
    is asked online. `batches` lists them.

    On a terminal one line shows how far a stage is: papers done, rate, time left, retries, cost so
    far, and a request that has been on its way for long. Elsewhere a line says so every ten seconds.
    With --log-format json each line of stderr is an object with time, level (progress, info,
    warning or error), event, message, and what the event has: fields are added and never renamed.
    Nothing is coloured where NO_COLOR is set.

    Ctrl-C or SIGTERM ends a run in order; a second one ends it at once. Every answer that had
    arrived is on disk, and the last line says what to type to go on.
    """
}
