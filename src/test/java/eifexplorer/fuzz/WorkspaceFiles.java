package eifexplorer.fuzz;

import static eifexplorer.fuzz.KeptWorkspace.Look.EXPERIMENTS;
import static eifexplorer.fuzz.KeptWorkspace.Look.MODELS;
import static eifexplorer.fuzz.KeptWorkspace.Look.REVIEW;
import static eifexplorer.fuzz.KeptWorkspace.Look.ROOM;
import static eifexplorer.fuzz.KeptWorkspace.Look.RUNS;
import static eifexplorer.fuzz.KeptWorkspace.Look.SESSION;

import eifexplorer.fuzz.KeptWorkspace.Look;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.Folders;
import eifexplorer.testing.SmallWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The files of a workspace, which may be a stranger's: one is damaged, and all is done that reads it. */
final class WorkspaceFiles {
  private static final List<String> WORDS =
      List.of(
          "{", "}", "[", "]", ",", ":", "null", "\"", "\n", "1e999", "\\u0000", "../../x", "-1");

  private final Path whole;
  private final Map<String, Stamp> stamps;
  private final KeptWorkspace workspace;
  private final List<Format> formats = new ArrayList<>();

  private WorkspaceFiles(Path folder) throws IOException {
    workspace = new KeptWorkspace(SmallWorkspace.explorer(folder.resolve("home")));
    whole = workspace.make(folder);
    for (Path file : Folders.files(whole)) {
      // Copies keep whole seconds only.
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }
    stamps = stamps(whole);
  }

  static List<Format> all(Path folder) throws IOException {
    WorkspaceFiles files = new WorkspaceFiles(folder);
    List<Mutation> json = JsonMutations.whole();
    List<Mutation> lines = JsonMutations.lines();
    List<Mutation> csv = TextMutations.all(",");
    List<Mutation> npz = ZipMutations.around(NpyMutations.all());
    files.add("workspace\\.json", json, EnumSet.allOf(Look.class));
    files.add("models/.*/model\\.json", json, EnumSet.of(MODELS, SESSION));
    files.add("models/.*/weights\\.safetensors", List.of(), EnumSet.of(MODELS, SESSION));
    files.add("runs/.*/run\\.json", json, EnumSet.of(RUNS));
    files.add("runs/.*/outcome\\.json", json, EnumSet.of(RUNS));
    files.add("runs/.*/epochs\\.jsonl", lines, EnumSet.of(RUNS));
    files.add("review/current\\.json", json, EnumSet.of(REVIEW));
    files.add("review/journal\\.jsonl", lines, EnumSet.of(REVIEW));
    files.add("review/marks\\.jsonl", lines, EnumSet.of(REVIEW));
    files.add("review/revisions/1\\.json", json, EnumSet.of(REVIEW));
    files.add("features/.*/index\\.csv", csv, EnumSet.of(SESSION));
    files.add("features/.*/train\\.npy", NpyMutations.all(), EnumSet.of(SESSION));
    files.add("results/.*/nearest\\.npz", npz, EnumSet.of(SESSION));
    files.add("results/.*/scores\\.npz", npz, EnumSet.of(SESSION));
    files.add("results/.*/pairs-00000\\.npz", npz, EnumSet.of(SESSION));
    files.add("results/[^/]*/provenance\\.json", json, EnumSet.of(SESSION, ROOM));
    files.add("results/experiments/.*/experiment\\.json", json, EnumSet.of(EXPERIMENTS));
    files.add("results/experiments/.*/result\\.json", json, EnumSet.of(EXPERIMENTS, SESSION));
    files.add("results/experiments/.*/units\\.jsonl", lines, EnumSet.of(EXPERIMENTS));
    return files.formats;
  }

  private void add(String pattern, List<Mutation> own, Set<Look> looks) throws IOException {
    String path =
        Folders.files(whole).stream()
            .map(file -> whole.relativize(file).toString().replace('\\', '/'))
            .filter(file -> file.matches(pattern))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + pattern));
    Format format =
        Format.of(
            path.substring(path.lastIndexOf('/') + 1),
            "ws/" + path,
            List.of(Files.readAllBytes(whole.resolve(path))),
            WORDS,
            own,
            file -> survives(file, path, looks));
    formats.add(format.costing(looks.contains(SESSION) ? 8 : 1));
  }

  /** Whether nothing is said of the damage; afterwards everything is as it was, but for the damaged file. */
  private boolean survives(Path damaged, String path, Set<Look> looks) throws IOException {
    Path there = damaged;
    for (int depth = 0; depth < Path.of(path).getNameCount(); depth++) {
      there = there.getParent();
    }
    restore(there, path);
    List<ProblemException> problems = workspace.look(there, looks);
    requireKept(there, path);
    restore(there, path);
    for (ProblemException problem : problems) {
      if (Oracle.fault(problem, there.getParent()).isPresent()) {
        throw problem;
      }
    }
    return problems.isEmpty();
  }

  /** What people lose something with is not touched because another file is damaged. */
  private void requireKept(Path there, String damaged) throws IOException {
    Map<String, Stamp> now = stamps(there);
    for (Map.Entry<String, Stamp> file : stamps.entrySet()) {
      String path = file.getKey();
      boolean kept =
          path.matches("(?:models|runs|review)/.*|workspace\\.json") && !path.endsWith("lock");
      ArrayFormats.check(
          !kept || path.equals(damaged) || file.getValue().equals(now.get(path)),
          "another file is lost or changed: " + path);
    }
  }

  /** What changes with a file's content. */
  private record Stamp(long size, FileTime modified) {}

  private static Map<String, Stamp> stamps(Path folder) throws IOException {
    Map<String, Stamp> stamps = new TreeMap<>();
    for (Path file : Files.isDirectory(folder) ? Folders.files(folder) : List.<Path>of()) {
      stamps.put(
          folder.relativize(file).toString().replace('\\', '/'),
          new Stamp(Files.size(file), Files.getLastModifiedTime(file)));
    }
    return stamps;
  }

  /** Makes all files but the damaged one those of the whole workspace. */
  private void restore(Path there, String damaged) throws IOException {
    Map<String, Stamp> now = stamps(there);
    for (Map.Entry<String, Stamp> file : stamps.entrySet()) {
      String path = file.getKey();
      if (!path.equals(damaged) && !file.getValue().equals(now.get(path))) {
        Path target = there.resolve(path);
        Files.createDirectories(target.getParent());
        Files.copy(
            whole.resolve(path),
            target,
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    for (String path : now.keySet()) {
      if (!stamps.containsKey(path)) {
        Files.delete(there.resolve(path));
      }
    }
  }
}
