package eifexplorer.experiment.mislabel;

import eifexplorer.experiment.Parameter;
import eifexplorer.experiment.ParameterValues;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to make labels wrong, and what is trained on them.
 *
 * @param noise id of the noise model, or {@link #GIVEN}
 * @param rate share of the labels that are wrong
 * @param loss name of the loss a head is trained with
 * @param seed of noise and training
 */
record Scenario(String noise, double rate, String loss, int seed) {
  /** The labels that the data set itself has wrong, with their true ones. */
  static final String GIVEN = "given";

  /** Without the seed: what is averaged over seeds. */
  record Setting(String noise, double rate, String loss) {
    Scenario with(int seed) {
      return new Scenario(noise, rate, loss, seed);
    }

    /** Name in files: the rate of the labels given follows from them. */
    String id() {
      return noise.equals(GIVEN) ? GIVEN : noise + "/" + Parameter.text(rate);
    }

    /** For people. */
    String title() {
      return MislabelWords.noise(noise)
          + ", "
          + Parameter.text(Math.round(1000 * rate) / 10.0)
          + " % wrong, "
          + MislabelWords.loss(loss);
    }
  }

  /**
   * All settings asked for.
   *
   * @param given share of the labels that the data set has wrong, the one rate of {@link #GIVEN}
   */
  static List<Setting> settings(ParameterValues values, double given) {
    List<Setting> settings = new ArrayList<>();
    for (String noise : values.names("noise")) {
      for (double rate : noise.equals(GIVEN) ? List.of(given) : values.numbers("rates")) {
        values.names("losses").forEach(loss -> settings.add(new Setting(noise, rate, loss)));
      }
    }
    return settings;
  }

  /** Name of the unit about a detector, or about another thing. */
  String key(String about) {
    return noise + "/" + Parameter.text(rate) + "/" + loss + "/" + seed + "/" + about;
  }
}
