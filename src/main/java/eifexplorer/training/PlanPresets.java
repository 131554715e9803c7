package eifexplorer.training;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The plans of {@code config/}, which come with the program, under the names of the authors' configuration files: {@code
 * SET_LOSS} trains the whole network as the paper does, {@code SET_frozen_LOSS} a head on frozen features, and {@code
 * SET_reweight_LOSS} goes on from a head with samples re-weighted.
 */
public final class PlanPresets {
  private static final String FOLDER = "/eifexplorer/config/";
  private static final List<String> KINDS = List.of("", "_frozen", "_reweight");
  private static final List<String> NAMES =
      Stream.concat(
              Stream.of("demo"),
              Stream.of("cub", "cars", "inshop", "sop")
                  .flatMap(set -> KINDS.stream().map(set::concat))
                  .flatMap(set -> Stream.of(set + "_ProxyNCA_prob_orig", set + "_SoftTriple")))
          .toList();

  private PlanPresets() {}

  /** Names of all, such as {@code cub_ProxyNCA_prob_orig}. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The plan for a data set, a kind of training and a loss; where there is none, the birds' stands in for other data sets
   * and ProxyNCA++'s for other losses.
   *
   * @param kind {@code _}, {@code _frozen_} or {@code _reweight_}
   */
  public static TrainingPlan nearest(String dataset, String kind, String loss) {
    String usual = LossSpec.PROXY_NCA.name();
    return Stream.of(dataset + kind + loss, "cub" + kind + loss, dataset + kind + usual)
        .filter(NAMES::contains)
        .findFirst()
        .map(PlanPresets::plan)
        .orElseGet(() -> plan("cub" + kind + usual));
  }

  /** One plan. Throws {@link ProblemException} if there is none of that name. */
  public static TrainingPlan plan(String name) {
    if (!NAMES.contains(name)) {
      throw ProblemException.badValue("preset", name, String.join(", ", NAMES));
    }
    String resource = FOLDER + name + ".json";
    try (InputStream in = PlanPresets.class.getResourceAsStream(resource)) {
      return PlanFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
