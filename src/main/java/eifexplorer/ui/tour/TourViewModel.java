package eifexplorer.ui.tour;

import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.Preferences;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where the tour is. It begins by itself once, and never again after it was left or walked to its end. */
public final class TourViewModel {
  private static final List<TourStep> STEPS = List.of(TourStep.values());

  private final Preferences preferences;
  private final ReadOnlyObjectWrapper<TourStep> step = new ReadOnlyObjectWrapper<>();

  /** A tour that has not begun. */
  public TourViewModel(Preferences preferences) {
    this.preferences = preferences;
  }

  /** The step on the screen; null while there is none. */
  public ReadOnlyObjectProperty<TourStep> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** Begins, for somebody who asked for it. */
  public void begin() {
    step.set(TourStep.PAIR);
  }

  /** Begins if this user never left it. */
  public void offer() {
    if (!preferences.get().hasDoneTour() && step.get() == null) {
      begin();
    }
  }

  /** Goes to the next step; behind the last one it is done. */
  public void next() {
    TourStep now = step.get();
    if (now == null || isLast()) {
      leave();
    } else {
      step.set(STEPS.get(STEPS.indexOf(now) + 1));
    }
  }

  /** Whether the step on the screen is the last one. */
  public boolean isLast() {
    return step.get() == TourStep.WHAT_IF;
  }

  /** Ends it for good; false if there is none. */
  public boolean leave() {
    if (step.get() == null) {
      return false;
    }
    step.set(null);
    if (!preferences.get().hasDoneTour()) {
      preferences.change(settings -> settings.withTour("done"));
    }
    return true;
  }

  /** Which of how many: {@code 1 of 3}. */
  public String place() {
    TourStep now = step.get();
    return now == null ? "" : Texts.of("{0} of {1}", STEPS.indexOf(now) + 1, STEPS.size());
  }
}
