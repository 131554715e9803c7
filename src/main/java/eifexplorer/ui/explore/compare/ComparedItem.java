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
      return new ComparedItem(
          item, rank < count, Texts.of("rank {0} there", Texts.count(rank + 1)));
    }
    return new ComparedItem(
        item,
        false,
        Texts.of(
            "{0} there", other.kind(index).map(InfluenceKind::word).orElse(Texts.of("no score"))));
  }

  /** For those who can't see it. */
  String spoken() {
    return shared
        ? Texts.of(
            "{0}, {1}, score {2}, in both, {3}",
            item.rankText(), item.className(), item.scoreText(), elsewhere)
        : Texts.of(
            "{0}, {1}, score {2}, only here, {3}",
            item.rankText(), item.className(), item.scoreText(), elsewhere);
  }
}
