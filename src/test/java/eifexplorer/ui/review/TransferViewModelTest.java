package eifexplorer.ui.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.review.exchange.DecisionFormat;
import eifexplorer.ui.review.TransferViewModel.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferViewModelTest {
  @TempDir Path folder;
  private ReviewBench bench;

  @BeforeEach
  void open() {
    bench = ReviewBench.in(folder, new InlineJobRunner());
    bench.model.enter();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void everyFormatIsWrittenAndItsPlaceIsSaid() throws Exception {
    bench.queue().decisions().exclude();
    bench.model.staged().messageProperty().set("one less");
    bench.model.staged().commit();
    for (Format format : Format.values()) {
      Path target = folder.resolve("out-" + format);
      bench.model.transfer().export(format, target);
      String what = format == Format.DECISIONS ? "Every decision and note" : "Revision 1";
      assertEquals(
          what + " is written to " + target + ".", bench.said().get(bench.said().size() - 1));
      assertEquals(format.isFolder(), Files.isDirectory(target), format.name());
    }
    try (Stream<Path> files = Files.walk(folder.resolve("out-COPIES"))) {
      assertEquals(11 + 1, files.filter(Files::isRegularFile).count());
    }
  }

  @Test
  void whatIsNotCommittedIsSaidToBeMissing() {
    bench.queue().decisions().exclude();
    Path target = folder.resolve("corrections.csv");
    bench.model.transfer().export(Format.CSV, target);
    assertEquals(
        List.of(
            "Revision 0 is written to " + target + ". 1 change is not committed and not in it."),
        bench.said());
  }

  @Test
  void decisionsAreImported() throws Exception {
    String path = bench.session.trainSample(3).path();
    Path file = Files.writeString(folder.resolve("in.csv"), "path,new\n" + path + ",\n");
    bench.model.transfer().importDecisions(file);

    assertEquals(1, bench.model.staged().staging().orElseThrow().excluded());
    assertEquals(
        List.of("1 decision is imported from in.csv. View the diff to see what they change."),
        bench.said());
  }

  @Test
  void decisionsOfOtherProgramsAreImportedToo() throws Exception {
    String path = bench.session.trainSample(3).path();
    Path tasks =
        Files.writeString(
            folder.resolve("tasks.json"),
            "[{\"data\":{\"image\":\"%s\"},\"annotations\":[{\"result\":[{\"value\":{\"choices\":[\"%s\"]}}]}]}]"
                .formatted(path, DecisionFormat.LEFT_OUT));
    bench.model.transfer().importDecisions(tasks);

    assertEquals(1, bench.model.staged().staging().orElseThrow().excluded());
  }

  @Test
  void aBrokenFileImportsNothing() throws Exception {
    Path file = Files.writeString(folder.resolve("in.csv"), "path,new\nnowhere.png,\n");
    bench.model.transfer().importDecisions(file);

    assertTrue(bench.said().get(0).startsWith("Nothing was imported"), bench.said().toString());
    assertEquals(0, bench.model.staged().staging().orElseThrow().changes().size());
  }
}
