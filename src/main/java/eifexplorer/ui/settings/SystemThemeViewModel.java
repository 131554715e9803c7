package eifexplorer.ui.settings;

import eifexplorer.job.Lane;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Theme;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The window's colouring, which follows the system's if that is chosen: the system is asked in the background. */
public final class SystemThemeViewModel {
  /** The name in the settings of following the system. */
  public static final String SYSTEM = "system";

  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final Supplier<Optional<String>> system;
  private final ReadOnlyObjectWrapper<Theme> theme;
  private String chosen;
  private boolean asking;
  private boolean said;

  /**
   * A colouring.
   *
   * @param chosen {@code dark}, {@code light} or {@link #SYSTEM}, for which it is light until the system has answered
   * @param system {@code dark} or {@code light}, empty if the system does not say; called from a job
   */
  public SystemThemeViewModel(
      FxJobs jobs, NoticesViewModel notices, String chosen, Supplier<Optional<String>> system) {
    this.jobs = jobs;
    this.notices = notices;
    this.system = system;
    this.chosen = chosen;
    theme = new ReadOnlyObjectWrapper<>(chosen.equals(SYSTEM) ? Theme.LIGHT : Theme.named(chosen));
    ask();
  }

  /** The colouring. */
  public ReadOnlyObjectProperty<Theme> themeProperty() {
    return theme.getReadOnlyProperty();
  }

  /** Another choice: {@code dark}, {@code light} or {@link #SYSTEM}. */
  public void choose(String newlyChosen) {
    chosen = newlyChosen;
    said = false;
    if (chosen.equals(SYSTEM)) {
      ask();
    } else {
      theme.set(Theme.named(chosen));
    }
  }

  /** Asks the system, if it is to be followed; for when the window comes to the front. */
  public void ask() {
    if (!chosen.equals(SYSTEM) || asking) {
      return;
    }
    asking = true;
    jobs.startQuietly(
        Texts.of("Ask the system for its colouring"),
        Lane.IO,
        context -> system.get(),
        new Outcome<>(this::answered, failure -> answered(Optional.empty()), () -> asking = false));
  }

  private void answered(Optional<String> answer) {
    asking = false;
    if (!chosen.equals(SYSTEM)) {
      return;
    }
    theme.set(answer.map(Theme::named).orElse(Theme.LIGHT));
    if (answer.isEmpty() && !said) {
      said = true;
      notices.info(
          Texts.of("The system does not say whether it is dark or light: the window is light."));
    }
  }
}
