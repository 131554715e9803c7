package eifexplorer.project;

import eifexplorer.dataset.demo.DemoFolder;
import eifexplorer.dataset.demo.DemoImages;
import eifexplorer.job.JobContext;
import eifexplorer.model.DatasetPreparation;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.FolderTrees;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The demo: a drawn data set and a model trained on it by this program, which is part of the program and put into a
 * workspace when the demo is first opened.
 */
public final class DemoWorkspace implements DatasetPreparation {
  private static final String ASSETS = "/eifexplorer/assets/demo/";
  private static final long SEED = 0;

  private final Path folder;
  private final Path root;

  /** What is drawn is worked out when it is first asked for: a start with another workspace does without. */
  private @Nullable DemoFolder pictures;

  /** The demo in the user's folder for data. */
  public DemoWorkspace(Path userData) {
    this.folder = userData.resolve("demo");
    this.root = folder.resolve("dataset").toAbsolutePath().normalize();
  }

  /** Where the pictures are. */
  public Path images() {
    return root;
  }

  /** Makes sure that a picture is there to be read: the demo's are painted when they are first looked at. */
  public void ensure(Path file) {
    if (file.toAbsolutePath().normalize().startsWith(root)) {
      pictures().ensure(file);
    }
  }

  private synchronized DemoFolder pictures() {
    if (pictures == null) {
      pictures = new DemoFolder(root, new DemoImages(SEED));
    }
    return pictures;
  }

  /** Paints the pictures that are not there yet, on one processor, if the demo was ever opened; see {@link #ensure}. */
  public void draw(JobContext context) {
    if (Workspace.exists(folder)) {
      pictures().ensureAll(false, context);
    }
  }

  @Override
  public void prepare(DatasetReference dataset, JobContext context) {
    if (dataset.root().equals(images().toString())) {
      pictures().list();
      pictures().ensureAll(true, context);
    }
  }

  /** The workspace with the list of pictures and the model, made if it is not there. */
  Workspace prepare() {
    forgetPicturesAlone();
    Workspace workspace =
        Workspace.restore(folder, "demo", DatasetReference.clean("demo", root.toString(), "", ""));
    pictures().list();
    for (String file : contents()) {
      Path target = workspace.folder().resolve(file);
      if (!Files.exists(target)) {
        copy(file, target);
      }
    }
    return workspace;
  }

  /** Pictures without a workspace, as an older version or a copy may leave them, are painted again. */
  private void forgetPicturesAlone() {
    Path dataset = root;
    if (Files.isDirectory(folder)
        && Workspace.children(folder).equals(List.of(folder.resolve(dataset.getFileName())))) {
      FolderTrees.delete(dataset);
    }
  }

  private static List<String> contents() {
    try (InputStream in = open("contents.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException("The program's own files can't be read", e);
    }
  }

  private static void copy(String file, Path target) {
    AtomicFiles.write(
        target,
        out -> {
          try (InputStream in = open(file)) {
            in.transferTo(out);
          }
        });
  }

  private static InputStream open(String file) throws IOException {
    InputStream in = DemoWorkspace.class.getResourceAsStream(ASSETS + file);
    if (in == null) {
      throw new IOException("Missing in the program: " + ASSETS + file);
    }
    return in;
  }
}
