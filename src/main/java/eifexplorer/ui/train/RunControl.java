package eifexplorer.ui.train;

import eifexplorer.job.Job;
import eifexplorer.job.JobHandle;
import eifexplorer.job.Lane;
import eifexplorer.model.ModelCard;
import eifexplorer.run.TrainRequest;
import eifexplorer.training.TrainingPlan;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Queues runs, has them go on, pauses and cancels them. */
final class RunControl {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final TrainServices services;
  private final RunRows rows;
  private final Runnable list;
  private final Runnable refresh;
  private final Map<String, Integer> queued = new HashMap<>();
  private @Nullable LiveRun queuedLast;

  /**
   * Control of the runs that {@code rows} lists.
   *
   * @param list shows the rows as they are now
   * @param refresh reads the runs of the workspace again
   */
  RunControl(
      FxJobs jobs,
      NoticesViewModel notices,
      TrainServices services,
      RunRows rows,
      Runnable list,
      Runnable refresh) {
    this.jobs = jobs;
    this.notices = notices;
    this.services = services;
    this.rows = rows;
    this.list = list;
    this.refresh = refresh;
  }

  /** Queues a run of a plan that begins as was chosen. */
  void queue(Workspace in, TrainingPlan plan, StartViewModel start) {
    UnaryOperator<TrainRequest> begin = start.beginning();
    LiveRun run = new LiveRun(start.isNoisy() ? start.noisyWorkspace() : in.folder(), plan);
    start(
        run,
        title(Texts.of("Training {0}, seed {1}", plan.loss().title(), plan.seed())),
        context ->
            services
                .trainings()
                .train(
                    begin.apply(TrainRequest.in(in, plan, PlanFolder.keep(in, plan))),
                    run,
                    context));
  }

  /** Told from an earlier training of the same loss and seed by its number. */
  private String title(String plain) {
    int number = queued.merge(plain, 1, Integer::sum);
    return number == 1 ? plain : Texts.of("{0} ({1})", plain, number);
  }

  /** Has a run go on; does nothing if it can't as it stands now, whatever it did when it was shown. */
  void resume(Path workspace, RunRow shown) {
    rows.now(shown)
        .filter(RunRow::canResume)
        .ifPresent(
            row -> {
              Path folder = row.elsewhere().orElse(workspace);
              LiveRun run = LiveRun.goingOn(folder, row);
              start(
                  run,
                  Texts.of("Training {0}", row.id()),
                  context -> services.trainings().resume(folder, row.runId(), run, context));
            });
  }

  /** Stops a run where it stands, to go on later. */
  void pause(RunRow shown) {
    rows.now(shown)
        .filter(RunRow::canPause)
        .flatMap(RunRow::live)
        .flatMap(LiveRun::job)
        .ifPresent(JobHandle::pause);
    list.run();
  }

  /** Gives a run up, or takes one that waits out of the queue. */
  void cancel(RunRow shown) {
    rows.now(shown)
        .filter(RunRow::canCancel)
        .flatMap(RunRow::live)
        .flatMap(LiveRun::job)
        .ifPresent(JobHandle::cancel);
    list.run();
  }

  private void start(LiveRun run, String title, Job<ModelCard> job) {
    rows.add(run);
    queuedLast = run;
    run.runBy(
        jobs.start(
            title,
            run.plan().network().frozen() ? Lane.HEAD : Lane.NETWORK,
            job,
            new Outcome<>(
                card -> finished(run, card),
                failure -> {
                  notices.show(failure);
                  refresh.run();
                },
                refresh)));
    list.run();
    refresh.run();
  }

  private void finished(LiveRun run, ModelCard card) {
    refresh.run();
    if (!rows.isHere(run)) {
      notices.info(
          Texts.of(
              "{0} is trained, in the workspace {1}.", card.title(), run.workspace().getFileName()),
          Texts.of("Open it"),
          () -> services.openWorkspace().accept(run.workspace()));
      return;
    }
    services.modelsChanged().run();
    if (!services.inSight().getAsBoolean()) {
      double recall = card.metrics().getOrDefault("recall_at_1", 0.0);
      notices.info(
          Texts.of(
              "{0} is trained: R@1 {1}. The Train screen opens it.",
              card.title(), Texts.distance(recall)));
    }
  }

  /** The run that was queued last, from when it has begun, once: it is looked at then. */
  Optional<RunRow> begunNow() {
    LiveRun wanted = queuedLast;
    Optional<RunRow> begun =
        rows.rows().stream()
            .filter(row -> wanted != null && row.summary().isPresent())
            .filter(row -> row.live().filter(run -> run == wanted).isPresent())
            .findFirst();
    if (begun.isPresent()) {
      queuedLast = null;
    }
    return begun;
  }
}
