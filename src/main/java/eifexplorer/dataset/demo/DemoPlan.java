package eifexplorer.dataset.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Decides what the demo set holds: how many pictures of each species, and which labels are wrong. */
final class DemoPlan {
  /** Share of the training labels that are wrong. */
  static final double WRONG_LABELS = .08;

  private static final int FEWEST = 26;
  private static final int MOST = 34;

  /** A picture and its label, before file names are given out. */
  private record Labelled(Species species, Species given, int index) {}

  private final SplittableRandom random;

  private DemoPlan(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** All entries for a seed, ordered by path. */
  static List<DemoEntry> entries(long seed) {
    return new DemoPlan(seed).entries();
  }

  private List<DemoEntry> entries() {
    List<Labelled> train = new ArrayList<>();
    List<Labelled> all = new ArrayList<>();
    for (Species species : FieldGuide.species()) {
      int count = random.nextInt(FEWEST, MOST + 1);
      for (int i = 0; i < count; i++) {
        (species.training() ? train : all).add(new Labelled(species, species, i));
      }
    }
    mislabel(train);
    all.addAll(train);
    // Numbers are given out in random order, so that wrong labels are not the last of their folder.
    shuffle(all);
    Map<Species, Integer> numbers = new HashMap<>();
    SortedMap<String, DemoEntry> byPath = new TreeMap<>();
    for (Labelled e : all) {
      int number = numbers.merge(e.given, 1, Integer::sum);
      DemoEntry entry = new DemoEntry(e.species, e.given, e.index, number);
      byPath.put(entry.path(), entry);
    }
    return List.copyOf(byPath.values());
  }

  /** Gives wrong labels: of four, three to a look-alike and one to any species of another family. */
  private void mislabel(List<Labelled> train) {
    shuffle(train);
    int wrong = (int) Math.round(WRONG_LABELS * train.size());
    for (int i = 0; i < wrong; i++) {
      Species truth = train.get(i).species;
      boolean lookAlike = i % 4 != 3;
      List<Species> choice =
          FieldGuide.species().stream()
              .filter(s -> s.training() && !s.equals(truth))
              .filter(s -> (s.family() == truth.family()) == lookAlike)
              .toList();
      train.set(
          i, new Labelled(truth, choice.get(random.nextInt(choice.size())), train.get(i).index));
    }
  }

  private <T> void shuffle(List<T> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T swapped = list.set(i, list.get(j));
      list.set(j, swapped);
    }
  }
}
