package eifexplorer.image;

import eifexplorer.problem.ProblemException;
import java.nio.file.Path;

/**
 * A picture that can't be had just now, whatever is in it: its file is gone or its disk is, too many files are open, memory is
 * full. Who works through many pictures stops, since leaving it out would change the result for a reason that passes.
 */
public final class UnreachableImageException extends ProblemException {
  private static final long serialVersionUID = 1;

  UnreachableImageException(String what, Path file, String remedy, Throwable cause) {
    super(what, file.toString(), remedy, cause);
  }
}
