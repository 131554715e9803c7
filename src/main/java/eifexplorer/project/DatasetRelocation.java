package eifexplorer.project;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.embedding.FeatureStore;
import eifexplorer.job.JobContext;
import eifexplorer.model.DatasetReferences;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.DatasetPlace;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Workspace;
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
  Workspace relocate(Workspace workspace, DatasetPlace place, JobContext context) {
    RelocationFinding finding = check(workspace, place, context);
    if (!finding.same()) {
      throw ProblemException.inFile(
          place.root(), finding.difference(), "Choose the folder the workspace was made with.");
    }
    return workspace.withDatasetAt(place);
  }
}
