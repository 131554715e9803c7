package eifexplorer.workspace;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an artefact was made from, so that it can be made again.
 *
 * @param tool program and version
 * @param created ISO-8601 time in UTC
 * @param command what made it, such as {@code train}
 * @param inputs name to fingerprint or file
 * @param parameters name to value
 * @param environment what it was made on: {@code java}, {@code os}, {@code processors}; empty if it was not noted
 */
public record Provenance(
    String tool,
    String created,
    String command,
    Map<String, String> inputs,
    Map<String, String> parameters,
    Map<String, String> environment) {
  /** Copies the maps, sorted by name; absent ones become empty. */
  public Provenance {
    inputs = sorted(inputs);
    parameters = sorted(parameters);
    environment = sorted(environment);
  }

  private static Map<String, String> sorted(Map<String, String> given) {
    return Collections.unmodifiableMap(new TreeMap<>(given == null ? Map.of() : given));
  }

  /** Without what it was made on. */
  public Provenance(
      String tool,
      String created,
      String command,
      Map<String, String> inputs,
      Map<String, String> parameters) {
    this(tool, created, command, inputs, parameters, Map.of());
  }
}
