package eifexplorer.engine;

import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A known network among the weights of a file, whatever they are called there.
 *
 * @param prefix what the names of all its weights begin with in the file
 * @param architecture what it is
 * @param weights complete and in order, under {@link Architecture#weights}'s names
 * @param rest all else in the file that is no copy of a network
 * @param others what the names of the copies that were not taken begin with
 * @param notes what was left, sentences
 */
record FoundNetwork(
    String prefix,
    Architecture architecture,
    StateDict weights,
    StateDict rest,
    List<String> others,
    List<String> notes) {
  /** Names of copies that are better than the others, by those who train with them: first come, first served. */
  private static final List<String> BETTER = List.of("teacher", "ema");

  /** What lies beside a network and is no part of it, although its name begins as a part's. */
  private static final List<String> BESIDE =
      List.of("fc", "classifier", "head", "heads", "head_dist", "last_linear", "norm_head");

  /** Buffers and tokens that change nothing in evaluation. */
  private static final String INERT =
      ".*(relative_position_index|relative_coords_table|attn_mask|mask_token|num_batches_tracked)";

  /**
   * Finds the network.
   *
   * @param source the file, shown in messages
   * @throws ProblemException if there is none that is known, or it is not complete
   */
  static FoundNetwork in(StateDict all, String source) {
    for (NetworkFamily family : NetworkFamilies.ALL) {
      Set<String> prefixes = new LinkedHashSet<>();
      family.marks().forEach(mark -> prefixes.addAll(prefixes(all, mark)));
      if (!prefixes.isEmpty()) {
        String prefix = best(prefixes);
        prefixes.remove(prefix);
        return read(family, prefix, all, List.copyOf(prefixes), source);
      }
    }
    throw NearestNetwork.unknown(all, source);
  }

  private static List<String> prefixes(StateDict all, String mark) {
    return all.names().stream()
        .filter(name -> name.equals(mark) || name.endsWith("." + mark))
        .map(name -> name.substring(0, name.length() - mark.length()))
        .toList();
  }

  private static String best(Set<String> prefixes) {
    for (String better : BETTER) {
      Optional<String> found =
          prefixes.stream()
              .filter(prefix -> List.of(prefix.split("[._]")).contains(better))
              .findFirst();
      if (found.isPresent()) {
        return found.get();
      }
    }
    return prefixes.iterator().next();
  }

  private static FoundNetwork read(
      NetworkFamily family, String prefix, StateDict all, List<String> others, String source) {
    try {
      NamedNetwork named = family.read(all.below(prefix));
      requireNoUnknownParts(named);
      Set<String> wanted =
          named.architecture().weights().stream()
              .map(WeightShape::name)
              .collect(Collectors.toSet());
      StateDict own = named.weights().filtered(wanted::contains);
      StateDict complete = complete(named.architecture(), own);
      Set<String> taken =
          wanted.stream().map(name -> prefix + named.original(name)).collect(Collectors.toSet());
      StateDict rest =
          all.filtered(name -> !taken.contains(name))
              .filtered(
                  name -> others.stream().filter(o -> !o.isEmpty()).noneMatch(name::startsWith));
      return new FoundNetwork(
          prefix, named.architecture(), complete, rest, others, notes(prefix, others));
    } catch (ProblemException e) {
      throw new ProblemException(e.what(), source, e.remedy(), e);
    }
  }

  private static StateDict complete(Architecture nearest, StateDict own) {
    try {
      return BackboneWeights.require(nearest, own, "");
    } catch (ProblemException e) {
      throw new ProblemException(
          e.what(),
          "",
          nearest.name() + " is the nearest known network; save yours as a TorchScript program.",
          e);
    }
  }

  private static List<String> notes(String prefix, List<String> others) {
    List<String> notes = new ArrayList<>();
    if (!others.isEmpty()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "Of several networks that below \"%s\" is taken, %s left out.",
              prefix,
              BackboneWeights.some(others)));
    }
    return notes;
  }

  /** What is in a block beside its known layers takes part in what it computes, so that the network is another one. */
  private static void requireNoUnknownParts(NamedNetwork named) {
    Map<String, String> unknown = new LinkedHashMap<>();
    named.weights().names().forEach(name -> unknown.put(name, named.original(name)));
    Set<String> parts = new LinkedHashSet<>();
    for (WeightShape weight : named.architecture().weights()) {
      String original = unknown.remove(weight.name());
      if (original != null) {
        parts.add(part(original));
      }
    }
    unknown.values().removeIf(name -> name.matches(INERT) || BESIDE.contains(part(name)));
    unknown.values().removeIf(name -> !parts.contains(part(name)));
    if (!unknown.isEmpty()) {
      throw new ProblemException(
          "The network in the file has layers that "
              + named.architecture().name()
              + " has not: "
              + BackboneWeights.some(unknown.values()),
          "",
          "It computes something else than the known networks; save it as a TorchScript program.");
    }
  }

  /** Names in {@link #rest} that may matter to somebody. */
  List<String> further() {
    return rest.names().stream().filter(name -> !name.matches(INERT)).toList();
  }

  /** {@link #rest} without what goes with another copy, such as {@code student.head.} if the teacher's was taken. */
  StateDict ownRest() {
    List<String> foreign = others.stream().map(this::untilOther).filter(o -> !o.isEmpty()).toList();
    return rest.filtered(name -> foreign.stream().noneMatch(name::startsWith));
  }

  /** A copy's prefix up to the first part that is not this one's; empty if it holds this one. */
  private String untilOther(String other) {
    for (int dot = other.indexOf('.'); dot >= 0; dot = other.indexOf('.', dot + 1)) {
      String until = other.substring(0, dot + 1);
      if (!prefix.startsWith(until)) {
        return until;
      }
    }
    return "";
  }

  private static String part(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
