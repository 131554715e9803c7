package eifexplorer.review.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The decisions that hold; an immutable snapshot.
 *
 * @param byAnnotator annotator to sample to the decision, in the order they were made
 * @param resolutions sample to what was resolved
 * @param notes annotator to sample to what they remarked
 */
public record Decisions(
    Map<String, Map<String, JournalEntry>> byAnnotator,
    Map<String, JournalEntry> resolutions,
    Map<String, Map<String, JournalEntry>> notes) {
  /** So many annotators have a majority. */
  private static final int MAJORITY_OF = 3;

  /** Nothing is decided. */
  public static final Decisions NONE = new Decisions(Map.of(), Map.of(), Map.of());

  /** Annotators who said different things of an image. */
  public record Conflict(String sample, List<JournalEntry> claims) {
    /** Copies the list. */
    public Conflict {
      claims = List.copyOf(claims);
    }
  }

  /** Copies the maps in their order. */
  public Decisions {
    byAnnotator = deeplyCopied(byAnnotator);
    resolutions = copied(resolutions);
    notes = deeplyCopied(notes);
  }

  private static Map<String, Map<String, JournalEntry>> deeplyCopied(
      Map<String, Map<String, JournalEntry>> map) {
    Map<String, Map<String, JournalEntry>> copy = new LinkedHashMap<>();
    map.forEach((who, of) -> copy.put(who, copied(of)));
    return Collections.unmodifiableMap(copy);
  }

  private static Map<String, JournalEntry> copied(Map<String, JournalEntry> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** From entries that hold, each a decision. */
  public static Decisions of(List<JournalEntry> entries) {
    Fold fold = new Fold(NONE);
    entries.forEach(fold::apply);
    return fold.decisions();
  }

  /** Every decision that holds: annotator after annotator, then what was resolved, then the notes. */
  public List<JournalEntry> entries() {
    List<JournalEntry> all = new ArrayList<>();
    byAnnotator.values().forEach(of -> all.addAll(of.values()));
    all.addAll(resolutions.values());
    notes.values().forEach(of -> all.addAll(of.values()));
    return all;
  }

  /** What one annotator remarked about an image; empty if nothing. */
  public String note(String annotator, String sample) {
    JournalEntry entry = notes.getOrDefault(annotator, Map.of()).get(sample);
    return entry == null ? "" : entry.note();
  }

  /** One annotator's decisions by sample, in the order they were made. */
  public Map<String, JournalEntry> of(String annotator) {
    return byAnnotator.getOrDefault(annotator, Map.of());
  }

  /** Every sample somebody decided about, by path. */
  public Set<String> samples() {
    Set<String> samples = new TreeSet<>(resolutions.keySet());
    byAnnotator.values().forEach(of -> samples.addAll(of.keySet()));
    return samples;
  }

  /**
   * The label of an image that follows from the decisions: what was resolved, else what all who claim something agree on,
   * or more than half of three or more, else what those who are unsure left it at.
   *
   * @return a class name, the empty text if it is left out; empty if nobody decided, or annotators disagree
   */
  public Optional<String> label(String sample) {
    JournalEntry resolved = resolutions.get(sample);
    if (resolved != null) {
      return Optional.of(resolved.after());
    }
    List<JournalEntry> all = about(sample);
    List<JournalEntry> claims = all.stream().filter(e -> e.kind().isClaim()).toList();
    return consensus(claims.isEmpty() ? all : claims);
  }

  /** What all say, or more than half of three or more. */
  private static Optional<String> consensus(List<JournalEntry> entries) {
    Map<String, Long> counts =
        entries.stream().collect(Collectors.groupingBy(JournalEntry::after, Collectors.counting()));
    return counts.entrySet().stream()
        .filter(
            label ->
                counts.size() == 1
                    || (entries.size() >= MAJORITY_OF && 2 * label.getValue() > entries.size()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private List<JournalEntry> about(String sample) {
    return byAnnotator.values().stream()
        .map(of -> of.get(sample))
        .filter(entry -> entry != null)
        .toList();
  }

  /** Images about which annotators claim different things, without a majority, and nothing was resolved; by path. */
  public List<Conflict> conflicts() {
    List<Conflict> conflicts = new ArrayList<>();
    for (String sample : samples()) {
      List<JournalEntry> claims =
          about(sample).stream().filter(entry -> entry.kind().isClaim()).toList();
      if (!resolutions.containsKey(sample) && !claims.isEmpty() && consensus(claims).isEmpty()) {
        conflicts.add(new Conflict(sample, claims));
      }
    }
    return conflicts;
  }
}
