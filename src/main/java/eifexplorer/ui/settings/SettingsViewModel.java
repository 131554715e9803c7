package eifexplorer.ui.settings;

import static java.util.Objects.requireNonNull;

import eifexplorer.problem.BadValueException;
import eifexplorer.problem.ProblemException;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.Preferences;
import eifexplorer.workspace.PersonalSettings;
import eifexplorer.workspace.Settings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The settings as the sheet shows them. Each is kept as soon as it is chosen; what is typed is kept if it is in range, else
 * its field says why not and the former value stays.
 */
public final class SettingsViewModel {
  /** Sizes of everything to choose from, in per cent; 0 is the system's. */
  static final List<Integer> SCALES = List.of(0, 100, 125, 150, 175, 200);

  private final Preferences preferences;
  private final BooleanSupplier engineChanged;
  private final PersonalSettings started;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper restart = new ReadOnlyBooleanWrapper();
  private final Map<PersonalField, ReadOnlyStringWrapper> troubles =
      new EnumMap<>(PersonalField.class);

  /**
   * The settings as they are.
   *
   * @param engineChanged whether another engine was chosen than the one that runs
   */
  public SettingsViewModel(Preferences preferences, BooleanSupplier engineChanged) {
    this.preferences = preferences;
    this.engineChanged = engineChanged;
    started = own();
    for (PersonalField field : PersonalField.values()) {
      troubles.put(field, new ReadOnlyStringWrapper(""));
    }
  }

  /** Whether the sheet is open. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** True if something was chosen that applies at the next start only. */
  public ReadOnlyBooleanProperty restartProperty() {
    return restart.getReadOnlyProperty();
  }

  /** The settings. */
  PersonalSettings own() {
    return preferences.get().personal();
  }

  /** The theme chosen: {@code dark}, {@code light} or {@code system}. */
  String theme() {
    return preferences.get().theme();
  }

  /** Chooses the size of everything from the next start on. */
  void chooseScale(int percent) {
    change(own -> own.withScale(PersonalSettings.scale(percent)));
  }

  /** Chooses the language from the next start on. */
  void chooseLanguage(String language) {
    change(own -> own.withLanguage(PersonalSettings.language(language)));
  }

  /** Takes what was typed; false if it is refused. */
  boolean type(PersonalField field, String typed) {
    ReadOnlyStringWrapper trouble = requireNonNull(troubles.get(field));
    try {
      change(own -> field.with(own, typed));
      trouble.set("");
      return true;
    } catch (ProblemException e) {
      // It stands at its field: what the file calls that is no word of the window's.
      trouble.set(e instanceof BadValueException ? Texts.said(e.remedy()) : Texts.problem(e));
      return false;
    }
  }

  /** Why what was typed last was refused; empty if it was not. */
  ReadOnlyStringProperty troubleProperty(PersonalField field) {
    return requireNonNull(troubles.get(field)).getReadOnlyProperty();
  }

  private void change(UnaryOperator<PersonalSettings> change) {
    if (!change.apply(own()).equals(own())) {
      preferences.change(
          (Settings settings) -> settings.withPersonal(change.apply(settings.personal())));
    }
    engineMayHaveChanged();
  }

  /** Looks again whether the program must be started again. */
  public void engineMayHaveChanged() {
    PersonalSettings own = own();
    restart.set(
        engineChanged.getAsBoolean()
            || own.scale() != started.scale()
            || !own.language().equals(started.language())
            || own.memoryPercent() != started.memoryPercent());
  }
}
