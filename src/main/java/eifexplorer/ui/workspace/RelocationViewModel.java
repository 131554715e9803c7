package eifexplorer.ui.workspace;

import eifexplorer.job.JobContext;
import eifexplorer.job.Lane;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.RelocationFinding;
import eifexplorer.project.Workspaces;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.TypedPath;
import eifexplorer.workspace.DatasetPlace;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Telling a workspace where its data set is now: the place typed, and whether it holds the same images. */
public final class RelocationViewModel {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final Workspaces workspaces;
  private final Consumer<Path> moved;
  private final ReadOnlyObjectWrapper<Workspace> workspace = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper();
  private final StringProperty root = new SimpleStringProperty("");
  private final StringProperty images = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper fits = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
  private int checks;

  /**
   * A question about no workspace yet.
   *
   * @param moved gets the folder of a workspace whose data set was found again
   */
  public RelocationViewModel(
      FxJobs jobs, NoticesViewModel notices, Workspaces workspaces, Consumer<Path> moved) {
    this.jobs = jobs;
    this.notices = notices;
    this.workspaces = workspaces;
    this.moved = moved;
    root.addListener((value, old, now) -> check());
    images.addListener((value, old, now) -> check());
  }

  /** The workspace asked about; null for none. */
  public ReadOnlyObjectProperty<Workspace> workspaceProperty() {
    return workspace.getReadOnlyProperty();
  }

  /** True if the data set is not where it was; false if somebody only wants to change the place. */
  public ReadOnlyBooleanProperty goneProperty() {
    return gone.getReadOnlyProperty();
  }

  /** Where the data set is now. */
  public StringProperty rootProperty() {
    return root;
  }

  /** The folder a list's images lie in; empty for where the list says. */
  public StringProperty imagesProperty() {
    return images;
  }

  /** Whether that is the same data set, a sentence; empty before a place is typed. */
  public ReadOnlyStringProperty answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** True once it is known to be the same data set. */
  public ReadOnlyBooleanProperty fitsProperty() {
    return fits.getReadOnlyProperty();
  }

  /** True while the images are compared. */
  public ReadOnlyBooleanProperty checkingProperty() {
    return checking.getReadOnlyProperty();
  }

  /** Asks about a workspace. */
  public void ask(Workspace of, boolean rootIsGone) {
    workspace.set(of);
    gone.set(rootIsGone);
    DatasetReference before = of.manifest().dataset();
    images.set(before.images());
    root.set(before.root());
    check();
  }

  private void check() {
    int mine = ++checks;
    fits.set(false);
    answer.set("");
    Workspace of = workspace.get();
    if (of == null || root.get().isBlank() || isUnchanged(of)) {
      checking.set(false);
      return;
    }
    Optional<DatasetPlace> place = place(of.manifest().dataset());
    checking.set(place.isPresent());
    if (place.isEmpty()) {
      answer.set(Texts.of("This can't be a folder."));
      return;
    }
    Path folder = of.folder();
    jobs.startQuietly(
        Texts.of("Compare the images"),
        Lane.IO,
        context -> compare(folder, place.get(), context),
        Outcome.of(
            compared -> {
              if (mine == checks) {
                checking.set(false);
                fits.set(compared.same());
                answer.set(compared.text());
              }
            },
            notices::show));
  }

  /** Nothing is compared before another place is named. */
  private boolean isUnchanged(Workspace of) {
    DatasetReference before = of.manifest().dataset();
    return root.get().equals(before.root()) && images.get().equals(before.images());
  }

  /** What is typed; empty if it can't be a place. */
  private Optional<DatasetPlace> place(DatasetReference before) {
    Optional<Path> folder = TypedPath.of(images.get());
    return folder.isEmpty() && !images.get().isBlank()
        ? Optional.empty()
        : TypedPath.of(root.get())
            .map(path -> new DatasetPlace(path, folder, before.followLinks()));
  }

  /** What the comparison says. */
  private record Answer(boolean same, String text) {}

  /** Trouble with the place is an answer here, not a failed job. */
  private Answer compare(Path folder, DatasetPlace place, JobContext context) {
    try {
      RelocationFinding finding = workspaces.checkRelocation(folder, place, context);
      return new Answer(finding.fits(), Texts.said(finding.sentence()));
    } catch (ProblemException e) {
      return new Answer(false, Texts.problem(e));
    }
  }

  /** Tells the workspace the new place, if it holds the same images, and opens it. */
  public void submit() {
    if (!fits.get()) {
      return;
    }
    Path folder = workspace.get().folder();
    DatasetPlace place = place(workspace.get().manifest().dataset()).orElseThrow();
    jobs.startQuietly(
        Texts.of("Change the data set's folder"),
        Lane.IO,
        context -> {
          workspaces.relocate(folder, place, context);
          return folder;
        },
        Outcome.of(moved, notices::show));
  }
}
