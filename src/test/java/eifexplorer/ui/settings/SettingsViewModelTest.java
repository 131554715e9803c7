package eifexplorer.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.screen.Preferences;
import eifexplorer.workspace.PersonalSettings;
import eifexplorer.workspace.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewModelTest {
  @TempDir Path folder;

  private final List<String> troubles = new ArrayList<>();

  private SettingsViewModel model() {
    return new SettingsViewModel(
        new Preferences(
            new SettingsFile(folder),
            new FxJobs(new InlineJobRunner(), Runnable::run),
            failure -> troubles.add(failure.message())),
        () -> false);
  }

  private PersonalSettings kept() {
    return new SettingsFile(folder).load().personal();
  }

  @Test
  void whatIsChosenAndTypedIsKept() {
    SettingsViewModel model = model();

    model.chooseScale(150);
    model.chooseLanguage("de");
    model.type(PersonalField.MEMORY, " 40 ");
    model.type(PersonalField.THUMBNAILS, "500");
    model.type(PersonalField.WORKSPACES, folder.toString());
    model.type(PersonalField.ANNOTATOR, " Ada ");

    assertEquals(new PersonalSettings(150, "de", "Ada", 40, 500, folder.toString()), kept());
  }

  @Test
  void whatIsOutOfRangeIsRefusedAtItsFieldAndTheFormerValueStays() {
    SettingsViewModel model = model();
    model.type(PersonalField.MEMORY, "30");

    model.type(PersonalField.MEMORY, "90");
    model.type(PersonalField.THUMBNAILS, "lots");
    model.type(PersonalField.WORKSPACES, "here/there");
    model.type(PersonalField.ANNOTATOR, "a\nb");

    assertEquals(
        List.of(
            "Allowed: 5 to 65, or 0 for the usual.",
            "Allowed: a whole number, or nothing for the usual.",
            "Allowed: a folder's full path, or nothing for beside what is opened.",
            "Allowed: one line of at most 60 characters."),
        Arrays.stream(PersonalField.values()).map(f -> model.troubleProperty(f).get()).toList());
    assertEquals(PersonalSettings.INITIAL.withMemoryPercent(30), kept());
  }

  @Test
  void whatAnotherWindowSavedMeanwhileStays() {
    SettingsViewModel one = model();
    SettingsViewModel other = model();
    one.type(PersonalField.MEMORY, "40");
    other.chooseLanguage("de");

    one.type(PersonalField.ANNOTATOR, "Ada");

    assertEquals(new PersonalSettings(0, "de", "Ada", 40, 0, ""), kept());
  }

  @Test
  void aRefusalIsTakenBackOnceTheFieldIsRight() {
    SettingsViewModel model = model();
    model.type(PersonalField.MEMORY, "90");

    model.type(PersonalField.MEMORY, "");

    assertEquals("", model.troubleProperty(PersonalField.MEMORY).get());
  }

  @Test
  void onlyWhatAppliesAtTheNextStartAsksForOne() {
    SettingsViewModel model = model();

    model.type(PersonalField.ANNOTATOR, "Ada");
    boolean afterName = model.restartProperty().get();
    model.chooseScale(200);
    boolean afterSize = model.restartProperty().get();
    model.chooseScale(0);

    assertEquals(
        List.of(false, true, false), List.of(afterName, afterSize, model.restartProperty().get()));
  }

  @Test
  void thatNothingCanBeSavedIsSaidOnceAndSavedWithTheNextThatCan() throws IOException {
    SettingsViewModel model = model();
    Path file = folder.resolve("settings.json");
    Files.createDirectories(file.resolve("in the way"));

    model.chooseScale(150);
    model.chooseLanguage("de");

    assertEquals(1, troubles.size());
    assertTrue(
        troubles
            .get(0)
            .startsWith("The settings can't be saved and hold until the window is closed: "),
        troubles.get(0));
    assertEquals(150, model.own().scale());
    Files.delete(file.resolve("in the way"));
    Files.delete(file);
    model.type(PersonalField.MEMORY, "40");
    assertEquals(new PersonalSettings(150, "de", "", 40, 0, ""), kept());
  }
}
