package eifexplorer.experiment;

import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.FolderNames;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.Unreadable;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Experiments of a workspace, in {@code results/experiments/<fingerprint>/}: {@code experiment.json} (what is run, written
 * first), {@code units.jsonl} (a line a finished unit), {@code result.json} (once all are done).
 */
public final class ExperimentStore {
  private static final Logger LOG = LoggerFactory.getLogger(ExperimentStore.class);
  private static final String RUN = "experiment.json";
  private static final String UNITS = "units.jsonl";
  private static final String RESULT = "result.json";

  private final Path folder;

  /** The store of a workspace. */
  public ExperimentStore(Workspace workspace) {
    this.folder = workspace.results().resolve("experiments");
  }

  /** Where an experiment's files are. */
  public Path folder(String fingerprint) {
    return FolderNames.child(folder, fingerprint);
  }

  /**
   * Notes what is about to be run, and finds what is done of it.
   *
   * @throws ProblemException if the folder can't be written
   */
  public FinishedUnits begin(ExperimentRun run) {
    Path file = folder(run.fingerprint()).resolve(RUN);
    if (unlessDamaged(file, ExperimentRun.class).isEmpty()) {
      Json.write(file, run);
    }
    return units(run.fingerprint());
  }

  /** The units of this fingerprint that are done. */
  public FinishedUnits units(String fingerprint) {
    return FinishedUnits.in(folder(fingerprint).resolve(UNITS));
  }

  /** Whether there is an experiment of this fingerprint, finished or not. */
  public boolean contains(String fingerprint) {
    return Files.exists(folder(fingerprint).resolve(RUN));
  }

  /** Keeps a result. */
  public void save(ExperimentResult result) {
    Json.write(folder(result.run().fingerprint()).resolve(RESULT), result);
  }

  /** The result of this fingerprint; empty if there is none, or it is not finished. */
  public Optional<ExperimentResult> find(String fingerprint) {
    Path file = folder(fingerprint).resolve(RESULT);
    return Files.exists(file)
        ? Optional.of(Json.read(file, ExperimentResult.class))
        : Optional.empty();
  }

  /** The result of this fingerprint if it is finished and intact; a damaged one is made again from its units. */
  public Optional<ExperimentResult> findIntact(String fingerprint) {
    return unlessDamaged(folder(fingerprint).resolve(RESULT), ExperimentResult.class)
        .filter(result -> result.run() != null && result.findings() != null);
  }

  private static <T> Optional<T> unlessDamaged(Path file, Class<T> type) {
    try {
      return Files.exists(file) ? Optional.of(Json.read(file, type)) : Optional.empty();
    } catch (ProblemException e) {
      LOG.warn("A kept result is damaged and is made again. {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** All that can be read, the newest first, and what is damaged. */
  public ExperimentListing list() {
    List<StoredExperiment> experiments = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (Path child : Workspace.children(folder)) {
      if (Files.exists(child.resolve(RUN))) {
        try {
          experiments.add(stored(child));
        } catch (ProblemException e) {
          unreadable.add(Unreadable.of(child.getFileName().toString(), e));
        }
      }
    }
    experiments.sort(
        Comparator.comparing((StoredExperiment stored) -> stored.run().provenance().created())
            .reversed());
    return new ExperimentListing(experiments, unreadable);
  }

  private static StoredExperiment stored(Path child) {
    Path file = child.resolve(RUN);
    ExperimentRun run = Json.read(file, ExperimentRun.class);
    if (run.fingerprint() == null
        || run.experiment() == null
        || run.provenance() == null
        || run.provenance().created() == null) {
      throw ProblemException.inFile(file, "The experiment's description is incomplete", "");
    }
    FolderNames.requireOwn(file, run.fingerprint());
    Path result = child.resolve(RESULT);
    return new StoredExperiment(
        run,
        FinishedUnits.in(child.resolve(UNITS)).size(),
        Files.exists(result) ? Optional.of(finished(result)) : Optional.empty());
  }

  private static String finished(Path result) {
    String finished = Json.read(result, Finished.class).finished();
    if (finished == null) {
      throw ProblemException.inFile(
          result, "The result is incomplete", "Run the experiment again with its parameters.");
    }
    return finished;
  }

  /** What a list needs of a result. */
  private record Finished(String finished) {}

  /**
   * One by the beginning of its fingerprint.
   *
   * @throws ProblemException if none or several begin like that, or it is damaged
   */
  public StoredExperiment get(String prefix) {
    ExperimentListing all = list();
    List<StoredExperiment> found =
        all.experiments().stream()
            .filter(stored -> stored.run().fingerprint().startsWith(prefix))
            .toList();
    for (Unreadable damaged : all.unreadable()) {
      if (found.isEmpty() && damaged.id().startsWith(prefix)) {
        throw ProblemException.inFile(
            folder(damaged.id()),
            "The result is damaged: " + damaged.why(),
            "Run the experiment again with the same parameters; the units that are whole are"
                + " kept.");
      }
    }
    if (found.size() != 1) {
      throw ProblemException.ofValue(
          prefix,
          (found.isEmpty() ? "There is no result " : "Several results begin with ")
              + "\""
              + prefix
              + "\"",
          "List them with: eif-explorer experiment list.");
    }
    return found.get(0);
  }

  /**
   * A finished one by the beginning of its fingerprint.
   *
   * @throws ProblemException if there is none, or it was interrupted
   */
  public ExperimentResult result(String prefix) {
    StoredExperiment stored = get(prefix);
    return find(stored.run().fingerprint())
        .orElseThrow(
            () ->
                new ProblemException(
                    "The experiment was interrupted after " + stored.units() + " units",
                    stored.run().fingerprint(),
                    "Run it again with the same parameters; it goes on from there."));
  }

  /**
   * Forgets an experiment, its units and its result; a damaged one by its whole fingerprint.
   *
   * @throws ProblemException if there is none, or it can't be deleted
   */
  public void delete(String prefix) {
    boolean whole = contains(prefix);
    Path child = folder(whole ? prefix : get(prefix).run().fingerprint());
    try {
      for (String file : List.of(RESULT, UNITS, RUN)) {
        Files.deleteIfExists(child.resolve(file));
      }
      Files.delete(child);
    } catch (IOException e) {
      throw new ProblemException(
          "The result can't be deleted", child.toString(), "Check the folder's permissions.", e);
    }
  }
}
