package eifexplorer.ui.explore.inspector;

import static java.util.Objects.requireNonNull;

import eifexplorer.job.Lane;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The pair on the screen with another model, seen while a key is held: the query's neighbours there, the nearest of them in
 * place of the neighbour, and distances. Both models' answers are looked for when the pair is shown, so that the key has
 * nothing to wait for.
 */
public final class PeekViewModel {
  private final LatestJob<Both> job;
  private final ReadOnlyObjectWrapper<PeekedModel> model = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<PeekedPair> other = new ReadOnlyObjectWrapper<>();
  private @Nullable ExplorerSession session;
  private @Nullable ImageInsights insights;
  private @Nullable Asked asked;

  /** A pair with both models. */
  record Both(PeekedPair own, PeekedPair other) {}

  /** Test indices of the query and of the other image. */
  private record Asked(int query, int other) {}

  /** No other model. */
  PeekViewModel(FxJobs jobs) {
    job = new LatestJob<>(jobs);
    job.valueProperty().addListener((value, old, now) -> refresh());
    job.busyProperty().addListener((value, old, now) -> refresh());
    held.addListener((value, old, now) -> refresh());
  }

  /** The other model; null if there is none. */
  public ReadOnlyObjectProperty<PeekedModel> modelProperty() {
    return model.getReadOnlyProperty();
  }

  /** True while the other model is looked at. */
  public ReadOnlyBooleanProperty heldProperty() {
    return held.getReadOnlyProperty();
  }

  /** True while there is another model. */
  BooleanBinding isOn() {
    return model.isNotNull();
  }

  /** What is seen of the other model; null while it is not looked at or not known. */
  ReadOnlyObjectProperty<PeekedPair> seenProperty() {
    return other.getReadOnlyProperty();
  }

  /** The pair with both models; null while it is not known. */
  ReadOnlyObjectProperty<Both> bothProperty() {
    return job.valueProperty();
  }

  /** Why it is not known; null if nothing went wrong. */
  public ReadOnlyObjectProperty<Failure> failureProperty() {
    return job.failureProperty();
  }

  /** Looks at another model from now on; null for none. */
  public void compareWith(@Nullable PeekedModel newModel) {
    held.set(false);
    job.clear();
    model.set(newModel);
    ask();
  }

  /** Looks at the other model until {@link #release}; false if there is none. */
  public boolean hold() {
    if (model.get() == null) {
      return false;
    }
    held.set(true);
    return true;
  }

  /** Looks at the session's own model again. */
  public void release() {
    held.set(false);
  }

  /** Turns to another session. */
  void show(ExplorerSession newSession, ImageInsights newInsights) {
    session = newSession;
    insights = newInsights;
    asked = null;
    compareWith(null);
  }

  /** Turns to another pair, by test indices; a negative query for none. */
  void showPair(int query, int pairedWith) {
    Asked now = query < 0 ? null : new Asked(query, pairedWith);
    if (now == null || !now.equals(asked)) {
      asked = now;
      ask();
    }
  }

  private void ask() {
    PeekedModel there = model.get();
    Asked pair = asked;
    if (there == null || pair == null) {
      job.clear();
      return;
    }
    ExplorerSession own = requireNonNull(session);
    ImageInsights from = requireNonNull(insights);
    job.askQuietly(
        Texts.of("The pair with the model {0}", there.title()),
        Lane.COMPUTE,
        context ->
            new Both(
                PeekedPair.of(own, from, pair.query(), pair.other(), there.distances(), context),
                PeekedPair.of(
                    there.session(),
                    there.insights(),
                    there.there().applyAsInt(pair.query()),
                    there.there().applyAsInt(pair.other()),
                    there.distances(),
                    context)));
  }

  private void refresh() {
    Both both = job.busyProperty().get() ? null : job.valueProperty().get();
    other.set(held.get() && both != null ? both.other() : null);
  }

  /** Rank of the pair's other image with the own model; 0 while it is not known. */
  int ownRank() {
    Both both = job.busyProperty().get() ? null : job.valueProperty().get();
    return both == null ? 0 : both.own().rank();
  }

  /** The neighbours to list: the own model's, or while it is looked at the other's. */
  List<PeekedPair.Near> listed() {
    Both both = job.valueProperty().get();
    return both == null ? List.of() : (held.get() ? both.other() : both.own()).nearest();
  }

  /** Whose neighbours are listed. */
  String listedTitle() {
    PeekedModel of = model.get();
    return of == null ? "" : held.get() ? of.title() : of.ownTitle();
  }

  /** The pair with both, such as {@code this pair 0.460 → 0.452 · rank 1 → 4}; empty while it is not known. */
  public String pairText() {
    Both both = job.valueProperty().get();
    if (both == null) {
      return "";
    }
    return Texts.of(
        "this pair {0} → {1} · rank {2} → {3}",
        both.own().distanceText(),
        both.other().distanceText(),
        both.own().rankText(),
        both.other().rankText());
  }
}
