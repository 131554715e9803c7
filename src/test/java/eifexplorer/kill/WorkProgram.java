package eifexplorer.kill;

import eifexplorer.project.Explorer;
import java.nio.file.Path;

/** A program to be killed: {@code WorkProgram OPERATION REHEARSAL PLACE} does it in two places, the second time announced. */
public final class WorkProgram {
  private WorkProgram() {}

  /** Does it once so that what follows takes no time for classes, says {@code begin}, does it, says how long it took. */
  public static void main(String... arguments) {
    Operation operation = Operation.valueOf(arguments[0]);
    WorkPlace rehearsal = new WorkPlace(Path.of(arguments[1]));
    WorkPlace place = new WorkPlace(Path.of(arguments[2]));
    try (Explorer explorer = rehearsal.explorer()) {
      operation.run(explorer, rehearsal);
    }
    try (Explorer explorer = place.explorer()) {
      long start = System.nanoTime();
      System.out.println("begin");
      System.out.flush();
      operation.run(explorer, place);
      System.out.println((System.nanoTime() - start) / 1000);
    }
    System.out.flush();
    System.exit(0);
  }
}
