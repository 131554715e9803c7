package eifexplorer.workspace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Says of what this program makes when, by which version and on what it was made. */
public final class ProvenanceFactory {
  private static final String PROGRAM = "EIF Explorer";

  private final String tool;

  /** Provenance by this version of the program. */
  public ProvenanceFactory(String version) {
    this.tool = (PROGRAM + " " + version).strip();
  }

  /** Program and version. */
  public String tool() {
    return tool;
  }

  /** Provenance of what a command makes at this moment. */
  public Provenance now(
      String command, Map<String, String> inputs, Map<String, String> parameters) {
    return new Provenance(
        tool,
        Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
        command,
        inputs,
        parameters,
        environment());
  }

  private static Map<String, String> environment() {
    return Map.of(
        "java",
        Runtime.version() + " " + System.getProperty("java.vendor"),
        "os",
        String.join(
            " ",
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch")),
        "processors",
        String.valueOf(Runtime.getRuntime().availableProcessors()));
  }
}
