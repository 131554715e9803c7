package eifexplorer.project;

import java.util.List;

/**
 * What a data set at another place has in common with the one a workspace was made with.
 *
 * @param samples how many the workspace knows
 * @param missing paths of those that are not there
 * @param unknown paths of those that are there but were not before
 */
public record RelocationFinding(int samples, List<String> missing, List<String> unknown) {
  /** Copies the lists. */
  public RelocationFinding {
    missing = List.copyOf(missing);
    unknown = List.copyOf(unknown);
  }

  /** True if it is the same data set. */
  public boolean same() {
    return missing.isEmpty() && unknown.isEmpty();
  }

  /** What differs, a phrase without a full stop; empty if nothing does. */
  public String difference() {
    if (same()) {
      return "";
    }
    String text = "This is another data set";
    if (!missing.isEmpty()) {
      text +=
          "; "
              + missing.size()
              + " of "
              + samples
              + " images are missing, such as "
              + missing.get(0);
    }
    if (!unknown.isEmpty()) {
      text += "; " + unknown.size() + " were not there before, such as " + unknown.get(0);
    }
    return text;
  }
}
