package eifexplorer.ui.explore.strips;

import eifexplorer.confusion.ConfusionGroup;
import eifexplorer.confusion.ConfusionPair;
import eifexplorer.confusion.ConfusionTable;
import eifexplorer.confusion.Confusions;
import java.util.List;

/** The pairs that are explained together with a chosen one; made in the background, immutable. */
public final class ScopePairs {
  private final Confusions confusions;
  private final ConfusionTable table;

  private ScopePairs(Confusions confusions, ConfusionTable table) {
    this.confusions = confusions;
    this.table = table;
  }

  /** Counts the confusions of a session. */
  public static ScopePairs of(Confusions confusions) {
    return new ScopePairs(confusions, new ConfusionTable(confusions));
  }

  /** The pairs of a scope around a pair; the pair itself where there is none, as around one that is not confused. */
  public List<ConfusionPair> pairs(InfluenceScope scope, ConfusionPair around) {
    List<ConfusionPair> found = confused(scope, around);
    return found.isEmpty() ? List.of(around) : found;
  }

  /** Whether a pair is among those of a scope around it: a rare mistake is not in its group. */
  public boolean contains(InfluenceScope scope, ConfusionPair around) {
    return pairs(scope, around).contains(around);
  }

  private List<ConfusionPair> confused(InfluenceScope scope, ConfusionPair around) {
    return switch (scope) {
      case PAIR -> List.of(around);
      case CLASS_PAIR -> pairs(around.wrongLabel(), List.of(around.confusedLabel()));
      case GROUP -> pairs(around.wrongLabel(), confusionClasses(around));
    };
  }

  /** The confusion classes of a pair's wrong class. */
  public List<Integer> confusionClasses(ConfusionPair around) {
    return table.confusionClasses(around.wrongLabel());
  }

  private List<ConfusionPair> pairs(int wrongLabel, List<Integer> confused) {
    return new ConfusionGroup(wrongLabel, confused).pairs(confusions);
  }
}
