package eifexplorer.engine;

import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The weights an architecture needs: checked against its names and shapes, or drawn at random. */
public final class BackboneWeights {
  private static final int NAMES_SHOWN = 8;
  private static final int LONGEST_SHOWN = 80;
  private static final List<String> UNUSED = List.of("fc.", "classifier.");

  /** Deviation of the values transformers begin with. */
  private static final float SMALL = 0.02f;

  /** The factors that branches begin with. */
  private static final float BRANCH_SCALE = 1e-5f;

  private BackboneWeights() {}

  /**
   * The weights of {@code architecture} among {@code given}, in torchvision's order; absent counters become 0.
   *
   * @param source file shown in messages; may be empty
   * @throws ProblemException naming the weights that are missing, unknown or of another shape; {@code fc.*} and {@code
   *     classifier.*} may be there and are left out
   */
  public static StateDict require(Architecture architecture, StateDict given, String source) {
    Map<String, WeightTensor> used = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    List<String> misshapen = new ArrayList<>();
    Set<String> unknown = new TreeSet<>(given.names());
    for (WeightShape wanted : architecture.weights()) {
      unknown.remove(wanted.name());
      WeightTensor tensor = given.find(wanted.name()).orElse(null);
      if (wanted.isCounter()) {
        used.put(wanted.name(), tensor != null ? tensor : WeightTensor.of(new long[1]));
      } else if (tensor == null) {
        missing.add(wanted.name());
      } else if (!tensor.isFloat() || !tensor.hasShape(wanted.shape())) {
        misshapen.add(wanted + " (is " + Arrays.toString(tensor.shape()) + ")");
      } else {
        used.put(wanted.name(), tensor);
      }
    }
    unknown.removeIf(name -> UNUSED.stream().anyMatch(name::startsWith));
    if (!missing.isEmpty() || !misshapen.isEmpty() || !unknown.isEmpty()) {
      String differences =
          list("missing", missing) + list("wrong shape", misshapen) + list("unknown", unknown);
      throw new ProblemException(
          "The weights are not those of " + architecture.name() + differences,
          source,
          "Choose the architecture they were trained with.");
    }
    return StateDict.of(used);
  }

  private static String list(String title, Collection<String> names) {
    return names.isEmpty() ? "" : "; " + title + ": " + some(names);
  }

  /** The first few names, and how many more there are. */
  static String some(Collection<String> names) {
    return some(names, NAMES_SHOWN);
  }

  /** The first {@code most} names, long ones cut, and how many more there are. */
  static String some(Collection<String> names, int most) {
    int more = Math.max(0, names.size() - most);
    String shown =
        names.stream()
            .limit(most)
            .map(n -> n.length() > LONGEST_SHOWN ? n.substring(0, LONGEST_SHOWN) + "…" : n)
            .collect(Collectors.joining(", "));
    return shown + (more > 0 ? " and " + more + " more" : "");
  }

  /**
   * Random weights as torchvision draws them: kernels from a normal distribution with variance 2 / fan-out, where
   * fan-out is channels out times kernel area (He et al. 2015); matrices, tokens and positions with deviation 0.02; normalisation
   * starts as the identity.
   */
  public static StateDict random(Architecture architecture, long seed) {
    Random random = new Random(seed);
    Map<String, WeightTensor> weights = new LinkedHashMap<>();
    for (WeightShape wanted : architecture.weights()) {
      weights.put(wanted.name(), initial(wanted, random));
    }
    return StateDict.of(weights);
  }

  private static WeightTensor initial(WeightShape wanted, Random random) {
    if (wanted.isCounter()) {
      return WeightTensor.of(new long[1]);
    }
    int[] shape = wanted.shape();
    float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
    if (wanted.isKernel()) {
      fill(values, random, Math.sqrt(2.0 / ((double) shape[0] * shape[2] * shape[3])));
    } else if (wanted.isBranchScale()) {
      Arrays.fill(values, BRANCH_SCALE);
    } else if (shape.length > 1) {
      fill(values, random, SMALL);
    } else if (wanted.name().endsWith(".weight") || wanted.name().endsWith(".running_var")) {
      Arrays.fill(values, 1f);
    }
    return WeightTensor.owning(values, shape);
  }

  private static void fill(float[] values, Random random, double deviation) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * deviation);
    }
  }
}
