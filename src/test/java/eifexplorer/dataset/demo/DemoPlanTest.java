package eifexplorer.dataset.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoPlanTest {
  private final List<DemoEntry> entries = DemoImages.entries(0);

  @Test
  void eachSpeciesHasBetween26And34Pictures() {
    Map<Species, Long> counts =
        entries.stream().collect(Collectors.groupingBy(DemoEntry::species, Collectors.counting()));
    assertEquals(24, counts.size());
    assertTrue(counts.values().stream().allMatch(n -> n >= 26 && n <= 34), counts::toString);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 7})
  void exactlyEightInAHundredTrainingLabelsAreWrong(long seed) {
    List<DemoEntry> all = DemoImages.entries(seed);
    long train = all.stream().filter(e -> e.split().equals("train")).count();
    assertEquals(Math.round(.08 * train), all.stream().filter(DemoEntry::mislabelled).count());
  }

  @Test
  void noTestLabelIsWrong() {
    assertEquals(
        Set.of("train"),
        entries.stream()
            .filter(DemoEntry::mislabelled)
            .map(DemoEntry::split)
            .collect(Collectors.toSet()));
  }

  @Test
  void threeOfFourWrongLabelsAreALookAlikes() {
    List<DemoEntry> wrong = entries.stream().filter(DemoEntry::mislabelled).toList();
    long lookAlike = wrong.stream().filter(e -> e.given().family() == e.species().family()).count();
    assertEquals(wrong.size() - wrong.size() / 4, lookAlike);
  }

  @Test
  void theSplitsShareNoLabel() {
    Set<String> train = labels("train");
    train.retainAll(labels("test"));
    assertEquals(Set.of(), train);
  }

  @Test
  void pathsAreSortedAndUnique() {
    List<String> paths = entries.stream().map(DemoEntry::path).toList();
    assertEquals(paths.stream().distinct().sorted(Comparator.naturalOrder()).toList(), paths);
  }

  @Test
  void pathsFollowTheGivenLabel() {
    DemoEntry wrong = entries.stream().filter(DemoEntry::mislabelled).findFirst().orElseThrow();
    String name = wrong.label().replace(' ', '_');
    assertTrue(
        wrong.path().matches("images/train/\\d\\d\\." + name + "/" + name + "_\\d{4}\\.png"),
        wrong.path());
  }

  @Test
  void sameSeedSamePlan() {
    assertEquals(entries, DemoImages.entries(0));
  }

  @Test
  void otherSeedOtherPlan() {
    assertNotEquals(entries, DemoImages.entries(1));
  }

  private Set<String> labels(String split) {
    return entries.stream()
        .filter(e -> e.split().equals(split))
        .flatMap(e -> List.of(e.label(), e.trueLabel()).stream())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
