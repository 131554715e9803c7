package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.SplitChoice;
import eifexplorer.dataset.format.DatasetFormats;
import eifexplorer.dataset.format.DatasetOpener;
import eifexplorer.dataset.format.OpenOptions;
import eifexplorer.testing.GoldenFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortNamesTest {
  private static final List<String> CARS =
      List.of(
          "BMW M5 Sedan 2010",
          "BMW M6 Convertible 2010",
          "Bentley Continental GT Coupe 2007",
          "Bentley Continental GT Coupe 2012",
          "Aston Martin V8 Vantage Convertible 2012",
          "Aston Martin V8 Vantage Coupe 2012",
          "Aston Martin Virage Coupe 2012",
          "Dodge Ram Pickup 3500 Crew Cab 2010",
          "Dodge Ram Pickup 3500 Quad Cab 2009",
          "Chevrolet Silverado 2500HD Regular Cab 2012",
          "Audi");
  private static final List<String> BIRDS =
      List.of(
          "Red-winged Blackbird",
          "Rusty Blackbird",
          "Caspian Tern",
          "Common Tern",
          "Great Crested Flycatcher",
          "Bobolink",
          "Bobcat");

  /** Narrow and wide letters. */
  private static double width(String text) {
    return text.chars().mapToDouble(c -> "il.,1 -".indexOf(c) >= 0 ? 0.6 : 1.0).sum();
  }

  private static String fit(List<String> names, String name, double room) {
    return ShortNames.of(names).fit(name, 1, room, ShortNamesTest::width);
  }

  private static List<String> real(String folder) {
    return new DatasetOpener(DatasetFormats.standard())
            .open(
                "auto",
                GoldenFiles.shared("data/annotations/" + folder),
                SplitChoice.usual(),
                OpenOptions.standard().withoutFileCheck())
            .classes()
            .stream()
            .map(ClassLabel::displayName)
            .toList();
  }

  @Test
  void whatManyNamesShareIsLostFirst() {
    assertEquals("Red-winged B.", fit(BIRDS, "Red-winged Blackbird", 14));
    assertEquals("Ca. Tern", fit(BIRDS, "Caspian Tern", 8.5));
    assertEquals("B. M5 Sedan 2010", fit(CARS, "BMW M5 Sedan 2010", 14));
  }

  @Test
  void aSmallLetterNeverStandsAlone() {
    List<String> crowned =
        List.of("Gray crowned Rosy Finch", "Golden crowned Kinglet", "White crowned Sparrow");
    assertEquals("Gray cr. Rosy Finch", fit(crowned, crowned.get(0), 17.5));
  }

  @Test
  void whatIsLeftOutAtAnEndTakesLittleRoom() {
    List<String> names =
        List.of("Aston Martin V8 Coupe 2012", "Aston Martin V8 Convertible 2012", "Audi A8 2012");

    assertEquals("…Coupe…", fit(names, names.get(0), 8));
    assertEquals("…V8 Con…", fit(names, names.get(1), 8));
  }

  @Test
  void aListCountsTheNamesThereIsNoRoomFor() {
    ShortNames names = ShortNames.of(CARS);
    List<String> some = List.of(CARS.get(4), CARS.get(5), CARS.get(0));

    assertEquals(
        "3 → " + String.join(", ", some), names.fitList("3 → ", some, 200, ShortNamesTest::width));
    assertEquals(
        "3 → " + some.get(0) + " +2", names.fitList("3 → ", some, 45, ShortNamesTest::width));
    String shortest = names.fitList("3 → ", some, 30, ShortNamesTest::width);
    assertTrue(
        width(shortest) <= 30 && shortest.startsWith("3 → ") && shortest.endsWith(" +2"), shortest);
  }

  @Test
  void whatFitsIsWhole() {
    assertEquals("Great Crested Flycatcher", fit(BIRDS, "Great Crested Flycatcher", 24));
    assertEquals(
        "Great Crested Flycatcher",
        ShortNames.of(BIRDS).fit("Great Crested Flycatcher", 2, 13, ShortNamesTest::width));
  }

  @Test
  void aSingleWordKeepsTheLettersThatTellItApart() {
    assertEquals("Bobo…", fit(BIRDS, "Bobolink", 5));
    assertEquals("Bobo…", fit(BIRDS, "Bobolink", 3), "too narrow for any form: the narrowest");
  }

  @Test
  void namesThatWouldReadAlikeAreToldApart() {
    everySubset(CARS, 100);
    everySubset(BIRDS, 100);
    everySubset(
        List.of("X. Yard", "Xenon Y.", "Xenon Yard", "… Yard", "a", "a b", "b a", "", "1", "12"),
        100);
  }

  @Test
  void namesOfPublishedDataSetsAreToldApart() {
    everySubset(real("cub_200_2011"), 4);
    everySubset(real("cars196"), 4);
    everySubset(IntStream.range(1, 100).mapToObj(i -> "id_%08d".formatted(i * 7)).toList(), 5);
  }

  /** Any names of a set, any width, one line or two. */
  private static void everySubset(List<String> all, int times) {
    Random random = new Random(5);
    for (int time = 0; time < times; time++) {
      List<String> some = new ArrayList<>(all);
      Collections.shuffle(some, random);
      some = some.subList(0, 1 + random.nextInt(all.size()));
      int lines = 1 + random.nextInt(2);
      double room = 2 + random.nextDouble() * 30;
      check(some, lines, room);
    }
  }

  private static void check(List<String> some, int lines, double room) {
    ShortNames names = ShortNames.of(some);
    Map<String, String> written = new HashMap<>();
    for (String name : some) {
      String form = names.fit(name, lines, room, ShortNamesTest::width);
      String other = written.put(form, name);
      assertTrue(other == null, () -> form + " is written for " + name + " and for " + other);
      keepsNumbers(form, name);
      String narrowest = names.fit(name, 1, 0, ShortNamesTest::width);
      assertTrue(
          width(form) <= lines * room + (lines - 1) * width(" ") || width(narrowest) > room,
          () -> form + " for " + name + " is too wide for " + room + ", not so " + narrowest);
    }
  }

  /** Every word with a digit in the form is one of the name's, whole. */
  private static void keepsNumbers(String form, String name) {
    List<String> numbers = Arrays.asList(name.split("\\D+"));
    for (String number : form.split("\\D+", -1)) {
      assertTrue(
          number.isEmpty() || numbers.contains(number), () -> form + " cuts a number of " + name);
    }
  }
}
