package eifexplorer.review.suspect;

import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Images whose file is there more than once, byte for byte, with different labels: one of them is wrong. */
final class ExactDuplicates implements SuspectDetector {
  @Override
  public DetectorInfo info() {
    return new DetectorInfo(
        "duplicate",
        "Same file, another label",
        "duplicate",
        "How many files with the very same content carry another label.");
  }

  @Override
  public SuspectScores scores(SuspectInputs inputs, JobContext context) {
    int[] labels = inputs.bundle().trainLabels();
    double[] others = new double[labels.length];
    for (List<Integer> same : sameContent(inputs, context)) {
      for (int i : same) {
        others[i] = same.stream().filter(j -> labels[j] != labels[i]).count();
      }
    }
    return SuspectScores.highIsSuspect(others);
  }

  /** Samples of the same content; only files of the same length are read. */
  private static List<List<Integer>> sameContent(SuspectInputs inputs, JobContext context) {
    Map<Long, List<Integer>> byLength = new TreeMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      Path file = inputs.image(i).filter(Files::isRegularFile).orElse(null);
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
              .computeIfAbsent(content(inputs.image(i).orElseThrow()), h -> new ArrayList<>())
              .add(i);
        }
      }
      done += group.size();
      context.progress(done, inputs.size(), "files");
    }
    return byContent.values().stream().filter(same -> same.size() > 1).toList();
  }

  private static String content(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Fingerprint.builder().add("content", in).build().digits();
    } catch (IOException e) {
      throw new ProblemException("The image can't be read", file.toString(), "", e);
    }
  }

  @Override
  public String format(double value) {
    return value == 0 ? "none" : (int) value + (value == 1 ? " file" : " files");
  }
}
