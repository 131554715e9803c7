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
 */
public record Provenance(
    String tool,
    String created,
    String command,
    Map<String, String> inputs,
    Map<String, String> parameters) {
  /** Copies the maps, sorted by name; absent ones become empty. */
  public Provenance {
    inputs = Collections.unmodifiableMap(new TreeMap<>(inputs == null ? Map.of() : inputs));
    parameters =
        Collections.unmodifiableMap(new TreeMap<>(parameters == null ? Map.of() : parameters));
  }
}
