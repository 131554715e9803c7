package eifexplorer.ui.shell;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.JobRunner;
import eifexplorer.testing.MeanColourEngine;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.ui.kit.DecodedPictures;
import eifexplorer.ui.kit.FileManager;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenContext;
import eifexplorer.ui.testing.FakeOpener;
import eifexplorer.ui.testing.MadeUpFindings;
import eifexplorer.ui.testing.SeededServices;
import eifexplorer.ui.testing.WindowScreens;
import eifexplorer.workspace.LogFolder;
import eifexplorer.workspace.SettingsFile;
import eifexplorer.workspace.WindowStateFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a window does, without the window. */
final class UnshownWindow {
  private UnshownWindow() {}

  /** With the program's screens; its settings go below the folder. */
  static ExplorerWindowViewModel with(JobRunner runner, FakeOpener opener, Path folder) {
    return with(
        runner,
        WindowScreens.all(
            opener, List.of(), SeededServices.standard(), SmallWorkspace.explorer(folder)),
        opener,
        folder);
  }

  /** With these screens; its settings go below the folder. */
  static ExplorerWindowViewModel with(
      List<Function<ScreenContext, Screen>> screens, FakeOpener opener, Path folder) {
    return with(new InlineJobRunner(), screens, opener, folder);
  }

  private static ExplorerWindowViewModel with(
      JobRunner runner,
      List<Function<ScreenContext, Screen>> screens,
      FakeOpener opener,
      Path folder) {
    return new ExplorerWindowViewModel(
        new WindowServices(
            runner,
            opener,
            SmallWorkspace.explorer(folder).workspaces(),
            opened -> new DecodedPictures(folder, opened.dataset()),
            new SettingsFile(folder),
            new WindowStateFile(folder),
            new FileManager("test"),
            screens,
            "CPU",
            () -> new MeanColourEngine().report(),
            new MadeUpFindings(Map.of()),
            new ReportSource(List.of("EIF Explorer test"), new LogFolder(folder.resolve("logs"))),
            Optional::empty),
        Runnable::run);
  }
}
