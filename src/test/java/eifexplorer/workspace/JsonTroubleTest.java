package eifexplorer.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTroubleTest {
  private enum Kind {
    ONE,
    TWO
  }

  private record Inner(List<Integer> numbers, double share) {
    Inner {
      if (share < 0) {
        throw new IllegalArgumentException("share is below 0");
      }
    }
  }

  private record Outer(String name, Inner inner, Instant time, Kind kind, boolean flag) {}

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "{\"name\": {}} | the field name is no text",
        "{\"inner\": {\"numbers\": [1, \"x\"]}} | the field inner.numbers[1] is no number as is"
            + " wanted here",
        "{\"inner\": {\"numbers\": 3}} | the field inner.numbers is no list in brackets",
        "{\"inner\": {\"share\": -1}} | the field inner can't be (share is below 0)",
        "{\"inner\": {\"share\": -1}, | the field inner can't be (share is below 0)",
        "{\"inner\": []} | the field inner is no object in braces",
        "{\"inner\": {\"share\": null}} | the field inner.share is missing",
        "{\"time\": \"2026-13-45\"} | the field time is no time such as 2026-01-31T12:00:00Z",
        "{\"kind\": \"THREE\"} | the field kind is none of ONE, TWO",
        "{\"flag\": 7.5} | the field flag is neither true nor false",
        "[] | it is no object in braces",
        "{\"inner\": {\"numbers\": [1e999]}} | a number is out of range",
        "{\"x\": [1} | Unexpected close marker '}': expected ']'",
        "{\"name\": tru | Unrecognized token 'tru': was expecting (JSON String, Number, Array,"
            + " Object or token 'null', 'true' or 'false')",
        "{\"name\": \"a | it ends too early",
        "{\"name\": 'a'} | Unexpected character ('''): expected a valid value (JSON String, Number,"
            + " Array, Object or token 'null', 'true' or 'false')",
      })
  void itIsSaidWithoutNamesOfClasses(String json, String reason) {
    ProblemException problem =
        assertThrows(ProblemException.class, () -> Json.parse(json, Outer.class, "a.json"));
    assertEquals(
        "The JSON is not understood (" + reason + "): a.json, line 1.", problem.getMessage());
  }

  @Test
  void aLineOfManyIsNamedOnce(@TempDir Path folder) {
    JsonLines lines = new JsonLines(folder.resolve("a.jsonl"));
    lines.appendAll(List.of(new Inner(List.of(1), 0), "a text", new Inner(List.of(2), 0)));
    assertEquals(
        folder.resolve("a.jsonl") + ", line 2",
        assertThrows(ProblemException.class, () -> lines.read(Inner.class)).where());
  }
}
