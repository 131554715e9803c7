package eifexplorer.workspace;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where this user's own files of the program are.
 *
 * @param settings folder of the settings
 * @param data folder of the demo workspace
 */
public record UserFolders(Path settings, Path data) {
  private static final String NAME = "eif-explorer";

  /**
   * The usual places on this platform; {@code EIF_EXPLORER_HOME} moves both.
   *
   * @param environment environment variables
   * @param osName such as {@code Linux}
   * @param home the user's home folder
   */
  public static UserFolders of(Map<String, String> environment, String osName, Path home) {
    String chosen = environment.get("EIF_EXPLORER_HOME");
    if (chosen != null && !chosen.isBlank()) {
      return new UserFolders(Path.of(chosen), Path.of(chosen));
    }
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      return new UserFolders(
          folder(environment, "APPDATA", home.resolve("AppData/Roaming")),
          folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local")));
    }
    if (os.contains("mac")) {
      Path support = home.resolve("Library/Application Support").resolve(NAME);
      return new UserFolders(support, support);
    }
    return new UserFolders(
        folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
        folder(environment, "XDG_DATA_HOME", home.resolve(".local/share")));
  }

  private static Path folder(Map<String, String> environment, String variable, Path usual) {
    String value = environment.get(variable);
    return (value == null || value.isBlank() ? usual : Path.of(value)).resolve(NAME);
  }
}
