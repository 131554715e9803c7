package eifexplorer.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Settings of the estimators; one that does not take a setting says so. */
final class EstimatorOptions {
  @Option(names = "--steps", paramLabel = "N", description = "EIF: gradient steps (default: 50).")
  private @Nullable Integer steps;

  @Option(
      names = "--lr",
      paramLabel = "RATE",
      description = "EIF: length of a step (default: 0.001).")
  private @Nullable Double learningRate;

  @Option(
      names = "--early-stop",
      paramLabel = "D",
      description = "EIF: no further step once the distance changed by this much (default: 1.0).")
  private @Nullable Double earlyStop;

  @Option(
      names = "--thetas",
      paramLabel = "1|2|3",
      description = "EIF: 1: pushed apart; 2: and pulled together; 3: and their mean (default: 1).")
  private @Nullable Integer thetas;

  @Option(
      names = "--combination",
      paramLabel = "product|quotient",
      description =
          "EIF: how the changes of loss and distance become one number (default: product).")
  private @Nullable String combination;

  @Option(
      names = "--damping",
      paramLabel = "D",
      description =
          "if: share forgotten a step (default: 0.01); if-exact: times the curvature along the"
              + " query, instead of --share.")
  private @Nullable Double damping;

  @Option(
      names = "--scale",
      paramLabel = "S",
      description = "if: what Hessians are divided by (default: 500).")
  private @Nullable Double scale;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "if-exact: conjugate gradient steps (default: 60).")
  private @Nullable Integer iterations;

  @Option(
      names = "--share",
      paramLabel = "S",
      description =
          "if-exact: damping as a share of the largest curvature (default: 0.01, for had it been"
              + " trained without; 0.1 for one more epoch).")
  private @Nullable Double share;

  @Option(
      names = "--lambda",
      paramLabel = "L",
      description =
          "trak: ridge as a share of the kernel's mean diagonal (default: 1, for had it been"
              + " trained without; 10 for one more epoch).")
  private @Nullable Double lambda;

  @Option(
      names = "--weights",
      paramLabel = "final|epochs",
      description =
          "trak: the model's final weights, or the mean over the epochs kept of its run (default:"
              + " final).")
  private @Nullable String weights;

  /** Those that were given, by the estimators' names for them. */
  Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "steps", steps);
    put(given, "lr", learningRate);
    put(given, "early-stop", earlyStop);
    put(given, "thetas", thetas);
    put(given, "combination", combination);
    put(given, "damping", damping);
    put(given, "scale", scale);
    put(given, "iterations", iterations);
    put(given, "share", share);
    put(given, "lambda", lambda);
    put(given, "weights", weights);
    return given;
  }

  private static void put(Map<String, String> given, String name, @Nullable Object value) {
    if (value != null) {
      given.put(name, value.toString());
    }
  }
}
