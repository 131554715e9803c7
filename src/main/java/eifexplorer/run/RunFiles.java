package eifexplorer.run;

import eifexplorer.problem.ProblemException;
import eifexplorer.training.EpochReport;
import eifexplorer.training.HeadHistory;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.FolderLock;
import eifexplorer.workspace.FolderNames;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.JsonLines;
import eifexplorer.workspace.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of a training run: {@code run.json} (all that decides it, written first), {@code epochs.jsonl} (a line an
 * epoch), {@code log.txt}, {@code checkpoints/}, {@code lock}, which is held while a program is at it, and {@code
 * outcome.json} once it has finished, failed or been given up.
 */
public final class RunFiles {
  private static final String EPOCHS = "epochs.jsonl";
  private static final String UNDER_WAY = "The run is under way";
  private static final String WAIT = "Wait for it, or end the program that is at it.";
  private static final String RUN = "run.json";
  private static final String EARLIER_OWNER = "owner.json";
  private static final String OUTCOME = "outcome.json";

  /** What it means if {@link Run} lacks a field, since earlier versions of the program did not write it. */
  private static final String EARLIER_RUN =
      """
      {
        "plan": {
          "network": {"frozenNorm": false},
          "batches": {"accumulate": 1},
          "validation": {
            "mode": "TRAINVAL", "everyEpochs": 1, "plateauPatience": 4, "plateauFactor": 0.1, "stopAfter": 0
          }
        },
        "labels": 0,
        "remarks": [],
        "provenance": {"tool": "", "created": "", "command": "train"}
      }
      """;

  private static final String EARLIER_EPOCH = "{\"images\": 0, \"rateFactor\": 1}";

  private final Path folder;
  private final Run run;
  private final JsonLines epochs;

  /** Null unless the run is taken. */
  private @Nullable FolderLock lock;

  private RunFiles(Path folder, Run run) {
    this.folder = folder;
    this.run = run;
    this.epochs = new JsonLines(folder.resolve(EPOCHS));
  }

  /**
   * Content of {@code run.json}. The first version of the program wrote no data set, request and fingerprint; they are null
   * then.
   *
   * @param dataset the data set with its own labels
   * @param data fingerprint of the training samples and the labels trained on
   * @param labels number of the label revision trained on; 0 for the data set's own
   * @param remarks what is worth knowing of it, but no reason to stop
   */
  public record Run(
      String id,
      TrainingPlan plan,
      @Nullable DatasetReference dataset,
      @Nullable TrainRequest request,
      @Nullable String data,
      int labels,
      List<String> remarks,
      Provenance provenance) {
    /** Whether it says all that going on takes. */
    public boolean isWhole() {
      return dataset != null && request != null && data != null;
    }

    /** The data set. Throws {@link ProblemException} if it was not noted. */
    public DatasetReference knownDataset() {
      return known(dataset);
    }

    /** What was asked for. Throws {@link ProblemException} if it was not noted. */
    public TrainRequest knownRequest() {
      return known(request);
    }

    private <T> T known(@Nullable T noted) {
      if (noted == null) {
        throw new ProblemException(
            "The run is of an early version of the program, which did not note its data set",
            id,
            "Start a new run.");
      }
      return noted;
    }
  }

  /** Content of {@code outcome.json}. */
  private record Outcome(RunState state, String message) {}

  /** Begins a run's files. */
  static RunFiles begin(Path folder, Run run) {
    Json.write(folder.resolve(RUN), run);
    return new RunFiles(folder, run);
  }

  /** The files of a run; empty if the folder holds none. */
  public static Optional<RunFiles> find(Path folder) {
    Path file = folder.resolve(RUN);
    if (!Files.exists(file)) {
      if (Files.exists(folder.resolve(EPOCHS))) {
        throw ProblemException.inFile(
            file, "The run's description is gone", "Restore it, or delete the run's folder.");
      }
      return Optional.empty();
    }
    Run run = Json.read(file, Run.class, EARLIER_RUN);
    if (run.plan() == null || run.provenance() == null || run.provenance().created() == null) {
      throw ProblemException.inFile(
          file, "The run's description is incomplete", "Restore it, or delete the run's folder.");
    }
    FolderNames.requireOwn(file, run.id());
    return Optional.of(new RunFiles(folder, run));
  }

