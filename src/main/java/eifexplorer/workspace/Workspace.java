package eifexplorer.workspace;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A project folder: its manifest and where things are. Immutable; features store their own files below it. */
public final class Workspace {
  private static final String MANIFEST = "workspace.json";
  private static final Set<String> PARTS =
      Set.of("models", "features", "runs", "results", "plans", "review", "cache", "trash", "lock");

  private final Path folder;
  private final WorkspaceManifest manifest;

  private Workspace(Path folder, WorkspaceManifest manifest) {
    this.folder = folder.toAbsolutePath().normalize();
    this.manifest = manifest.withRootIn(this.folder);
  }

  /** True if the folder holds a workspace. */
  public static boolean exists(Path folder) {
    return Files.isRegularFile(folder.resolve(MANIFEST));
  }

  /**
   * Opens a workspace; what a killed run left half-written is ignored.
   *
   * @throws ProblemException if it is none, or was written by a newer version of the program
   */
  public static Workspace open(Path folder) {
    if (!exists(folder)) {
      throw ProblemException.inFile(
          folder,
          "This folder is no workspace",
          "Make one with: eif-explorer train --workspace DIR …");
    }
    WorkspaceManifest manifest = Json.read(folder.resolve(MANIFEST), WorkspaceManifest.class);
    if (manifest.schemaVersion() > WorkspaceManifest.CURRENT_SCHEMA) {
      throw ProblemException.inFile(
          folder.resolve(MANIFEST),
          "The workspace was written by a newer version",
          "Update EIF Explorer.");
    }
    if (manifest.dataset() == null) {
      throw ProblemException.inFile(
          folder.resolve(MANIFEST),
          "The field dataset is missing",
          "Correct the file, or restore it from a copy.");
    }
    return new Workspace(folder, manifest);
  }

  /**
   * Makes a workspace, or opens it if the folder holds one on the same data set.
   *
   * @throws ProblemException if the folder holds a workspace on another data set, or other files
   */
  public static Workspace create(Path folder, String name, DatasetReference dataset) {
    return create(folder, name, dataset, child -> false);
  }

  /**
   * The same for a folder that is the program's own: what a workspace holds and its data set in it, of which the manifest
   * alone is gone, are no other files.
   */
  public static Workspace restore(Path folder, String name, DatasetReference dataset) {
    return create(
        folder,
        name,
        dataset,
        child ->
            PARTS.contains(child.getFileName().toString())
                || child.toString().equals(dataset.root()));
  }

  private static Workspace create(
      Path folder, String name, DatasetReference dataset, Predicate<Path> own) {
    if (exists(folder)) {
      Workspace there = open(folder);
      if (!there.manifest.dataset().equals(dataset)) {
        throw ProblemException.inFile(
            folder,
            "The workspace is about another data set (" + there.manifest.dataset() + ")",
            "Choose another folder for this one.");
      }
      return there;
    }
    if (Files.isDirectory(folder)
        && !children(folder).stream().allMatch(own.or(AbandonedWrites::isNamedSo))) {
      throw ProblemException.inFile(
          folder,
          "The folder holds other files",
          "Choose an empty or a new folder for the workspace.");
    }
    WorkspaceManifest manifest =
        new WorkspaceManifest(WorkspaceManifest.CURRENT_SCHEMA, name, dataset, "");
    return new Workspace(folder, manifest).save(manifest);
  }

  /** Deletes what killed writes left unfinished; files that are being written stay. Nothing that fails here keeps it from opening. */
  public void sweep() {
    AbandonedWrites.sweepFilesIn(folder);
    AbandonedWrites.sweep(
        List.of(models(), features(), runs(), results(), review(), folder.resolve("plans")));
  }

  /** The same workspace with another manifest, which is written. */
  public Workspace save(WorkspaceManifest changed) {
    Json.write(folder.resolve(MANIFEST), changed.withRootRelativeTo(folder));
    return new Workspace(folder, changed);
  }

  /**
   * The same workspace with its manifest changed, as it is now on disk: another program may have changed it since this
   * workspace was opened.
   */
  private Workspace change(UnaryOperator<WorkspaceManifest> change) {
    return alone(() -> open(folder).changed(change));
  }

  private Workspace changed(UnaryOperator<WorkspaceManifest> change) {
    return save(change.apply(manifest));
  }

  /**
   * Does what takes a moment while no other program, and nothing else in this one, does the same: what is read and then
   * written, an id that is found free and then taken.
   */
  public <T> T alone(Supplier<T> work) {
    FolderLock lock = FolderLock.await(folder);
    try {
      return work.get();
    } finally {
      lock.close();
    }
  }

