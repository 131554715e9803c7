package eifexplorer.project;

import java.util.List;
import java.util.Locale;

/**
 * What a data set at another place has in common with the one a workspace was made with.
 *
 * @param samples how many the workspace knows
 * @param missing paths of those that are not there
 * @param unknown paths of those that are there but were not before
 * @param bundle whether they are the images of a bundle, which may lack some
 */
public record RelocationFinding(
    int samples, List<String> missing, List<String> unknown, boolean bundle) {
  /** Copies the lists. */
  public RelocationFinding {
    missing = List.copyOf(missing);
    unknown = List.copyOf(unknown);
  }

  /** Of a data set, whose images must all be there. */
  public RelocationFinding(int samples, List<String> missing, List<String> unknown) {
    this(samples, missing, unknown, false);
  }

  /** Of the images of a bundle. */
  static RelocationFinding ofBundle(int samples, List<String> missing) {
    return new RelocationFinding(samples, missing, List.of(), true);
  }

  /** True if it is the same data set, or holds images of the bundle. */
  public boolean fits() {
    return bundle ? missing.size() < samples : missing.isEmpty() && unknown.isEmpty();
  }

  /** What was found, a sentence such as {@code All 24 images are there}. */
  public String sentence() {
    if (!fits()) {
      return difference() + ".";
    }
    String found =
        samples == 1
            ? "The image is there."
            : String.format(Locale.ROOT, "All %,d images are there.", samples);
    return missing.isEmpty()
        ? found
        : String.format(
            Locale.ROOT,
            "%,d of %,d images are there; not found is %s%s.",
            samples - missing.size(),
            samples,
            missing.get(0),
            missing.size() > 1 ? " and others" : "");
  }

  /** What differs, a phrase without a full stop; empty if nothing does. */
  public String difference() {
    if (fits()) {
      return "";
    }
    if (bundle) {
      return String.format(
          Locale.ROOT,
          "None of the bundle's %,d images is there, such as %s",
          samples,
          missing.get(0));
    }
    String text = "This is another data set";
    if (!missing.isEmpty()) {
      text +=
          missing.size() == 1
              ? "; 1 of " + samples + " images is missing: " + missing.get(0)
              : "; "
                  + missing.size()
                  + " of "
                  + samples
                  + " images are missing, such as "
                  + missing.get(0);
    }
    if (!unknown.isEmpty()) {
      text +=
          unknown.size() == 1
              ? "; 1 was not there before: " + unknown.get(0)
              : "; " + unknown.size() + " were not there before, such as " + unknown.get(0);
    }
    return text;
  }
}
