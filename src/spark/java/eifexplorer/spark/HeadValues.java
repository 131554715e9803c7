package eifexplorer.spark;

import eifexplorer.embedding.EmbeddingHead;
import java.io.Serializable;

/**
 * A last layer on its way to the executors.
 *
 * @param weight W [E,F], row major
 * @param bias b [E]
 */
record HeadValues(float[] weight, float[] bias) implements Serializable {
  private static final long serialVersionUID = 1L;

  static HeadValues of(EmbeddingHead head) {
    return new HeadValues(head.weight(), head.bias());
  }

  EmbeddingHead head() {
    return new EmbeddingHead(weight, bias);
  }
}
