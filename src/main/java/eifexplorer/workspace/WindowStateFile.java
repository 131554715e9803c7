package eifexplorer.workspace;

import java.nio.file.Path;

/** Keeps how the window was left on disk, beside the settings. A broken file never stops the program. */
public final class WindowStateFile {
  private final KeptJson<WindowState> file;

  /** State in this folder. */
  public WindowStateFile(Path folder) {
    this.file =
        new KeptJson<>(folder.resolve("window.json"), WindowState.class, WindowState.INITIAL);
  }

  /** What was saved last, or the initial state. */
  public WindowState load() {
    return file.load();
  }

  /** Saves; a failure is logged, since losing it must not stop work. */
  public void save(WindowState state) {
    file.save(state);
  }
}
