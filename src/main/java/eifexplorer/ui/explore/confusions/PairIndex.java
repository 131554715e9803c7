package eifexplorer.ui.explore.confusions;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.session.ExplorerSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pairs of a session, ready to be listed; made in the background, since there may be tens of thousands. Immutable. */
public final class PairIndex {
  private final List<PairItem> items;
  private final Map<Classes, List<ConfusionPair>> byClasses;

  private record Classes(int wrong, int confused) {}

  private PairIndex(List<PairItem> items, Map<Classes, List<ConfusionPair>> byClasses) {
    this.items = items;
    this.byClasses = byClasses;
  }

  /** The pairs of a session. */
  public static PairIndex of(ExplorerSession session) {
    Map<Classes, List<ConfusionPair>> byClasses = new HashMap<>();
    for (ConfusionPair pair : session.pairs()) {
      byClasses.computeIfAbsent(classes(pair), key -> new ArrayList<>()).add(pair);
    }
    return new PairIndex(
        session.pairs().stream().map(pair -> PairItem.of(session, pair)).toList(), byClasses);
  }

  private static Classes classes(ConfusionPair pair) {
    return new Classes(pair.wrongLabel(), pair.confusedLabel());
  }

  /** Every pair, by ascending test index. */
  public List<PairItem> items() {
    return items;
  }

  /** Every pair with the same two classes in the same order, the pair itself among them. */
  public List<ConfusionPair> sameClasses(ConfusionPair pair) {
    return List.copyOf(byClasses.getOrDefault(classes(pair), List.of()));
  }
}
