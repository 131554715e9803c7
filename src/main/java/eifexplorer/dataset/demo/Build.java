package eifexplorer.dataset.demo;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * The silhouette of a species. Lengths are in bird units, of which a songbird measures about 150 from bill to tail.
 *
 * @param bill shape of the bill
 * @param billLength length of the bill, 8 to 40
 * @param headSize head relative to an average songbird, .8 to 1.3
 * @param depth depth of the body relative to an average songbird, .8 to 1.2
 * @param uprightness angle of the back to the horizontal in degrees, 10 to 70
 * @param tailLength visible length of the tail, 20 to 80
 * @param legLength visible length of the legs, 8 to 30
 * @param crest height of the crest relative to a full one, 0 to 1
 * @param gloss strength of the sheen on the plumage, 0 to 1
 */
@RecordBuilder
public record Build(
    BillShape bill,
    double billLength,
    double headSize,
    double depth,
    double uprightness,
    double tailLength,
    double legLength,
    double crest,
    double gloss)
    implements BuildBuilder.With {

  /** Checks the ranges; throws {@link IllegalArgumentException} where one is left. */
  public Build {
    require("billLength", billLength, 8, 40);
    require("headSize", headSize, .8, 1.3);
    require("depth", depth, .8, 1.2);
    require("uprightness", uprightness, 10, 70);
    require("tailLength", tailLength, 20, 80);
    require("legLength", legLength, 8, 30);
    require("crest", crest, 0, 1);
    require("gloss", gloss, 0, 1);
  }

  private static void require(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          name + " is " + value + ", not in [" + low + ", " + high + "]");
    }
  }
}
