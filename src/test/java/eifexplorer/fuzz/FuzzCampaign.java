package eifexplorer.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Reads many damaged files and prints a table: {@code FuzzCampaign 100000}, {@code FuzzCampaign 5000 npz,pth} of these
 * formats, {@code FuzzCampaign 5000 npz,pth 200000} from this number on.
 */
public final class FuzzCampaign {
  private FuzzCampaign() {}

  /** Runs it; ends with 1 if there is any fault. */
  public static void main(String[] arguments) throws IOException {
    ((Logger) LoggerFactory.getLogger("ROOT")).setLevel(Level.OFF);
    int inputs = Integer.parseInt(arguments[0]);
    int from = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
    Path folder = Files.createTempDirectory("fuzz").resolve("inputs");
    List<Format> formats =
        Formats.all(Files.createDirectories(folder.resolveSibling("seeds"))).stream()
            .filter(
                format ->
                    arguments.length < 2
                        || List.of(arguments[1].split(",", -1)).contains(format.name()))
            .toList();
    boolean failed = false;
    say("| format | inputs | accepted | refused | faults | slowest | time |");
    say("|---|---|---|---|---|---|---|");
    try (Fuzzer fuzzer = new Fuzzer(Files.createDirectories(folder))) {
      for (Format format : formats) {
        Fuzzer.Report report = fuzzer.run(format, from, format.share(inputs, formats));
        say(
            "| %s | %d | %d | %d | %d | %d ms (%d) | %.1f s |"
                .formatted(
                    report.format(),
                    report.inputs(),
                    report.accepted(),
                    report.refused(),
                    report.faults().size(),
                    report.slowest(),
                    report.slow(),
                    report.seconds()));
        if (!report.faults().isEmpty()) {
          System.err.println(report.said());
          failed = true;
        }
      }
    }
    System.exit(failed ? 1 : 0);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
