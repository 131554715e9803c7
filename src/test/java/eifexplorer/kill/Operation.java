package eifexplorer.kill;

import eifexplorer.export.LabelFiles;
import eifexplorer.job.JobContext;
import eifexplorer.model.BackboneChoice;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelFiles;
import eifexplorer.model.ModelStore;
import eifexplorer.project.Explorer;
import eifexplorer.project.WorkspaceReview;
import eifexplorer.review.exchange.DecisionFormats;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.revision.Revision;
import eifexplorer.run.RunObserver;
import eifexplorer.run.RunState;
import eifexplorer.run.RunSummary;
import eifexplorer.run.TrainRequest;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.Folders;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** Something that writes files, and that goes on or begins again after it was killed. */
enum Operation {
  /** Trains the last layer on features. */
  TRAIN {
    @Override
    void run(Explorer explorer, WorkPlace place) {
      List<RunSummary> runs = explorer.trainings().runs(place.workspace()).runs();
      if (runs.isEmpty()) {
        explorer.trainings().train(request(place), JobContext.unattended());
      } else if (runs.get(0).state() != RunState.FINISHED) {
        explorer
            .trainings()
            .resume(place.workspace(), runs.get(0).id(), RunObserver.NONE, JobContext.unattended());
      }
    }

    @Override
    Object outcome(Explorer explorer, WorkPlace place) {
      RunSummary run = explorer.trainings().runs(place.workspace()).runs().get(0);
      ModelStore models = new ModelStore(Workspace.open(place.workspace()));
      return List.of(
          run.state(),
          run.epochs().stream().map(e -> List.of(e.epoch(), e.loss(), e.metrics())).toList(),
          sums(place.workspace().resolve("models").resolve(run.id()), "weights\\.safetensors"),
          models.get(run.id()).metrics());
    }
  },

  /** Adds a model, whose features are extracted. */
  FEATURES {
    @Override
    void run(Explorer explorer, WorkPlace place) {
      explorer
          .workspaces()
          .add(
              place.workspace(),
              ModelFiles.at(place.folder().resolve("second.safetensors")),
              JobContext.unattended());
    }

    @Override
    Object outcome(Explorer explorer, WorkPlace place) {
      ModelStore models = new ModelStore(Workspace.open(place.workspace()));
      ModelCard added = models.current();
      return List.of(
          added.metrics(),
          sums(place.workspace().resolve("features").resolve(added.features()), ".*"),
          sums(models.files(added).get(0).getParent(), "weights\\.safetensors"));
    }
  },

  /** Explains all pairs. */
  SURVEY {
    @Override
    void run(Explorer explorer, WorkPlace place) {
      ExplorerSession session =
          explorer.sessions().openWorkspace(place.workspace(), JobContext.unattended());
      explorer.explanations().surveyor().survey(session, soFar -> {}, JobContext.unattended());
    }

    @Override
    Object outcome(Explorer explorer, WorkPlace place) {
      return sums(place.workspace().resolve("results"), ".*pairs-\\d+\\.npz");
    }
  },

  /** Takes over what was decided elsewhere: all of it or nothing. */
  IMPORT {
    @Override
    void run(Explorer explorer, WorkPlace place) {
      try (WorkspaceReview review = explorer.reviews().open(place.workspace(), true)) {
        if (!review.desk().decisions().byAnnotator().containsKey("eve")) {
          Path file = place.folder().resolve("decisions.csv");
          review
              .desk()
              .journal()
              .takeOver(
                  DecisionFormats.read(file, review.dataset(), review.desk(), "eve", remark -> {}));
        }
      }
    }

    @Override
    Object outcome(Explorer explorer, WorkPlace place) {
      try (WorkspaceReview review = explorer.reviews().open(place.workspace(), false)) {
        Decisions decisions = review.desk().decisions();
        return List.of(
            decisions.entries(), review.desk().staging(), review.desk().journal().size());
      }
    }
  },

  /** Commits what was decided. */
  COMMIT {
    @Override
    void run(Explorer explorer, WorkPlace place) {
      try (WorkspaceReview review = explorer.reviews().open(place.workspace(), true)) {
        if (!review.desk().staging().isEmpty()) {
          review.desk().commit("twenty labels");
        }
      }
    }

    @Override
    Object outcome(Explorer explorer, WorkPlace place) {
      try (WorkspaceReview review = explorer.reviews().open(place.workspace(), false)) {
        Revision current = review.desk().current();
        return List.of(
            current.labels(), current.fingerprint(), current.decisions(), current.parent());
      }
    }
  },

