package eifexplorer.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eifexplorer.array.Npz;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the reference's numbers: small files among the test resources, large ones in the shared folder. */
public final class GoldenFiles {
  private GoldenFiles() {}

  /** Opens a golden archive; skips the calling test, with a message, where it is absent. */
  public static Npz open(String name) {
    return Npz.open(file(name));
  }

  /** A golden file by its path below the golden folder; skips the calling test, with a message, where it is absent. */
  public static Path file(String name) {
    URL resource = GoldenFiles.class.getResource("/golden/" + name);
    if (resource != null) {
      try {
        return Path.of(resource.toURI());
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
    return shared("golden/" + name);
  }

  /** A file or folder below the shared folder; skips the calling test, with a message, where it is absent. */
  public static Path shared(String name) {
    Optional<Path> found = findShared(name);
    assumeTrue(found.isPresent(), "../shared/" + name + " is not there");
    return found.get();
  }

  /** A file or folder below the shared folder ({@code EIF_SHARED}, or ../shared), if it is there. */
  public static Optional<Path> findShared(String name) {
    String configured = System.getenv("EIF_SHARED");
    Path root = configured != null ? Path.of(configured) : Path.of("..", "shared");
    return Optional.of(root.resolve(name)).filter(Files::exists);
  }
}
