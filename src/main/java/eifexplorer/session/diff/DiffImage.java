package eifexplorer.session.diff;

import eifexplorer.confusion.Confusions;

/**
 * A test image that at least one of two models takes for another class, and the pair that shows it: with the wrong
 * neighbour before or, for a new confusion, after.
 *
 * @param kind what became of it
 * @param before its test index before
 * @param after its test index after
 * @param otherBefore test index before of the pair's other image; {@link Confusions#NONE} if it is not there
 * @param otherAfter test index after of the pair's other image; {@link Confusions#NONE} if it is not there
 * @param nearestBefore test index before of its nearest neighbour before
 * @param nearestAfter test index after of its nearest neighbour after
 * @param distanceBefore squared distance of the pair's unit embeddings before, 0..4; NaN if the other image is not there
 * @param distanceAfter the same after
 */
public record DiffImage(
    DiffKind kind,
    int before,
    int after,
    int otherBefore,
    int otherAfter,
    int nearestBefore,
    int nearestAfter,
    double distanceBefore,
    double distanceAfter) {
  /** By how much the pair came apart, below 0 if it came together; NaN if it is not in both. */
  public double change() {
    return distanceAfter - distanceBefore;
  }

  /** True if the nearest neighbour is the same image before and after. */
  public boolean sameNeighbour() {
    return kind == DiffKind.STILL && otherAfter == nearestAfter;
  }

  /** True if the pair's other image is in both test sets. */
  public boolean isInBoth() {
    return otherBefore != Confusions.NONE && otherAfter != Confusions.NONE;
  }

  /** The distance in the model that takes the pair for neighbours: the smaller, the surer it is of the mistake. */
  public double wrongDistance() {
    return kind == DiffKind.NEW ? distanceAfter : distanceBefore;
  }

  DiffImage withDistance(double distance) {
    boolean isNew = kind == DiffKind.NEW;
    return new DiffImage(
        kind,
        before,
        after,
        otherBefore,
        otherAfter,
        nearestBefore,
        nearestAfter,
        isNew ? distance : distanceBefore,
        isNew ? distanceAfter : distance);
  }
}
