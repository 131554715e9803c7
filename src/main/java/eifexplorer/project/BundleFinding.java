package eifexplorer.project;

import eifexplorer.dataset.format.ImageLocator;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import eifexplorer.embedding.bundle.DividedBundle;
import eifexplorer.embedding.bundle.GivenBundle;
import eifexplorer.model.BundleOptions;
import eifexplorer.model.BundleOptions.HeadForm;
import eifexplorer.model.BundleOptions.ProxyForm;
import eifexplorer.project.OpenFinding.Kind;
import eifexplorer.project.OpenFinding.Line;
import eifexplorer.project.OpenFinding.Sort;
import eifexplorer.training.LossSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is said of an embedding bundle before it is opened. */
final class BundleFinding {
  private final GivenBundle given;
  private final BundleOptions options;
  private final DividedBundle divided;
  private final List<Line> lines = new ArrayList<>();

  /** Throws {@link eifexplorer.problem.ProblemException} if it can't be divided as the options say. */
  BundleFinding(GivenBundle given, BundleOptions options) {
    this.given = given;
    this.options = options;
    this.divided = DividedBundle.of(given, options.division());
  }

  OpenFinding finding() {
    found(String.format(Locale.ROOT, "%,d features", given.featureSize()));
    found(
        String.format(
            Locale.ROOT,
            "%,d training samples of %,d classes, %,d test samples of %,d",
            divided.train().labels().length,
            divided.trainClasses(),
            divided.test().labels().length,
            classes(divided.test().labels())));
    if (!given.isDivided()) {
      missing("Not divided: " + divided.how());
    }
    head();
    proxies();
    images();
    if (divided.leftOut() > 0) {
      missing(
          String.format(
              Locale.ROOT, "%,d samples are neither trained on nor tested", divided.leftOut()));
    }
    if (!given.leftOut().isEmpty()) {
      missing("Not used: " + String.join(", ", given.leftOut()));
    }
    return new OpenFinding(Kind.BUNDLE, "Embeddings, " + given.format(), lines);
  }

  private static long classes(int[] labels) {
    return Arrays.stream(labels).distinct().count();
  }

  private void head() {
    if (options.head() == HeadForm.TRAINED) {
      missing("A head is trained on the features, with its proxies");
    } else if (given.head().isPresent()) {
      EmbeddingHead head = given.head().get();
      found(String.format(Locale.ROOT, "Head %,d → %,d", head.featureSize(), head.embeddingSize()));
    } else {
      missing(
          "No head: the features are the embeddings"
              + (options.normalise() ? ", scaled to length 1" : "")
              + (options.centre() ? ", centred" : ""));
    }
  }

  private void proxies() {
    if (options.head() == HeadForm.TRAINED) {
      return;
    }
    if (given.proxies().isPresent()) {
      Proxies own = given.proxies().get();
      found(
          String.format(Locale.ROOT, "%,d proxies for %,d classes", own.count(), own.classCount()));
      return;
    }
    String loss = options.loss().orElse(LossSpec.PROXY_NCA).title();
    missing(
        options.proxies() == ProxyForm.FITTED
            ? "No proxies: they will be fitted by " + loss
            : "No proxies: class centroids stand for them");
  }

  private void images() {
    List<String> paths =
        Stream.concat(divided.train().paths().stream(), divided.test().paths().stream()).toList();
    if (!given.hasPaths()) {
      missing("No paths of images: samples show index and class");
    } else if (options.images().isEmpty()) {
      missing("Images are not located: choose their folder, now or later. " + paths.get(0));
    } else {
      Path folder = options.images().get();
      int there = new ImageLocator(folder, options.followLinks()).locate(paths).size();
      String text =
          String.format(Locale.ROOT, "%,d of %,d images found in the folder", there, paths.size());
      lines.add(new Line(there == 0 ? Sort.MISSING : Sort.FOUND, text));
    }
  }

  private void found(String text) {
    lines.add(new Line(Sort.FOUND, text));
  }

  private void missing(String text) {
    lines.add(new Line(Sort.MISSING, text));
  }
}
