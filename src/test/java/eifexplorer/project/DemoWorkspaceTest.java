package eifexplorer.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoWorkspaceTest {
  @TempDir Path data;

  @Test
  void aDemoThatWasNeverOpenedIsNotDrawn() {
    new DemoWorkspace(data).draw(JobContext.unattended());

    assertFalse(Files.exists(data.resolve("demo")));
  }

  @Test
  void picturesAloneDoNotKeepTheDemoFromOpening() throws Exception {
    DemoWorkspace demo = new DemoWorkspace(data);
    Path part = demo.images().resolve("images/train/01.Any/Any_0001.png");
    Files.createDirectories(part.getParent());
    Files.writeString(part, "half a picture");

    Workspace workspace = demo.prepare();

    assertEquals("demo", workspace.manifest().name());
    assertFalse(Files.exists(part));
    assertTrue(Files.exists(demo.images().resolve("labels.csv")));
  }

  @Test
  void aDemoWhoseManifestIsGoneOpensAgainWithAllThatIsInIt() throws Exception {
    DemoWorkspace demo = new DemoWorkspace(data);
    Workspace before = demo.prepare();
    Path journal = before.review().resolve("journal.jsonl");
    Files.createDirectories(journal.getParent());
    Files.writeString(journal, "kept");
    Path manifest = data.resolve("demo/workspace.json");
    String written = Files.readString(manifest);
    Files.delete(manifest);

    demo.prepare();

    assertEquals(written, Files.readString(manifest));
    assertEquals("kept", Files.readString(journal));
  }

  @Test
  void theFilesOfOthersAreLeftAlone() throws Exception {
    Files.createDirectories(data.resolve("demo/dataset"));
    Files.writeString(data.resolve("demo/mine.txt"), "mine");

    assertThrows(ProblemException.class, () -> new DemoWorkspace(data).prepare());
    assertTrue(Files.exists(data.resolve("demo/dataset")));
  }
}
