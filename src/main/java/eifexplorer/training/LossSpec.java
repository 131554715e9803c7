package eifexplorer.training;

import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Which loss, with its constants (SPEC of the reference: ProxyNCA++ and SoftTriple).
 *
 * @param kind the loss
 * @param scale ProxyNCA++: embeddings and proxies are scaled by it after normalising; above 0 (3)
 * @param lambda SoftTriple: scale of the logits, above 0 (20)
 * @param gamma SoftTriple: 1/gamma is the temperature over a class's centres; above 0 (0.1)
 * @param tau SoftTriple: weight of the centre regulariser when K &gt; 1, at least 0 (0.2)
 * @param margin SoftTriple: margin of the own class, at least 0 (0.01)
 * @param centresPerClass SoftTriple: K, at least 1 (1)
 */
public record LossSpec(
    Kind kind,
    double scale,
    double lambda,
    double gamma,
    double tau,
    double margin,
    int centresPerClass) {
  /** Losses there are. */
  public enum Kind {
    /** ProxyNCA++ (Teh et al., ECCV 2020). */
    PROXY_NCA("ProxyNCA_prob_orig"),
    /** SoftTriple (Qian et al., ICCV 2019). */
    SOFT_TRIPLE("SoftTriple");

    private final String authorsName;

    Kind(String authorsName) {
      this.authorsName = authorsName;
    }

    /** The name in the authors' scripts and in ours. */
    public String authorsName() {
      return authorsName;
    }
  }

  /** ProxyNCA++ with scale 3. */
  public static final LossSpec PROXY_NCA = new LossSpec(Kind.PROXY_NCA, 3, 20, .1, .2, .01, 1);

  /** SoftTriple as in every configuration of the paper: one centre a class. */
  public static final LossSpec SOFT_TRIPLE = new LossSpec(Kind.SOFT_TRIPLE, 3, 20, .1, .2, .01, 1);

  /** Checks the ranges. Throws {@link ProblemException} naming the field. */
  public LossSpec {
    Range.aboveZero("scale", scale);
    Range.aboveZero("lambda", lambda);
    Range.aboveZero("gamma", gamma);
    Range.atLeastZero("tau", tau);
    Range.atLeastZero("margin", margin);
    if (centresPerClass < 1) {
      throw ProblemException.badValue("centres per class", centresPerClass, "1 or more");
    }
    if (kind == Kind.PROXY_NCA && centresPerClass != 1) {
      throw ProblemException.badValue("centres per class", centresPerClass, "1 for ProxyNCA++");
    }
  }

  /** The loss by the authors' name, whatever its case; a {@code _reweight} ending is accepted. */
  public static LossSpec named(String name) {
    String wanted = name.replaceFirst("_reweight$", "").toLowerCase(Locale.ROOT);
    for (LossSpec spec : new LossSpec[] {PROXY_NCA, SOFT_TRIPLE}) {
      if (spec.name().toLowerCase(Locale.ROOT).equals(wanted)) {
        return spec;
      }
    }
    String names =
        Arrays.stream(Kind.values()).map(Kind::authorsName).collect(Collectors.joining(", "));
    throw ProblemException.badValue("loss type", name, names);
  }

  /** The same loss with another scale. */
  public LossSpec withScale(double other) {
    return new LossSpec(kind, other, lambda, gamma, tau, margin, centresPerClass);
  }

  /** The same loss with K centres a class. */
  public LossSpec withCentres(int k) {
    return new LossSpec(kind, scale, lambda, gamma, tau, margin, k);
  }

  /** The authors' name. */
  public String name() {
    return kind.authorsName();
  }
}
