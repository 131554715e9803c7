package eifexplorer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.embedding.EmbeddingHead;
import org.junit.jupiter.api.Test;

class InitialWeightsTest {
  @Test
  void proxiesOfProxyNcaHaveADeviationOfAnEighth() {
    float[] values = InitialWeights.proxies(LossSpec.PROXY_NCA, 50, 400, 1).values();

    assertEquals(1.0 / 8, deviation(values), 1e-3);
  }

  @Test
  void proxiesOfSoftTripleAreWiderTheFewerTheyAre() {
    float[] values =
        InitialWeights.proxies(LossSpec.SOFT_TRIPLE.withCentres(2), 25, 400, 1).values();

    assertEquals(Math.sqrt(2.0 / 50), deviation(values), 2e-3);
  }

  @Test
  void aUniformHeadFillsItsBounds() {
    EmbeddingHead head = InitialWeights.uniformHead(64, 400, 1);

    assertEquals(0.05 / Math.sqrt(3), deviation(head.weight()), 1e-4);
    assertEquals(0.05 / Math.sqrt(3), deviation(head.bias()), 5e-3);
  }

  @Test
  void theSeedDecides() {
    assertArrayEquals(
        InitialWeights.uniformHead(4, 5, 9).weight(), InitialWeights.uniformHead(4, 5, 9).weight());
  }

  private static double deviation(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += value * value;
    }
    return Math.sqrt(squares / values.length);
  }
}
