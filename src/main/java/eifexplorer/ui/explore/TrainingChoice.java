package eifexplorer.ui.explore;

/** Chooses a training image by its index, wherever it stands in the strips. */
public final class TrainingChoice {
  private TrainingChoice() {}

  /** Chooses it; false if no scores are shown, or it neither harms nor helps. */
  public static boolean choose(ExploreViewModel explore, int trainIndex) {
    RankedInfluence scores = explore.influence().shownProperty().get();
    if (scores == null) {
      return false;
    }
    for (InfluenceKind kind : InfluenceKind.values()) {
      for (int rank = 0; rank < scores.count(kind); rank++) {
        if (scores.trainIndex(kind, rank) == trainIndex) {
          explore.choose(InfluenceItem.of(explore.sessionProperty().get(), scores, kind, rank));
          return true;
        }
      }
    }
    return false;
  }
}