  /** The same workspace showing this model first. */
  public Workspace withCurrentModel(String modelId) {
    return change(
        now -> new WorkspaceManifest(now.schemaVersion(), now.name(), now.dataset(), modelId));
  }

  /** The same workspace about the same data set at another place. */
  public Workspace withDatasetAt(DatasetPlace place) {
    return change(
        now ->
            new WorkspaceManifest(
                now.schemaVersion(), now.name(), now.dataset().at(place), now.currentModel()));
  }

  /** True if it was made of an embedding bundle, whose samples it keeps itself and whose images may be anywhere. */
  public boolean isOfBundle() {
    return manifest.dataset().format().equals(DatasetReference.BUNDLE);
  }

  /** The folder, absolute. */
  public Path folder() {
    return folder;
  }

  /** Name, data set, current model. */
  public WorkspaceManifest manifest() {
    return manifest;
  }

  /** Where the files of a model are. */
  public Path modelFolder(String id) {
    return FolderNames.child(models(), id);
  }

  /** All models. */
  public Path models() {
    return folder.resolve("models");
  }

  /** All features. */
  public Path features() {
    return folder.resolve("features");
  }

  /** All results. */
  public Path results() {
    return folder.resolve("results");
  }

  /** All training runs. */
  public Path runs() {
    return folder.resolve("runs");
  }

  /** What was deleted and can still be brought back. */
  public Path trash() {
    return folder.resolve("trash");
  }

  /** Where the files of a deleted model are until the trash is emptied. */
  public Path trashedModel(String id) {
    return FolderNames.child(trash().resolve("models"), id);
  }

  /** Where the files of a deleted training run are until the trash is emptied. */
  public Path trashedRun(String id) {
    return FolderNames.child(trash().resolve("runs"), id);
  }

  /**
   * Takes an id that begins with {@code base} for a run, by making its folder, so that of several who ask at once each gets
   * another.
   *
   * @throws ProblemException if the folder can't be made
   */
  public String claimRun(String base) {
    return claim(base, this::runFolder);
  }

  /** Takes an id that begins with {@code base} for a model, as {@link #claimRun} does for a run. */
  public String claimModel(String base) {
    return claim(base, this::modelFolder);
  }

  private String claim(String base, Function<String, Path> place) {
    while (true) {
      String id = freeId(base);
      Path claimed = place.apply(id);
      try {
        Files.createDirectories(claimed.getParent());
        Files.createDirectory(claimed);
        return id;
      } catch (FileAlreadyExistsException e) {
        // Somebody was quicker: on to the next id.
      } catch (IOException e) {
        throw new ProblemException(
            "The workspace can't be written",
            claimed.toString(),
            "Check its permissions and the room on its disk.",
            e);
      }
    }
  }

  /** An id that begins with {@code base} and that no model and no run has, deleted ones and those of killed runs included. */
  private String freeId(String base) {
    String id = base;
    for (int n = 2;
        Stream.of(modelFolder(id), runFolder(id), trashedModel(id), trashedRun(id))
            .anyMatch(Files::exists);
        n++) {
      id = base + "_" + n;
    }
    return id;
  }

  /**
   * Makes sure that a model could be added now, for work that ends with one.
   *
   * @throws ProblemException if the disk is read-only or full, or the folder not this user's
   */
  public void requireWritable() {
    WritablePlaces.require(folder);
    WritablePlaces.require(models());
  }

  /** Features of this fingerprint. */
  public Path featureFolder(Fingerprint fingerprint) {
    return FolderNames.child(features(), fingerprint.digits());
  }

  /** Results of this fingerprint. */
  public Path resultFolder(Fingerprint fingerprint) {
    return FolderNames.child(results(), fingerprint.digits());
  }

  /** A training run's files. */
  public Path runFolder(String id) {
    return FolderNames.child(runs(), id);
  }

  /** Flags and decisions. */
  public Path review() {
    return folder.resolve("review");
  }

  /** Small pictures; may be deleted at any time. */
  public Path thumbnails() {
    return folder.resolve("cache").resolve("thumbnails");
  }

  /** Sub-folders of a folder by name; empty if it is absent. */
  public static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.sorted().toList();
    } catch (IOException e) {
      throw new ProblemException(
          "The folder can't be read", folder.toString(), "Check its permissions.", e);
    }
  }
}
