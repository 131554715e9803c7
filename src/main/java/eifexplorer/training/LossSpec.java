package eifexplorer.training;

import eifexplorer.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Which loss, with its constants: ProxyNCA++ and SoftTriple as in the paper, Proxy-Anchor, Norm-Softmax and ArcFace beyond.
 *
 * @param kind the loss
 * @param scale ProxyNCA++: embeddings and proxies are scaled by it after normalising (3); Proxy-Anchor, Norm-Softmax and
 *     ArcFace: factor of the cosines (32, 20, 64); above 0
 * @param lambda SoftTriple: scale of the logits, above 0 (20)
 * @param gamma SoftTriple: 1/gamma is the temperature over a class's centres; above 0 (0.1)
 * @param tau SoftTriple: weight of the centre regulariser when K &gt; 1, at least 0 (0.2)
 * @param margin of the own class, at least 0: of the cosine for SoftTriple (0.01), Proxy-Anchor (0.1) and Norm-Softmax (0),
 *     of the angle in radians for ArcFace (0.5); not used by ProxyNCA++
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
    SOFT_TRIPLE("SoftTriple"),
    /** Proxy-Anchor (Kim et al., CVPR 2020). */
    PROXY_ANCHOR("Proxy_Anchor"),
    /** Norm-Softmax (Zhai and Wu, BMVC 2019), with a margin CosFace (Wang et al., CVPR 2018). */
    NORM_SOFTMAX("Norm_Softmax"),
    /** ArcFace (Deng et al., CVPR 2019). */
    ARC_FACE("ArcFace");

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

  /** Proxy-Anchor with its authors' constants. */
  public static final LossSpec PROXY_ANCHOR =
      new LossSpec(Kind.PROXY_ANCHOR, 32, 20, .1, .2, .1, 1);

  /** Norm-Softmax at temperature 1/20, without a margin. */
  public static final LossSpec NORM_SOFTMAX = new LossSpec(Kind.NORM_SOFTMAX, 20, 20, .1, .2, 0, 1);

  /** ArcFace with its authors' constants. */
  public static final LossSpec ARC_FACE = new LossSpec(Kind.ARC_FACE, 64, 20, .1, .2, .5, 1);

  /** One of each kind, with its usual constants. */
  public static final List<LossSpec> ALL =
      List.of(PROXY_NCA, SOFT_TRIPLE, PROXY_ANCHOR, NORM_SOFTMAX, ARC_FACE);

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
    if (kind != Kind.SOFT_TRIPLE && centresPerClass != 1) {
      throw ProblemException.badValue(
          "centres per class", centresPerClass, "1 for " + titleOf(kind));
    }
  }

  /** The loss by the authors' name, whatever its case; a {@code _reweight} ending is accepted. */
  public static LossSpec named(String name) {
    String wanted = name.replaceFirst("_reweight$", "").toLowerCase(Locale.ROOT);
    for (LossSpec spec : ALL) {
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

  /** The same loss with another scale and margin. */
  public LossSpec withScaleAndMargin(double otherScale, double otherMargin) {
    return new LossSpec(kind, otherScale, lambda, gamma, tau, otherMargin, centresPerClass);
  }

  /** For people, such as {@code ProxyNCA++} or {@code Proxy-Anchor}. */
  public String title() {
    return titleOf(kind);
  }

  private static String titleOf(Kind kind) {
    return kind == Kind.PROXY_NCA ? "ProxyNCA++" : kind.authorsName().replace('_', '-');
  }

  /** The authors' name. */
  public String name() {
    return kind.authorsName();
  }
}
