package eifexplorer.cli;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.retrain.ReweightRequest;
import eifexplorer.session.ExplorerSession;
import eifexplorer.training.PlanFile;
import eifexplorer.training.SampleWeights;
import eifexplorer.training.TrainingPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which training images count more or less when a model learns on. */
final class ReweightOptions {
  @Option(
      names = "--reweight",
      paramLabel = "HELPFUL.txt,HARMFUL.txt",
      description =
          "Go on from a model of the workspace with these training images re-weighted: two files of"
              + " training indices, from 0, one a line.")
  private @Nullable String files;

  @Option(
      names = "--helpful-weight",
      paramLabel = "W",
      defaultValue = "2",
      description = "Weight of the helpful images, 0 or more (default: ${DEFAULT-VALUE}).")
  private double helpfulWeight;

  @Option(
      names = "--harmful-weight",
      paramLabel = "W",
      defaultValue = "0",
      description =
          "Weight of the harmful images, 0 or more; an image in both files is helpful (default:"
              + " ${DEFAULT-VALUE}).")
  private double harmfulWeight;

  @Option(
      names = "--pair",
      paramLabel = "i,j",
      description =
          "With --reweight: two test indices whose distance is printed before and after; may be"
              + " repeated.")
  private List<String> pairs = new ArrayList<>();

  @Option(
      names = "--model",
      paramLabel = "ID",
      defaultValue = "",
      description = "With --reweight: the model to go on from (default: the current one).")
  private String model;

  boolean given() {
    return files != null;
  }

  String model() {
    return model;
  }

  /** What is to be done to the session's model; {@code config} is null for the usual plan. */
  ReweightRequest request(ExplorerSession session, long seed, @Nullable Path config) {
    String[] names = Objects.requireNonNull(files).split(",", -1);
    if (names.length != 2) {
      throw new UsageException(
          "--reweight is " + files + "; allowed: two files, HELPFUL.txt,HARMFUL.txt");
    }
    int count = session.dataset().train().size();
    double[] weights =
        SampleWeights.of(
            count,
            IndexFile.read(Path.of(names[0].strip()), count),
            helpfulWeight,
            IndexFile.read(Path.of(names[1].strip()), count),
            harmfulWeight);
    TrainingPlan plan = config == null ? ReweightRequest.usualPlan(session) : PlanFile.read(config);
    return new ReweightRequest(weights, Map.of(), testPairs(), List.of(seed), plan);
  }

  private List<TestPair> testPairs() {
    return pairs.stream().map(ReweightOptions::testPair).toList();
  }

  private static TestPair testPair(String text) {
    if (!text.matches("\\s*\\d{1,9}\\s*,\\s*\\d{1,9}\\s*")) {
      throw new UsageException("--pair is " + text + "; allowed: two test indices such as 12,407");
    }
    String[] parts = text.split(",", -1);
    return new TestPair(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
  }
}
