package eifexplorer.review.revision;

import eifexplorer.dataset.LabelChange;
import eifexplorer.review.journal.Decisions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a commit would write: the labels that follow from the decisions, against the current revision; immutable.
 *
 * @param current the revision it is compared with
 * @param changes from the current revision, by path
 * @param labels from the data set's own labels, by path
 * @param conflicts images left as they are because annotators disagree
 */
public record Staging(
    Revision current,
    List<LabelChange> changes,
    List<LabelChange> labels,
    List<Decisions.Conflict> conflicts) {
  /** Images that move between two classes, or out ({@code to} empty) or back in ({@code from} empty). */
  public record Move(String from, String to, int count) {}

  /** Copies the lists. */
  public Staging {
    changes = List.copyOf(changes);
    labels = List.copyOf(labels);
    conflicts = List.copyOf(conflicts);
  }

  /**
   * Compares.
   *
   * @param given the data set's own labels; decisions about images it does not have are ignored
   */
  public static Staging of(Revision current, Decisions decisions, OriginalLabels given) {
    Map<String, String> originals = given.names();
    Map<String, LabelChange> before = bySample(current.labels());
    Map<String, String> after = new TreeMap<>();
    before.forEach((sample, change) -> after.put(sample, change.to()));
    List<Decisions.Conflict> conflicts = decisions.conflicts();
    for (String sample : decisions.samples()) {
      decisions.label(sample).ifPresent(label -> after.put(sample, label));
    }
    // What no decision speaks of any more is as the data set has it.
    before.keySet().stream()
        .filter(sample -> !decisions.samples().contains(sample))
        .forEach(sample -> after.put(sample, originals.getOrDefault(sample, "")));
    List<LabelChange> labels = new ArrayList<>();
    List<LabelChange> changes = new ArrayList<>();
    after.forEach(
        (sample, label) -> {
          String original = originals.get(sample);
          if (original == null) {
            return;
          }
          String now = before.containsKey(sample) ? before.get(sample).to() : original;
          if (!label.equals(original)) {
            labels.add(new LabelChange(sample, original, label, given.split(sample)));
          }
          if (!label.equals(now)) {
            changes.add(new LabelChange(sample, now, label, given.split(sample)));
          }
        });
    return new Staging(current, changes, labels, conflicts);
  }

  private static Map<String, LabelChange> bySample(List<LabelChange> changes) {
    Map<String, LabelChange> map = new HashMap<>();
    changes.forEach(change -> map.put(change.sample(), change));
    return map;
  }

  /** True if there is nothing to commit. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Images that get another label, those that come back included. */
  public int relabelled() {
    return changes.size() - excluded();
  }

  /** Images that are left out from now on. */
  public int excluded() {
    return (int) changes.stream().filter(LabelChange::excludes).count();
  }

  /** The changes counted by class, most frequent first; ties by name. */
  public List<Move> moves() {
    Map<List<String>, Integer> counts = new TreeMap<>(Comparator.comparing(List::toString));
    changes.forEach(change -> counts.merge(List.of(change.from(), change.to()), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(entry -> new Move(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
        .sorted(Comparator.comparingInt((Move move) -> -move.count()))
        .toList();
  }

  /** The staged change of an image. */
  public Optional<LabelChange> of(String sample) {
    return changes.stream().filter(change -> change.sample().equals(sample)).findFirst();
  }
}
