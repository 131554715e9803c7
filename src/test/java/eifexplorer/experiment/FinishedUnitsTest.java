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
import java.util.stream.Stream;
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

  @Test
  void damagedUnitsAreRunAgainAndTheOthersAreNot() throws Exception {
    Path file = folder.resolve("units.jsonl");
    FinishedUnits units = FinishedUnits.in(file);
    for (String key : List.of("a", "b", "c")) {
      units.findOrRun(key, Integer.class, () -> 1, JobContext.unattended());
    }
    List<String> lines = Files.readAllLines(file);
    Files.write(
        file,
        List.of(
            lines.get(0).replace("\"value\":1", "\"value\":[{}]"),
            lines.get(1).substring(9),
            lines.get(2)));

    FinishedUnits later = FinishedUnits.in(file);
    assertEquals(2, later.findOrRun("a", Integer.class, () -> 2, JobContext.unattended()));
    assertEquals(3, later.findOrRun("b", Integer.class, () -> 3, JobContext.unattended()));
    assertEquals(
        List.of(2, 3, 1),
        Stream.of("a", "b", "c")
            .map(key -> FinishedUnits.in(file).find(key, Integer.class).orElseThrow())
            .toList());
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
