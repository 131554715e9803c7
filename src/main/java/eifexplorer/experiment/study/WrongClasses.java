package eifexplorer.experiment.study;

import eifexplorer.confusion.ClassSummary;
import eifexplorer.confusion.ConfusionFinder;
import eifexplorer.confusion.ConfusionTable;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.experiment.HeatMap;
import eifexplorer.experiment.MeanEstimate;
import eifexplorer.experiment.Parameter;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.ResultTable.Row;
import eifexplorer.experiment.Target;
import eifexplorer.job.JobContext;
import eifexplorer.training.FrozenHeadPlan;
import eifexplorer.training.HeadTrainer;
import eifexplorer.training.TrainedHead;
import eifexplorer.training.TrainingObserver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The paper's introduction: the classes a model gets wrong are much the same whatever the seed. */
public final class WrongClasses implements Experiment {
  /** Share of each test class's images whose nearest neighbour has another class. */
  private record WrongShares(Map<Integer, Double> byLabel) {}

  /** A test class with its share of wrong images by seed. */
  private record WrongClass(int label, List<Double> shares) {
    MeanEstimate mean() {
      return MeanEstimate.of(shares.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  @Override
  public String id() {
    return "wrong-classes";
  }

  @Override
  public String title() {
    return "Most wrong classes";
  }

  @Override
  public String question() {
    return "Are the test classes that are confused most the same whatever the seed of the"
        + " training?";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.whole(
            "classes",
            "Classes",
            "The so many most wrong ones are shown (paper: 10).",
            10,
            1,
            1000),
        Parameter.seeds(
            "A head is trained with each on the model's features, comma-separated.", "0,1,2,3,4"));
  }

  @Override
  public Findings run(
      ExperimentInputs inputs,
      ParameterValues values,
      FinishedUnits units,
      ExperimentObserver observer,
      JobContext context) {
    List<Integer> seeds = values.wholes("seeds");
    int available = (int) Arrays.stream(inputs.bundle().testLabels()).distinct().count();
    int shown = values.atMost("classes", available, "test classes");
    units.plan(seeds.stream().map(WrongClasses::key).toList());
    List<WrongShares> all = new ArrayList<>();
    for (int seed : seeds) {
      all.add(
          units.findOrRun(
              key(seed),
              WrongShares.class,
              () -> train(inputs, seed, context.withoutProgress()),
              context));
      observer.soFar(findings(inputs, seeds.subList(0, all.size()), all, shown));
    }
    return findings(inputs, seeds, all, shown);
  }

  private static String key(int seed) {
    return "seed/" + seed;
  }

  private static WrongShares train(ExperimentInputs inputs, int seed, JobContext context) {
    int[] labels = inputs.bundle().trainLabels();
    FeatureMatrix features = inputs.bundle().trainFeatures();
    TrainedHead trained =
        new HeadTrainer(inputs.math())
            .train(
                features,
                labels,
                FrozenHeadPlan.fitting(inputs.loss(), labels, features.columns(), seed),
                TrainingObserver.NONE,
                context);
    FeatureMatrix embeddings =
        Embeddings.of(inputs.bundle().testFeatures(), trained.head(), inputs.math(), context);
    ConfusionTable table =
        new ConfusionTable(
            new ConfusionFinder(inputs.math())
                .find(embeddings, inputs.bundle().testLabels(), context));
    Map<Integer, Double> shares = new HashMap<>();
    for (ClassSummary summary : table.classes()) {
      shares.put(summary.label(), summary.wrongShare());
    }
    return new WrongShares(shares);
  }

  private static Findings findings(
      ExperimentInputs inputs, List<Integer> seeds, List<WrongShares> all, int shown) {
    List<WrongClass> classes =
        all.get(0).byLabel().keySet().stream()
            .map(
                label ->
                    new WrongClass(
                        label, all.stream().map(shares -> shares.byLabel().get(label)).toList()))
            .sorted(
                Comparator.comparingDouble((WrongClass of) -> of.mean().mean())
                    .reversed()
                    .thenComparingInt(WrongClass::label))
            .toList();
    List<WrongClass> most = classes.subList(0, Math.min(shown, classes.size()));
    List<Target> targets =
        most.stream().map(of -> new Target(Target.Kind.TEST_CLASS, List.of(of.label()))).toList();
    HeatMap map =
        new HeatMap(
            "wrong-classes",
            "Share of wrong images by seed",
            "Class",
            "Seed",
            most.stream().map(of -> inputs.className(of.label())).toList(),
            seeds.stream().map(String::valueOf).toList(),
            most.stream().map(WrongClass::shares).toList(),
            targets);
    List<Row> rows = new ArrayList<>();
    for (WrongClass of : classes) {
      MeanEstimate mean = of.mean();
      rows.add(
          Row.opening(
              new Target(Target.Kind.TEST_CLASS, List.of(of.label())),
              inputs.className(of.label()),
              mean.mean(),
              mean.count() < 2 ? null : Double.valueOf(mean.deviation()),
              amongMost(of, classes, shown)));
    }
    return new Findings(
        List.of(
            "Always among the "
                + most.size()
                + " most wrong: "
                + classes.stream()
                    .filter(of -> amongMost(of, classes, shown) == seeds.size())
                    .map(of -> inputs.className(of.label()))
                    .collect(Collectors.joining(", "))
                + "."),
        List.of(
            new ResultTable(
                "classes",
                "Test classes, most wrong first",
                1,
                List.of(
                    Column.text("class", "Class"),
                    Column.number("wrong_share", "mean share wrong", 3),
                    Column.number("wrong_share_sd", ResultTable.SPREAD, 3),
                    Column.whole("among_most", "seeds among the most wrong")),
                rows)),
        List.of(),
        List.of(map),
        List.of());
  }

  /** With how many seeds fewer than {@code shown} classes are more wrong. */
  private static int amongMost(WrongClass of, List<WrongClass> classes, int shown) {
    int count = 0;
    for (int seed = 0; seed < of.shares().size(); seed++) {
      int column = seed;
      double own = of.shares().get(seed);
      long more = classes.stream().filter(other -> other.shares().get(column) > own).count();
      count += more < shown ? 1 : 0;
    }
    return count;
  }
}