  /** Hands the model on into a folder. */
  EXPORT {
    @Override
    void run(Explorer explorer, WorkPlace place) {
      explorer
          .workspaces()
          .export(place.workspace(), "", place.folder().resolve("out"), JobContext.unattended());
    }

    @Override
    Object outcome(Explorer explorer, WorkPlace place) {
      return sums(place.folder().resolve("out"), ".*");
    }

    @Override
    void check(WorkPlace place, Object outcome) {
      requireWholeOrNothing(place.folder().resolve("out"), outcome);
    }
  },

  /** Hands the labels on into a folder. */
  LABELS {
    @Override
    void run(Explorer explorer, WorkPlace place) {
      Path out = place.folder().resolve("labels");
      try (WorkspaceReview review = explorer.reviews().open(place.workspace(), false)) {
        if (!Files.exists(out)) {
          LabelFiles.dataset(out, review.dataset(), Revision.ORIGINAL);
        }
        LabelFiles.decisions(place.folder().resolve("d.csv"), review.desk().decisions());
      }
    }

    @Override
    Object outcome(Explorer explorer, WorkPlace place) {
      return List.of(sums(place.folder().resolve("labels"), ".*"), sums(place.folder(), "d\\.csv"));
    }

    @Override
    void check(WorkPlace place, Object outcome) {
      requireWholeOrNothing(place.folder().resolve("labels"), ((List<?>) outcome).get(0));
    }
  };

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
        "epochs": 6, "warmUpEpochs": 0, "seed": 0
      }
      """;

  /** Does it, or what is missing of it. */
  abstract void run(Explorer explorer, WorkPlace place);

  /** What it leads to, the same each time. */
  abstract Object outcome(Explorer explorer, WorkPlace place);

  /**
   * Looks for something half-written, besides what every killed program must leave in order.
   *
   * @param outcome what it leads to when it is not killed
   */
  void check(WorkPlace place, Object outcome) {}

  private static TrainRequest request(WorkPlace place) {
    try {
      Path plan = Files.writeString(place.folder().resolve("plan.json"), PLAN);
      DatasetReference dataset = Workspace.open(place.workspace()).manifest().dataset();
      return new TrainRequest(
          place.workspace(),
          dataset,
          Optional.empty(),
          new BackboneChoice(Optional.empty(), Optional.empty()),
          OptionalInt.empty(),
          OptionalInt.empty(),
          true,
          Optional.empty(),
          Optional.of(plan),
          7);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireWholeOrNothing(Path folder, Object whole) {
    Object now = sums(folder, ".*");
    if (!now.equals(Map.of()) && !now.equals(whole)) {
      throw new AssertionError("half an export: " + now);
    }
  }

  /** Sums of the files whose paths below a folder match; empty if there is no folder. */
  private static Map<String, Long> sums(Path folder, String pattern) {
    Map<String, Long> sums = new TreeMap<>();
    try {
      for (Path file : Files.isDirectory(folder) ? Folders.files(folder) : List.<Path>of()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (path.matches(pattern) && !path.matches(".*lock")) {
          CRC32 sum = new CRC32();
          sum.update(Files.readAllBytes(file));
          sums.put(path, sum.getValue());
        }
      }
      return sums;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which files are new or of another length: where a killed program stood. */
  static String phase(WorkPlace place, WorkPlace before) throws IOException {
    List<String> changed = new ArrayList<>(names(place));
    changed.removeAll(names(before));
    return changed.isEmpty()
        ? "nothing"
        : changed.stream()
            .map(file -> file.substring(file.lastIndexOf('/') + 1).replaceFirst(" \\d+$", ""))
            .distinct()
            .collect(Collectors.joining(" "));
  }

  private static List<String> names(WorkPlace place) throws IOException {
    List<String> names = new ArrayList<>();
    for (Path file : Folders.files(place.folder())) {
      String name = place.folder().relativize(file).toString().replace('\\', '/');
      if (!name.startsWith("images/") && !name.endsWith("lock")) {
        names.add(name.replaceAll("[0-9a-f]{8,}[-0-9a-f]*", "*") + " " + Files.size(file));
      }
    }
    return names;
  }
}
