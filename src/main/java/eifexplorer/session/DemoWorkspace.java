package eifexplorer.session;

import eifexplorer.dataset.demo.DemoImages;
import eifexplorer.job.JobCancelledException;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * The demo: a drawn data set and a model trained on it by this program, which is part of the program and put into a
 * workspace when the demo is first opened.
 */
final class DemoWorkspace {
  private static final String ASSETS = "/eifexplorer/assets/demo/";
  private static final long SEED = 0;

  private final Path folder;

  /** The demo in the user's folder for data. */
  DemoWorkspace(Path userData) {
    this.folder = userData.resolve("demo");
  }

  /** Where the drawn images are, once they are drawn. */
  Path images() {
    return folder.resolve("dataset");
  }

  /** The workspace with images and model, made if it is not there. */
  Workspace prepare(JobContext context) {
    Workspace workspace =
        Workspace.create(
            folder,
            "demo",
            DatasetReference.clean(
                "demo", images().toAbsolutePath().normalize().toString(), "", ""));
    draw(context);
    List<String> files = assets("contents.txt");
    for (String file : files) {
      Path target = workspace.folder().resolve(file);
      if (!Files.exists(target)) {
        copy(file, target);
      }
    }
    return workspace;
  }

  /** Draws the images if they are not there. */
  void draw(JobContext context) {
    if (Files.exists(images().resolve(DemoImages.MANIFEST))) {
      return;
    }
    int total = DemoImages.entries(SEED).size();
    try {
      new DemoImages(SEED)
          .write(
              images(), done -> context.progress(done, total, "birds drawn"), context::cancelled);
    } catch (CancellationException e) {
      throw new JobCancelledException();
    } catch (IOException e) {
      throw new ProblemException(
          "The demo's images can't be written",
          images().toString(),
          "Check the free space and permissions.",
          e);
    }
  }

  private static List<String> assets(String list) {
    try (InputStream in = open(list)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .toList();
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
