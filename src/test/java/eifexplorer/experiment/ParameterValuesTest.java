package eifexplorer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.experiment.Parameter.Choice;
import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterValuesTest {
  private static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.whole("pairs", "Pairs", "", 100, 1, 1000),
          Parameter.numbers("rates", "Rates", "", "4e-5", 0, 1),
          Parameter.names(
              "estimators",
              "Estimators",
              "",
              "eif",
              List.of(new Choice("eif", "Empirical"), new Choice("if", "Classic"))));

  private static ParameterValues values(String name, String value) {
    return ParameterValues.of(PARAMETERS, Map.of(name, value));
  }

  @Test
  void valuesNotGivenAreStandard() {
    assertEquals(
        Map.of("pairs", "100", "rates", "4e-5", "estimators", "eif"),
        ParameterValues.of(PARAMETERS, Map.of()).asMap());
  }

  @Test
  void equalValuesAreWrittenAlike() {
    assertEquals(values("rates", "0.00004,1").asMap(), values("rates", " 4e-5, 1.0,4E-5").asMap());
    assertEquals(List.of(4e-5, 1.0), values("rates", "4e-5,1").numbers("rates"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pairs|0|pairs is 0. Allowed: whole numbers from 1 to 1000",
        "pairs|1,2|pairs is 1,2. Allowed: whole numbers from 1 to 1000",
        "rates|2|rates is 2. Allowed: 0 to 1, several with commas",
        "rates|fast|rates is fast. Allowed: 0 to 1, several with commas",
        "estimators|eif,hat|estimators is hat. Allowed: eif, if, several with commas",
        "estimators|' '|estimators is empty. Allowed: eif, if, several with commas",
        "seeds|1|parameter is seeds. Allowed: pairs, rates, estimators"
      })
  void wrongValuesAreNamed(String name, String value, String message) {
    ProblemException problem = assertThrows(ProblemException.class, () -> values(name, value));
    assertEquals(message, problem.getMessage().replaceFirst("\\.$", ""));
  }

  @Test
  void theStandardNumberStandsForAsManyAsThereAre() {
    assertEquals(7, values("rates", "1").atMost("pairs", 7, "confused pairs"));
    assertEquals(5, values("pairs", "5").atMost("pairs", 7, "confused pairs"));
    assertThrows(
        ProblemException.class, () -> values("pairs", "8").atMost("pairs", 7, "confused pairs"));
    assertThrows(
        ProblemException.class, () -> values("rates", "1").atMost("pairs", 0, "confused pairs"));
  }

  @Test
  void closedChoicesAreShownInWordsAndKeptByName() {
    Parameter which =
        Parameter.names("estimators", "Estimators", "", "if", List.of(new Choice("if", "Classic")));
    assertEquals("Classic", which.inWords("if"));
    assertEquals("if", which.normalised("if"));
    assertThrows(ProblemException.class, () -> which.normalised("Classic"));
  }
}
