package eifexplorer.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredFieldsTest {
  record Point(int x, String name) {}

  record Strict(String name) {
    Strict {
      Objects.requireNonNull(name);
    }
  }

  record Whole(
      Point point,
      List<Point> list,
      Map<String, Point> map,
      Optional<Point> maybe,
      @Nullable String note,
      List<Strict> strict) {
    Whole {
      list = list == null ? List.of() : List.copyOf(list);
      map = map == null ? Map.of() : map;
      maybe = maybe == null ? Optional.empty() : maybe;
      strict = strict == null ? List.of() : strict;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | point | ''",
        "{'point': {'x': 1}} | point.name | ''",
        "{'point': {'x': 1, 'name': null}} | point.name | ''",
        "{'point': {'x': 1, 'name': 'a'}, 'list': [{'x': 1, 'name': 'b'}, {'x': 2}]} | list[1].name"
            + " | ''",
        "{'point': {'x': 1, 'name': 'a'}, 'map': {'k': {'x': 2}}} | map.k.name | ''",
        "{'point': {'x': 1, 'name': 'a'}, 'maybe': {'x': 2}} | maybe.name | ''",
        "{'point': {'x': 1, 'name': 'a'}, 'strict': [{'name': 'a'}, {}]} | strict[1].name | ', line"
            + " 1'",
        "{'point': {'x': 1, 'name': 'a'}, 'strict': [{'name': 'a'}, null]} | strict[1] | ''"
      })
  void whatIsMissingIsNamed(String json, String field, String line) {
    assertEquals(
        "The field " + field + " is missing: a.json" + line + ".",
        assertThrows(
                ProblemException.class,
                () -> Json.parse(json.replace('\'', '"'), Whole.class, "a.json"))
            .getMessage());
  }

  @Test
  void whatMayBeMissingMayBe() {
    Whole whole = Json.parse("{\"point\": {\"x\": 1, \"name\": \"a\"}}", Whole.class, "a.json");

    assertEquals(
        new Whole(new Point(1, "a"), List.of(), Map.of(), Optional.empty(), null, List.of()),
        whole);
  }
}