  /** All that decides the run. */
  public Run run() {
    return run;
  }

  Path folder() {
    return folder;
  }

  /** The last layer after some of its epochs. */
  public HeadHistory headHistory() {
    return new HeadHistory(headHistory(folder));
  }

  /** Where {@link #headHistory()} is in a run's folder. */
  public static Path headHistory(Path run) {
    return run.resolve("checkpoints").resolve("heads");
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Throws {@link ProblemException} if somebody is at the run, before anything is prepared for it. */
  void requireFree() {
    if (isOwned(folder)) {
      throw ProblemException.inFile(folder, UNDER_WAY, WAIT);
    }
  }

  /** Marks the run as this program's. Throws {@link ProblemException} if somebody is at it. */
  void take() {
    lock = FolderLock.take(folder, UNDER_WAY, WAIT);
    deleteEarlier(EARLIER_OWNER);
    deleteEarlier(OUTCOME);
  }

  /**
   * How an earlier attempt ended is over, and the file that told which process was at the run before there were locks means
   * nothing any more.
   */
  private void deleteEarlier(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException e) {
      release();
      throw new ProblemException("The file can't be deleted", file(name).toString(), "", e);
    }
  }

  /** Whether a program is at the run in this folder, be it readable or not. */
  public static boolean isOwned(Path folder) {
    return FolderLock.isHeld(folder);
  }

  /** The program lets go of the run. */
  void release() {
    if (lock != null) {
      lock.close();
    }
  }

  void finished() {
    Json.write(folder.resolve(OUTCOME), new Outcome(RunState.FINISHED, ""));
  }

  void cancelled() {
    Json.write(folder.resolve(OUTCOME), new Outcome(RunState.CANCELLED, ""));
  }

  void failed(String message) {
    Json.write(folder.resolve(OUTCOME), new Outcome(RunState.FAILED, message));
  }

  /** A run that is finished has had an epoch, unless it was planned with none. */
  private Outcome withLostEpochs(Outcome outcome) {
    boolean lost =
        outcome.state() == RunState.FINISHED
            && run.plan().totalEpochs() > 0
            && !Files.exists(folder.resolve(EPOCHS));
    return lost
        ? new Outcome(outcome.state(), "What its epochs reached is gone with its epochs.jsonl.")
        : outcome;
  }

  RunSummary summary() {
    Path file = folder.resolve(OUTCOME);
    Outcome outcome = new Outcome(RunState.INTERRUPTED, "");
    if (isOwned(folder)) {
      outcome = new Outcome(RunState.RUNNING, "");
    } else if (Files.exists(file)) {
      outcome = withLostEpochs(Json.read(file, Outcome.class));
    } else if (!run.isWhole() && epochs().size() >= run.plan().totalEpochs()) {
      outcome = new Outcome(RunState.FINISHED, "");
    }
    return new RunSummary(
        run.id(),
        outcome.state(),
        outcome.message(),
        run.plan(),
        epochs(),
        Optional.ofNullable(run.dataset()),
        run.labels(),
        Optional.ofNullable(run.data()).orElse(""),
        run.remarks(),
        run.provenance());
  }

  List<EpochReport> epochs() {
    return epochs.read(EpochReport.class, EARLIER_EPOCH);
  }

  /** Notes an epoch. */
  void epoch(EpochReport report) {
    epochs.append(report);
  }

  /** Leaves out the epochs from this one on, which are about to be run again, and torn lines. */
  void dropEpochsFrom(int epoch) {
    Path file = folder.resolve(EPOCHS);
    if (!Files.exists(file)) {
      return;
    }
    AtomicFiles.writeText(
        file,
        epochs().stream()
            .filter(report -> report.epoch() < epoch)
            .map(report -> Json.line(report) + "\n")
            .collect(Collectors.joining()));
  }

  /** Notes a line of the log. */
  void log(String line) {
    Path file = folder.resolve("log.txt");
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new ProblemException(
          "The run's files can't be written", file.toString(), "Check the free space.", e);
    }
  }
}
