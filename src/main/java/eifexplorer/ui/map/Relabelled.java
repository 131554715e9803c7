package eifexplorer.ui.map;

import eifexplorer.dataset.LabelChange;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.review.revision.Revision;
import eifexplorer.review.revision.Revisions;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which training images were learnt with another label by one model than by another. */
final class Relabelled {
  private Relabelled() {}

  /**
   * From a model of a session's workspace to the session's own, in words, by path. Reads their files: call it from a job.
   *
   * @throws eifexplorer.problem.ProblemException if the labels of one of them are gone or damaged
   */
  static Map<String, String> since(String modelId, ExplorerSession session) {
    Workspace workspace = session.workspace().orElseThrow();
    ModelStore store = new ModelStore(workspace);
    Optional<ModelCard> own = store.ofHead(session.bundle().head());
    int before = store.get(modelId).labelRevision();
    int after = own.map(ModelCard::labelRevision).orElse(before);
    if (before == after) {
      return Map.of();
    }
    Revisions revisions = new Revisions(workspace.review());
    return between(revisions.get(before), revisions.get(after));
  }

  /** What the label was and is, by path, of those images where it is another. */
  static Map<String, String> between(Revision before, Revision after) {
    Map<String, String> given = new HashMap<>();
    Stream.of(before, after)
        .flatMap(revision -> revision.labels().stream())
        .filter(change -> !change.isOfTest())
        .forEach(change -> given.put(change.sample(), change.from()));
    Map<String, String> was = labels(before, given);
    Map<String, String> is = labels(after, given);
    Map<String, String> words = new HashMap<>();
    was.forEach(
        (path, label) -> {
          String now = is.getOrDefault(path, label);
          if (!now.equals(label)) {
            words.put(path, word(label) + " → " + word(now));
          }
        });
    return words;
  }

  private static Map<String, String> labels(Revision of, Map<String, String> given) {
    Map<String, String> labels = new HashMap<>(given);
    for (LabelChange change : of.labels()) {
      if (!change.isOfTest()) {
        labels.put(change.sample(), change.to());
      }
    }
    return labels;
  }

  private static String word(String label) {
    return label.equals(LabelChange.EXCLUDED) ? Texts.of("excluded") : label;
  }
}
