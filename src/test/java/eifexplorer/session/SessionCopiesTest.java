package eifexplorer.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.LabelChange;
import eifexplorer.dataset.LabelCorrections;
import eifexplorer.dataset.Split;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.review.copies.Copies;
import eifexplorer.review.copies.CopyGroup;
import eifexplorer.review.copies.CopyKind;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionCopiesTest {
  @TempDir Path folder;
  private ExplorerSession session;
  private final SessionCopies copies = new SessionCopies(new JavaMatrixMath(), file -> {}, "test");

  /** Two test images of two classes are the same file. */
  @BeforeEach
  void open() throws IOException {
    Workspace workspace =
        Workspace.create(
            folder.resolve("ws"), "ws", DatasetReference.clean("folder", "/nowhere", "", ""));
    session = SampleSession.in(workspace, folder.resolve("data"));
    for (int test : List.of(0, SampleSession.PER_CLASS)) {
      Path file = session.image(session.testSample(test)).orElseThrow();
      Files.createDirectories(file.getParent());
      Files.writeString(file, "the same bytes");
    }
  }

  private ExplorerSession with(LabelChange change) {
    return new ExplorerSession(
        session.name(),
        session.workspace(),
        new LabelCorrections(1, List.of(change)).applyTo(session.dataset()),
        session.bundle(),
        session.loss(),
        session.modelTitle(),
        session.confusions(),
        session.estimator());
  }

  @Test
  void whatWasFoundIsKeptAndOutlivesAnotherLabel() {
    assertTrue(copies.kept(session).isEmpty());
    CopyGroup found = copies.find(session, JobContext.unattended()).groups().get(0);
    assertEquals(CopyKind.SAME_FILE, found.kind());
    assertEquals(2, found.labels());

    String first = session.testSample(0).path();
    String other =
        session.dataset().classOf(session.testSample(SampleSession.PER_CLASS).label()).name();
    ExplorerSession relabelled = with(new LabelChange(first, "", other, Split.TEST));
    Copies kept = copies.kept(relabelled).orElseThrow();
    assertEquals(1, kept.groups().get(0).labels());
  }

  @Test
  void anotherPictureIsLookedAtAnew() throws IOException {
    copies.find(session, JobContext.unattended());
    Path file = session.image(session.testSample(0)).orElseThrow();
    Files.writeString(file, "other bytes");

    assertTrue(copies.kept(session).isEmpty());
    assertEquals(List.of(), copies.find(session, JobContext.unattended()).groups());
  }

  @Test
  void keptCopiesOfImagesThatAreNotThereAreSoughtAgain() throws IOException {
    List<CopyGroup> found = copies.find(session, JobContext.unattended()).groups();
    Path results = session.workspace().orElseThrow().folder().resolve("results");
    try (Stream<Path> files = Files.walk(results)) {
      Path kept = files.filter(file -> file.endsWith("copies.json")).findAny().orElseThrow();
      String text = Files.readString(kept);
      Files.writeString(kept, text.replaceAll("\"second\" : \\d+", "\"second\" : 99999"));
    }

    assertTrue(copies.kept(session).isEmpty());
    assertEquals(found, copies.find(session, JobContext.unattended()).groups());
  }
}
