package eifexplorer.ui.map;

/**
 * A training image that pulls the pair together or pushes it apart.
 *
 * @param point the image's point
 * @param influence positive for harmful
 * @param share of the strongest influence of the lines, 0..1
 */
public record InfluenceLine(int point, double influence, double share) {
  /** Whether it pulls the pair together. */
  public boolean isHarmful() {
    return influence > 0;
  }
}
