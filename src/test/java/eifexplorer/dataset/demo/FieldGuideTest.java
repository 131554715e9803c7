package eifexplorer.dataset.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FieldGuideTest {
  @Test
  void hasTwelveSpeciesForTrainingBeforeTwelveUnseen() {
    List<Boolean> training = FieldGuide.species().stream().map(Species::training).toList();
    assertEquals(List.of(12, 12), List.of(count(training, 0, 12), 12 - count(training, 12, 24)));
  }

  @Test
  void namesAreUniqueAndEndWithTheFamily() {
    long named =
        FieldGuide.species().stream()
            .filter(s -> s.name().toUpperCase(Locale.ROOT).endsWith(" " + s.family().name()))
            .map(Species::name)
            .distinct()
            .count();
    assertEquals(24, named);
  }

  @Test
  void lookAlikesAreOnBothSides() {
    assertEquals(
        Map.of(
            Family.WARBLER, List.of(2L, 3L),
            Family.BUNTING, List.of(2L, 3L),
            Family.TIT, List.of(2L, 2L),
            Family.CHAT, List.of(2L, 2L),
            Family.SUNBIRD, List.of(2L, 2L),
            Family.SHRIKE, List.of(2L, 0L)),
        FieldGuide.species().stream()
            .collect(
                Collectors.groupingBy(
                    Species::family,
                    TreeMap::new,
                    Collectors.collectingAndThen(
                        Collectors.toList(),
                        all -> List.of(split(all, true), split(all, false))))));
  }

  private static long split(List<Species> species, boolean training) {
    return species.stream().filter(s -> s.training() == training).count();
  }

  private static int count(List<Boolean> flags, int from, int to) {
    return (int) flags.subList(from, to).stream().filter(f -> f).count();
  }
}
