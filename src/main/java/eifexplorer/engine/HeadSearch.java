package eifexplorer.engine;

import eifexplorer.engine.AuthorsCheckpoint.Head;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the last linear layer and for proxies among weights, by what people call them and by their shapes.
 *
 * @param weights all weights but those of the network
 * @param prefix what the names of the network's weights begin with
 */
record HeadSearch(StateDict weights, String prefix) {
  /** Words of the last linear layer's name; the first are surer than the last, which classifiers have too. */
  private static final List<String> WORDS =
      List.of(
          "embedding",
          "embedder",
          "embed",
          "emb",
          "projection",
          "projector",
          "proj",
          "neck",
          "bottleneck",
          "last_linear",
          "head",
          "heads",
          "linear",
          "fc",
          "classifier");

  /** Words of what belongs to a loss, which has matrices as well. */
  private static final List<String> LOSS_WORDS =
      List.of("criterion", "loss", "loss_func", "loss_fn", "proxy", "proxies", "arcface", "margin");

  /** Names of proxies, wherever they are. */
  private static final List<String> PROXIES =
      List.of("proxies", "proxy", "W", "centers", "centroids", "prototypes");

  private static final String WEIGHT = "weight";

  /** A linear layer: its name with the dot behind it, or nothing for a layer saved alone. */
  record Found(String name, Head head, boolean hasBias) {}

  /**
   * The last linear layer.
   *
   * @param features F; 0 if it is not known
   * @param named whether it must be called like one; otherwise any matrix of that size will do
   */
  Optional<Found> head(int features, boolean named) {
    return weights.names().stream()
        .filter(name -> name.equals(WEIGHT) || name.endsWith("." + WEIGHT))
        .map(name -> name.substring(0, name.length() - WEIGHT.length()))
        .filter(name -> isLinear(name, features) && noLoss(name))
        .filter(name -> !named || rank(name) < WORDS.size() + 1)
        .min(Comparator.comparingInt(this::rank).thenComparing(Comparator.comparingInt(this::far)))
        .map(this::found);
  }

  private boolean isLinear(String name, int features) {
    WeightTensor weight = flat(weights.get(name + WEIGHT));
    return weight.isFloat()
        && weight.rank() == 2
        && weight.size() > 0
        && (features == 0 || weight.shape()[1] == features);
  }

  /** A convolution of 1 × 1 is a linear layer. */
  private static WeightTensor flat(WeightTensor weight) {
    int[] shape = weight.shape();
    boolean pointwise = shape.length == 4 && shape[2] == 1 && shape[3] == 1;
    return pointwise ? weight.withoutOnes(shape[0], shape[1]) : weight;
  }

  private static boolean noLoss(String name) {
    return Arrays.stream(name.split("\\.")).noneMatch(LOSS_WORDS::contains);
  }

  /** 0 for the layer that follows the network in a sequence, then by the words. */
  private int rank(String name) {
    if (name.equals(following())) {
      return 0;
    }
    int best = WORDS.size() + 1;
    for (String part : name.split("\\.", -1)) {
      int place = WORDS.indexOf(part);
      best = place < 0 ? best : Math.min(best, place + 1);
    }
    return best;
  }

  /** {@code module.1.} for a network below {@code module.0.}; empty if it is in no such sequence. */
  private String following() {
    int at = ("." + prefix).indexOf(".0.");
    return at < 0 ? "-" : prefix.substring(0, at) + "1.";
  }

  /** How little of its name a layer shares with the network. */
  private int far(String name) {
    int same = 0;
    while (same < Math.min(name.length(), prefix.length())
        && name.charAt(same) == prefix.charAt(same)) {
      same++;
    }
    return name.length() - same;
  }

  private Found found(String name) {
    WeightTensor weight = flat(weights.get(name + WEIGHT));
    int embedding = weight.shape()[0];
    Optional<WeightTensor> bias =
        weights
            .find(name + "bias")
            .map(b -> b.withoutOnes(embedding))
            .filter(b -> b.isFloat() && b.hasShape(embedding));
    Head head =
        new Head(
            weight, bias.orElseGet(() -> WeightTensor.owning(new float[embedding], embedding)));
    return new Found(name, head, bias.isPresent());
  }

  /** Names of what else a head is made of, such as {@code head.2.weight}; empty if it is one linear layer alone. */
  List<String> furtherLayers(Found found) {
    String own = found.name();
    return own.equals(following())
        ? weights.names().stream().filter(this::isLaterInSequence).toList()
        : container(own)
            .map(
                head ->
                    weights.names().stream()
                        .filter(name -> name.startsWith(head) && !name.startsWith(own))
                        .filter(name -> !name.endsWith("num_batches_tracked"))
                        .filter(name -> proxyRank(name) > PROXIES.size())
                        .toList())
            .orElse(List.of());
  }

  /** Whether it is of a layer behind the one that follows the network in their sequence. */
  private boolean isLaterInSequence(String name) {
    String sequence = following().substring(0, following().length() - "1.".length());
    String place = name.startsWith(sequence) ? name.substring(sequence.length()) : "";
    return place.matches("[1-9]\\d*\\..*")
        && !place.startsWith("1.")
        && !place.endsWith("num_batches_tracked");
  }

  /** The module a layer is in that is called like a head, such as {@code embedder.} of {@code embedder.fc1.}, if there is one. */
  private Optional<String> container(String name) {
    int shared = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      shared = prefix.startsWith(name.substring(0, dot + 1)) ? dot + 1 : shared;
    }
    int best = WORDS.size();
    int end = -1;
    for (int from = shared, dot; (dot = name.indexOf('.', from)) >= 0; from = dot + 1) {
      int place = WORDS.indexOf(name.substring(from, dot));
      if (place >= 0 && place < best) {
        best = place;
        end = dot + 1;
      }
    }
    return end < 0 || end == name.length() ? Optional.empty() : Optional.of(name.substring(0, end));
  }

  /**
   * The proxies [P,E]; given as [E,P] they are turned.
   *
   * @param embedding E; 0 if it is not known
   * @param named whether they must be called so; otherwise any matrix of that size will do
   */
  Optional<WeightTensor> proxies(int embedding, boolean named) {
    return proxiesName(embedding, named).map(name -> turned(weights.get(name), embedding));
  }

  /** What {@link #proxies} are called in the file. */
  Optional<String> proxiesName(int embedding, boolean named) {
    return weights.names().stream()
        .filter(name -> isProxies(name, embedding))
        .filter(name -> !named || proxyRank(name) <= PROXIES.size())
        .min(Comparator.comparingInt(HeadSearch::proxyRank));
  }

  private boolean isProxies(String name, int embedding) {
    WeightTensor tensor = weights.get(name);
    return tensor.isFloat()
        && tensor.rank() == 2
        && tensor.size() > 0
        && (embedding == 0 || tensor.shape()[0] == embedding || tensor.shape()[1] == embedding);
  }

  private static int proxyRank(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    int place = PROXIES.indexOf(last);
    return place >= 0 ? place : noLoss(name) ? PROXIES.size() + 1 : PROXIES.size();
  }

  private static WeightTensor turned(WeightTensor given, int embedding) {
    return embedding == 0 || given.shape()[1] == embedding ? given : given.transposed();
  }
}
