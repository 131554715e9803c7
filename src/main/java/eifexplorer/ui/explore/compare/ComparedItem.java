package eifexplorer.ui.explore.compare;

import eifexplorer.ui.explore.strips.InfluenceItem;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.strips.RankedInfluence;
import eifexplorer.ui.kit.Texts;

/**
 * A training image in one estimator's ranking.
 *
 * @param item where it is in this one
 * @param shared whether it is among as many of the other's
 * @param elsewhere where it is in the other: {@code 34th there}, {@code helpful there}, {@code 0 there}
 */
record ComparedItem(InfluenceItem item, boolean shared, String elsewhere) {
  static ComparedItem of(InfluenceItem item, RankedInfluence other, int count) {
    int index = item.trainIndex();
    boolean same = other.kind(index).filter(item.kind()::equals).isPresent();
    int rank = other.rank(index);
    if (same) {
      return new ComparedItem(item, rank < count, "rank " + Texts.count(rank + 1) + " there");
    }
    return new ComparedItem(
        item, false, other.kind(index).map(InfluenceKind::word).orElse("no score") + " there");
  }

  /** For those who can't see it. */
  String spoken() {
    return item.rankText()
        + ", "
        + item.className()
        + ", score "
        + item.scoreText()
        + ", "
        + (shared ? "in both" : "only here")
        + ", "
        + elsewhere;
  }
}
