package eifexplorer.ui.map;

import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.PairSummary;
import eifexplorer.job.Lane;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.OpenPairViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/** The pair that is looked at as a line, and who pulls it together or pushes it apart as signed lines to its middle. */
public final class PairLinesViewModel {
  /** As many of each sign as can be told apart. */
  private static final int USUAL_LINES = 8;

  private final OpenPairViewModel open;
  private final IntegerProperty count = new SimpleIntegerProperty(USUAL_LINES);
  private final BooleanProperty allPairs = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<List<InfluenceLine>> lines =
      new ReadOnlyObjectWrapper<>(List.of());
  private final LatestJob<PairSummary> influence;
  private @Nullable MapImages images;

  /** No pair yet. */
  PairLinesViewModel(FxJobs jobs, OpenPairViewModel open) {
    this.open = open;
    influence = new LatestJob<>(jobs);
    open.pairProperty().addListener((value, old, now) -> ask());
    count.addListener((value, old, now) -> ask());
    influence.valueProperty().addListener((value, old, now) -> draw(now));
  }

  /** The pair that is looked at; null if there is none. */
  public ReadOnlyObjectProperty<TestPair> pairProperty() {
    return open.pairProperty();
  }

  /** How many harmful and how many helpful images are tied to it, at most. */
  public IntegerProperty countProperty() {
    return count;
  }

  /** Whether all confused pairs are drawn faintly. */
  public BooleanProperty allPairsProperty() {
    return allPairs;
  }

  /** Who is tied to the pair, the strongest of each sign first. */
  public ReadOnlyObjectProperty<List<InfluenceLine>> linesProperty() {
    return lines.getReadOnlyProperty();
  }

  void show(MapImages newImages) {
    images = newImages;
    ask();
  }

  /** Whether a pair is one of the session's. */
  private boolean isKnown(MapImages of, TestPair pair) {
    int tests = of.size() - of.trainCount();
    return pair.first() < tests && pair.second() < tests;
  }

  private void ask() {
    MapImages of = images;
    TestPair pair = open.pairProperty().get();
    lines.set(List.of());
    if (of == null || pair == null || !isKnown(of, pair)) {
      influence.clear();
      return;
    }
    int most = count.get();
    influence.askQuietly(
        Texts.of("Tie the pair to its training images"),
        Lane.COMPUTE,
        context ->
            PairSummary.of(
                pair,
                of.session()
                    .estimator()
                    .estimate(InfluenceQuery.pair(pair.first(), pair.second()), context),
                most));
  }

  private void draw(@Nullable PairSummary summary) {
    TestPair pair = open.pairProperty().get();
    if (summary == null || !summary.pair().equals(pair)) {
      lines.set(List.of());
      return;
    }
    List<InfluenceLine> all = new ArrayList<>();
    double most =
        Math.max(strongest(summary.harmfulInfluence()), strongest(summary.helpfulInfluence()));
    add(all, summary.harmful(), summary.harmfulInfluence(), most);
    add(all, summary.helpful(), summary.helpfulInfluence(), most);
    lines.set(List.copyOf(all));
  }

  private static double strongest(double[] influences) {
    return influences.length == 0 ? 0 : Math.abs(influences[0]);
  }

  private static void add(
      List<InfluenceLine> all, int[] indices, double[] influences, double most) {
    for (int i = 0; i < indices.length; i++) {
      all.add(
          new InfluenceLine(
              indices[i], influences[i], most > 0 ? Math.abs(influences[i]) / most : 0));
    }
  }

  /** The points of the pair; empty if there is none. */
  public Optional<int[]> ends() {
    MapImages of = images;
    TestPair pair = open.pairProperty().get();
    return of == null || pair == null || !isKnown(of, pair)
        ? Optional.empty()
        : Optional.of(new int[] {of.test(pair.first()), of.test(pair.second())});
  }

  /** What is said of the pair; empty if there is none. */
  public String text() {
    MapImages of = images;
    return ends()
        .map(
            ends -> {
              int place = open.place();
              return of == null
                  ? ""
                  : (place < 0
                          ? ""
                          : Texts.of(
                              "Pair {0} of {1} · ", Texts.place(place), Texts.count(open.count())))
                      + of.className(of.label(ends[0]))
                      + " → "
                      + of.className(of.label(ends[1]));
            })
        .orElse("");
  }

  /** Looks at a pair. */
  public void open(TestPair pair) {
    open.show(pair);
  }

  /** Looks at the next pair of the list, or the one before. */
  public void step(int by) {
    open.step(by);
  }

  /** Draws all pairs, or no longer. */
  public void toggleAllPairs() {
    allPairs.set(!allPairs.get());
  }
}
