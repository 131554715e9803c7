package eifexplorer.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  @Test
  void digitsCompareByValue() {
    List<String> sorted =
        List.of("", "1", "01", "2", "10", "99999999999999999999", "a", "a1b2", "a1b10", "a2", "b");
    List<String> given =
        List.of("b", "a2", "10", "a1b10", "01", "2", "a", "", "99999999999999999999", "a1b2", "1");
    assertEquals(
        sorted.stream().sorted(new NaturalOrder()).toList(),
        given.stream().sorted(new NaturalOrder()).toList());
  }

  @Test
  void classesComeAsPeopleCount() {
    assertEquals(
        List.of("class2", "class10", "class10b"),
        List.of("class10b", "class10", "class2").stream().sorted(new NaturalOrder()).toList());
  }
}
