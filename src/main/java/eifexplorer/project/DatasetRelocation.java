package eifexplorer.project;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.format.BundleSamples;
import eifexplorer.embedding.FeatureStore;
import eifexplorer.job.JobContext;
import eifexplorer.model.DatasetReferences;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a workspace where its data set is now, once it is sure that it is the same one. */
public final class DatasetRelocation {
  private final DatasetReferences datasets;

  /** Compares data sets that are opened so. */
  public DatasetRelocation(DatasetReferences datasets) {
    this.datasets = datasets;
  }

  /**
   * Compares the data set at {@code root} with the samples the current model's features are of.
   *
   * @throws ProblemException if there is no such data set, or the workspace has no model or no features yet
   */
  RelocationFinding check(Workspace workspace, Path root, JobContext context) {
    ModelCard card = new ModelStore(workspace).current();
    Set<String> known =
        new LinkedHashSet<>(
            Optional.of(card.features())
                .filter(digits -> !digits.isEmpty())
                .map(Fingerprint::new)
                .flatMap(new FeatureStore(workspace::featureFolder)::paths)
                .orElseThrow(() -> nothingKnown(workspace)));
    ImageDataset there =
        datasets.open(
            workspace.manifest().dataset().withRoot(root.toAbsolutePath().normalize().toString()));
    context.checkCancelled();
    Set<String> found = new LinkedHashSet<>();
    Stream.concat(there.train().stream(), there.test().stream())
        .map(Sample::path)
        .forEach(found::add);
    return new RelocationFinding(known.size(), without(known, found), without(found, known));
  }

  /**
   * Tells a workspace of a bundle in which folder its images are.
   *
   * @throws ProblemException if the workspace is of another data set, if there is no such folder, or none of the images in it
   */
  LocatedImages locate(Workspace workspace, Path images, JobContext context) {
    LocatedImages located = find(workspace, images, context);
    if (located.found() == 0) {
      throw ProblemException.inFile(
          images,
          "None of the bundle's %,d images is in this folder".formatted(located.total()),
          "They are looked for by path and by file name, such as "
              + located.missing().get(0)
              + ".");
    }
    workspace.withImages(Optional.of(images));
    return located;
  }

  /** Which of a bundle's images are in a folder. Nothing is changed. */
  LocatedImages find(Workspace workspace, Path images, JobContext context) {
    DatasetReference reference = workspace.manifest().dataset();
    if (!reference.format().equals(BundleSamples.FORMAT)) {
      throw ProblemException.inFile(
          workspace.folder(),
          "The workspace is about a data set with images of its own",
          "Tell where the data set is now instead.");
    }
    ImageDataset known = datasets.open(reference.withImages(""));
    context.checkCancelled();
    ImageDataset there = BundleSamples.located(known, Optional.of(images));
    List<String> missing =
        Stream.concat(there.train().stream(), there.test().stream())
            .map(Sample::path)
            .filter(path -> !there.files().containsKey(path))
            .toList();
    int total = there.train().size() + there.test().size();
    return new LocatedImages(total - missing.size(), total, missing);
  }

  private static List<String> without(Set<String> these, Set<String> those) {
    return these.stream().filter(path -> !those.contains(path)).sorted().toList();
  }

  private static ProblemException nothingKnown(Workspace workspace) {
    return ProblemException.inFile(
        workspace.folder(),
        "The workspace has no features, so that its data set can't be compared",
        "Make a new workspace on the data set where it is now.");
  }

  /**
   * Changes the workspace's data set to {@code root} if it is the same.
   *
   * @throws ProblemException like {@link #check}, and if the data set is another one
   */
  Workspace relocate(Workspace workspace, Path root, JobContext context) {
    RelocationFinding finding = check(workspace, root, context);
    if (!finding.same()) {
      throw ProblemException.inFile(
          root, finding.difference(), "Choose the folder the workspace was made with.");
    }
    return workspace.withDatasetRoot(root);
  }
}
