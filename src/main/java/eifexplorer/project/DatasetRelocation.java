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
import eifexplorer.workspace.DatasetPlace;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
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
   * Compares the data set at a place with the samples the current model's features are of. A workspace without a model has
   * nothing to compare with: any data set fits that can be opened as the one before.
   *
   * @throws ProblemException if there is no such data set, or the workspace has a model but no features yet
   */
  RelocationFinding check(Workspace workspace, DatasetPlace place, JobContext context) {
    if (workspace.manifest().dataset().format().equals(BundleSamples.FORMAT)) {
      return checkBundle(workspace, place, context);
    }
    Optional<Set<String>> kept =
        new ModelStore(workspace).currentIfAny().map(card -> samples(workspace, card));
    ImageDataset there = datasets.open(workspace.manifest().dataset().at(place));
    context.checkCancelled();
    Set<String> found = new LinkedHashSet<>();
    Stream.concat(there.train().stream(), there.test().stream())
        .map(Sample::path)
        .forEach(found::add);
    Set<String> known = kept.orElse(found);
    return new RelocationFinding(known.size(), without(known, found), without(found, known));
  }

  /** A bundle's samples are the workspace's own: only its images may be elsewhere, and some of them missing. */
  private RelocationFinding checkBundle(
      Workspace workspace, DatasetPlace place, JobContext context) {
    if (place.images().filter(Files::isDirectory).isEmpty()) {
      throw noImages(place);
    }
    ImageDataset there = datasets.open(workspace.manifest().dataset().at(place));
    context.checkCancelled();
    List<String> missing =
        Stream.concat(there.train().stream(), there.test().stream())
            .map(Sample::path)
            .filter(path -> there.file(path).isEmpty())
            .toList();
    return RelocationFinding.ofBundle(there.train().size() + there.test().size(), missing);
  }

  private static ProblemException noImages(DatasetPlace place) {
    return new ProblemException(
        "There is no such folder of images",
        place.images().map(Path::toString).orElse(""),
        "Choose the folder that a bundle's images lie in, at whatever depth.");
  }

  private static Set<String> samples(Workspace workspace, ModelCard card) {
    return new LinkedHashSet<>(
        Optional.of(card.features())
            .filter(digits -> !digits.isEmpty())
            .map(Fingerprint::new)
            .flatMap(new FeatureStore(workspace::featureFolder)::paths)
            .orElseThrow(() -> nothingKnown(workspace)));
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
   * Changes where the workspace's data set is if it is the same.
   *
   * @throws ProblemException like {@link #check}, and if the data set is another one
   */
  RelocationFinding relocate(Workspace workspace, DatasetPlace place, JobContext context) {
    RelocationFinding finding = check(workspace, place, context);
    if (!finding.fits()) {
      throw ProblemException.inFile(
          finding.bundle() ? place.images().orElseThrow() : place.root(),
          finding.difference(),
          finding.bundle()
              ? "They are looked for by path and by file name."
              : "Choose the folder the workspace was made with.");
    }
    workspace.withDatasetAt(place);
    return finding;
  }
}
