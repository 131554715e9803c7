package eifexplorer.experiment.study;

import java.util.Locale;

/**
 * What the authors' program needs for one query, estimated from its cost a training image: measured on two cores of an AMD
 * EPYC with torch 1.13, ResNet-50, images of 256 × 256 one at a time, 50 steps, one theta, on 200 and 50 training images;
 * linear in their number.
 *
 * @param low seconds a training image, the fastest of the runs
 * @param high the slowest
 */
record ReferenceCost(double low, double high) {
  /** Two passes of the network over the training images; features of the test images not counted. */
  static final ReferenceCost EIF = new ReferenceCost(.121, .132);

  /** Features, inverse Hessian and gradients; the features are computed once for all pairs. */
  static final ReferenceCost IF_FIRST = new ReferenceCost(.130, .149);

  /** Middle of the estimate for so many training images and queries, in seconds. */
  double seconds(int trainingImages, int queries) {
    return (low + high) / 2 * trainingImages * queries;
  }

  /** How the number was had. */
  String how(int trainingImages, int queries) {
    return String.format(
        Locale.ROOT,
        "%d images × %.3f–%.3f s%s, ResNet-50 at 256², 2 cores AMD EPYC, from runs on 200 and 50"
            + " images",
        trainingImages,
        low,
        high,
        queries == 1 ? "" : " × " + queries + " queries");
  }
}
