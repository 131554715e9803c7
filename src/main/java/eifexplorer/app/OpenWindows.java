package eifexplorer.app;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This user's open windows on this display: what is opened while one is goes there instead of into another.
 *
 * <p>Each listens at a socket of the system in a folder that only the user may enter, so who can reach it could as well
 * open the window. The one that was used last comes first. A window that was killed leaves a socket that refuses, which is
 * removed by the next who comes and by the next window that opens, on whichever display.
 */
final class OpenWindows {
  private static final Logger LOG = LoggerFactory.getLogger(OpenWindows.class);
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");
  private static final Duration ANSWER = Duration.ofSeconds(3);

  /** A socket so young may belong to a window that does not listen yet: a moment on any machine. */
  private static final Duration YOUNG = Duration.ofSeconds(5);

  private static final int MOST = 100;

  private final Path folder;
  private final String display;

  private OpenWindows(Path folder, String display) {
    this.folder = folder;
    this.display = display;
  }

  /**
   * The windows of a user.
   *
   * @param data the folder of the user's data
   * @param environment says which display: a window on another is out of sight
   */
  static OpenWindows of(Path data, Map<String, String> environment) {
    String display =
        Stream.of("DISPLAY", "WAYLAND_DISPLAY", "SESSIONNAME")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    return new OpenWindows(
        data.resolve("windows"), HexFormat.of().toHexDigits(display.hashCode()) + "-");
  }

  /** Hands something to the window that was used last; false if there is none that takes it. */
  boolean give(HandedOver handed) {
    if (!isOurs()) {
      return false;
    }
    return sockets(display).stream().anyMatch(socket -> give(handed, socket));
  }

  private boolean give(HandedOver handed, Path socket) {
    try (BoundedChannel window = BoundedChannel.to(UnixDomainSocketAddress.of(socket), ANSWER)) {
      window.write(handed.bytes());
      return WindowDoor.isThanks(window.readAll(WindowDoor.THANKS_BYTES));
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("No window at {}", socket, e);
      forget(socket);
      return false;
    }
  }

  private void forget(Path socket) {
    try {
      if (lastUse(socket).toInstant().isBefore(Instant.now().minus(YOUNG))) {
        Files.deleteIfExists(socket);
      }
    } catch (IOException e) {
      LOG.debug("{} stays", socket, e);
    }
  }

  /** Removes the sockets nobody listens at. */
  private void sweep() {
    for (Path socket : sockets("")) {
      try {
        BoundedChannel.to(UnixDomainSocketAddress.of(socket), ANSWER).close();
      } catch (ConnectException | IllegalArgumentException e) {
        LOG.debug("No window at {}", socket, e);
        forget(socket);
      } catch (IOException e) {
        // One that is only slow is not taken its door.
        LOG.debug("{} does not answer", socket, e);
      }
    }
  }

  /** With names that begin so, the one used last first. */
  private List<Path> sockets(String beginning) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, beginning + "*")) {
      for (Path socket : all) {
        if (found.size() < MOST) {
          found.add(socket);
        }
      }
    } catch (IOException e) {
      LOG.debug("{} can't be listed", folder, e);
    }
    found.sort(Comparator.comparing(OpenWindows::lastUse).reversed());
    return found;
  }

  private static FileTime lastUse(Path socket) {
    try {
      return Files.getLastModifiedTime(socket, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  /**
   * Lets a window be found; empty where that can't be, as on a disk without sockets or at a path too long for one: then what
   * is opened opens a window of its own.
   *
   * @param taken is told what is handed over, on a thread of the door's
   */
  Optional<WindowDoor> open(Consumer<HandedOver> taken) {
    try {
      make();
      if (!isOurs()) {
        LOG.info("{} is open to others: no window can be handed anything", folder);
        return Optional.empty();
      }
      sweep();
      String name = display + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
      return Optional.of(WindowDoor.at(folder.resolve(name), taken));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      LOG.info("The window can't be handed anything: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private void make() throws IOException {
    Path parent = Files.createDirectories(requireNonNull(folder.getParent()));
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (hasOwners(parent)) {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER));
    } else {
      Files.createDirectory(folder); // in the profile of a Windows user, which others can't read
    }
  }

  /** A folder, no link to one, that nobody but its owner may enter: that we can is that it is ours. */
  private boolean isOurs() {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try {
      return !hasOwners(folder)
          || Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS).equals(OWNER);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean hasOwners(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
  }
}
