package eifexplorer.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassLabelTest {
  @ParameterizedTest
  @CsvSource({
    "001.Black_footed_Albatross, Black footed Albatross",
    "BMW M3 Coupe 2012, BMW M3 Coupe 2012",
    "'line\nbreak', 'line\\u000abreak'",
    "'\u001b[31mred', '\\u001b[31mred'",
    "'\u202egnp.live', '\\u202egnp.live'",
    "<b>bold, <b>bold",
  })
  void peopleReadWhatIsInAName(String name, String shown) {
    assertEquals(shown, new ClassLabel(0, 1, name).displayName());
  }

  @Test
  void soDoTheyInTheNameOfAFile() {
    assertEquals(
        "im\\u001b[1m\\u000a.jpg", new Sample("a/im\u001b[1m\n.jpg", 0, Split.TRAIN).fileName());
  }
}
