package eifexplorer.ui.explore;

import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.ConfusionsViewModel;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.confusions.PairListViewModel;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.FileManager;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The Explore screen: the pairs of a session, the chosen one's scores, and a training image out of these. */
public final class ExploreViewModel {
  private final MarksViewModel marks;
  private final ConfusionsViewModel confusions;
  private final PairListViewModel pairs;
  private final InfluenceViewModel influence;
  private final StripViewModel harmful = new StripViewModel(InfluenceKind.HARMFUL);
  private final StripViewModel helpful = new StripViewModel(InfluenceKind.HELPFUL);
  private final SampleViewModel sample;
  private final Zoom zoom = new Zoom();
  private final ReadOnlyObjectWrapper<ExplorerSession> session = new ReadOnlyObjectWrapper<>();
  private PairIndex index;

  /** A screen without a session yet. */
  public ExploreViewModel(FxJobs jobs, FileManager files, NoticesViewModel notices) {
    marks = new MarksViewModel(jobs, notices);
    confusions = new ConfusionsViewModel(marks, System::nanoTime);
    pairs = confusions.pairs();
    influence = new InfluenceViewModel(jobs);
    sample = new SampleViewModel(jobs, files, notices);
    pairs.selectedProperty().addListener((value, old, now) -> pairChosen(now));
    influence.shownProperty().addListener((value, old, now) -> scoresChanged(now));
  }

  /** The session explored; null before the first is opened. */
  public ReadOnlyObjectProperty<ExplorerSession> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  /** Flags and reviewed pairs. */
  public MarksViewModel marks() {
    return marks;
  }

  /** The left column. */
  public ConfusionsViewModel confusions() {
    return confusions;
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
    confusions.show(newIndex);
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
