package eifexplorer.math;

/**
 * Second derivatives of samples' cross-entropies by their embeddings, {@code A_s = d²L_s/de_s²} [E,E], and how a step at one
 * sample reaches those after it; held where it is computed with, made by {@link MatrixMath#curvature}. Immutable, safe for
 * use from any thread. Freed by {@link #close}, or with the last reference to it.
 *
 * <p>With u = e/||e||, the gradient {@code r = scale sum_c (q_c - t_c) p_c} by u and {@code du = (y - u (u·y)) / ||e||}:
 *
 * <pre>{@code
 * dr  = scale sum_c dq_c p_c,  dq_c = q_c (dz_c - sum_k q_k dz_k),  dz_c = scale p_c·du
 * A y = (dr - du (u·r) - u (du·r + u·dr)) / ||e|| - (r - u (u·r)) (u·y) / ||e||²
 * }</pre>
 */
public interface LossCurvature extends AutoCloseable {
  /**
   * Samples at the model's own weight.
   *
   * @param units u [n,E]
   * @param lengths ||e|| [n]
   * @param probabilities q [n,C]
   * @param pulls r [n,E]
   * @param proxies p [C,E]
   * @param proxyColumns their transpose [E,C]
   * @param scale of the logits
   */
  record Samples(
      SampleBlock units,
      double[] lengths,
      SampleBlock probabilities,
      SampleBlock pulls,
      FactorRows proxies,
      FactorRows proxyColumns,
      double scale) {}

  /**
   * Goes through the samples in their order: {@code t_s = A_s (base_s - sum_r reach_sr t_r)}, over r before s.
   *
   * @param base [n,E]
   * @param precision about which share of the steps may be left out where that saves work
   * @return t [n,E]
   */
  SampleBlock chain(SampleBlock base, double precision);

  @Override
  void close();
}
