package eifexplorer.ui.shell;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.testing.MeanColourEngine;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.ui.kit.DecodedPictures;
import eifexplorer.ui.kit.FileManager;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenContext;
import eifexplorer.ui.testing.FakeOpener;
import eifexplorer.ui.testing.MadeUpFindings;
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

  /** With these screens; its settings go below the folder. */
  static ExplorerWindowViewModel with(
      List<Function<ScreenContext, Screen>> screens, FakeOpener opener, Path folder) {
    return new ExplorerWindowViewModel(
        new WindowServices(
            new InlineJobRunner(),
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
