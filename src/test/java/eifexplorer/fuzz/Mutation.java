package eifexplorer.fuzz;

import java.io.IOException;
import java.util.Random;

/**
 * A way to damage a file.
 *
 * @param name in a failure's message
 * @param change gives the damaged bytes; may give the same array, changed or not
 */
record Mutation(String name, Change change) {
  /** Work on bytes that belong to the caller no more. */
  @FunctionalInterface
  interface Change {
    byte[] of(byte[] bytes, Random random) throws IOException;
  }
}
