package eifexplorer.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemThemeViewModelTest {
  private final NoticesViewModel notices = new NoticesViewModel();
  private Optional<String> system = Optional.of("dark");
  private int asked;

  private SystemThemeViewModel model(String chosen) {
    return new SystemThemeViewModel(
        new FxJobs(new InlineJobRunner(), Runnable::run),
        notices,
        chosen,
        () -> {
          asked++;
          return system;
        });
  }

  @Test
  void itFollowsTheSystemEachTimeTheWindowComesToTheFront() {
    SystemThemeViewModel model = model("system");
    List<Theme> seen = new ArrayList<>(List.of(model.themeProperty().get()));
    system = Optional.of("light");
    model.ask();
    seen.add(model.themeProperty().get());

    assertEquals(List.of(Theme.DARK, Theme.LIGHT), seen);
  }

  @Test
  void aChosenThemeAsksNobody() {
    SystemThemeViewModel model = model("dark");
    model.ask();
    model.choose("light");

    assertEquals(List.of(Theme.LIGHT, 0), List.of(model.themeProperty().get(), asked));
  }

  @Test
  void aSystemThatDoesNotSayGetsALightWindowAndOneSentence() {
    system = Optional.empty();
    SystemThemeViewModel model = model("system");
    model.ask();

    assertEquals(Theme.LIGHT, model.themeProperty().get());
    assertEquals(1, notices.notices().size());
  }
}
