package eifexplorer.ui.explore.search;

import eifexplorer.dataset.Sample;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What can be searched in a session: its pairs, their classes, and the training images. Immutable. */
public final class SearchIndex {
  /** How many of a kind are found at most; who wants more types more. */
  static final int MOST = 6;

  private static final Comparator<PairItem> NEAREST =
      Comparator.comparingDouble(item -> item.pair().distance());

  private final ExplorerSession session;
  private final List<PairItem> pairs;
  private final Map<String, Integer> classes = new LinkedHashMap<>();
  private final Map<String, Picture> examples = new HashMap<>();
  private final NearSpelling spelling;

  private SearchIndex(ExplorerSession session, List<PairItem> pairs) {
    this.session = session;
    this.pairs = pairs;
    for (PairItem item : pairs) {
      classes.merge(item.wrongClass(), 1, Integer::sum);
      examples.putIfAbsent(item.wrongClass(), item.wrongPicture());
      examples.putIfAbsent(item.confusedClass(), item.confusedPicture());
      if (!item.confusedClass().equals(item.wrongClass())) {
        classes.merge(item.confusedClass(), 1, Integer::sum);
      }
    }
    Set<String> names = new LinkedHashSet<>(classes.keySet());
    session.dataset().train().forEach(sample -> names.add(session.className(sample.label())));
    spelling = new NearSpelling(names);
  }

  /** What can be searched in a session; made in the background. */
  public static SearchIndex of(ExplorerSession session, PairIndex pairs) {
    return new SearchIndex(session, pairs.items().stream().sorted(NEAREST).toList());
  }

  /** What holds every word of the text, pairs first; the nearest pairs before others. */
  List<Found> search(String text) {
    String[] words = words(text);
    List<Found> hits = new ArrayList<>();
    for (Map.Entry<String, Integer> entry : classes.entrySet()) {
      if (hits.size() < MOST && holds(entry.getKey(), words)) {
        hits.add(
            new Found.ClassName(
                entry.getKey(),
                entry.getValue(),
                Objects.requireNonNull(examples.get(entry.getKey()))));
      }
    }
    first(pairs, item -> holds(item.searchText(), words))
        .forEach(item -> hits.add(new Found.Pair(item, "")));
    addTraining(words, hits);
    return hits;
  }

  /** The text as it would be spelt if its words were meant to be those of a class; empty if none is near. */
  Optional<String> corrected(String text) {
    return spelling.corrected(words(text));
  }

  /** Of a path its last part: images and classes are known by their names. */
  private static String[] words(String text) {
    String bare = text.strip().replaceAll("^['\"]|[/\\\\]?['\"]?$", "");
    boolean path = bare.matches("(file:|~/|/|\\p{L}:[/\\\\]).*");
    String last = path ? bare.replaceFirst(".*[/\\\\]", "") : bare;
    return last.toLowerCase(Locale.ROOT).split("\\s+");
  }

  private void addTraining(String[] words, List<Found> hits) {
    int found = 0;
    List<Sample> train = session.dataset().train();
    for (int i = 0; i < train.size() && found < MOST; i++) {
      String className = session.className(train.get(i).label());
      if (holds(train.get(i).fileName() + "\n" + className, words)) {
        Picture picture =
            new Picture(session.image(train.get(i)), Texts.of("train {0}", i), className);
        hits.add(new Found.TrainingImage(i, train.get(i).fileName(), className, picture));
        found++;
      }
    }
  }

  private static <T> List<T> first(List<T> all, Predicate<T> wanted) {
    return all.stream().filter(wanted).limit(MOST).toList();
  }

  private static boolean holds(String text, String[] words) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (!lower.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
