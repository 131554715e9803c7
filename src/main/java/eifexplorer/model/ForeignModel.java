package eifexplorer.model;

import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.image.Preprocessing;
import eifexplorer.training.LossConstant;
import eifexplorer.training.LossSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A model read from its files; what is missing or does not fit is told by {@link #finding}.
 *
 * @param kind of files, for people
 * @param weights the file the weights are in
 * @param backbone what makes features of images; without weights if the features come in a bundle
 * @param headWeight W [E,F], if there is a head
 * @param headBias b [E]
 * @param proxiesFile where the proxies are from
 * @param proxies [P,E], if there are any
 * @param loss as chosen, guessed or usual
 * @param lossGuessed whether nobody chose it
 * @param epoch epochs trained, if known
 * @param bundle the bundle, if it is one
 * @param preprocessing how images are prepared for the network
 * @param notes what was assumed and left out, sentences
 */
public record ForeignModel(
    String kind,
    Path weights,
    BackboneSource backbone,
    Optional<WeightTensor> headWeight,
    Optional<WeightTensor> headBias,
    Optional<Path> proxiesFile,
    Optional<WeightTensor> proxies,
    LossSpec loss,
    boolean lossGuessed,
    OptionalInt epoch,
    Optional<EmbeddingBundle> bundle,
    Preprocessing preprocessing,
    List<String> notes) {
  private static int axis(Optional<WeightTensor> tensor, int axis) {
    return tensor.map(t -> t.rank() > axis ? t.shape()[axis] : 0).orElse(0);
  }

  /** With further notes before its own. */
  ForeignModel noting(List<String> more) {
    List<String> all = new ArrayList<>(more);
    all.addAll(notes);
    return new ForeignModel(
        kind,
        weights,
        backbone,
        headWeight,
        headBias,
        proxiesFile,
        proxies,
        loss,
        lossGuessed,
        epoch,
        bundle,
        preprocessing,
        all);
  }

  /** F of the back bone; 0 if only running it can tell. */
  int featureSize() {
    return bundle.map(b -> b.head().featureSize()).orElseGet(backbone.spec()::featureSize);
  }

  /** What it is, and why it does not fit a data set of this many training classes. */
  public ModelFinding finding(int classes) {
    return new ModelFinding(
        kind,
        weights,
        proxiesFile,
        backbone.spec().describe(),
        featureSize(),
        axis(headWeight, 0),
        axis(proxies, 0),
        classes,
        lossFor(classes),
        lossGuessed,
        epoch,
        problems(classes),
        notes);
  }

  /** The loss with as many centres a class as there are proxies for. */
  LossSpec lossFor(int classes) {
    int count = axis(proxies, 0);
    boolean several = count > classes && count % classes == 0;
    int centres = count / classes;
    return several && hasCentres() ? loss.with(LossConstant.CENTRES, centres) : loss;
  }

  private boolean hasCentres() {
    return LossSpec.constant(loss, LossConstant.CENTRES).isPresent();
  }

  private List<String> problems(int classes) {
    List<String> problems = new ArrayList<>();
    if (headWeight.isEmpty() || headBias.isEmpty()) {
      problems.add(
          "The last linear layer is missing. Choose the file with its weight and bias, or train a"
              + " last layer on the features of these weights.");
    } else if (featureSize() > 0 && axis(headWeight, 1) != featureSize()) {
      problems.add(
          String.format(
              Locale.ROOT,
              "The last layer takes %d features, the network gives %d.",
              axis(headWeight, 1),
              featureSize()));
    } else if (axis(headBias, 0) != axis(headWeight, 0)) {
      problems.add("The last layer's weight and bias do not fit each other.");
    }
    if (proxies.isPresent()) {
      proxyProblems(classes, problems);
    }
    return problems;
  }

  private void proxyProblems(int classes, List<String> problems) {
    int count = axis(proxies, 0);
    int size = axis(proxies, 1);
    if (headWeight.isPresent() && size != axis(headWeight, 0)) {
      problems.add(
          String.format(
              Locale.ROOT,
              "The proxies have %d dimensions, the embeddings %d.",
              size,
              axis(headWeight, 0)));
    }
    if (count % classes != 0) {
      problems.add(
          count == 1
              ? String.format(
                  Locale.ROOT,
                  "There is 1 proxy, but %d training classes. Choose the model of this data set and"
                      + " split.",
                  classes)
              : String.format(
                  Locale.ROOT,
                  "There are %d proxies, but %d training classes. Choose the model of this data set"
                      + " and split.",
                  count,
                  classes));
    } else if (count != classes && !hasCentres()) {
      problems.add(
          String.format(
              Locale.ROOT,
              "There are %d proxies for %d training classes, more than one a class: that is"
                  + " SoftTriple.",
              count,
              classes));
    }
  }
}
