package eifexplorer.review.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What holds after each entry, with the steps back and forth that are open to each annotator. */
final class Fold {
  private final Map<String, Map<String, JournalEntry>> byAnnotator = new LinkedHashMap<>();
  private final Map<String, JournalEntry> resolutions = new LinkedHashMap<>();
  private final Map<String, Map<String, JournalEntry>> notes = new LinkedHashMap<>();
  private final Map<String, Deque<Step>> done = new HashMap<>();
  private final Map<String, Deque<Step>> undone = new HashMap<>();

  /** A decision and what held of its sample before. */
  private record Step(JournalEntry entry, Optional<JournalEntry> previous) {}

  /** Starts with what holds; that can't be undone. */
  Fold(Decisions start) {
    start.byAnnotator().forEach((who, of) -> byAnnotator.put(who, new LinkedHashMap<>(of)));
    resolutions.putAll(start.resolutions());
    start.notes().forEach((who, of) -> notes.put(who, new LinkedHashMap<>(of)));
  }

  Decisions decisions() {
    return new Decisions(byAnnotator, resolutions, notes);
  }

  /** The decisions that an undo takes back, the last one first: those that were made together. */
  List<JournalEntry> toUndo(String annotator) {
    return together(steps(done, annotator));
  }

  /** The decisions that a redo brings back, in the order they were made. */
  List<JournalEntry> toRedo(String annotator) {
    return together(steps(undone, annotator));
  }

  private static List<JournalEntry> together(Deque<Step> steps) {
    List<JournalEntry> entries = new ArrayList<>();
    for (Step step : steps) {
      if (!entries.isEmpty() && !step.entry().isMadeWith(entries.get(0))) {
        break;
      }
      entries.add(step.entry());
    }
    return entries;
  }

  void apply(JournalEntry entry) {
    Deque<Step> back = steps(done, entry.annotator());
    Deque<Step> forth = steps(undone, entry.annotator());
    switch (entry.kind()) {
      case UNDO -> {
        if (!back.isEmpty()) {
          Step step = back.pop();
          put(step.entry(), step.previous());
          forth.push(step);
        }
      }
      case REDO -> {
        if (!forth.isEmpty()) {
          Step step = forth.pop();
          put(step.entry(), holds(step.entry()));
          back.push(step);
        }
      }
      case NOTE -> remark(entry);
      default -> {
        JournalEntry previous = held(entry).get(entry.sample());
        put(entry, holds(entry));
        back.push(new Step(entry, Optional.ofNullable(previous)));
        forth.clear();
      }
    }
  }

  private static Optional<JournalEntry> holds(JournalEntry entry) {
    return entry.kind() == DecisionKind.WITHDRAW ? Optional.empty() : Optional.of(entry);
  }

  /** An empty note takes the one before away. */
  private void remark(JournalEntry entry) {
    Map<String, JournalEntry> mine =
        notes.computeIfAbsent(entry.annotator(), who -> new LinkedHashMap<>());
    mine.remove(entry.sample());
    if (!entry.note().isEmpty()) {
      mine.put(entry.sample(), entry);
    }
  }

  private Map<String, JournalEntry> held(JournalEntry entry) {
    return entry.kind() == DecisionKind.RESOLVE
        ? resolutions
        : byAnnotator.computeIfAbsent(entry.annotator(), who -> new LinkedHashMap<>());
  }

  /** Makes this hold, or nothing, in the place of an entry; what holds newly goes to the end. */
  private void put(JournalEntry entry, Optional<JournalEntry> holds) {
    Map<String, JournalEntry> held = held(entry);
    held.remove(entry.sample());
    holds.ifPresent(value -> held.put(entry.sample(), value));
  }

  private static Deque<Step> steps(Map<String, Deque<Step>> all, String annotator) {
    return all.computeIfAbsent(annotator, who -> new ArrayDeque<>());
  }
}
