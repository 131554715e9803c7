package eifexplorer.dataset;

import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Label noise to inject: which training images get a wrong label, and which one.
 *
 * <p>The images are those the reference picks: {@code numpy.random.seed(seed); numpy.random.choice(N, int(fraction * N),
 * replace=False)}. Test images stay clean.
 *
 * @param model how a wrong label is chosen
 * @param fraction share of training images in 0..1, rounded down to whole images
 * @param seed of the choice, 0..2^31-1
 */
public record NoiseSpec(LabelNoise model, double fraction, long seed) {
  /** Throws {@link ProblemException} for a fraction outside 0..1. */
  public NoiseSpec {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw ProblemException.badValue("The share of wrong labels", fraction, "0 to 1");
    }
  }

  /** The noise of the reference's experiments: one label in ten, by {@link LabelNoise#shift5}. */
  public static NoiseSpec reference(long seed) {
    return new NoiseSpec(LabelNoise.shift5(), .1, seed);
  }

  /**
   * A copy of the data set with wrong labels and the truth kept in {@link ImageDataset#noise}.
   *
   * @throws ProblemException with fewer than two training classes, or if noise was injected before
   */
  ImageDataset inject(ImageDataset clean) {
    if (clean.trainClassCount() < 2 || clean.noise().isPresent()) {
      throw new ProblemException(
          "No label noise can be injected",
          clean.name(),
          clean.noise().isPresent()
              ? "The data set already has labels that are known to be wrong."
              : "At least two training classes are needed.");
    }
    NumpyRandom random = new NumpyRandom(seed);
    int count = clean.train().size();
    List<Sample> train = new ArrayList<>(clean.train());
    Map<Integer, Integer> truth = new HashMap<>();
    for (int index : random.choiceWithoutReplacement(count, (int) (fraction * count))) {
      Sample sample = train.get(index);
      int wrong = model.wrongLabel(sample.label(), clean.trainClassCount(), random);
      train.set(index, new Sample(sample.path(), wrong, sample.split()));
      truth.put(index, sample.label());
    }
    InjectedNoise noise = new InjectedNoise(model.id(), fraction, seed, truth);
    return clean.with(
        noisy -> noisy.train(train).noise(Optional.of(noise)).corrections(LabelCorrections.NONE));
  }
}
