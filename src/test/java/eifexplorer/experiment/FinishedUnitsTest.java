package eifexplorer.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.testing.CancelAfter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedUnitsTest {
  /** A unit's value. */
  private record Value(int number, List<Double> numbers) {}

  @TempDir Path folder;

  private static Value never() {
    throw new AssertionError("The unit is done");
  }

  @Test
  void aFinishedUnitIsFoundByALaterRun() {
    Path file = folder.resolve("units.jsonl");
    Value value = new Value(3, List.of(.1, 1e-9));
    FinishedUnits.in(file).findOrRun("a", Value.class, () -> value, JobContext.unattended());

    FinishedUnits later = FinishedUnits.in(file);
    assertEquals(
        value,
        later.findOrRun("a", Value.class, FinishedUnitsTest::never, JobContext.unattended()));
    assertEquals(1, later.size());
  }

  /** A name that begins like another's is another unit (the reference took it for the same). */
  @Test
  void keysAreComparedWhole() {
    FinishedUnits units = FinishedUnits.inMemory();
    units.findOrRun("p11-23", Integer.class, () -> 1, JobContext.unattended());

    assertEquals(2, units.findOrRun("p1-2", Integer.class, () -> 2, JobContext.unattended()));
  }

  @Test
  void afterACancelNoUnitBeginsAndTheFinishedOnesAreThere() {
    Path file = folder.resolve("units.jsonl");
    CancelAfter context = new CancelAfter(1);
    FinishedUnits units = FinishedUnits.in(file);
    units.findOrRun("a", Integer.class, () -> 1, context);

    assertThrows(
        JobCancelledException.class, () -> units.findOrRun("b", Integer.class, () -> 2, context));
    assertTrue(FinishedUnits.in(file).contains("a"));
    assertEquals(1, FinishedUnits.in(file).size());
  }

  @Test
  void aFolderThatCannotBeWrittenIsASentence() throws Exception {
    Path blocked = Files.writeString(folder.resolve("file"), "no folder");
    FinishedUnits units = FinishedUnits.in(blocked.resolve("units.jsonl"));

    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> units.findOrRun("a", Integer.class, () -> 1, JobContext.unattended()));
    assertTrue(problem.getMessage().contains("Check the free space"), problem.getMessage());
  }
}
