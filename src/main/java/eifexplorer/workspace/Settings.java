package eifexplorer.workspace;

import java.util.ArrayList;
import java.util.List;

/**
 * What this user chose.
 *
 * @param theme {@code dark} or {@code light}
 * @param device {@code auto}, {@code cpu} or {@code gpu:n}
 * @param threads threads of the tensor runtime; 0 for cores minus one
 * @param recentWorkspaces newest first
 */
public record Settings(String theme, String device, int threads, List<String> recentWorkspaces) {
  private static final int RECENT = 10;

  /** Before anything was chosen. */
  public static final Settings INITIAL = new Settings("dark", "auto", 0, List.of());

  /** Copies the list; absent values become the initial ones. */
  public Settings {
    theme = theme == null ? "dark" : theme;
    device = device == null ? "auto" : device;
    recentWorkspaces = recentWorkspaces == null ? List.of() : List.copyOf(recentWorkspaces);
  }

  /** With a workspace moved to the front of the recent ones. */
  public Settings withRecent(String workspace) {
    List<String> recent = new ArrayList<>(recentWorkspaces);
    recent.remove(workspace);
    recent.add(0, workspace);
    return new Settings(theme, device, threads, recent.subList(0, Math.min(RECENT, recent.size())));
  }

  /** With another theme. */
  public Settings withTheme(String newTheme) {
    return new Settings(newTheme, device, threads, recentWorkspaces);
  }
}
