package eifexplorer.experiment.attribution;

import eifexplorer.experiment.Parameter.Choice;
import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** How a part of the training set is drawn, and how a last layer learns from it. */
enum Protocol {
  /** Each image with probability one half, the last layer and proxies trained from the start. */
  HALF("half", "half kept, retrained", .5, 1),
  /** Each with probability .9, trained from the start. */
  NINETY("ninety", "90 % kept, retrained", .9, 1),
  /** From the model as it is one epoch of its weight alone: half the images count twice, the others not at all. */
  EPOCH("epoch", "one epoch on", .5, 2);

  private final String id;
  private final String title;
  private final double share;
  private final double weight;

  Protocol(String id, String title, double share, double weight) {
    this.id = id;
    this.title = title;
    this.share = share;
    this.weight = weight;
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  /** Throws {@link ProblemException} for another name. */
  static Protocol of(String id) {
    return Arrays.stream(values())
        .filter(protocol -> protocol.id.equals(id))
        .findFirst()
        .orElseThrow(() -> ProblemException.badValue("protocol", id, "half, ninety, epoch"));
  }

  /** All of them for a form. */
  static List<Choice> choices() {
    return Arrays.stream(values())
        .map(protocol -> new Choice(protocol.id, protocol.title))
        .toList();
  }

  /** Which of N images are in a subset; the same for the same number of it. */
  boolean[] subset(int number, int n) {
    Random random = new Random(0x5EED0000L + number);
    boolean[] in = new boolean[n];
    for (int i = 0; i < n; i++) {
      in[i] = random.nextDouble() < share;
    }
    return in;
  }

  /** What each image counts [N]. */
  double[] weights(boolean[] subset) {
    double[] weights = new double[subset.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = subset[i] ? weight : 0;
    }
    return weights;
  }
}
