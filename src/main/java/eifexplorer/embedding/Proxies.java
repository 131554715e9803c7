package eifexplorer.embedding;

import eifexplorer.problem.ProblemException;

/** Learned class representatives [C*K,E], row {@code c*K+k} is centre k of class c; immutable. */
public final class Proxies {
  private final float[] values;
  private final int embeddingSize;
  private final int centresPerClass;

  /**
   * Copies {@code values} [C*K,E], row major.
   *
   * @param embeddingSize E
   * @param centresPerClass K, at least 1
   * @throws ProblemException if the lengths do not fit or a value is not finite
   */
  public Proxies(float[] values, int embeddingSize, int centresPerClass) {
    if (values.length == 0 || values.length % (embeddingSize * centresPerClass) != 0) {
      throw new ProblemException(
          values.length
              + " proxy values do not fit embeddings of "
              + embeddingSize
              + " with "
              + centresPerClass
              + " centres a class",
          "",
          "");
    }
    Finite.require("proxies", values);
    this.values = values.clone();
    this.embeddingSize = embeddingSize;
    this.centresPerClass = centresPerClass;
  }

  /** C*K. */
  public int count() {
    return values.length / embeddingSize;
  }

  /** C. */
  public int classCount() {
    return count() / centresPerClass;
  }

  /** K. */
  public int centresPerClass() {
    return centresPerClass;
  }

  /** E. */
  public int embeddingSize() {
    return embeddingSize;
  }

  /** All values [C*K,E], a copy. */
  public float[] values() {
    return values.clone();
  }
}
