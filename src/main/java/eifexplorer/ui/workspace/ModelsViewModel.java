package eifexplorer.ui.workspace;

import eifexplorer.job.Job;
import eifexplorer.job.Lane;
import eifexplorer.model.ModelEntry;
import eifexplorer.project.Workspaces;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Unreadable;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The models of the open workspace: which there are, which is loaded, and what can be done with them. */
public final class ModelsViewModel {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final Workspaces workspaces;
  private final ObservableList<ModelEntry> models = FXCollections.observableArrayList();
  private final ObservableList<ModelEntry> view = FXCollections.unmodifiableObservableList(models);
  private final ReadOnlyStringWrapper damaged = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper loaded = new ReadOnlyStringWrapper("");
  private final ObjectProperty<ModelEntry> selected = new SimpleObjectProperty<>();
  private Optional<Path> folder = Optional.empty();
  private Runnable afterwards = () -> {};

  /** No models yet. */
  public ModelsViewModel(FxJobs jobs, NoticesViewModel notices, Workspaces workspaces) {
    this.jobs = jobs;
    this.notices = notices;
    this.workspaces = workspaces;
  }

  /** Says what is to be done after models came, went or changed, such as counting the room they take. */
  public void whenChanged(Runnable action) {
    afterwards = action;
  }

  /** The models, oldest first; none for a bundle. */
  public ObservableList<ModelEntry> models() {
    return view;
  }

  /** Counts and names the models that are damaged and not listed; empty if there are none. */
  public ReadOnlyStringProperty damagedProperty() {
    return damaged.getReadOnlyProperty();
  }

  /** Id of the model that is loaded; empty if none is. */
  public ReadOnlyStringProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** The model whose details show; null for none. */
  public ObjectProperty<ModelEntry> selectedProperty() {
    return selected;
  }

  /** Shows the models of another workspace, whose current one is loaded; none for a bundle. */
  public void show(Optional<Workspace> workspace) {
    folder = workspace.map(Workspace::folder);
    loaded.set("");
    damaged.set("");
    models.clear();
    selected.set(null);
    refresh();
  }

  /** Reads the models again. */
  public void refresh() {
    folder.ifPresent(
        of ->
            jobs.startQuietly(
                Texts.of("List the models"),
                Lane.IO,
                context -> new Found(workspaces.models(of), workspaces.damagedModels(of)),
                Outcome.of(found -> listed(of, found), notices::show)));
  }

  /** What a look into the folder found. */
  private record Found(List<ModelEntry> models, List<Unreadable> damaged) {}

  private void listed(Path of, Found both) {
    if (!Optional.of(of).equals(folder)) {
      return;
    }
    List<ModelEntry> found = both.models();
    damaged.set(
        both.damaged().isEmpty() ? "" : Unreadable.sentence(Texts.of("model"), both.damaged()));
    if (loaded.get().isEmpty()) {
      found.stream().filter(ModelEntry::current).forEach(m -> loaded.set(m.card().id()));
    }
    String wanted = selected.get() == null ? loaded.get() : selected.get().card().id();
    models.setAll(found);
    selected.set(model(wanted).or(() -> model(loaded.get())).orElse(null));
  }

  private Optional<ModelEntry> model(String id) {
    return models.stream().filter(entry -> entry.card().id().equals(id)).findFirst();
  }

  /** Gives a model another name; a blank one is that made of what it is. */
  public void rename(ModelEntry model, String name) {
    String id = model.card().id();
    if (!name.strip().equals(model.card().name())) {
      change(
          Texts.of("Rename {0}", model.card().title()),
          of -> workspaces.rename(of, id, name),
          () -> {});
    }
  }

  /** Whether a model can be deleted: the loaded one and the one the workspace opens with stay. */
  public boolean canDelete(ModelEntry model) {
    return !model.current() && !model.card().id().equals(loaded.get());
  }

  /** Moves a model to the trash; a notice offers to undo that. */
  public void delete(ModelEntry model) {
    String id = model.card().id();
    String title = model.card().title();
    change(
        Texts.of("Delete {0}", title),
        of -> workspaces.delete(of, id),
        () ->
            notices.info(
                Texts.of("Deleted {0}.", title),
                Texts.of("Undo"),
                () ->
                    change(
                        Texts.of("Bring back {0}", title),
                        of -> workspaces.restore(of, id),
                        () -> {})));
  }

  /** Writes a model and the data set's features to an embedding bundle. */
  public void export(ModelEntry model, Path target) {
    String id = model.card().id();
    folder.ifPresent(
        of ->
            jobs.start(
                Texts.of("Export {0}", model.card().title()),
                Lane.ENGINE,
                context -> {
                  workspaces.export(of, id, target, context);
                  return target;
                },
                Outcome.of(
                    written -> notices.info(Texts.of("Exported to {0}.", written)),
                    notices::show)));
  }

  /** Something that is done to the workspace's files. */
  private interface Change {
    void in(Path workspace);
  }

  private void change(String title, Change change, Runnable done) {
    folder.ifPresent(
        of -> {
          Job<Path> job =
              context -> {
                change.in(of);
                return of;
              };
          jobs.startQuietly(
              title,
              Lane.IO,
              job,
              Outcome.of(
                  changed -> {
                    refresh();
                    afterwards.run();
                    done.run();
                  },
                  notices::show));
        });
  }
}
