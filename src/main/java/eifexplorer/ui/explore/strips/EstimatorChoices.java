package eifexplorer.ui.explore.strips;

import eifexplorer.influence.EstimatorFactory;
import eifexplorer.influence.FittingEstimators;
import eifexplorer.job.Lane;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The estimators that a list offers: those that can explain the open model, and why the others can't. All of them until that is
 * known, which is found out when a list is opened first.
 */
public final class EstimatorChoices {
  private final List<EstimatorFactory> all;
  private final Function<ExplorerSession, FittingEstimators> fitting;
  private final LatestJob<FittingEstimators> looking;
  private final ObservableList<EstimatorFactory> offered;
  private final ObservableList<EstimatorFactory> offeredView;
  private final ReadOnlyStringWrapper leftOut = new ReadOnlyStringWrapper("");
  private @Nullable ExplorerSession session;

  EstimatorChoices(
      FxJobs jobs,
      List<EstimatorFactory> all,
      Function<ExplorerSession, FittingEstimators> fitting) {
    this.all = all;
    this.fitting = fitting;
    this.looking = new LatestJob<>(jobs);
    this.offered = FXCollections.observableArrayList(all);
    this.offeredView = FXCollections.unmodifiableObservableList(offered);
    looking.valueProperty().addListener((value, old, now) -> found(now));
  }

  /** What a list offers, in order. */
  public ObservableList<EstimatorFactory> offered() {
    return offeredView;
  }

  /** Which are not offered, and why; empty if all are. */
  public ReadOnlyStringProperty leftOutProperty() {
    return leftOut.getReadOnlyProperty();
  }

  /** True while it is found out. */
  public ReadOnlyBooleanProperty lookingProperty() {
    return looking.busyProperty();
  }

  /** Turns to another session. */
  void show(ExplorerSession newSession) {
    session = newSession;
    looking.clear();
  }

  /** Finds out what the open model allows, unless that is known. */
  public void look() {
    ExplorerSession of = session;
    if (of != null && looking.valueProperty().get() == null) {
      looking.askQuietly(
          Texts.of("Which estimators the model allows"), Lane.IO, context -> fitting.apply(of));
    }
  }

  private void found(@Nullable FittingEstimators known) {
    List<EstimatorFactory> now =
        known == null
            ? all
            : all.stream().filter(factory -> known.ids().contains(factory.id())).toList();
    offer(now);
    leftOut.set(
        known == null
            ? ""
            : known.notes().stream().map(Texts::said).collect(Collectors.joining(" ")));
  }

  /** One by one: a list whose content is replaced as a whole forgets what is chosen in it. */
  private void offer(List<EstimatorFactory> now) {
    for (EstimatorFactory factory : all) {
      if (!now.contains(factory)) {
        offered.remove(factory);
      }
    }
    for (int i = 0; i < now.size(); i++) {
      if (i == offered.size() || !offered.get(i).equals(now.get(i))) {
        offered.add(i, now.get(i));
      }
    }
  }
}
