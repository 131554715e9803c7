package eifexplorer.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdamSettingsTest {

  @ParameterizedTest
  @CsvSource({"-1,0,1,1", "0,-1,1,1", "0,0,0,1", "0,0,1,0", "NaN,0,1,1"})
  void settingsOutOfRangeAreRefused(double backbone, double head, double epsilon, double clip) {
    assertThrows(ProblemException.class, () -> AdamSettings.of(backbone, head, epsilon, clip));
  }
}
