package eifexplorer.ui.explore.confusions;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The order by suspects, which changes while the survey grows, but not under the user's hands. */
final class SurveyOrder {
  private static final long PATIENCE_NANOS = 2_000_000_000L;

  private final LongSupplier nanoTime;
  private @Nullable InfluenceSurvey survey;
  private long sortedAt;

  /** Nothing is known yet. */
  SurveyOrder(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Knows what this survey knows; nothing for null. */
  void use(@Nullable InfluenceSurvey newSurvey) {
    survey = newSurvey;
  }

  /** True if the survey is complete or there is none, or if the list has been left alone for two seconds. */
  boolean mayChange() {
    return complete() || nanoTime.getAsLong() - sortedAt >= PATIENCE_NANOS;
  }

  private boolean complete() {
    return survey == null || survey.explained() >= survey.pairs();
  }

  /** How many of a pair's most harmful images are suspects, if that is known. */
  OptionalInt suspects(PairItem item) {
    ConfusionPair pair = item.pair();
    return survey == null
        ? OptionalInt.empty()
        : survey.suspects(new TestPair(pair.wrong(), pair.confusedWith()));
  }

  /** Training indices of a pair's most harmful images; empty if they are not known yet. */
  List<Integer> mostHarmful(PairItem item) {
    ConfusionPair pair = item.pair();
    return survey == null
        ? List.of()
        : survey.mostHarmful(new TestPair(pair.wrong(), pair.confusedWith()));
  }

  /** Most suspects first, the unknown last, otherwise as given. */
  List<PairItem> sort(List<PairItem> items) {
    sortedAt = nanoTime.getAsLong();
    List<List<PairItem>> byCount =
        Stream.generate(() -> (List<PairItem>) new ArrayList<PairItem>())
            .limit(InfluenceSurvey.HARMFUL_RANKS + 2L)
            .toList();
    for (PairItem item : items) {
      byCount.get(suspects(item).orElse(-1) + 1).add(item);
    }
    List<PairItem> sorted = new ArrayList<>(items.size());
    for (int i = byCount.size() - 1; i >= 0; i--) {
      sorted.addAll(byCount.get(i));
    }
    return sorted;
  }

  /** How far the survey has come, in words; empty once it is complete. */
  String progressText() {
    if (survey == null) {
      return Texts.of("doubtful images are not counted yet");
    }
    return complete()
        ? ""
        : Texts.of(
            "doubtful images counted for {0} of {1} pairs",
            Texts.number("%,d", survey.explained()), Texts.number("%,d", survey.pairs()));
  }
}
