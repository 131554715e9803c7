package eifexplorer.fuzz;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.experiment.StoredExperiment;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.job.JobContext;
import eifexplorer.model.BackboneChoice;
import eifexplorer.model.ModelEntry;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.project.WorkspaceReview;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.ReviewMarks;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.journal.JournalEntryBuilder;
import eifexplorer.run.RunListing;
import eifexplorer.run.TrainRequest;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A workspace with everything in it that one can hold, and all that is looked at when people work with it. */
final class KeptWorkspace {
  private static final String PLAN =
      """
      {
        "title": "tiny", "dataset": "folder",
        "network": {"backbone": "basic-1-1-1-1-w8/average/layernorm", "frozen": true, "resize": 24, "crop": 24,
                    "embeddingSize": 4, "initialHead": "uniform"},
        "loss": {"type": "SoftTriple", "lambda": 20, "gamma": 0.1, "tau": 0.2, "margin": 0.01, "centresPerClass": 1},
        "batches": {"sampler": "balanced", "classes": 3, "samplesPerClass": 2},
        "optimiser": {"backboneRate": 0.001, "headRate": 0.001, "proxyRate": 0.01, "epsilon": 1e-8,
                      "weightDecay": 0, "clip": 10},
        "epochs": 2, "warmUpEpochs": 0, "seed": 0
      }
      """;
  private static final Map<String, String> ONE_PAIR = Map.of("pairs", "1");

  /** What is looked at. */
  enum Look {
    MODELS,
    RUNS,
    EXPERIMENTS,
    REVIEW,
    SESSION,
    /** How much room it takes, and what of it is not needed. */
    ROOM
  }

  private final Explorer explorer;

  /** Looks at workspaces with services whose own files are in a folder. */
  KeptWorkspace(Explorer explorer) {
    this.explorer = explorer;
  }

  /** Makes it, in the sub-folder {@code ws} of a folder. */
  Path make(Path folder) throws IOException {
    SmallWorkspace small = new SmallWorkspace(folder);
    Path workspace = small.workspace();
    Path plan = Files.writeString(folder.resolve("plan.json"), PLAN);
    explorer
        .trainings()
        .train(
            new TrainRequest(
                workspace,
                DatasetReference.clean("folder", small.images().toString(), "1-3", "4-6"),
                Optional.empty(),
                new BackboneChoice(Optional.empty(), Optional.empty()),
                OptionalInt.empty(),
                OptionalInt.empty(),
                true,
                Optional.empty(),
                Optional.of(plan),
                7),
            JobContext.unattended());
    ExplorerSession session = explorer.sessions().openWorkspace(workspace, JobContext.unattended());
    decide(session);
    look(workspace, EnumSet.allOf(Look.class));
    return workspace;
  }

  private void decide(ExplorerSession session) {
    try (ReviewDesk desk = explorer.reviews().open(session)) {
      ImageDataset dataset = session.dataset();
      desk.journal().decide(entry(dataset, 0, DecisionKind.LABEL, 1));
      desk.journal().decide(entry(dataset, 5, DecisionKind.EXCLUDE, -1));
      desk.commit("two labels");
      desk.journal().decide(entry(dataset, 9, DecisionKind.KEEP, 2));
    }
    Path review = session.workspace().orElseThrow().review();
    ReviewMarks marks = ReviewMarks.in(review);
    marks.flag(session.dataset().train().get(1).path(), true);
  }

  private static JournalEntry entry(ImageDataset dataset, int index, DecisionKind kind, int to) {
    Sample sample = dataset.train().get(index);
    return JournalEntryBuilder.builder()
        .time(Instant.parse("2026-01-02T03:04:05Z").plusSeconds(index))
        .kind(kind)
        .annotator("ann")
        .sample(sample.path())
        .before(dataset.classOf(sample.label()).name())
        .after(to < 0 ? "" : dataset.classOf(to).name())
        .reason("seen")
        .build();
  }

  /**
   * Does all that reads a workspace's files, whatever fails before.
   *
   * @return the problems
   */
  List<ProblemException> look(Path workspace, Set<Look> looks) {
    List<ProblemException> problems = new ArrayList<>();
    for (Look look : looks) {
      try {
        look(workspace, look);
      } catch (ProblemException e) {
        problems.add(e);
      }
    }
    return problems;
  }

  private void look(Path workspace, Look look) {
    switch (look) {
      case MODELS -> models(workspace);
      case RUNS -> runs(workspace);
      case EXPERIMENTS -> experiments(workspace);
      case REVIEW -> review(workspace);
      case SESSION -> session(workspace);
      case ROOM -> {
        explorer.workspaces().diskUse(workspace, JobContext.unattended());
        explorer.workspaces().clearUnneededResults(workspace);
      }
    }
  }

  private void models(Path workspace) {
    for (ModelEntry model : explorer.workspaces().models(workspace)) {
      Json.text(model);
    }
    explorer.workspaces().damagedModels(workspace).forEach(damaged -> requirePlain(damaged.why()));
  }

  private static void requirePlain(String why) {
    Oracle.fault(new ProblemException(why, "", ""), Path.of(""))
        .ifPresent(
            fault -> {
              throw new AssertionError(fault + ": " + why);
            });
  }

  private void runs(Path workspace) {
    RunListing listing = explorer.trainings().runs(workspace);
    listing.runs().forEach(run -> run.best("recall_at_1"));
    listing.unreadable().forEach(damaged -> requirePlain(damaged.why()));
  }

  private void experiments(Path workspace) {
    for (StoredExperiment stored : explorer.experiments().list(workspace).experiments()) {
      if (stored.finished().isPresent()) {
        Json.text(explorer.experiments().result(workspace, stored.run().fingerprint()));
      }
    }
    explorer
        .experiments()
        .list(workspace)
        .unreadable()
        .forEach(damaged -> requirePlain(damaged.why()));
  }

  private void review(Path workspace) {
    explorer.reviews().currentLabels(workspace);
    try (WorkspaceReview review = explorer.reviews().open(workspace, true)) {
      ReviewDesk desk = review.desk();
      desk.staging().moves();
      desk.revisions().forEach(revision -> desk.current().staleness(revision));
      desk.originals().keySet().forEach(desk::label);
      desk.journal().toUndo("ann");
    }
    ReviewMarks.in(Workspace.open(workspace).review()).flagged();
  }

  private void session(Path workspace) {
    JobContext context = JobContext.unattended();
    ExplorerSession session = explorer.sessions().openWorkspace(workspace, context);
    explorer.explanations().measure(session, context);
    if (!session.pairs().isEmpty()) {
      InfluenceQuery pair =
          InfluenceQuery.pair(
              session.pairs().get(0).wrong(), session.pairs().get(0).confusedWith());
      explorer
          .explanations()
          .explain(session, session.estimator(), Map.of(), List.of(pair), context);
      explorer.experiments().run(session, "pair-confusion", ONE_PAIR, findings -> {}, context);
    }
    explorer.explanations().surveyor().survey(session, soFar -> {}, context);
  }
}
