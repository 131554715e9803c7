package eifexplorer.ui.explore;

import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.confusions.PairListViewModel;
import eifexplorer.ui.explore.confusions.PairOrder;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.FileManager;
import eifexplorer.ui.kit.NoticesViewModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The Explore screen: the pairs of a session, the chosen one's scores, and a training image out of these. */
public final class ExploreViewModel {
  private final PairListViewModel pairs = new PairListViewModel();
  private final InfluenceViewModel influence;
  private final StripViewModel harmful = new StripViewModel(InfluenceKind.HARMFUL);
  private final StripViewModel helpful = new StripViewModel(InfluenceKind.HELPFUL);
  private final SampleViewModel sample;
  private final Zoom zoom = new Zoom();
  private final ReadOnlyObjectWrapper<ExplorerSession> session = new ReadOnlyObjectWrapper<>();
  private PairIndex index;

  /** A screen without a session yet. */
  public ExploreViewModel(FxJobs jobs, FileManager files, NoticesViewModel notices) {
    influence = new InfluenceViewModel(jobs);
    sample = new SampleViewModel(jobs, files, notices);
    pairs.selectedProperty().addListener((value, old, now) -> pairChosen(now));
    influence.shownProperty().addListener((value, old, now) -> scoresChanged(now));
  }

  /** The session explored; null before the first is opened. */
  public ReadOnlyObjectProperty<ExplorerSession> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  /** The list of pairs. */
  public PairListViewModel pairs() {
    return pairs;
  }

  /** The scores. */
  public InfluenceViewModel influence() {
    return influence;
  }

  /** One of the two strips. */
  public StripViewModel strip(InfluenceKind kind) {
    return kind == InfluenceKind.HARMFUL ? harmful : helpful;
  }

  /** The chosen training image. */
  public SampleViewModel sample() {
    return sample;
  }

  /** What both photographs show of themselves. */
  public Zoom zoom() {
    return zoom;
  }

  /** Explores another session from its first pair on. */
  public void show(ExplorerSession newSession, PairIndex newIndex) {
    influence.clear();
    session.set(newSession);
    index = newIndex;
    pairs.show(newIndex);
  }

  /** What is chosen here, to be found again by {@link #restore}: order, filter and pair. */
  public Map<String, String> state() {
    Map<String, String> state = new LinkedHashMap<>();
    state.put("order", pairs.orderProperty().get().name());
    state.put("filter", pairs.filterProperty().get());
    PairItem pair = pairs.selectedProperty().get();
    if (pair != null) {
      state.put("wrong", pair.wrong().path());
      state.put("confused", pair.confused().path());
    }
    return state;
  }

  /** Chooses again what {@link #state} told; what is no longer there is left out. */
  public void restore(Map<String, String> state) {
    for (PairOrder order : PairOrder.values()) {
      if (order.name().equals(state.get("order"))) {
        pairs.orderProperty().set(order);
      }
    }
    pairs.filterProperty().set(state.getOrDefault("filter", ""));
    index.items().stream()
        .filter(item -> item.wrong().path().equals(state.get("wrong")))
        .filter(item -> item.confused().path().equals(state.get("confused")))
        .findFirst()
        .ifPresent(pairs::select);
  }

  /** Chooses a training image of a strip. */
  public void choose(InfluenceItem item) {
    if (influence.shownProperty().get() != null) {
      sample.show(item, influence.shownProperty().get());
    }
  }

  /** Chooses the training image {@code by} ranks further in a strip, or its first in sight. */
  public void step(InfluenceKind kind, int by) {
    strip(kind).step(sample.itemProperty().get(), by).ifPresent(this::choose);
  }

  private void pairChosen(PairItem pair) {
    zoom.reset();
    if (pair != null) {
      influence.explain(session.get(), index, pair);
    }
  }

  private void scoresChanged(RankedInfluence scores) {
    harmful.show(session.get(), scores);
    helpful.show(session.get(), scores);
    Optional<InfluenceItem> first = harmful.strongest().or(helpful::strongest);
    if (scores == null || first.isEmpty()) {
      sample.clear();
    } else {
      sample.show(first.get(), scores);
    }
  }
}
