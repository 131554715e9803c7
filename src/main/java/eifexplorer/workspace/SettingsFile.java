package eifexplorer.workspace;

import eifexplorer.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps the settings on disk. A broken file never stops the program: it starts with the initial settings. */
public final class SettingsFile {
  private static final String NAME = "settings.json";

  private final Path folder;
  private final KeptJson<Settings> file;

  /** Settings in this folder. */
  public SettingsFile(Path folder) {
    this.folder = folder;
    this.file = new KeptJson<>(folder.resolve(NAME), Settings.class, Settings.INITIAL);
  }

  /** Where they are; a place for other small files of this user. */
  public Path folder() {
    return folder;
  }

  /** What was saved last, or the initial settings. */
  public Settings load() {
    return file.load();
  }

  /** Why {@link #load} gave the initial settings for a file that is there; empty if it did not. */
  public Optional<ProblemException> trouble() {
    return file.trouble();
  }

  /** Whether there is a file, and {@link #load} understood it. */
  public boolean isKept() {
    return Files.exists(folder.resolve(NAME)) && trouble().isEmpty();
  }

  /** Saves, and says why that can't be: losing a preference must not stop work. */
  public Optional<ProblemException> save(Settings settings) {
    return file.save(settings);
  }
}
