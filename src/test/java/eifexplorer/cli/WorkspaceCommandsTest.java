package eifexplorer.cli;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.app.Composition;
import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import eifexplorer.project.Explorer;
import eifexplorer.testing.Folders;
import eifexplorer.testing.MeanColourEngine;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.FolderTrees;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceCommandsTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private SmallWorkspace small;

  @BeforeEach
  void make() {
    small = new SmallWorkspace(folder);
  }

  private int run(String... arguments) {
    Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false);
    CommandContext context =
        new CommandContext(
            console,
            settings -> small.explorer(),
            settings -> new MeanColourEngine().report(),
            (empty, size, progress) -> Map.of(),
            Composition.registries(),
            "test");
    return EifExplorerCommand.run(context, arguments);
  }

  private int addModel(int proxies, String... more) {
    String[] arguments = {
      "add-model",
      "--workspace",
      small.workspace().toString(),
      "--weights",
      small.model(1, proxies).toString(),
      "--json"
    };
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return run(all);
  }

  /** The folder can't take a model, since a file is where it would be; there is no model or data set, so nothing else was tried. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "review retrain --workspace %s",
        "review retrain --network --workspace %s",
        "add-model --weights none.pth --workspace %s",
        "train --resume --workspace %s",
        "train --reweight a.csv,b.csv --workspace %s",
        "relocate --root /nowhere --workspace %s",
        "influence --all --out %s/models/a.csv --force --workspace %1$s",
        "suspects --out %s/models/a.csv --force --workspace %1$s",
        "import --bundle none.npz --workspace %s/models/new"
      })
  void longWorkIsRefusedAtOnceWhereItsResultCanNotBeWritten(String command) throws IOException {
    FolderTrees.delete(small.images());
    Files.writeString(small.workspace().resolve("models"), "in the way");
    assertEquals(1, run(command.formatted(small.workspace()).split(" ")), err::toString);
    assertTrue(err.toString().contains("A file is where a folder should be"), err::toString);
  }

  @Test
  void aFileOfAnotherKindIsRefusedBeforeAnythingIsOpened() {
    FolderTrees.delete(small.images());
    String file = folder.resolve("all.txt").toString();
    run("influence", "--all", "--out", file, "--workspace", small.workspace().toString());
    assertTrue(err.toString().contains("all.txt"), err::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "project --out %s/a.png --workspace %s",
        "project --force --out %s/a.png --workspace %s",
        "review export --format csv --out %s/a.png --workspace %s",
        "review export --format imagefolder --force --out %s/a.png --workspace %s"
      })
  void aFolderIsRefusedWhereAFileIsWrittenBeforeAnythingIsOpened(String command)
      throws IOException {
    FolderTrees.delete(small.images());
    Files.createDirectory(folder.resolve("a.png"));
    assertEquals(1, run(command.formatted(folder, small.workspace()).split(" ")), err::toString);
    assertTrue(err.toString().contains("This is a folder, not a file"), err::toString);
  }

  @Test
  void aModelIsAddedAsTheCurrentOne() {
    assertEquals(0, addModel(6, "--loss-type", "SoftTriple"), err::toString);

    ModelCard card = Json.parse(out.toString(), ModelCard.class, "output");
    assertEquals(2, card.loss().centresPerClass());
    assertEquals(card.id(), Workspace.open(small.workspace()).manifest().currentModel());
  }

  @Test
  void aModelThatDoesNotFitIsRefusedInWords() {
    assertEquals(1, addModel(5));

    assertTrue(
        err.toString().contains("There are 5 proxies, but 3 training classes."), err.toString());
  }

  @Test
  void twoModelsAreComparedOnTheSameTestImages() throws Exception {
    String first = small.add(1).id();
    String second = small.add(2).id();
    Path csv = folder.resolve("pairs.csv");
    String[] diff = {
      "diff", "--workspace", small.workspace().toString(), "--model", first, "--with", second
    };

    assertEquals(0, run(with(diff, "--json", "--out", csv.toString())), err::toString);
    Map<?, ?> once = Json.parse(out.toString(), Map.class, "output");
    out.getBuffer().setLength(0);
    diff[5] = "--with-labels";
    diff[6] = "0";
    assertEquals(0, run(with(diff, "--json")), err::toString);

    assertEquals(
        List.of(12, 12, (int) once.get("fixed") + (int) once.get("still"), 2L),
        List.of(once.get("matched"), once.get("compared"), confused(first), kept("retrieval.npz")));
    assertEquals(once, Json.parse(out.toString(), Map.class, "output"));
    List<?> images = (List<?>) once.get("images");
    assertEquals(images.size() + 1, Files.readAllLines(csv).size());
  }

  private int confused(String model) {
    try (Explorer explorer = small.explorer()) {
      return explorer
          .sessions()
          .openWorkspace(small.workspace(), model, JobContext.unattended())
          .pairs()
          .size();
    }
  }

  private static String[] with(String[] command, String... more) {
    return Stream.concat(Arrays.stream(command), Arrays.stream(more)).toArray(String[]::new);
  }

  private long kept(String name) throws IOException {
    try (Stream<Path> files = Files.walk(small.workspace().resolve("results"))) {
      return files.filter(file -> file.endsWith(name)).count();
    }
  }

  @Test
  void aComparisonNeedsAnotherModelAndAKnownOrder() {
    String workspace = small.workspace().toString();

    assertEquals(2, run("diff", "--workspace", workspace));
    assertTrue(err.toString().contains("Missing option --with ID"), err.toString());
    assertEquals(2, run("diff", "--workspace", workspace, "--with", "b", "--order", "any"));
    assertTrue(err.toString().contains("worst, moved, class, index"), err.toString());
  }

  @Test
  void whatAKilledWriteLeftIsDeletedOnOpening() throws Exception {
    assertEquals(0, addModel(3));
    Path left = AtomicFiles.temporaryFor(small.workspace().resolve("models/any.safetensors"));
    Files.write(left, new byte[1 << 16]);
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(1))));

    assertEquals(0, run("confusions", "--workspace", small.workspace().toString()), err::toString);

    assertFalse(Files.exists(left));
  }

  @Test
  void nothingIsWrittenIntoTheDataSetsFolder() {
    assertEquals(0, addModel(3));
    Path list = small.images().resolve("list.csv");
    String workspace = small.workspace().toString();

    assertEquals(
        1, run("confusions", "--workspace", workspace, "--out", list.toString(), "--force"));

    assertTrue(
        err.toString().contains("Exports don't go into the data set's own folder: " + list),
        err.toString());
    assertFalse(Files.exists(list));
  }

  @Test
  void whatIsLeftOutIsToldAndRefusedIfStrict() throws Exception {
    assertEquals(0, addModel(3));
    assertEquals(
        "", err.toString().lines().filter(l -> l.contains("left out")).findAny().orElse(""));
    Path odd = small.images().resolve("stray.tga");
    Files.writeString(odd, "no picture");
    out.getBuffer().setLength(0);

    assertEquals(
        0, run("evaluate", "--workspace", small.workspace().toString(), "--json"), err::toString);

    String line = "Warning. 1 of 25 images left out: stray.tga: images of this kind are not read";
    assertTrue(err.toString().contains(line), err.toString());
    Map<?, ?> leftOut = (Map<?, ?>) Json.parse(out.toString(), Map.class, "output").get("left_out");
    assertEquals(1, leftOut.get("images"));
    assertEquals(1, run("confusions", "--workspace", small.workspace().toString(), "--strict"));
    assertTrue(err.toString().contains("Images of the data set are left out: "), err.toString());
  }

  @Test
  void linksThatLeadOutAreFollowedOnceAskedFor() throws Exception {
    assertEquals(0, addModel(3));
    Path moved = folder.resolve("moved");
    FolderTrees.move(small.images(), moved);
    Files.createDirectory(small.images());
    for (String name : requireNonNull(moved.toFile().list())) {
      Folders.link(small.images().resolve(name), moved.resolve(name));
    }
    String workspace = small.workspace().toString();

    assertEquals(1, run("evaluate", "--workspace", workspace, "--strict"));
    assertTrue(err.toString().contains("it is a link that leads out of the"), err.toString());
    assertEquals(0, run("relocate", "--workspace", workspace, "--follow-links"), err::toString);
    assertTrue(Workspace.open(small.workspace()).manifest().dataset().followLinks());
    assertEquals(0, run("evaluate", "--workspace", workspace, "--strict"), err::toString);
  }

  @Test
  void aMovedDataSetIsFoundAgain() {
    assertEquals(0, addModel(3));
    Path moved = folder.resolve("moved");
    FolderTrees.move(small.images(), moved);
    String workspace = small.workspace().toString();

    assertEquals(1, run("confusions", "--workspace", workspace));
    assertTrue(err.toString().contains("The data set's folder is gone: "), err.toString());
    assertEquals(0, run("relocate", "--workspace", workspace, "--root", moved.toString()));
    assertEquals(0, run("confusions", "--workspace", workspace), err::toString);
    assertEquals(2, run("relocate", "--workspace", workspace));
    assertEquals(
        1, run("relocate", "--workspace", workspace, "--images", folder.resolve("no").toString()));
    assertTrue(err.toString().contains("The folder of images does not exist: "), err.toString());
  }
}
