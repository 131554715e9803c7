package eifexplorer.testing;

import eifexplorer.confusion.ConfusionFinder;
import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelNoise;
import eifexplorer.dataset.NoiseSpec;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.training.LossSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The reference's small world as what experiments run on. */
public final class SmallInputs {
  private SmallInputs() {}

  /** A data set without images, classes named {@code class 0} and so on. */
  public static ExperimentInputs proxyNca() {
    return of(SmallBundle.proxyNca());
  }

  /** Inputs of a bundle. */
  public static ExperimentInputs of(EmbeddingBundle bundle) {
    int classes =
        1
            + IntStream.concat(
                    Arrays.stream(bundle.trainLabels()), Arrays.stream(bundle.testLabels()))
                .max()
                .orElseThrow();
    ImageDataset dataset =
        new ImageDataset(
            "small",
            Optional.empty(),
            IntStream.range(0, classes)
                .mapToObj(c -> new ClassLabel(c, c + 1, "class " + c))
                .toList(),
            bundle.proxies().classCount(),
            samples("train", bundle.trainLabels(), Split.TRAIN),
            samples("test", bundle.testLabels(), Split.TEST),
            List.of(),
            Optional.empty());
    JavaMatrixMath math = new JavaMatrixMath();
    return new ExperimentInputs(
        dataset,
        bundle,
        LossSpec.PROXY_NCA,
        new ConfusionFinder(math).find(bundle, JobContext.unattended()),
        math,
        InfluenceEstimators.standard(),
        Optional.empty());
  }

  /** The same trained with another loss. */
  public static ExperimentInputs withLoss(LossSpec loss) {
    ExperimentInputs inputs = proxyNca();
    return new ExperimentInputs(
        inputs.dataset(),
        inputs.bundle(),
        loss,
        inputs.confusions(),
        inputs.math(),
        inputs.estimators(),
        inputs.history());
  }

  /** The same with a share of the training labels made wrong, which is known. */
  public static ExperimentInputs withWrongLabels(ExperimentInputs clean, double share) {
    ImageDataset noisy = clean.dataset().withNoise(new NoiseSpec(LabelNoise.uniform(), share, 9));
    return new ExperimentInputs(
        noisy,
        clean.bundle().withTrainLabels(noisy.trainLabels()),
        clean.loss(),
        clean.confusions(),
        clean.math(),
        clean.estimators(),
        clean.history());
  }

  private static List<Sample> samples(String name, int[] labels, Split split) {
    return IntStream.range(0, labels.length)
        .mapToObj(i -> new Sample(name + "/" + i + ".jpg", labels[i], split))
        .toList();
  }
}
