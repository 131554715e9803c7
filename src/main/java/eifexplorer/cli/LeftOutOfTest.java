package eifexplorer.cli;

import eifexplorer.dataset.LabelChange;
import eifexplorer.session.ExplorerSession;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The test images that the labels leave out of measuring, named beside what is measured. */
final class LeftOutOfTest {
  private static final int NAMED = 5;

  private LeftOutOfTest() {}

  /** Adds {@code test_left_out}, their paths, to a result if there are any. */
  static void put(Map<String, Object> result, ExplorerSession session) {
    List<String> paths = paths(session);
    if (!paths.isEmpty()) {
      result.put("test_left_out", paths);
    }
  }

  /** Names them in a line if there are any. */
  static void note(Console console, ExplorerSession session) {
    List<String> paths = paths(session);
    if (!paths.isEmpty()) {
      console.note(
          Counted.of(paths.size(), "test image")
              + " left out of measuring by the labels: "
              + paths.stream().limit(NAMED).collect(Collectors.joining(", "))
              + (paths.size() > NAMED ? " and " + (paths.size() - NAMED) + " more" : ""));
    }
  }

  private static List<String> paths(ExplorerSession session) {
    return session.leftOut().stream().map(LabelChange::sample).toList();
  }
}
