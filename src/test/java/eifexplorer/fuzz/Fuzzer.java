package eifexplorer.fuzz;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has a format's reader read damaged files, one after the other, in a thread that is given up if it hangs. */
final class Fuzzer implements AutoCloseable {
  /** More than any input may take, even on a machine that is busy with other things. */
  private static final int HANGS_AFTER_SECONDS = 120;

  private final Path folder;
  private ExecutorService reading = newThread();

  /** Reads files below a folder, which holds nothing else. */
  Fuzzer(Path folder) {
    this.folder = folder;
  }

  /**
   * What came of a format's inputs.
   *
   * @param faults by what is wrong, the first input that shows it and how many do
   * @param slowest milliseconds of the slowest input
   * @param slow its number
   */
  record Report(
      String format,
      int accepted,
      int refused,
      Map<String, Fault> faults,
      long slowest,
      int slow,
      double seconds) {
    int inputs() {
      return accepted + refused + faults.values().stream().mapToInt(Fault::count).sum();
    }

    /** A line for each fault, with how to run the input again. */
    String said() {
      return faults.entrySet().stream()
          .map(fault -> fault.getKey() + " × " + fault.getValue().count() + fault.getValue().how())
          .collect(Collectors.joining("\n", "\n", ""));
    }
  }

  /** Inputs that show one thing that is wrong. */
  record Fault(int count, String how) {
    Fault more(Fault other) {
      return new Fault(count + other.count, how);
    }
  }

  /** Reads the inputs from a number on. */
  Report run(Format format, int from, int count) throws IOException {
    Path place = Files.createDirectories(folder.resolve(format.name()));
    Path file = place.resolve(format.file());
    Files.createDirectories(file.getParent());
    Map<String, Fault> faults = new LinkedHashMap<>();
    int[] accepted = new int[2];
    Set<Path> before = new TreeSet<>();
    long[] slowest = {0, from};
    long start = System.nanoTime();
    for (int number = from; number < from + count; number++) {
      Format.Input input = format.input(number);
      Files.deleteIfExists(file); // writing over a file waits for the disk
      Files.write(file, input.bytes());
      long began = System.nanoTime();
      Optional<String> fault = read(format, file, place, accepted);
      long took = (System.nanoTime() - began) / 1_000_000;
      if (took > slowest[0]) {
        slowest = new long[] {took, number};
      }
      String how =
          "\n  %s: -Dfuzz.only=%s/%d, damaged file %s"
              .formatted(input.story(), format.name(), number, format.file());
      if (number == from) {
        // A reader may put other files beside the damaged one before it begins.
        before.addAll(around(file));
      }
      fault.ifPresent(what -> faults.merge(what, new Fault(1, how), Fault::more));
      if (fault.isEmpty() && faults.size() > 200) {
        break;
      }
    }
    Set<Path> strays = around(file);
    strays.removeAll(before);
    if (!strays.isEmpty()) {
      faults.put("files left behind: " + strays, new Fault(1, ""));
    }
    return new Report(
        format.name(),
        accepted[1],
        accepted[0],
        faults,
        slowest[0],
        (int) slowest[1],
        (System.nanoTime() - start) / 1e9);
  }

  private Optional<String> read(Format format, Path file, Path place, int[] accepted) {
    Future<Boolean> answer = reading.submit(() -> format.reader().accepts(file));
    try {
      accepted[answer.get(HANGS_AFTER_SECONDS, TimeUnit.SECONDS) ? 1 : 0]++;
      return Optional.empty();
    } catch (ExecutionException e) {
      Optional<String> fault = Oracle.faultInFile(e.getCause(), place);
      accepted[0] += fault.isEmpty() ? 1 : 0;
      return fault;
    } catch (TimeoutException e) {
      reading.shutdownNow();
      reading = newThread();
      return Optional.of("no answer in " + HANGS_AFTER_SECONDS + " s");
    } catch (InterruptedException e) {
      throw new ProblemException("Interrupted", "", "", e);
    }
  }

  private static ExecutorService newThread() {
    return Executors.newSingleThreadExecutor(
        work -> {
          Thread thread = new Thread(work, "damaged files");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Where a reader might write what it should not: beside its folder and where temporary files are. */
  private Set<Path> around(Path file) throws IOException {
    Set<Path> all = new TreeSet<>();
    for (Path place : Set.of(folder, folder.getParent(), file.getParent())) {
      try (Stream<Path> list = Files.list(place)) {
        list.filter(path -> !path.equals(file)).forEach(all::add);
      }
    }
    try (Stream<Path> list = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      list.filter(path -> path.getFileName().toString().startsWith("eif-explorer"))
          .forEach(all::add);
    }
    return all;
  }

  @Override
  public void close() {
    reading.shutdownNow();
  }
}
