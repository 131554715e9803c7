package eifexplorer.workspace;

import eifexplorer.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the settings on disk. A broken file never stops the program: it starts with the initial settings. */
public final class SettingsFile {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

  private final Path file;

  /** Settings in this folder. */
  public SettingsFile(Path folder) {
    this.file = folder.resolve("settings.json");
  }

  /** What was saved last, or the initial settings. */
  public Settings load() {
    if (!Files.exists(file)) {
      return Settings.INITIAL;
    }
    try {
      return Json.read(file, Settings.class);
    } catch (ProblemException e) {
      LOG.warn("Settings are read as new. {}", e.getMessage());
      return Settings.INITIAL;
    }
  }

  /** Saves; a failure is logged, since losing a preference must not stop work. */
  public void save(Settings settings) {
    try {
      Json.write(file, settings);
    } catch (ProblemException e) {
      LOG.warn("Settings are not saved. {}", e.getMessage());
    }
  }
}
