package eifexplorer.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.app.Composition;
import eifexplorer.array.Npz;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.model.BundleImport;
import eifexplorer.model.BundleOptions;
import eifexplorer.model.BundleOptions.HeadForm;
import eifexplorer.project.FileInspector;
import eifexplorer.project.OpenFinding.Kind;
import eifexplorer.project.OpenFinding.Sort;
import eifexplorer.testing.ColouredDiscs;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.ui.jobs.FxJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenViewModelTest {
  @TempDir Path folder;

  private final List<String> asked = new ArrayList<>();
  private Optional<BundleImport.Request> imported = Optional.empty();
  private OpenViewModel model;
  private Path bundle;

  private OpenViewModel form(Executor fx) {
    return new OpenViewModel(
        new FxJobs(new InlineJobRunner(), fx),
        new FileInspector(Composition.registries().formats().all()),
        new OpenViewModel.Actions() {
          @Override
          public void workspace(Path where) {
            asked.add("workspace " + where);
          }

          @Override
          public void bundle(BundleImport.Request request) {
            imported = Optional.of(request);
          }

          @Override
          public void dataSet(Path root, Path workspace) {
            asked.add("data set " + root + " to " + workspace);
          }

          @Override
          public void model(Path weights) {
            asked.add("model " + weights);
          }
        });
  }

  @BeforeEach
  void files() throws IOException {
    model = form(Runnable::run);
    bundle = folder.resolve("birds.npz");
    try (Npz.Writer writer = new Npz.Writer(Files.newOutputStream(bundle))) {
      writer
          .put("features", new float[16], 8, 2)
          .put("labels", new long[] {0, 0, 1, 1, 2, 2, 3, 3}, 8)
          .put("paths", List.of("a/1.jpg", "a/2.jpg", "b/3.jpg", "4", "5", "6", "7", "8"));
    }
  }

  private List<String> said(Sort sort) {
    return model.findingProperty().get().texts(sort);
  }

  @Test
  void embeddingsAloneSayWhatIsMissingAndWhatIsDone() {
    model.ask(Optional.of(bundle));
    assertEquals("Embeddings, .npz archive", model.findingProperty().get().title());
    assertEquals(
        List.of("2 features", "4 training samples of 2 classes, 4 test samples of 2"),
        said(Sort.FOUND));
    assertEquals(
        List.of(
            "Not divided: the first half of the classes is trained on, the second is tested",
            "No head: the features are the embeddings",
            "No proxies: they will be fitted by ProxyNCA++",
            "Images are not located: choose their folder, now or later. a/1.jpg"),
        said(Sort.MISSING));
    assertEquals(folder.resolve("birds-workspace").toString(), model.folderProperty().get());
    assertTrue(model.ready().get());
  }

  @Test
  void choicesChangeWhatIsSaidAndAreHandedOn() throws IOException {
    Files.createFile(Files.createDirectories(folder.resolve("images/x/a")).resolve("2.jpg"));
    model.ask(Optional.of(bundle));
    model.headProperty().set(HeadForm.TRAINED);
    model.divisionProperty().set("images");
    model.imagesProperty().set(folder.resolve("images").toString());
    assertTrue(said(Sort.FOUND).contains("1 of 8 images found in the folder"));
    assertTrue(said(Sort.MISSING).contains("A head is trained on the features, with its proxies"));
    model.submit();
    assertEquals(
        Optional.of(
            new BundleImport.Request(
                folder.resolve("birds-workspace"),
                bundle,
                BundleOptions.USUAL
                    .withHead(HeadForm.TRAINED)
                    .withDivision("images")
                    .withImages(Optional.of(folder.resolve("images"))))),
        imported);
    assertFalse(model.ready().get());
  }

  @Test
  void aFolderThatIsTakenIsSaidBeforeAnythingStarts() {
    model.ask(Optional.of(bundle));
    model.folderProperty().set(folder.toString());
    assertEquals(
        "The folder holds other files: choose an empty or a new one.",
        model.folderProblemProperty().get());
    model.submit();
    assertEquals(Optional.empty(), imported);
  }

  @Test
  void whatIsAskedForWhileTheFileIsLookedAtIsDoneThen() {
    Deque<Runnable> later = new ArrayDeque<>();
    model = form(later::add);
    model.ask(Optional.of(bundle));
    model.submitOnceLooked();
    assertEquals(Optional.empty(), imported);
    while (!later.isEmpty()) {
      later.remove().run();
    }
    assertEquals(
        Optional.of(folder.resolve("birds-workspace")), imported.map(BundleImport.Request::folder));
  }

  @Test
  void aDataSetSaysItsCountsAndGoesOnToItsForm() {
    Path images = folder.resolve("discs");
    ColouredDiscs.write(images, 3, 4);
    model.ask(Optional.of(images));
    assertEquals(Kind.DATA_SET, model.findingProperty().get().kind());
    assertEquals(List.of("12 images of 3 classes"), said(Sort.FOUND));
    model.submit();
    assertEquals(List.of("data set " + images + " to " + folder.resolve("discs-workspace")), asked);
  }

  @Test
  void aWorkspaceOpens() {
    Path workspace = new SmallWorkspace(folder).workspace();
    model.ask(Optional.of(workspace));
    model.submit();
    assertEquals(List.of("workspace " + workspace), asked);
  }

  @Test
  void whatCantBeOpenedSaysWhatCan() throws IOException {
    model.ask(Optional.of(Files.createFile(folder.resolve("song.mp3"))));
    assertTrue(said(Sort.TROUBLE).get(0).contains("What opens: a workspace"));
    model.pathProperty().set(folder.resolve("absent.npz").toString());
    assertTrue(said(Sort.TROUBLE).get(0).startsWith("There is no such file or folder"));
    assertFalse(model.ready().get());
  }
}
