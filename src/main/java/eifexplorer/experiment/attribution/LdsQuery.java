package eifexplorer.experiment.attribution;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.confusion.ConfusionTable;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.Parameter;
import eifexplorer.experiment.Parameter.Choice;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.experiment.Target;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a distance is asked of.
 *
 * @param query one pair, or the mean over several
 * @param name of the first class and the other, for people
 * @param target what opens when it is chosen
 */
record LdsQuery(InfluenceQuery query, String name, Target target) {
  static final String OF = "of";
  static final String COUNT = "pairs";
  static final String PAIRS = "pairs";
  private static final String CLASS_PAIRS = "class-pairs";
  private static final String GROUPS = "groups";

  /** What can be asked of, and how many of it. */
  static List<Parameter> parameters() {
    return List.of(
        Parameter.count(
            COUNT,
            "How many",
            "So many, evenly spread over all there are.",
            Parameter.ALL,
            1,
            1_000_000),
        Parameter.name(
            OF,
            "Of",
            "Whose distance is predicted: that of a confused pair, the mean over all pairs of two"
                + " classes, or over all of a wrong class with those it is most confused with.",
            PAIRS,
            List.of(
                new Choice(PAIRS, "confused pairs"),
                new Choice(CLASS_PAIRS, "class pairs"),
                new Choice(GROUPS, "groups of a wrong class"))));
  }

  /** All there are of the kind asked for. */
  static List<LdsQuery> all(ExperimentInputs inputs, ParameterValues values) {
    return switch (values.name(OF)) {
      case CLASS_PAIRS -> classPairs(inputs);
      case GROUPS -> groups(inputs);
      default -> inputs.confusions().pairs().stream().map(pair -> of(inputs, pair)).toList();
    };
  }

  /**
   * Those chosen, by their place among all.
   *
   * @throws eifexplorer.problem.ProblemException if there are none or fewer than asked for
   */
  static int[] chosen(int all, ParameterValues values) {
    int count = values.atMost(COUNT, all, "confused pairs");
    return IntStream.range(0, count).map(i -> (int) ((long) i * all / count)).toArray();
  }

  private static LdsQuery of(ExperimentInputs inputs, ConfusionPair pair) {
    return new LdsQuery(
        InfluenceQuery.pair(pair.wrong(), pair.confusedWith()),
        inputs.className(pair.wrongLabel()) + " – " + inputs.className(pair.confusedLabel()),
        Target.pair(pair.wrong(), pair.confusedWith()));
  }

  private static List<LdsQuery> classPairs(ExperimentInputs inputs) {
    Function<ConfusionPair, List<Integer>> classes =
        pair -> List.of(pair.wrongLabel(), pair.confusedLabel());
    Map<String, List<ConfusionPair>> byClasses =
        inputs.confusions().pairs().stream()
            .collect(
                Collectors.groupingBy(
                    pair ->
                        String.format(
                            Locale.ROOT, "%09d-%09d", pair.wrongLabel(), pair.confusedLabel()),
                    TreeMap::new,
                    Collectors.toList()));
    return byClasses.values().stream()
        .map(pairs -> group(inputs, pairs, classes.apply(pairs.get(0))))
        .toList();
  }

  private static List<LdsQuery> groups(ExperimentInputs inputs) {
    return new ConfusionTable(inputs.confusions())
        .wrongClasses(Integer.MAX_VALUE).stream()
            .map(summary -> summary.group())
            .map(
                group -> {
                  List<Integer> labels =
                      IntStream.concat(
                              IntStream.of(group.wrongLabel()),
                              group.confusionLabels().stream().mapToInt(label -> label))
                          .boxed()
                          .toList();
                  return group(inputs, group.pairs(inputs.confusions()), labels);
                })
            .toList();
  }

  private static LdsQuery group(
      ExperimentInputs inputs, List<ConfusionPair> pairs, List<Integer> labels) {
    String name =
        inputs.className(labels.get(0))
            + " – "
            + labels.stream().skip(1).map(inputs::className).collect(Collectors.joining(", "));
    List<TestPair> of =
        pairs.stream().map(pair -> new TestPair(pair.wrong(), pair.confusedWith())).toList();
    return new LdsQuery(new InfluenceQuery(of, name), name, new Target(Target.Kind.GROUP, labels));
  }
}
