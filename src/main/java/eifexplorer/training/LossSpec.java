package eifexplorer.training;

import eifexplorer.embedding.Proxies;
import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Which loss, with its constants: ProxyNCA++ and SoftTriple as in the paper, Proxy-Anchor, Norm-Softmax and ArcFace beyond.
 *
 * <p>A loss is a record of its own numbers, which makes the {@link MetricLoss}; it is registered here, in {@code permits}
 * and {@link #ALL}. There are no default methods: a record would initialise this interface, which makes one of each record.
 */
@JsonSerialize(using = LossJson.Writer.class)
@JsonDeserialize(using = LossJson.Reader.class)
public sealed interface LossSpec
    permits ProxyNcaSpec, SoftTripleSpec, ProxyAnchorSpec, NormSoftmaxSpec, ArcFaceSpec {

  /** ProxyNCA++ with scale 3. */
  ProxyNcaSpec PROXY_NCA = new ProxyNcaSpec(3);

  /** SoftTriple as in every configuration of the paper: one centre a class. */
  SoftTripleSpec SOFT_TRIPLE = new SoftTripleSpec(20, .1, .2, .01, 1);

  /** Proxy-Anchor with its authors' constants. */
  ProxyAnchorSpec PROXY_ANCHOR = new ProxyAnchorSpec(32, .1);

  /** Norm-Softmax at temperature 1/20, without a margin. */
  NormSoftmaxSpec NORM_SOFTMAX = new NormSoftmaxSpec(20, 0);

  /** ArcFace with its authors' constants. */
  ArcFaceSpec ARC_FACE = new ArcFaceSpec(64, .5);

  /** One of each kind, with its usual constants. */
  List<LossSpec> ALL = List.of(PROXY_NCA, SOFT_TRIPLE, PROXY_ANCHOR, NORM_SOFTMAX, ARC_FACE);

  /** The name in the authors' scripts and in ours. */
  String name();

  /** For people, such as {@code ProxyNCA++} or {@code Proxy-Anchor}. */
  String title();

  /** The loss's own numbers; the first is the factor of the cosines. */
  List<LossConstant> constants();

  /**
   * The same loss with another number.
   *
   * @param key of one of the {@link #constants}; one centre a class is every loss's
   * @throws ProblemException if the loss has no such number, or for a value out of its range
   */
  LossSpec with(String key, double value);

  /** K, at least 1. */
  int centresPerClass();

  /** Deviation of the normal numbers that so many proxies, C K, are drawn from, as the loss's authors do. */
  double proxyDeviation(int proxies);

  /** The loss with these proxies; {@link MetricLosses#of} is for everyone's use. */
  MetricLoss over(Proxies proxies);

  /** The loss by the authors' name, whatever its case; a {@code _reweight} ending is accepted. */
  static LossSpec named(String name) {
    String wanted = name.replaceFirst("_reweight$", "").toLowerCase(Locale.ROOT);
    for (LossSpec spec : ALL) {
      if (spec.name().toLowerCase(Locale.ROOT).equals(wanted)) {
        return spec;
      }
    }
    throw ProblemException.badValue(
        "loss type", name, ALL.stream().map(LossSpec::name).collect(Collectors.joining(", ")));
  }

  /** A loss's number; empty if it has none of this name. */
  static Optional<LossConstant> constant(LossSpec loss, String key) {
    return loss.constants().stream().filter(of -> of.key().equals(key)).findFirst();
  }

  /** What {@link #with} gives for a number that the loss doesn't have. */
  static LossSpec without(LossSpec loss, String key, double value) {
    if (key.equals(LossConstant.CENTRES) && value == 1) {
      return loss;
    }
    String allowed = key.equals(LossConstant.CENTRES) ? "1" : "none";
    throw ProblemException.badValue(key, value, allowed + " for " + loss.title());
  }
}
