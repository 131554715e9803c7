package eifexplorer.workspace;

import java.util.Optional;

/** Which version of the program this is; a class of its own, so that saying it loads nothing else. */
public final class ProgramVersion {
  private ProgramVersion() {}

  /** The version in the program's jar, or {@code (development)} where it runs from its classes. */
  public static String current() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
        .orElse("(development)");
  }
}
