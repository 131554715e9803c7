package eifexplorer.engine;

import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which known network an unknown one resembles most, by the names of its weights without their numbers. */
final class NearestNetwork {
  /** Parts from the end of a name that are compared. */
  private static final int PARTS = 3;

  private static final int NAMES_SHOWN = 3;

  /** Share of kinds of names two networks must have in common to be worth a word. */
  private static final double WORTH_SAYING = 0.1;

  private NearestNetwork() {}

  /** The problem that a file's network is not known, naming the nearest that is. */
  static ProblemException unknown(StateDict all, String source) {
    if (all.names().stream().allMatch(name -> name.matches("\\d+|" + StateDict.BARE))) {
      return new ProblemException(
          "The file holds arrays without names, no network's weights",
          source,
          "If they are features or embeddings and their labels, open the file as an embedding"
              + " bundle.");
    }
    if (all.names().stream().allMatch(name -> name.endsWith("proxies"))) {
      return new ProblemException(
          "The file holds proxies alone",
          source,
          "Choose the network's weights, and this file for its proxies.");
    }
    if (all.names().stream().allMatch(name -> name.matches("head\\..*|.*proxies"))) {
      return new ProblemException(
          "The file holds a head alone, as of a model that came as features",
          source,
          "Choose the weights of the network that made the features.");
    }
    String some = BackboneWeights.some(all.names(), NAMES_SHOWN);
    String nearest = nearest(all);
    return new ProblemException(
        "No known network is in the file, whose weights are called " + some,
        source,
        (nearest.isEmpty() ? "" : "The nearest known network is " + nearest + ". ")
            + "Save the network as a TorchScript program, or choose a file of "
            + NetworkFamilies.ALL.stream()
                .map(family -> family.examples().get(0))
                .collect(Collectors.joining(", "))
            + " or their kin.");
  }

  private static String nearest(StateDict all) {
    Set<String> given = all.names().stream().map(NearestNetwork::kind).collect(Collectors.toSet());
    String nearest = "";
    double most = WORTH_SAYING;
    for (NetworkFamily family : NetworkFamilies.ALL) {
      String name = family.examples().get(0);
      Set<String> known =
          Architecture.parse(name).weights().stream()
              .map(weight -> kind(weight.name()))
              .collect(Collectors.toSet());
      Set<String> common = new HashSet<>(given);
      common.retainAll(known);
      double share =
          (double) common.size() / Stream.concat(given.stream(), known.stream()).distinct().count();
      if (share > most) {
        most = share;
        nearest = name;
      }
    }
    return nearest;
  }

  private static String kind(String name) {
    String[] parts = name.replaceAll("\\d+", "#").split("\\.", -1);
    int from = Math.max(0, parts.length - PARTS);
    return String.join(".", Arrays.copyOfRange(parts, from, parts.length));
  }
}
