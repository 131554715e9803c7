package eifexplorer.workspace;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the window was left, to be found like that again.
 *
 * @param place where it was on the screen; null before it was first closed
 * @param page the page that showed, by name
 * @param workspace folder of the workspace that was open; empty for the demo
 * @param views for the workspaces left last, newest last: what was chosen there, by folder
 */
@RecordBuilder
public record WindowState(
    @Nullable Place place, String page, String workspace, Map<String, Map<String, String>> views)
    implements WindowStateBuilder.With {
  private static final int WORKSPACES = 50;

  /** Before the window was first closed. */
  public static final WindowState INITIAL = new WindowState(null, "", "", Map.of());

  /**
   * A window's place.
   *
   * @param x left edge, in pixels of the whole desktop
   * @param y upper edge
   * @param width of the window
   * @param height of the window
   * @param maximised whether it filled the screen; the bounds are then those before
   * @param scale pixels of the screen for each of these pixels; 0 if that was not noted
   */
  public record Place(
      double x, double y, double width, double height, boolean maximised, double scale) {
    /** The same pixels of the screen where each of these takes {@code other} of them. */
    public Place at(double other) {
      double by = scale > 0 ? scale / other : 1;
      return new Place(x * by, y * by, width * by, height * by, maximised, other);
    }
  }

  /** Copies the maps and keeps the newest fifty; absent values, and a folder that can't be one here, become the initial ones. */
  public WindowState {
    page = page == null ? "" : page;
    workspace = workspace == null || FolderNames.path(workspace).isEmpty() ? "" : workspace;
    views = newest(views == null ? Map.of() : views);
  }

  private static Map<String, Map<String, String>> newest(Map<String, Map<String, String>> views) {
    List<String> folders = new ArrayList<>(views.keySet());
    Map<String, Map<String, String>> kept = new LinkedHashMap<>();
    for (String folder :
        folders.subList(Math.max(0, folders.size() - WORKSPACES), folders.size())) {
      if (views.get(folder) != null) {
        kept.put(folder, Collections.unmodifiableMap(new LinkedHashMap<>(views.get(folder))));
      }
    }
    return Collections.unmodifiableMap(kept);
  }

  /** What was chosen in a workspace, if that is remembered. */
  public Optional<Map<String, String>> view(String folder) {
    return Optional.ofNullable(views.get(folder));
  }

  /** With what is chosen in a workspace, which becomes the newest. */
  public WindowState withView(String folder, Map<String, String> chosen) {
    Map<String, Map<String, String>> changed = new LinkedHashMap<>(views);
    changed.remove(folder);
    changed.put(folder, chosen);
    return withViews(changed);
  }
}
