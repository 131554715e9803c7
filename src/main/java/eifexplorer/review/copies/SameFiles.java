package eifexplorer.review.copies;

import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import eifexplorer.workspace.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds files of the very same content. */
public final class SameFiles {
  private SameFiles() {}

  /**
   * Positions of files of the same content; only files of the same length are read.
   *
   * @param files where there is none, or none any more, it is like no other
   * @return groups of two and more, each ascending
   */
  public static List<List<Integer>> groups(List<Optional<Path>> files, JobContext context) {
    Map<Long, List<Integer>> byLength = new TreeMap<>();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i).filter(Files::isRegularFile).orElse(null);
      if (file != null) {
        byLength.computeIfAbsent(file.toFile().length(), n -> new ArrayList<>()).add(i);
      }
    }
    Map<String, List<Integer>> byContent = new HashMap<>();
    int done = 0;
    for (List<Integer> group : byLength.values()) {
      context.checkCancelled();
      if (group.size() > 1) {
        for (int i : group) {
          byContent
              .computeIfAbsent(content(files.get(i).orElseThrow()), h -> new ArrayList<>())
              .add(i);
        }
      }
      done += group.size();
      context.progress(done, files.size(), "files");
    }
    return byContent.values().stream().filter(same -> same.size() > 1).toList();
  }

  private static String content(Path file) {
    try (InputStream in = RegularFile.in(file)) {
      return Fingerprint.builder().add("content", in).build().digits();
    } catch (IOException e) {
      throw new ProblemException("The image can't be read", file.toString(), "", e);
    }
  }
}
