package eifexplorer.benchmark;

import eifexplorer.problem.RegularFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** What this process has of the machine's memory, inside and outside the heap. */
final class ResidentMemory {
  private static final String PEAK = "VmHWM:";

  private ResidentMemory() {}

  /** The most so far in bytes; empty where the system does not tell. */
  static OptionalLong peakBytes() {
    try {
      return peakBytes(RegularFile.lines(Path.of("/proc/self/status")));
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  static OptionalLong peakBytes(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith(PEAK))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst();
  }
}
