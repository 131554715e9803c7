package eifexplorer.workspace;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What this user chose.
 *
 * @param theme {@code dark}, {@code light}, or {@code system} for what the system has
 * @param device {@code auto}, {@code cpu} or {@code gpu:n}
 * @param kernels {@code auto}, {@code java} or {@code torch}
 * @param threads threads of the tensor runtime; 0 for cores minus one
 * @param recentWorkspaces newest first
 * @param verdicts {@code auto}, or {@code asked} to try out only when asked what becomes of a pair without its harm
 * @param keys command to key, for the commands that are not on their usual key
 * @param folders the folder that was chosen from last, by what was chosen
 * @param recentPaths files and folders that were chosen, by what was chosen, newest first
 * @param tour empty until this user left the tour or walked it to its end, then {@code done}
 * @param runColumns what the table of training runs shows, by name; empty for the usual
 * @param personal size, language, name and room
 */
@RecordBuilder
public record Settings(
    String theme,
    String device,
    String kernels,
    int threads,
    List<String> recentWorkspaces,
    String verdicts,
    String tour,
    Map<String, String> keys,
    List<String> runColumns,
    Map<String, String> folders,
    Map<String, List<String>> recentPaths,
    PersonalSettings personal)
    implements SettingsBuilder.With {
  private static final int RECENT = 10;

  /** Before anything was chosen. */
  public static final Settings INITIAL =
      new Settings(
          "dark",
          "auto",
          "auto",
          0,
          List.of(),
          "auto",
          "",
          Map.of(),
          List.of(),
          Map.of(),
          Map.of(),
          PersonalSettings.INITIAL);

  /** Copies lists and maps; absent values become the initial ones, a null within a list or map is refused. */
  public Settings {
    theme = theme == null ? "dark" : theme;
    device = device == null ? "auto" : device;
    kernels = kernels == null ? "auto" : kernels;
    verdicts = verdicts == null ? "auto" : verdicts;
    tour = tour == null ? "" : tour;
    recentWorkspaces = recentWorkspaces == null ? List.of() : folders(recentWorkspaces);
    runColumns = runColumns == null ? List.of() : List.copyOf(runColumns);
    keys = sorted(keys);
    folders = sorted(folders);
    recentPaths = sorted(copied(recentPaths));
    personal = personal == null ? PersonalSettings.INITIAL : personal;
  }

  /** Those that can be folders on this system: the file may come from another. */
  private static List<String> folders(List<String> texts) {
    return List.copyOf(texts).stream().filter(text -> FolderNames.path(text).isPresent()).toList();
  }

  private static Map<String, List<String>> copied(Map<String, List<String>> lists) {
    Map<String, List<String>> copies = new TreeMap<>();
    if (lists != null) {
      lists.forEach((name, list) -> copies.put(name, List.copyOf(list)));
    }
    return copies;
  }

  private static <V> Map<String, V> sorted(Map<String, V> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(map)));
  }

  /** Whether verdicts are tried out by themselves. */
  public boolean triesVerdicts() {
    return !verdicts.equals("asked");
  }

  /** Whether the tour need not be offered. */
  public boolean hasDoneTour() {
    return tour.equals("done");
  }

  /** With another folder to choose from next time. */
  public Settings withFolder(String purpose, String folder) {
    Map<String, String> changed = new TreeMap<>(folders);
    changed.put(purpose, folder);
    return withFolders(changed);
  }

  /** With a workspace moved to the front of the recent ones. */
  public Settings withRecent(String workspace) {
    return withRecentWorkspaces(newestFirst(workspace, recentWorkspaces));
  }

  /** With a chosen file or folder moved to the front of those chosen for the same. */
  public Settings withRecentPath(String purpose, String path) {
    Map<String, List<String>> changed = new TreeMap<>(recentPaths);
    changed.put(purpose, newestFirst(path, recentPaths.getOrDefault(purpose, List.of())));
    return withRecentPaths(changed);
  }

  private static List<String> newestFirst(String newest, List<String> before) {
    List<String> recent = new ArrayList<>(before);
    recent.remove(newest);
    recent.add(0, newest);
    return List.copyOf(recent.subList(0, Math.min(RECENT, recent.size())));
  }

  /** With another device and number of threads. */
  public Settings withEngine(String newDevice, int newThreads) {
    return with(changed -> changed.device(newDevice).threads(newThreads));
  }
}
