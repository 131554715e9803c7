package eifexplorer.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
  @ParameterizedTest
  @CsvSource({
    "'a\u001b[31mb', 'a\\u001b[31mb'",
    "'a\nb\tc', 'a\\u000ab\\u0009c'",
    "'evil\u202egnp.exe', 'evil\\u202egnp.exe'",
    "'\ufeffpath', '\\ufeffpath'",
    "'a\u0000', 'a\\u0000'",
    "'half \ud800', 'half \\ud800'",
    "'smile 😀 é 日本', 'smile 😀 é 日本'",
    "'joined 👩\u200d🚀', 'joined 👩\u200d🚀'",
  })
  void whatActsIsEscapedAndWhatIsReadStays(String text, String plain) {
    assertEquals(plain, PlainText.of(text));
  }

  @Test
  void linesAndTabsOfATextOfSeveralLinesStay() {
    assertEquals("a\n\n\tb\\u001b\n", PlainText.lines("a\n\n\tb\u001b\n"));
  }

  @ParameterizedTest
  @CsvSource({"a, 20", "😀, 20", "😀, 21", "'\u001b', 50", "ab😀, 33"})
  void aLongTextKeepsItsBeginningAndEnd(String part, int longest) {
    String shortened = PlainText.of("begin" + part.repeat(100_000) + "end", longest);
    assertEquals("begin", shortened.substring(0, 5));
    assertEquals("end", shortened.substring(shortened.length() - 3));
    assertEquals(PlainText.of(shortened), shortened);
    assertEquals(true, shortened.length() <= longest && shortened.length() > longest - 6);
  }

  @Test
  void noMessageHoldsMoreOfAFileThanIsNeeded() {
    ProblemException problem =
        ProblemException.badValue("loss\u001b", "x".repeat(1 << 20), "a, b\u0007");
    assertEquals(
        "loss\\u001b is " + "x".repeat(209) + " … " + "x".repeat(74) + ". Allowed: a, b\\u0007.",
        problem.getMessage());
  }

  @Test
  void linesAndTabsMayStay() {
    assertEquals("a\\u001b\n\tb\\u000d\n", PlainText.lines("a\u001b\n\tb\r\n"));
  }
}
