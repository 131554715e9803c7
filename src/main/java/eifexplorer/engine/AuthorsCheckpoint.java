package eifexplorer.engine;

import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A model as people save it: a known network wherever it is in the file, and the last linear layer, if there is one. The
 * authors call the network {@code module.0.base.*} and the layer {@code module.1.*}; this program {@code backbone.*} and
 * {@code head.*}; others are told by the words in their names and their shapes.
 *
 * @param architecture what the names and shapes say the network is
 * @param backbone its weights under torchvision's names, complete and in order
 * @param head the last linear layer, if the file has one
 * @param byAuthors whether the names are the authors' or this program's, so that features are as they make them
 * @param notes what was taken and left out, sentences
 */
public record AuthorsCheckpoint(
    Architecture architecture,
    StateDict backbone,
    Optional<Head> head,
    boolean byAuthors,
    List<String> notes) {
  private static final String BACKBONE_PREFIX = "module.0.base.";
  private static final String HEAD_PREFIX = "module.1.";
  private static final String OWN_PREFIX = "backbone.";

  /** Takes no null. */
  public AuthorsCheckpoint {
    Objects.requireNonNull(architecture);
    Objects.requireNonNull(backbone);
    Objects.requireNonNull(head);
    notes = List.copyOf(notes);
  }

  /**
   * The last linear layer.
   *
   * @param weight W [E,F]
   * @param bias b [E]; zeros if the layer has none
   */
  public record Head(WeightTensor weight, WeightTensor bias) {}

  /**
   * Splits a file's weights.
   *
   * @param source the file, shown in messages
   * @throws ProblemException if no known network is in it, or its names or shapes do not fit, which are listed
   */
  public static AuthorsCheckpoint of(StateDict all, String source) {
    FoundNetwork found = FoundNetwork.in(all, source);
    String prefix = found.prefix();
    boolean authors = prefix.endsWith("0.base.");
    boolean own = prefix.equals(OWN_PREFIX) && all.contains("proxies");
    List<String> notes = new ArrayList<>(found.notes());
    requireNumbers(found.weights(), source);
    int features = found.architecture().featureSize();
    Optional<Head> head =
        authors ? authorsHead(all, prefix, features, source) : head(found, features, notes);
    noteOthers(found.further(), head, all, notes);
    return new AuthorsCheckpoint(
        found.architecture(), found.weights(), head, authors || own, notes);
  }

  private static void noteOthers(
      List<String> further, Optional<Head> head, StateDict all, List<String> notes) {
    List<String> others = new ArrayList<>(further);
    others.removeIf(name -> name.endsWith("proxies"));
    head.ifPresent(
        used -> {
          noteNorm(others, used, all, notes);
          new HeadSearch(all, "").proxiesName(used.bias().size(), true).ifPresent(others::remove);
          others.removeIf(
              name ->
                  all.get(name).size() == used.weight().size()
                      || all.get(name).size() == used.bias().size());
        });
    if (!others.isEmpty()) {
      notes.add("Left out: " + BackboneWeights.some(others) + ".");
    }
  }

  /** Normalisation of features or embeddings is no part of the one linear layer that is known here. */
  private static void noteNorm(List<String> others, Head head, StateDict all, List<String> notes) {
    int embedding = head.bias().size();
    int features = head.weight().shape()[1];
    others.stream()
        .filter(name -> name.endsWith("running_mean"))
        .filter(name -> all.get(name).hasShape(features) || all.get(name).hasShape(embedding))
        .findFirst()
        .ifPresent(
            name ->
                notes.add(
                    "Batch normalisation beside the last layer (\""
                        + name.substring(0, name.lastIndexOf('.'))
                        + "\") is not known here, so that the embeddings differ from the ones it"
                        + " was trained with."));
  }

  /** Layers can swallow what is no number, so that features would look sound. */
  private static void requireNumbers(StateDict weights, String source) {
    for (String name : weights.names()) {
      if (!weights.get(name).isFinite()) {
        throw new ProblemException(
            "The weights have values that are NaN or infinite: " + name,
            source,
            "The training has diverged: choose an earlier checkpoint.");
      }
      if (name.endsWith("running_var") && hasNegative(weights.get(name).floats())) {
        throw new ProblemException(
            "A variance in the weights is negative: " + name,
            source,
            "The file may be damaged: save or download it again.");
      }
    }
  }

  private static boolean hasNegative(float[] values) {
    for (float value : values) {
      if (value < 0) {
        return true;
      }
    }
    return false;
  }

  /** The linear layer of a file that holds no network, or of one that has it besides; of {@code features} if that is not 0. */
  public static Optional<Head> headOf(StateDict all, int features) {
    return new HeadSearch(all, "").head(features, false).map(HeadSearch.Found::head);
  }

  /** The head beside the network taken, else one that is elsewhere in the file. */
  private static Optional<Head> head(FoundNetwork network, int features, List<String> notes) {
    HeadSearch search = new HeadSearch(network.ownRest(), network.prefix());
    Optional<HeadSearch.Found> own = search.head(features, true);
    if (own.isPresent()) {
      return head(search, own.get(), notes);
    }
    HeadSearch wider = new HeadSearch(network.rest(), network.prefix());
    return wider.head(features, true).flatMap(found -> head(wider, found, notes));
  }

  private static Optional<Head> head(
      HeadSearch search, HeadSearch.Found layer, List<String> notes) {
    List<String> further = search.furtherLayers(layer);
    if (!further.isEmpty()) {
      notes.add(
          "The head is more than one linear layer and is left out: "
              + BackboneWeights.some(further)
              + ".");
      return Optional.empty();
    }
    notes.add(
        String.format(
            Locale.ROOT,
            "The last linear layer is \"%s\"%s.",
            layer.name() + "weight",
            layer.hasBias() ? "" : ", which has no bias"));
    if (layer.name().endsWith("model.embedding.")) {
      notes.add(
          "Proxy-Anchor's code, whose names these are, adds mean and largest value of each channel;"
              + " that pooling is not known here, so that the features may differ from the ones it"
              + " was trained with.");
    }
    return Optional.of(layer.head());
  }

  /**
   * The proxies [P,E] of a model's own file.
   *
   * @param embedding E; 0 if it is not known
   * @return nothing if no matrix of that size is called like proxies
   */
  public static Optional<WeightTensor> proxiesAmong(StateDict all, int embedding) {
    return new HeadSearch(all, "").proxies(embedding, true);
  }

  /**
   * The proxies [P,E] of a file of their own, such as the authors' {@code proxy.pth}; [E,P] is turned.
   *
   * @param embedding E; 0 if it is not known
   * @param source the file, shown in messages
   * @throws ProblemException if it holds no matrix of that size
   */
  public static WeightTensor proxies(StateDict all, int embedding, String source) {
    HeadSearch search = new HeadSearch(all, "");
    return search
        .proxies(embedding, true)
        .or(() -> search.proxies(embedding, false))
        .orElseThrow(
            () ->
                new ProblemException(
                    "The file has no matrix of proxies"
                        + (embedding == 0 ? "" : " of " + embedding + " dimensions"),
                    source,
                    "Choose proxy.pth, or a file whose matrix \"proxies\" has a row a class."));
  }

  /** The same weights under the authors' names. */
  public StateDict toStateDict() {
    Map<String, WeightTensor> last = new LinkedHashMap<>();
    head.ifPresent(
        h -> {
          last.put(HEAD_PREFIX + "weight", h.weight());
          last.put(HEAD_PREFIX + "bias", h.bias());
        });
    return backbone.prefixed(BACKBONE_PREFIX).plus(StateDict.of(last));
  }

  /** The layer beside {@code 0.base.}; its shape must fit the features. */
  private static Optional<Head> authorsHead(
      StateDict all, String prefix, int features, String source) {
    String name = prefix.substring(0, prefix.length() - "0.base.".length()) + "1.";
    Optional<WeightTensor> weight = all.find(name + "weight");
    Optional<WeightTensor> bias = all.find(name + "bias");
    if (weight.isEmpty() && bias.isEmpty()) {
      return Optional.empty();
    }
    int embedding = weight.filter(w -> w.rank() == 2).map(w -> w.shape()[0]).orElse(0);
    WeightTensor shift = bias.orElse(WeightTensor.of(new float[embedding], embedding));
    if (weight.isEmpty()
        || embedding == 0
        || !shift.hasShape(embedding)
        || !weight.get().hasShape(embedding, features)) {
      throw new ProblemException(
          "The last layer's weight "
              + weight.map(w -> Arrays.toString(w.shape())).orElse("(missing)")
              + " and bias "
              + bias.map(b -> Arrays.toString(b.shape())).orElse("(missing)")
              + " do not fit "
              + features
              + " features",
          source,
          "Choose another file.");
    }
    return Optional.of(new Head(weight.get(), shift));
  }
}
